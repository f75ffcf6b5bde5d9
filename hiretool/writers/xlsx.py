"""An Excel workbook of a document's rows: text stays text, whatever it starts with."""

from __future__ import annotations

import io
import math

from hiretool.document import Document
from hiretool.errors import HiretoolError
from hiretool.writers import csv

SUFFIX = ".xlsx"
WIDEST = 60
MOST_ROWS = 1_048_575
"""Rows of a sheet below its header. Source: Excel specifications and limits."""


def write(document: Document) -> bytes:
    import xlsxwriter

    if document.rows is None:
        raise HiretoolError(
            f"A {document.kind} is not a table; CSV and XLSX cannot hold it. Use markdown, html or json."
        )
    if len(document.rows) > MOST_ROWS:
        raise HiretoolError(f"{len(document.rows):,} rows are more than a sheet holds ({MOST_ROWS:,}); use csv")
    target = io.BytesIO()
    safe = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    workbook = xlsxwriter.Workbook(target, safe)
    sheet = workbook.add_worksheet(_sheet_name(document.title))
    bold = workbook.add_format({"bold": True, "bottom": 1})
    columns = csv.header(document)
    for index, column in enumerate(columns):
        sheet.write_string(0, index, column, bold)
        widths = [len(str(row.get(column) or "")) for row in document.rows[:1000]]
        sheet.set_column(index, index, min(max([len(column), *widths]) + 2, WIDEST))
    for number, row in enumerate(document.rows, start=1):
        for index, column in enumerate(columns):
            value = row.get(column)
            if value is None or (isinstance(value, float) and not math.isfinite(value)):
                continue
            if isinstance(value, int | float) and not isinstance(value, bool):
                sheet.write_number(number, index, value)
            else:
                sheet.write_string(number, index, str(value)[:32767])
    sheet.freeze_panes(1, 0)
    workbook.close()
    return target.getvalue()


def _sheet_name(title: str) -> str:
    """At most 31 characters, none of []:*?/\\ and no apostrophe at the ends. Source: Excel's rule for sheet names."""
    return "".join(" " if letter in "[]:*?/\\" else letter for letter in title)[:31].strip("' ") or "Sheet"
