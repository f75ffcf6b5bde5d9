"""An Excel workbook of a document's rows: text stays text, whatever it starts with."""

from __future__ import annotations

import io
import math
from typing import Any

from hiretool.document import Document
from hiretool.errors import HiretoolError
from hiretool.writers import _words, csv

SUFFIX = ".xlsx"
WIDEST = 60
LONGEST = 32_767
"""Characters of a cell. Source: Excel specifications and limits."""
MOST_ROWS = 1_048_575
"""Rows of a sheet below its header. Source: Excel specifications and limits."""


def write(document: Document) -> bytes:
    import xlsxwriter

    if document.rows is None:
        raise HiretoolError(csv.NO_TABLE.format(document.kind.replace("-", " ")))
    if len(document.rows) > MOST_ROWS:
        raise HiretoolError(f"{len(document.rows):,} rows are more than a sheet holds ({MOST_ROWS:,}); use csv")
    target = io.BytesIO()
    safe = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    workbook = xlsxwriter.Workbook(target, safe)
    sheet = workbook.add_worksheet(_sheet_name(document.title))
    bold = workbook.add_format({"bold": True, "bottom": 1})
    columns = csv.header(document)
    for index, column in enumerate(columns):
        _write_text(sheet, 0, index, _words.clean(column), bold)
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
                _write_text(sheet, number, index, _words.clean(str(value))[:LONGEST])
    sheet.freeze_panes(1, 0)
    workbook.close()
    return target.getvalue()


def _write_text(sheet: Any, row: int, column: int, text: str, format: Any = None) -> None:
    # XlsxWriter would take this for markup of its own and write it as it is; other cells could be changed so.
    if text.startswith("<r>") and text.endswith("</r>"):
        sheet.write_rich_string(row, column, text[:1], text[1:2], text[2:])
    else:
        sheet.write_string(row, column, text, format)


def _sheet_name(title: str) -> str:
    """At most 31 characters, none of []:*?/\\ and no apostrophe at the ends. Source: Excel's rule for sheet names."""
    # Excel counts what takes two units of UTF-16 as two characters.
    kept, room = "", 31
    for letter in title:
        room -= 1 + (letter > "\uffff")
        if room >= 0:
            kept += " " if letter in "[]:*?/\\" else letter
    return kept.strip("' ") or "Sheet"
