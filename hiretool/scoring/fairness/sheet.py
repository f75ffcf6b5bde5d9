"""CSV or XLSX -> a header and rows, each under its number in the file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from hiretool.errors import DataError, Problems, suggestion
from hiretool.scoring import source, spelling

SHOWN = 20
"""Bad rows that are listed; the others are counted."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with a column `candidate`."""

    path: Path
    titles: dict[str, str]
    """Name of a column, as `named` spells it -> its title in the file, in the order of the file."""
    places: dict[str, int]
    numbers: list[int]
    """Of each row that is not blank, its number in the file."""
    rows: list[list[str]]
    """Cells of these, as they stand."""

    def column(self, name: str) -> list[str]:
        """Trimmed texts down a column."""
        place = self.places[name]
        return [spelling.name(cells[place]) for cells in self.rows]

    def problem(self, index: int, text: str) -> DataError:
        """What is wrong with one of the rows."""
        return DataError(self.path, f"row {self.numbers[index]}", text)

    def has(self, name: str) -> bool:
        return name in self.places


def named(title: str) -> str:
    """A column's name, however its title is typed.

    >>> named(" Score-Uncorrected ")
    'score_uncorrected'
    """
    return re.sub(r"[\s_-]+", "_", spelling.name(title).casefold())


def read(path: Path, raw: bytes | None) -> Sheet:
    """The first sheet that has a column `candidate`. Raises: DataError or Problems if there is none to be used."""
    rows = source.rows(path, raw, ours=lambda row: "candidate" in map(named, row))
    head = next((number for number, cells in enumerate(rows, start=1) if any(map(str.strip, cells))), 0)
    if not head:
        raise DataError(path, "", "is empty; expected a header with a column candidate")
    header = list(rows[head - 1])
    names = [named(title) for title in header]
    if "candidate" not in names:
        shown = ", ".join(spelling.name(title)[:40] for title in header if title.strip())
        raise DataError(
            path, f"row {head}", f"lacks the column candidate. {suggestion('candidate', names)} Has: {shown}"
        )
    if twice := sorted(name for name, count in Counter(filter(None, names)).items() if count > 1):
        raise DataError(path, f"row {head}", f"names the column {', '.join(twice)} twice")
    numbers = [number for number, cells in enumerate(rows[head:], start=head + 1) if any(map(str.strip, cells))]
    if not numbers:
        raise DataError(path, "", "has a header and no rows")
    titles = {name: spelling.name(title) for name, title in zip(names, header, strict=True) if name}
    places = {name: names.index(name) for name in titles}
    found = Sheet(path, titles, places, numbers, [rows[number - 1] for number in numbers])
    raise_all(
        [
            found.problem(index, f"has {len(cells)} cells, the header {len(header)}")
            for index, cells in enumerate(found.rows)
            if len(cells) < len(header) or any(map(str.strip, cells[len(header) :]))
        ]
    )
    return found


def raise_all(problems: Sequence[DataError]) -> None:
    """Raises: Problems with the first of them and how many there are, if there are any."""
    if problems:
        more = len(problems) - SHOWN
        raise Problems(problems[:SHOWN], f"... and {more:,} more rows" if more > 0 else "")
