"""Our own JSON of scorecards or ratings, filled in -> rows of the normal form."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

from hiretool import files
from hiretool.errors import DataError

Rows = list[list[str]]

_HOLDS = {"scorecard": "rows", "ratings": "ratings"}
"""Kind of document -> where its rows are."""


def recognised(raw: bytes) -> bool:
    """Whether it is ours: an object that says so by `schema` and `kind`."""
    if not raw.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{") or b'"schema"' not in raw[:400]:
        return False
    try:
        found = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and found.get("kind") in _HOLDS and isinstance(_rows(found), list)


def rows(raw: bytes, path: Path) -> Rows:
    """A header and the rows in their order. Raises: DataError for a row that is none."""
    found: dict[str, Any] = json.loads(files.decoded(raw, path))
    entries = _rows(found)
    for number, entry in enumerate(entries, start=1):
        if not isinstance(entry, dict) or any(isinstance(cell, dict | list) for cell in entry.values()):
            raise DataError(path, f"{_HOLDS[found['kind']]}[{number - 1}]", "expected an object of texts and numbers")
    header = list(dict.fromkeys(name for entry in entries for name in entry))
    return [header, *([_text(entry.get(name)) for name in header] for entry in entries)] if header else []


def _rows(found: dict[str, Any]) -> Any:
    return found.get(_HOLDS[found["kind"]])


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and math.isfinite(cell) and cell.is_integer():
        return str(int(cell))
    return str(cell)
