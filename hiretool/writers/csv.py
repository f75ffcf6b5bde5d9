"""CSV of a document's rows: UTF-8, no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import math
import re
from typing import Any

from hiretool.document import Document
from hiretool.errors import HiretoolError
from hiretool.writers import _words

SUFFIX = ".csv"
NO_TABLE = "This {} is not a table; CSV and XLSX cannot hold it. Use markdown, html or json."
_NUMBERS = frozenset({float, int, bool})
# A cell that starts so, after blanks and invisible characters, is run as a formula by spreadsheets.
# Source: OWASP, CSV Injection; full-width forms are folded by some of them.
_LIVE = re.compile("^[\\s\u200b-\u200f\u2060\ufeff\u00ad]*[=+\\-@\t\r\n\0＝＋－＠]")


def write(document: Document) -> bytes:
    if document.rows is None:
        raise HiretoolError(NO_TABLE.format(document.kind.replace("-", " ")))
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\n")
    columns = header(document)
    writer.writerow(map(harmless, columns))
    writer.writerows([harmless(row.get(column)) for column in columns] for row in document.rows)
    return target.getvalue().encode()


def header(document: Document) -> list[str]:
    """Column names, in the order in which the rows first name them."""
    return list(dict.fromkeys(name for row in document.rows or () for name in row)) or list(
        document.data.get("columns", ())
    )


def harmless(value: Any) -> str:
    """The cell's text; one that a spreadsheet would run gets a leading apostrophe, unless it is a number."""
    if value is None:
        return ""
    if type(value) in _NUMBERS:
        # Nothing to clean in these; a large table holds millions.
        return "" if math.isnan(value) else str(value)
    text = _words.clean(str(value))
    if isinstance(value, str) and _LIVE.match(text) and not _number(text):
        return f"'{text}"
    return text


def _number(text: str) -> bool:
    return bool(re.fullmatch(r"[-+]?\d+(\.\d+)?", text))
