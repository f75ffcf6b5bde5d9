"""A table that is not in the normal form: its headings, and what they seem to hold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from hiretool.errors import DataError, Problems
from hiretool.scoring import source, spelling
from hiretool.scoring.imports import _moments, _words
from hiretool.scoring.imports._mapping import spelt

MOST_RATED = 0.8
"""Share of the filled cells of a column that look like ratings, from which it is taken for one of ratings."""
# What a heading says about its column, in the order in which columns are given away. Our own list, for English forms,
# and what Google Forms calls its first column in other languages.
_HEADINGS = {
    "submitted_at": r"^(?:timestamp|zeitstempel|horodat(?:eur|age)|marca temporal|carimbo.*|tijdstempel|"
    r"informazioni cronologiche|submitted.*|completed.*|completion time|(?:interview )?date)$",
    "id": r"^(?:id|response id|scorecard id|card id)$",
    "interviewer": r"\binterviewer\b|^e-?mail(?: address)?$|^username$|\byour (?:full )?(?:name|e-?mail)|"
    r"\b(?:submitted|filled in|rated) by\b|\b(?:reviewer|evaluator|assessor|panell?ist)\b",
    "candidate": r"\bcandidate(?:'s)?(?: full)? name\b|\bname of (?:the )?(?:candidate|applicant)\b|^candidate$|"
    r"^applicant(?:'s name)?$|\binterviewee\b|\bwho(?:m)? did you (?:interview|meet|talk)|\bcandidate id\b",
    "recommendation": r"\boverall\b|\brecommend|\bverdict\b|\bwould you hire\b|\bhir(?:e|ing) decision\b",
    "interview": r"\bwhich (?:interview|round|stage)\b|\b(?:interview|round|stage)(?: (?:type|name|round|stage))?$",
    "role": r"\bwhich role\b|\b(?:role|position|opening|job)(?: title)?$",
    "competency": r"\bcompetenc|^skill$|^attribute$|^criteri|^dimension$",
    "rating": r"^(?:rating|score|grade|points|mark)$",
    "note": r"^(?:notes?|comments?|evidence|justification|reason)$",
}
LONG = ("competency", "rating", "note")
"""Columns that only a table with one row a rating has."""


@dataclass(frozen=True, slots=True)
class Column:
    """What a column seems to hold."""

    heading: str
    certain: bool
    """The mapping file says so, or the heading is our own word for it."""


class Grid:
    """The rows of a table under headings that are all different."""

    def __init__(self, path: Path, rows: Sequence[list[str]]) -> None:
        """Raises: DataError if there is no heading, or nothing below it."""
        head = next((number for number, cells in enumerate(rows) if any(map(str.strip, cells))), None)
        if head is None:
            raise DataError(path, "", "is empty; expected a row of headings")
        self.path = path
        self.headings = _unique(rows[head])
        self.rows = [
            (number, cells)
            for number, cells in enumerate(rows[head + 1 :], start=head + 2)
            if any(map(str.strip, cells))
        ]
        self._rated: dict[str, bool] = {}
        self._places = {spelt(heading): place for place, heading in enumerate(self.headings)}
        if not self.rows:
            raise DataError(path, "", "has headings and no rows below them")

    def place(self, heading: str) -> int | None:
        """Where the column of a heading is, from 0."""
        return self._places.get(spelt(heading))

    def has(self, heading: str) -> bool:
        return spelt(heading) in self._places

    def column(self, heading: str) -> list[str]:
        """The filled cells of a column."""
        place = self._places[spelt(heading)]
        return [cells[place].strip() for _, cells in self.rows if place < len(cells) and cells[place].strip()]

    def cells(self, cells: Sequence[str]) -> dict[str, str]:
        """A row by heading, as it stands there; cells beyond the headings are left out."""
        return dict(zip(self.headings, cells, strict=False))

    def is_rated(self, heading: str) -> bool:
        """Whether what stands in the column looks like ratings."""
        if heading not in self._rated:
            counts = Counter(self.column(heading))
            rated = sum(count for text, count in counts.items() if _words.looks_rated(text))
            self._rated[heading] = bool(counts) and rated >= MOST_RATED * counts.total()
        return self._rated[heading]


def read(path: Path, raw: bytes | None) -> Grid:
    """Raises: DataError if the file is no table."""
    return Grid(path, source.rows(path, raw, ours=lambda row: bool(set(map(spelt, row)) & {"timestamp", "candidate"})))


def _unique(cells: Sequence[str]) -> list[str]:
    """Headings on one line each; a second one of a name has [2] behind it, as forms repeat `Comments`."""
    found: list[str] = []
    seen: Counter[str] = Counter()
    cells = list(cells)
    while cells and not cells[-1].strip():
        cells.pop()
    for place, cell in enumerate(cells, start=1):
        name = " ".join(spelling.name(cell).split()) or f"column {place}"
        seen[spelt(name)] += 1
        found.append(name if seen[spelt(name)] == 1 else f"{name} [{seen[spelt(name)]}]")
    return found


def columns(grid: Grid, said: Mapping[str, str], wanted: Sequence[str]) -> dict[str, Column]:
    """Our name -> the column that holds it, of those that are said or can be guessed.

    said: our name -> heading, from the mapping file.
    Raises: Problems, for each heading that the mapping file names and the table does not have.
    """
    from hiretool.errors import suggestion

    missing = [
        DataError(grid.path, "", f"has no column {heading!r} (columns.{name}). {suggestion(heading, grid.headings)}")
        for name, heading in said.items()
        if not grid.has(heading)
    ]
    if missing:
        raise Problems(missing)
    found = {name: Column(heading, True) for name, heading in said.items()}
    taken = {spelt(column.heading) for column in found.values()}
    for name in wanted:
        if name not in found and (heading := _guessed(grid, name, taken)):
            exact = spelt(heading).replace(" ", "_") == name or (name, spelt(heading)) == ("submitted_at", "timestamp")
            found[name] = Column(heading, exact)
            taken.add(spelt(heading))
    return found


def _guessed(grid: Grid, name: str, taken: set[str]) -> str | None:
    free = [heading for heading in grid.headings if spelt(heading) not in taken]
    exact = next((heading for heading in free if spelt(heading).replace(" ", "_") == name), None)
    pattern = re.compile(_HEADINGS[name], re.IGNORECASE)
    return exact or next((heading for heading in free if pattern.search(heading)), None)


def order(grid: Grid, column: Column | None, said: _moments.Order | None) -> _moments.Order | None:
    """Which of day and month comes first in a column of dates."""
    return said or (_moments.order_of(grid.column(column.heading)) if column else None)


def unknown(grid: Grid, found: Mapping[str, Column], needed: Sequence[str], *, accept: bool) -> list[DataError]:
    """One problem for each column that is needed and not known, with the guess if there is one."""
    problems = []
    for name in needed:
        column = found.get(name)
        if column is None:
            problems.append(DataError(grid.path, "", f"say in the mapping file which column holds the {name}"))
        elif not column.certain and not accept:
            guess = f"a guess is {column.heading[:80]!r} (--accept-guesses)"
            problems.append(DataError(grid.path, "", f"say in the mapping file which column holds the {name}; {guess}"))
    return problems


def usable(found: Mapping[str, Column], *, accept: bool) -> dict[str, str]:
    """Our name -> heading, of the columns that may be used."""
    return {name: column.heading for name, column in found.items() if column.certain or accept}


def moments(grid: Grid, heading: str | None, order: _moments.Order | None) -> Iterator[tuple[str, str]]:
    """(ISO time, why not) for each row."""
    place = grid.place(heading) if heading else None
    for _, cells in grid.rows:
        text = cells[place] if place is not None and place < len(cells) else ""
        try:
            found = _moments.written(text, order)
        except _moments.Unclear:
            both = f"submitted_at: {text[:40]!r} could be two days"
            yield "", f"{both}; say dates: day-first or month-first in the mapping file"
            continue
        wrong = f"submitted_at: expected a date such as 2026-09-01 or 2026-09-01T14:30Z, got {text[:40]!r}"
        yield found or "", wrong if found is None else ""
