"""Rows as they stand in a file -> those that can be taken, and the others with every reason why not."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hiretool.errors import DataError, Problems, suggestion
from hiretool.model import ANCHOR_COLUMNS, COLUMNS, MIXED, RATINGS, RECOMMENDATIONS
from hiretool.scoring import spelling

if TYPE_CHECKING:
    import pandas as pd

REQUIRED = ("role", "candidate", "interviewer", "competency", "rating")
SAID = ("rating", "note", "recommendation", "submitted_at")
"""Where none of these and no interviewer stands, nobody filled in the row."""
LONGEST = {"role": 60, "candidate": 200, "interviewer": 200, "interview": 100, "competency": 60, "note": 20_000}
ALMOST = 0.8
"""Likeness at which an unknown column is taken for a misspelt one: `notes` 0.89, `comment` and `note` 0.55."""

_RATINGS: dict[str, tuple[float | None, str | None]] = {
    "": (None, None),
    "mixed": (MIXED, "mixed"),
    f"{MIXED}": (MIXED, "mixed"),
    **{str(value): (float(value), None) for value in RATINGS},
    **{f"{value}.0": (float(value), None) for value in RATINGS},
}
_MONTHS_FIRST = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}")


@dataclass(slots=True)
class Rejected:
    """A row that cannot be taken: its number in the file, what stands there, and why not."""

    row: int
    cells: list[str]
    reasons: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Checked:
    """Rows being checked, and the ones that were not taken."""

    header: list[str]
    ignored: list[str]
    taken: dict[str, list[Any]] = field(default_factory=lambda: {name: [] for name in (*COLUMNS, "label", "row")})
    rejected: list[Rejected] = field(default_factory=list)
    untouched: int = 0

    def take(self, rows: Iterable[list[str]], first: int) -> None:
        """Check rows, the first of which has the number `first` in the file."""
        places = {name: self.header.index(name) for name in COLUMNS if name in self.header}
        for number, cells in enumerate(rows, start=first):
            if any(cell.strip() for cell in cells):
                self._take(number, cells, places)

    def _take(self, number: int, cells: list[str], places: Mapping[str, int]) -> None:
        if len(cells) < len(self.header) or any(cell.strip() for cell in cells[len(self.header) :]):
            reason = f"has {len(cells)} cells, the header {len(self.header)}"
            self.rejected.append(Rejected(number, cells, [reason]))
            return
        values = {name: spelt(name, cells[place]) for name, place in places.items()}
        if not values["interviewer"] and not any(values.get(name) for name in SAID):
            self.untouched += 1
            return
        value, label, wrong = rating(values["rating"])
        if wrong := wrong + reasons(values):
            self.rejected.append(Rejected(number, cells, wrong))
            return
        for name in COLUMNS:
            self.taken[name].append(values.get(name, ""))
        self.taken["rating"][-1] = value
        self.taken["recommendation"][-1] = spelt_name(values.get("recommendation", ""))
        self.taken["label"].append(label)
        self.taken["row"].append(number)


def spelt_name(cell: str) -> str:
    """A column's name, or a recommendation, in the spelling that is looked for."""
    return re.sub(r"[\s-]+", "_", cell.strip().casefold())


def spelt(column: str, cell: str) -> str:
    """A cell as it is kept."""
    return spelling.note(cell) if column == "note" else spelling.name(cell)


def is_header(row: list[str]) -> bool:
    return set(REQUIRED) <= {spelt_name(cell) for cell in row}


def begun(path: Path, rows: Sequence[list[str]]) -> tuple[int, Checked]:
    """The number of the header's row, and nothing checked yet.

    Raises: DataError or Problems where there is no header, or none of ours.
    """
    head = next((number for number, cells in enumerate(rows, start=1) if any(map(str.strip, cells))), 0)
    if not head:
        raise DataError(path, "", f"is empty; expected a header with the columns {', '.join(COLUMNS)}")
    header, strange = _header(path, head, rows[head - 1])
    return head, Checked(header, strange)


def checked(path: Path, rows: Sequence[list[str]]) -> Checked:
    """All rows, without regard to what they say of one another. Raises: as `begun`; DataError where there is none."""
    head, found = begun(path, rows)
    # A column without a name is worth a word only where something stands in it.
    if unnamed := {name for name, cell in zip(found.header, rows[head - 1], strict=False) if not cell.strip()}:
        filled = {name for cells in rows[head:] for name, cell in zip(found.header, cells, strict=False) if cell}
        found.ignored = [name for name in found.ignored if name not in unnamed or name in filled]
    found.take(rows[head:], head + 1)
    if not found.taken["row"] and not found.rejected:
        raise nothing(path, found.untouched)
    return found


def nothing(path: Path, untouched: int) -> DataError:
    """What is said of a file in which there is a header and nothing to take."""
    return DataError(
        path, "", "is a blank scorecard that nobody filled in" if untouched else "has a header and no ratings"
    )


def _header(path: Path, number: int, row: list[str]) -> tuple[list[str], list[str]]:
    """Our column names in the order of the file, and the columns that are none of ours."""
    header = [spelt_name(cell) for cell in row]
    while header and not header[-1]:
        header.pop()
    header = [name or f"column_{index}" for index, name in enumerate(header, start=1)]
    where = f"row {number}"
    problems: list[DataError] = []
    if twice := sorted(name for name, count in Counter(header).items() if count > 1):
        problems.append(DataError(path, where, f"names the column {', '.join(twice)} twice"))
    missing = [name for name in REQUIRED if name not in header]
    strange = [name for name in header if name not in COLUMNS]
    if missing:
        hints = [
            f"{name!r}: {suggestion(name, missing)}" for name in strange if suggestion(name, missing).startswith("Did")
        ]
        hint = f" ({'; '.join(hints)})" if hints else f" Columns are: {', '.join(COLUMNS)}."
        problems.append(DataError(path, where, f"lacks the column {', '.join(missing)}.{hint}"))
    absent = [name for name in COLUMNS if name not in header and name not in missing]
    for name in strange:
        # Passed over, a column of notes would be lost for one letter.
        if meant := get_close_matches(name, absent, n=1, cutoff=ALMOST):
            problems.append(DataError(path, where, f"no column {name!r}. Did you mean {meant[0]!r}?"))
    if problems:
        raise Problems(problems)
    return header, [name for name in strange if name not in ANCHOR_COLUMNS]


def rating(text: str) -> tuple[float | None, str | None, list[str]]:
    """What a rating counts, None where it was not assessed; its label; what is wrong with it."""
    known = _RATINGS.get(text) or _RATINGS.get(text.casefold())
    if known is None:
        return None, None, [f"rating: expected 1, 2, 3, 4, mixed or blank (not assessed), got {text[:40]!r}"]
    return known[0], known[1], []


def wrong_name(column: str, name: str) -> list[str]:
    """Why a name cannot stand in a column, if it cannot; a blank one can be filled in later."""
    return reasons({**dict.fromkeys(REQUIRED, "x"), column: spelling.name(name) or "x"})


def reasons(values: Mapping[str, str]) -> list[str]:
    """What is wrong with a row but for its rating. values: by column, as they are kept."""
    found = [f"{name}: is blank" for name in REQUIRED if name != "rating" and not values[name]]
    found += [
        f"{name}: holds a line break or control character"
        for name, value in values.items()
        if name != "note" and not spelling.is_one_line(value)
    ]
    found += [
        f"{name}: is longer than {most:,} characters"
        for name, most in LONGEST.items()
        if len(values.get(name, "")) > most
    ]
    said = values.get("recommendation", "")
    if said and spelt_name(said) not in RECOMMENDATIONS and spelt_name(said):
        expected = ", ".join(RECOMMENDATIONS)
        found.append(f"recommendation: expected {expected} or blank, got {said[:40]!r}")
    if (when := values.get("submitted_at", "")) and not _is_moment(when):
        found.append(f"submitted_at: expected a date such as 2026-09-01 or 2026-09-01T14:30Z, got {when[:40]!r}")
    return found


def _is_moment(text: str) -> bool:
    if _MONTHS_FIRST.match(text):
        return False
    try:
        datetime.datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


CARD = ["role", "candidate", "interviewer", "interview"]
"""What tells cards apart."""


def without_repeats(frame: pd.DataFrame, found: Checked, rows: Mapping[int, list[str]]) -> pd.DataFrame:
    """Rows that say a thing twice, or a card that recommends two things, are rejected with the row they clash with.

    rows: the cells of a row by its number in the file.
    """
    key = [*CARD, "competency"]
    first = frame.groupby(key, sort=False)["row"].transform("min") if len(frame) else frame["row"]
    _reject(found, rows, frame[first != frame["row"]], first, "rates again what row {} rated")
    frame = frame[first == frame["row"]]
    said = frame[frame["recommendation"] != ""]
    if len(said):
        card = said.groupby(CARD, sort=False)
        differs = card["recommendation"].transform("first") != said["recommendation"]
        _reject(
            found,
            rows,
            said[differs],
            card["row"].transform("first"),
            "recommends something else than row {} of the same card",
        )
        frame = frame.drop(index=said.index[differs])
    return frame.reset_index(drop=True)


def _reject(found: Checked, rows: Mapping[int, list[str]], bad: pd.DataFrame, other: pd.Series, reason: str) -> None:
    for number, clash in zip(bad["row"], other.loc[bad.index], strict=True):
        found.rejected.append(Rejected(int(number), rows[int(number)], [reason.format(clash)]))
