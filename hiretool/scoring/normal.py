"""CSV, XLSX or a form of ours -> the normal form of scorecards: long, one row for each rating."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hiretool.errors import DataError, HiretoolError, Problems
from hiretool.model import COLUMNS
from hiretool.scoring import rowwise, source
from hiretool.scoring.rowwise import LONGEST, REQUIRED, Rejected

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "LONGEST",
    "REQUIRED",
    "Reading",
    "Rejected",
    "cards",
    "frame",
    "normal_rows",
    "read",
    "reading",
    "records",
]


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
    untouched: int = 0
    """Rows of a blank scorecard that nobody filled in: neither an interviewer nor anything said. They are in neither
    the frame nor among the rejected."""

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
    """The ratings in a CSV or XLSX file, or in a scorecard of ours, good and bad rows apart.

    raw: the file's bytes where they are already in memory (standard input); `path` is then for messages only.
    Raises: DataError or Problems where the file as a whole cannot be read.
    """
    from hiretool.scoring import large

    raw = source.content(path, at_most=large.AT_MOST_BYTES) if raw is None else raw
    if len(raw) > large.ABOVE_BYTES:
        try:
            return at_once(path, raw)
        except (large.Doubt, HiretoolError) as doubt:
            # Whatever is wrong is said as of any other file, as long as there is memory for that.
            if len(raw) > source.AT_MOST_BYTES:
                raise _too_large(path, doubt) from doubt
    return row_by_row(path, raw)


def at_once(path: Path, raw: bytes) -> Reading:
    """As `reading`, of a CSV, block by block. Raises: large.Doubt if it is not plain enough for that."""
    from hiretool.scoring import large

    found, frame = large.reading(path, raw)
    rejected = sorted(found.rejected, key=lambda entry: entry.row)
    return Reading(path, found.header, frame, rejected, found.ignored, found.untouched)


def _too_large(path: Path, doubt: Exception) -> HiretoolError:
    if isinstance(doubt, HiretoolError):
        return doubt
    problem = (
        f"is larger than {source.AT_MOST_BYTES:,} bytes, and no plain CSV; expected UTF-8, a name for each column,"
        " quotes only around whole cells, and one kind of line end. Mend it, or split it"
    )
    return DataError(path, "", problem)


def row_by_row(path: Path, raw: bytes | None = None) -> Reading:
    """As `reading`, one row after the other, of whatever kind the file is."""
    import pandas as pd

    rows = source.rows(path, raw, ours=rowwise.is_header)
    found = rowwise.checked(path, rows)
    frame = pd.DataFrame(found.taken)
    frame["rating"] = frame["rating"].astype(float)
    frame = rowwise.without_repeats(frame, found, dict(enumerate(rows, start=1)))
    rejected = sorted(found.rejected, key=lambda entry: entry.row)
    return Reading(path, found.header, frame, rejected, found.ignored, found.untouched)


def read(path: Path, raw: bytes | None = None) -> pd.DataFrame:
    """As `reading`, all rows or none. Raises: Problems with every bad row."""
    return reading(path, raw).whole()


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
