"""CSV or XLSX -> the normal form of scorecards: long, one row for each rating."""

from __future__ import annotations

import datetime
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hiretool.errors import DataError, Problems, suggestion
from hiretool.model import COLUMNS, MIXED, RATINGS, RECOMMENDATIONS
from hiretool.scoring import source, spelling

if TYPE_CHECKING:
    import pandas as pd

REQUIRED = ("role", "candidate", "interviewer", "competency", "rating")
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
class _Checked:
    """Rows being checked, and the ones that were not taken."""

    header: list[str]
    taken: dict[str, list[Any]]
    rejected: list[Rejected]
    ignored: list[str]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file held."""

    source: Path
    header: list[str]
    frame: pd.DataFrame
    """The good rows: long, one row a rating: COLUMNS and `label`, `row`. rating is 1..4, NaN where not assessed;
    `mixed` counts 2.5 and keeps its label."""
    rejected: list[Rejected]
    ignored: list[str]
    """Names of columns that are not part of the normal form."""

    def whole(self) -> pd.DataFrame:
        """The frame. Raises: Problems with every bad row, if there is one; nothing is to be taken then."""
        if self.rejected:
            raise Problems(
                [DataError(self.source, f"row {entry.row}", "; ".join(entry.reasons)) for entry in self.rejected],
                f"{len(self.rejected)} of {len(self.rejected) + len(self.frame)} rows cannot be taken; nothing was"
                " taken. Mend them, or import with --skip-bad FILE to keep the others.",
            )
        return self.frame


def reading(path: Path, raw: bytes | None = None) -> Reading:
    """The ratings in a CSV or XLSX file, good and bad rows apart.

    raw: the file's bytes where they are already in memory (standard input); `path` is then for messages only.
    Raises: DataError or Problems where the file as a whole cannot be read.
    """
    import pandas as pd

    rows = source.rows(path, raw, ours=_is_header)
    checked = _checked(path, rows)
    frame = pd.DataFrame(checked.taken)
    frame["rating"] = frame["rating"].astype(float)
    frame = _without_repeats(frame, checked, rows)
    return Reading(path, checked.header, frame, sorted(checked.rejected, key=lambda entry: entry.row), checked.ignored)


def read(path: Path, raw: bytes | None = None) -> pd.DataFrame:
    """As `reading`, all rows or none. Raises: Problems with every bad row."""
    return reading(path, raw).whole()


def _name(cell: str) -> str:
    return re.sub(r"[\s-]+", "_", cell.strip().casefold())


def _is_header(row: list[str]) -> bool:
    return set(REQUIRED) <= {_name(cell) for cell in row}


def _header(path: Path, number: int, row: list[str]) -> tuple[list[str], list[str]]:
    """Our column names in the order of the file, and the columns that are none of ours."""
    header = [_name(cell) for cell in row]
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
    return header, strange


def _checked(path: Path, rows: Sequence[list[str]]) -> _Checked:
    head = next((number for number, cells in enumerate(rows, start=1) if any(map(str.strip, cells))), 0)
    if not head:
        raise DataError(path, "", f"is empty; expected a header with the columns {', '.join(COLUMNS)}")
    header, strange = _header(path, head, rows[head - 1])
    places = {name: header.index(name) for name in COLUMNS if name in header}
    taken: dict[str, list[Any]] = {name: [] for name in (*COLUMNS, "label", "row")}
    # A column without a name is worth a word only where something stands in it.
    unnamed = {name for name, cell in zip(header, rows[head - 1], strict=False) if not cell.strip()}
    filled = (
        {name for cells in rows[head:] for name, cell in zip(header, cells, strict=False) if cell} if unnamed else ()
    )
    checked = _Checked(header, taken, [], [name for name in strange if name not in unnamed or name in filled])
    for number, cells in enumerate(rows[head:], start=head + 1):
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) < len(header) or any(cell.strip() for cell in cells[len(header) :]):
            checked.rejected.append(Rejected(number, cells, [f"has {len(cells)} cells, the header {len(header)}"]))
            continue
        values = {
            name: spelling.note(cells[place]) if name == "note" else spelling.name(cells[place])
            for name, place in places.items()
        }
        value, label, reasons = _rating(values["rating"])
        recommendation = _name(values.get("recommendation", ""))
        reasons += _reasons(values, recommendation)
        if reasons:
            checked.rejected.append(Rejected(number, cells, reasons))
            continue
        for name in COLUMNS:
            taken[name].append(values.get(name, ""))
        taken["rating"][-1], taken["recommendation"][-1] = value, recommendation
        taken["label"].append(label)
        taken["row"].append(number)
    if not taken["row"] and not checked.rejected:
        raise DataError(path, "", "has a header and no ratings")
    return checked


def _rating(text: str) -> tuple[float | None, str | None, list[str]]:
    known = _RATINGS.get(text) or _RATINGS.get(text.casefold())
    if known is None:
        return None, None, [f"rating: expected 1, 2, 3, 4, mixed or blank (not assessed), got {text[:40]!r}"]
    return known[0], known[1], []


def _reasons(values: dict[str, str], recommendation: str) -> list[str]:
    reasons = [f"{name}: is blank" for name in REQUIRED if name != "rating" and not values[name]]
    reasons += [
        f"{name}: holds a line break or control character"
        for name, value in values.items()
        if name != "note" and not spelling.is_one_line(value)
    ]
    reasons += [
        f"{name}: is longer than {most:,} characters"
        for name, most in LONGEST.items()
        if len(values.get(name, "")) > most
    ]
    if recommendation and recommendation not in RECOMMENDATIONS:
        expected = ", ".join(RECOMMENDATIONS)
        reasons.append(f"recommendation: expected {expected} or blank, got {values['recommendation'][:40]!r}")
    if (when := values.get("submitted_at", "")) and not _is_moment(when):
        reasons.append(f"submitted_at: expected a date such as 2026-09-01 or 2026-09-01T14:30Z, got {when[:40]!r}")
    return reasons


def _is_moment(text: str) -> bool:
    if _MONTHS_FIRST.match(text):
        return False
    try:
        datetime.datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _without_repeats(frame: pd.DataFrame, checked: _Checked, rows: Sequence[list[str]]) -> pd.DataFrame:
    """Rows that say a thing twice, or a card that recommends two things, are rejected with the row they clash with."""
    key = ["role", "candidate", "interviewer", "interview", "competency"]
    first = frame.groupby(key, sort=False)["row"].transform("min") if len(frame) else frame["row"]
    _reject(checked, rows, frame[first != frame["row"]], first, "rates again what row {} rated")
    frame = frame[first == frame["row"]]
    said = frame[frame["recommendation"] != ""]
    if len(said):
        card = said.groupby(key[:4], sort=False)
        differs = card["recommendation"].transform("first") != said["recommendation"]
        _reject(
            checked,
            rows,
            said[differs],
            card["row"].transform("first"),
            "recommends something else than row {} of the same card",
        )
        frame = frame.drop(index=said.index[differs])
    return frame.reset_index(drop=True)


def _reject(checked: _Checked, rows: Sequence[list[str]], bad: pd.DataFrame, other: pd.Series, reason: str) -> None:
    for number, clash in zip(bad["row"], other.loc[bad.index], strict=True):
        checked.rejected.append(Rejected(int(number), rows[number - 1], [reason.format(clash)]))


def frame(rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """Rows of the normal form that are already checked (a workspace's) as the frame that `read` returns."""
    import pandas as pd

    names = [*COLUMNS, "label"]
    found = pd.DataFrame([{name: row.get(name) for name in names} for row in rows], columns=names)
    found["rating"] = found["rating"].astype(float)
    texts = ["interview", "note", "recommendation", "submitted_at"]
    found[texts] = found[texts].fillna("")
    return found.assign(row=range(len(found)))


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows as dictionaries by column name."""
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]


def normal_rows(ratings: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """The ratings as the normal form is written: rating as 1..4, `mixed` or blank."""
    for row in records(ratings):
        value = row["rating"]
        label = row["label"] if isinstance(row["label"], str) else ""
        rating = label or ("" if math.isnan(value) else f"{value:g}")
        yield {name: rating if name == "rating" else row[name] for name in COLUMNS}


def cards(ratings: pd.DataFrame) -> Iterator[tuple[tuple[str, str, str, str], list[dict[str, Any]]]]:
    """(role, candidate, interviewer, interview) and its rows, in the order in which the cards begin.

    A missing rating or label is None in the rows.
    """
    found: dict[tuple[str, str, str, str], list[dict[str, Any]]] = {}
    for row in records(ratings):
        rating, label = row["rating"], row["label"]
        row["rating"] = None if math.isnan(rating) else rating
        row["label"] = label if isinstance(label, str) else None
        found.setdefault((row["role"], row["candidate"], row["interviewer"], row["interview"]), []).append(row)
    yield from found.items()
