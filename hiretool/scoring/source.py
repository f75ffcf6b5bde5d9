"""CSV, XLSX, or a scorecard of ours that was filled in -> rows of text, as they stand in the file."""

from __future__ import annotations

import csv
import datetime
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any
from xml.etree import ElementTree

from hiretool import files
from hiretool.errors import DataError

AT_MOST_BYTES = 200_000_000
AT_MOST_UNPACKED = 1_000_000_000
"""Bytes of a workbook's parts together: a few KB can unpack to any amount."""
LONGEST_FIELD = 10_000_000
WIDE = 1_000_000
SPARSE = 50
"""A sheet of more than WIDE cells, of which not one in SPARSE holds something, has a cell far from the others."""

Rows = list[list[str]]

_ZIP = b"PK\x03\x04"
# Excel before 2007; also the wrapping of a workbook with a password. Source: MS-CFB, section 2.2.
_OLD_EXCEL = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
# A cell of a blank scorecard that repeats another; a program that fills in the first need not work this out.
_FOLLOWS = re.compile(r'=IF\(([A-Z]{1,3})([0-9]{1,7})="","",\1\2\)')
_READ_HERE = "scorecards are read from CSV, XLSX, our Markdown and JSON forms, and the file that our HTML form saves"


def rows(path: Path, raw: bytes | None, *, ours: Callable[[list[str]], bool]) -> Rows:
    """All rows of a CSV, or of the first sheet whose first row that is not blank is `ours`, else of the first sheet.

    raw: the file's bytes where they are in memory; `path` is then for messages only.
    Raises: DataError if the file cannot be read.
    """
    raw = content(path, at_most=AT_MOST_BYTES) if raw is None else raw
    if len(raw) > AT_MOST_BYTES:
        raise DataError(path, "", f"is too large; expected at most {AT_MOST_BYTES:,} bytes")
    if raw.startswith(_OLD_EXCEL):
        raise DataError(path, "", "is an old or a password-protected Excel file; save it as XLSX without a password")
    from hiretool.scoring.imports import cards_json, cards_markdown

    _refuse_pages(path, raw)
    if not raw.startswith(_ZIP):
        if cards_markdown.recognised(raw):
            return cards_markdown.rows(raw, path)
        if cards_json.recognised(raw):
            return cards_json.rows(raw, path)
        return _table(files.decoded(raw, path), path)
    sheets = _sheets(raw, path)
    heads = [next((row for row in sheet if any(row)), []) for sheet in sheets]
    return next((sheet for sheet, head in zip(sheets, heads, strict=True) if ours(head)), (sheets or [[]])[0])


def content(path: Path, *, at_most: int) -> bytes:
    """The file's bytes; of a pipe or a device, which do not say how long they are, no more than AT_MOST_BYTES.

    Raises: DataError if it cannot be read, or is larger.
    """
    return files.content(path, at_most=at_most if path.is_file() else min(at_most, AT_MOST_BYTES))


def _refuse_pages(path: Path, raw: bytes) -> None:
    """Raises: DataError for what is made to be read or printed, with what to hand in instead."""
    if raw.startswith(b"%PDF"):
        raise DataError(path, "", f"is not UTF-8 text but a PDF; {_READ_HERE}")
    if raw.startswith(_ZIP) and b"word/document.xml" in raw:
        raise DataError(path, "", f"is a Word document; {_READ_HERE}")
    if re.match(rb"\s*<(!doctype html|html)\b", raw[:200].removeprefix(b"\xef\xbb\xbf"), re.IGNORECASE):
        raise DataError(path, "", f"is a web page. If it is our form, open it and press 'Save as file': {_READ_HERE}")


def _table(text: str, path: Path) -> Rows:
    """Rows of a CSV text."""
    reader = cells(text, separator(text))
    try:
        return list(reader)
    except csv.Error as error:
        raise DataError(path, reader.line_num, f"is not a readable CSV: {error}") from error


def cells(text: str, separator: str) -> Any:
    """`csv.reader` of a text, with our limits."""
    csv.field_size_limit(LONGEST_FIELD)
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)


def separator(text: str) -> str:
    """What stands between the cells: semicolons and tabs are seen by the header."""
    first = re.split(r"[\r\n]", text.lstrip("\r\n "), maxsplit=1)[0]
    return max(",;\t", key=first.count)


def _sheets(raw: bytes, path: Path) -> list[Rows]:
    """Each sheet from its cell A1 on, so that a row's place in the list is its number in the sheet."""
    import python_calamine

    try:
        unsettled = _unsettled(raw, path)
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(raw))
        found = []
        for name in book.sheet_names:
            cells = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            sheet = [[_cell(value) for value in row] for row in cells]
            for (row, column), text in unsettled.get(name, {}).items():
                if row < len(sheet) and column < len(sheet[row]):
                    sheet[row][column] = _followed(text, sheet)
            found.append(sheet)
    except (
        python_calamine.CalamineError,
        zipfile.BadZipFile,
        zlib.error,
        ElementTree.ParseError,
        ValueError,
        LookupError,
        RuntimeError,  # an encrypted part, or one packed in a way that Python does not know
        EOFError,
        OSError,
    ) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise DataError(path, "", f"is not a readable XLSX workbook: {reason}") from error
    return found


def _followed(formula: str, sheet: Rows) -> str:
    """What a formula of ours repeats; any other as it stands."""
    if match := _FOLLOWS.fullmatch(formula):
        row, column = int(match[2]) - 1, _column(match[1]) - 1
        return sheet[row][column] if row < len(sheet) and column < len(sheet[row]) else ""
    return formula


def _cell(value: object) -> str:
    """A cell of a sheet as the text that it shows: 3.0 is 3, a date is ISO."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime.datetime | datetime.date):
        return value.isoformat()
    return str(value)


def _unsettled(raw: bytes, path: Path) -> dict[str, Mapping[tuple[int, int], str]]:
    """Sheet -> cells, as (row, column) from 0, that show an error or hold a formula whose result was never stored.

    Read as blank they would be taken for `not assessed`.
    Raises: DataError if a sheet is too large to lay out.
    """
    found: dict[str, Mapping[tuple[int, int], str]] = {}
    with zipfile.ZipFile(io.BytesIO(raw)) as book:
        if sum(part.file_size for part in book.infolist()) > AT_MOST_UNPACKED:
            raise DataError(path, "", f"unpacks to more than {AT_MOST_UNPACKED:,} bytes; split it")
        for name, part in _parts(book):
            with book.open(part) as handle:
                used, height, width, odd = _looked_over(handle)
            if height * width > max(WIDE, SPARSE * used):
                problem = f"sheet {name!r} reaches to row {height:,} and column {width:,} with {used:,} cells filled in"
                raise DataError(path, "", f"{problem}; delete the one that lies far from the others")
            found[name] = odd
    return found


def _parts(book: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """(name of a sheet, its part of the archive); none for other kinds of workbook (ODS, XLSB)."""
    if "xl/workbook.xml" not in book.namelist():
        return
    links = ElementTree.fromstring(book.read("xl/_rels/workbook.xml.rels"))
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    for element in ElementTree.fromstring(book.read("xl/workbook.xml")).iter():
        if _kind(element) == "sheet":
            link = next((value for name, value in element.items() if name.endswith("}id")), None)
            target = targets.get(link, "")
            part = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
            if part in book.namelist():
                yield element.get("name", ""), part


def _looked_over(sheet: IO[bytes]) -> tuple[int, int, int, dict[tuple[int, int], str]]:
    """How many cells hold something, the last row and column of these, and the cells that show no value."""
    used, height, width = 0, 0, 0
    odd: dict[tuple[int, int], str] = {}
    for _, element in ElementTree.iterparse(sheet):
        kind = _kind(element)
        if kind == "row":
            element.clear()
        place = _PLACE.fullmatch(element.get("r", "")) if kind == "c" and len(element) else None
        if place:
            row, column = int(place[2]), _column(place[1])
            used, height, width = used + 1, max(height, row), max(width, column)
            if text := _odd(element):
                odd[row - 1, column - 1] = text
    return used, height, width, odd


def _odd(cell: ElementTree.Element) -> str:
    """The error that a cell shows, or the formula that has no result yet; nothing where there is a value."""
    inside = {_kind(child): child.text or "" for child in cell}
    if cell.get("t") == "e":
        return inside.get("v", "") or "#ERROR"
    # What a program left as the result need not be what stands there now.
    if _FOLLOWS.fullmatch(f"={inside.get('f', '')}"):
        return f"={inside['f']}"
    # A formula that gives no text has the type `str` and an empty value.
    if "f" in inside and not inside.get("v") and cell.get("t") != "str":
        return f"={inside['f']}"
    return ""


def _kind(element: ElementTree.Element) -> str:
    """The tag without its namespace: there are two, for the strict and the usual kind of workbook."""
    return element.tag.rpartition("}")[2]


def _column(letters: str) -> int:
    """
    >>> _column("A"), _column("AA")
    (1, 27)
    """
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number
