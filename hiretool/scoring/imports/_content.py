"""A file that was handed in: JSON values, or a table."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from hiretool import files
from hiretool.errors import DataError
from hiretool.scoring.imports import AT_MOST_BYTES, _grid, _pages
from hiretool.scoring.imports._grid import Grid
from hiretool.scoring.imports._mapping import Mapping
from hiretool.scoring.imports._pages import Json

_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Content:
    """What the shape of a file is told by."""

    path: Path
    values: list[Json] = field(default_factory=list)
    """The JSON texts in the file, one after the other; none where it is a table."""
    grid: Grid | None = None
    mapping: Mapping = field(default_factory=Mapping)

    def table(self) -> Grid:
        """Raises: DataError if the file is JSON."""
        if self.grid is None:
            raise DataError(self.path, "", "is JSON; expected a table (CSV or XLSX)")
        return self.grid

    def json(self) -> list[Json]:
        """Raises: DataError if the file is a table."""
        if not self.values:
            raise DataError(self.path, "", "is a table; expected JSON")
        return self.values


def read(path: Path, raw: bytes | None, mapping: Mapping) -> Content:
    """Raises: DataError if the file is neither JSON nor a table."""
    raw = files.content(path, at_most=AT_MOST_BYTES) if raw is None else raw
    if is_json(raw):
        return Content(path, _pages.values(raw, path), None, mapping)
    return Content(path, [], _grid.read(path, raw), mapping)


def is_json(head: bytes) -> bool:
    """Whether the first letter is one that only JSON begins with.

    >>> is_json(b' {"id": 1}'), is_json(b"role,candidate")
    (True, False)
    """
    return head.removeprefix(_MARK).lstrip()[:1] in (b"{", b"[")
