"""An Excel workbook of a document's rows, or of its sheets: text stays text, whatever it starts with."""

from __future__ import annotations

import io
import math
from collections.abc import Mapping, Sequence
from typing import Any

from hiretool.document import Document
from hiretool.errors import HiretoolError
from hiretool.writers import _form_sheet, _words, csv
from hiretool.writers._form_sheet import write_text

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
    if (most := max(map(len, [document.rows, *document.sheets.values()]))) > MOST_ROWS:
        raise HiretoolError(f"{most:,} rows are more than a sheet holds ({MOST_ROWS:,}); use csv")
    target = io.BytesIO()
    safe = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    workbook = xlsxwriter.Workbook(target, safe)
    if document.form:
        sheet = workbook.add_worksheet(_sheet_name(document.form.name))
        _form_sheet.fill(workbook, sheet, document, document.form, csv.header(document))
    elif any(document.sheets.values()):
        for name, rows in document.sheets.items():
            if rows:
                _table(workbook, name, rows, list(dict.fromkeys(key for row in rows for key in row)))
    else:
        _table(workbook, document.title, document.rows, csv.header(document))
    workbook.close()
    return target.getvalue()


def _table(workbook: Any, name: str, rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> None:
    sheet = workbook.add_worksheet(_sheet_name(name))
    bold = workbook.add_format({"bold": True, "bottom": 1})
    for index, column in enumerate(columns):
        write_text(sheet, 0, index, _words.clean(column), bold)
        widths = [len(str(row.get(column) or "")) for row in rows[:1000]]
        sheet.set_column(index, index, min(max([len(column), *widths]) + 2, WIDEST))
    for number, row in enumerate(rows, start=1):
        for index, column in enumerate(columns):
            value = row.get(column)
            if value is None or (isinstance(value, float) and not math.isfinite(value)):
                continue
            if isinstance(value, int | float) and not isinstance(value, bool):
                sheet.write_number(number, index, value)
            else:
                write_text(sheet, number, index, _words.clean(str(value))[:LONGEST])
    sheet.freeze_panes(1, 0)


def _sheet_name(title: str) -> str:
    """At most 31 characters, none of []:*?/\\ and no apostrophe at the ends. Source: Excel's rule for sheet names."""
    # Excel counts what takes two units of UTF-16 as two characters.
    kept, room = "", 31
    for letter in title:
        room -= 1 + (letter > "\uffff")
        if room >= 0:
            kept += " " if letter in "[]:*?/\\" else letter
    return kept.strip("' ") or "Sheet"
