"""Rows that a person fills in -> a sheet with lists to choose from, what to judge by, and the rest locked."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from hiretool.document import Ask, Document, Form
from hiretool.writers import _words

LINE_PT = 13.0
TALLEST_PT = 409.0
"""Source: Excel specifications and limits, row height."""
LONGEST_HINT = 255
"""Characters of an input message. Source: Excel's data validation; XlsxWriter refuses more."""
LONGEST_LIST = 255
_WIDTHS = {"lines": 42, "day": 12, "text": 13}
_BESIDE = 23
_NARROW = 8
_WIDE = 60

_LOOK = {"valign": "top", "text_wrap": True, "border": 1, "border_color": "#c4c7cb", "font_size": 10}
_TO_FILL_IN = {**_LOOK, "locked": False, "bg_color": "#fffbe6"}
_FIXED = {**_LOOK, "font_color": "#3f4852", "bg_color": "#f3f4f5"}
_HEAD = {**_LOOK, "bold": True, "bg_color": "#dfe6ee"}


def columns(form: Form, named: Sequence[str]) -> list[str]:
    """The columns of the sheet: as the form orders them, then what it does not mention."""
    return [*form.order, *(name for name in named if name not in form.order)]


def fill(workbook: Any, sheet: Any, document: Document, form: Form, named: Sequence[str]) -> None:
    """Lay out the rows, in columns that `named` gives, on an empty sheet; a second one says how to fill them in."""
    order = columns(form, named)
    asks = {(place, ask.column): ask for ask in form.asks for place in ask.rows}
    looks = {name: workbook.add_format(look) for name, look in _looks().items()}
    rows = [{**dict(row), **_beside(form, place)} for place, row in enumerate(document.rows or ())]
    widths = [_width(name, form, rows) for name in order]
    for index, name in enumerate(order):
        sheet.set_column(index, index, widths[index])
        sheet.write_string(0, index, _words.clean(name), looks["head"])
    for place, row in enumerate(rows):
        sheet.set_row(place + 1, _height(row, order, widths))
        for index, name in enumerate(order):
            _cell(sheet, place, index, _words.clean(str(row.get(name) or "")), asks.get((place, name)), looks)
    for ask in form.asks:
        _validate(sheet, ask.rows[0] + 1, order.index(ask.column), ask)
    _finish(sheet, document, order, len(rows), last_key=_keys(form, order))
    _how(workbook, form)


def _looks() -> dict[str, dict[str, Any]]:
    # A day is a number that is shown as one; a text keeps its first zeros and is no formula.
    return {
        "head": _HEAD,
        "fixed": _FIXED,
        "text": {**_TO_FILL_IN, "num_format": "@"},
        "lines": {**_TO_FILL_IN, "num_format": "@"},
        "day": {**_TO_FILL_IN, "num_format": "yyyy-mm-dd"},
        "choice": {**_TO_FILL_IN, "bold": True, "align": "center"},
        "follows_day": {**_FIXED, "num_format": "yyyy-mm-dd"},
    }


def _beside(form: Form, place: int) -> Mapping[str, str]:
    return form.beside[place] if place < len(form.beside) else {}


def _cell(sheet: Any, place: int, index: int, text: str, ask: Ask | None, looks: Mapping[str, Any]) -> None:
    row = place + 1
    if ask is None:
        write_text(sheet, row, index, text, looks["fixed"])
    elif place == ask.rows[0]:
        look = looks["choice" if ask.choices else ask.kind]
        if text:
            write_text(sheet, row, index, text, look)
        else:
            sheet.write_blank(row, index, None, look)
    else:
        from xlsxwriter.utility import xl_rowcol_to_cell

        first = xl_rowcol_to_cell(ask.rows[0] + 1, index)
        look = looks["follows_day" if ask.kind == "day" else "fixed"]
        # The blank is the result as long as nothing is typed above; without one, the formula would count as unread.
        sheet.write_formula(row, index, f'=IF({first}="","",{first})', look, text or " ")


def _validate(sheet: Any, row: int, index: int, ask: Ask) -> None:
    values = [choice.value for choice in ask.choices if choice.value]
    words = [choice.words for choice in ask.choices if choice.words and not choice.value]
    rule: dict[str, Any] = {"ignore_blank": True}
    if values and len(",".join(values)) <= LONGEST_LIST:
        hint = ", ".join(values) + "".join(f"; blank: {word}" for word in words)
        rule |= {"validate": "list", "source": values, "error_message": f"Expected {hint}."[:LONGEST_HINT]}
    elif ask.kind == "day":
        hint = "The day, such as 2026-09-01."
        rule["validate"] = "any"
    else:
        hint = "Once; the rows below follow." if len(ask.rows) > 1 else ""
        rule |= {"validate": "length", "criteria": "<=", "value": ask.longest}
        rule["error_message"] = f"Longer than {ask.longest:,} characters."
    # Excel holds 32 characters of a message's title.
    label = ask.label if len(ask.label) <= 32 else ask.column
    if hint:
        rule |= {"input_title": label, "input_message": hint[:LONGEST_HINT]}
    rule["error_title"] = label
    sheet.data_validation(row, index, row, index, rule)


def _width(name: str, form: Form, rows: Sequence[Mapping[str, Any]]) -> float:
    asked = [ask for ask in form.asks if ask.column == name]
    if any(name in row for row in form.beside):
        return _BESIDE
    if asked and not asked[0].choices:
        return _WIDTHS[asked[0].kind]
    values = [choice.value for ask in asked for choice in ask.choices] or [str(row.get(name) or "") for row in rows]
    return min(max([_NARROW, len(name) + 1, *(len(value) + 2 for value in values)]), _WIDE)


def _height(row: Mapping[str, Any], order: Sequence[str], widths: Sequence[float]) -> float:
    """Points: Excel fits the height of no row to a text that it did not see being typed."""
    lines = [
        sum(max(1, math.ceil(1.15 * len(line) / width)) for line in str(row.get(name) or "").split("\n"))
        for name, width in zip(order, widths, strict=True)
    ]
    return min(LINE_PT * max([2, *lines]) + 4, TALLEST_PT)


def _keys(form: Form, order: Sequence[str]) -> int:
    """Columns that say what a row is about: those before the first that is there to read, or nothing."""
    beside = {name for row in form.beside for name in row}
    return next((index for index, name in enumerate(order) if name in beside), 0)


def _finish(sheet: Any, document: Document, order: Sequence[str], rows: int, *, last_key: int) -> None:
    sheet.freeze_panes(1, last_key)
    sheet.protect("", {"format_columns": True, "format_rows": True, "format_cells": True})
    # So that the note is in view on a laptop, beside what it is judged by.
    sheet.set_zoom(90)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    # An ampersand begins a code in a header, and two are one.
    sheet.set_header(f"&L{_words.clean(document.title).replace('&', '&&')[:200]}&RPage &P of &N")
    sheet.set_selection(1, 0, 1, 0)


def _how(workbook: Any, form: Form) -> None:
    if not form.how:
        return
    sheet = workbook.add_worksheet("How to fill in")
    sheet.set_column(0, 0, 100, workbook.add_format({"text_wrap": True, "valign": "top"}))
    head = workbook.add_format({"bold": True, "font_size": 14})
    sheet.write_string(0, 0, "How to fill in", head)
    line = workbook.add_format({"text_wrap": True, "valign": "top", "font_size": 11})
    for number, text in enumerate(form.how, start=2):
        sheet.set_row(number, 16.0 * math.ceil(1.1 * len(text) / 100) + 4)
        sheet.write_string(number, 0, text, line)


def write_text(sheet: Any, row: int, column: int, text: str, format: Any = None) -> None:
    """Text that stays what it is, whatever it starts with."""
    # XlsxWriter would take this for markup of its own and write it as it is; other cells could be changed so.
    if text.startswith("<r>") and text.endswith("</r>"):
        sheet.write_rich_string(row, column, text[:1], text[1:2], text[2:], *([format] if format else []))
    else:
        sheet.write_string(row, column, text, format)
