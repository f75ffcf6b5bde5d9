"""Any CSV or XLSX in long form -> the columns that were asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from hiretool.errors import DataError, Problems, suggestion
from hiretool.scoring import source, spelling

if TYPE_CHECKING:
    import pandas as pd

BLANKS = frozenset({"", "na", "n/a", "nan", "null"})
"""What a cell says where there is no value, in small letters."""
NORMAL = frozenset({"role", "candidate", "interviewer", "competency", "rating"})
"""Columns that make a file one in the normal form."""
NEARLY_ALL = 0.9
"""Share of numbers in a column from which a word in it is taken for a slip."""
LONGEST_NAME = 60
"""Letters of a column's name that a message shows: a file of another kind can have a header of any length."""
SHOWN = 10
"""Rows that a message names before it only counts them."""


def read(path: Path, names: Sequence[str], raw: bytes | None = None) -> pd.DataFrame:
    """The named columns as text, and `row`, the number of each row in the file; rows without any text are left out.

    raw: the file's bytes where they are in memory; `path` is then for messages only.
    Raises: Problems naming the columns that are not there, with what was probably meant; DataError for a file that
    cannot be read, is empty, or has rows that are too short.
    """
    import pandas as pd

    rows = source.rows(path, raw, ours=lambda row: set(names) <= set(map(spelling.name, row)))
    head, header = _header(path, rows)
    places = _places(path, head, header, names)
    body = [
        (number, row) for number, row in enumerate(rows[head:], start=head + 1) if any(cell.strip() for cell in row)
    ]
    if not body:
        raise DataError(path, "", "has a header and no rows")
    last = max(places.values())
    if short := [number for number, row in body if len(row) <= last]:
        shown = ", ".join(map(str, short[:SHOWN])) + (", ..." if len(short) > SHOWN else "")
        raise DataError(path, f"row {shown}", f"has fewer cells than the header; expected {last + 1} or more")
    found = {name: [spelling.name(row[place]) for _, row in body] for name, place in places.items()}
    return pd.DataFrame({**found, "row": [number for number, _ in body]})


def numbers(frame: pd.DataFrame, name: str, path: Path) -> pd.Series:
    """A column that `read` gave as numbers, NaN where it is blank.

    Raises: Problems naming the rows that hold something else.
    """
    import numpy as np
    import pandas as pd

    text = frame[name]
    blank = text.str.casefold().isin(BLANKS)
    found = pd.to_numeric(text.where(~blank), errors="coerce").astype(float)
    wrong = ~blank & ~np.isfinite(found)
    if wrong.any():
        bad = frame.loc[wrong, ["row", name]].head(SHOWN).itertuples(index=False)
        problems = [
            DataError(path, f"row {row}", f"{name}: expected a number, got {value[:40]!r}") for row, value in bad
        ]
        raise Problems(problems, f"There is no number in {int(wrong.sum()):,} of {len(frame):,} rows.")
    return found


def numbers_or_words(frame: pd.DataFrame, name: str, path: Path) -> pd.Series:
    """A column that `read` gave: as numbers if nearly all are, else as the words that they are.

    Raises: Problems naming the few rows that hold a word among numbers.
    """
    import pandas as pd

    text = frame[name]
    filled = text[~text.str.casefold().isin(BLANKS)]
    if len(filled) and pd.to_numeric(filled, errors="coerce").notna().mean() >= NEARLY_ALL:
        return numbers(frame, name, path)
    return text


def is_normal_form(path: Path, raw: bytes | None = None) -> bool:
    """Whether the file's header has the columns of the normal form. Raises: DataError if it cannot be read."""
    _, header = _header(path, source.rows(path, raw, ours=_is_normal))
    return _is_normal(header)


def _is_normal(row: Sequence[str]) -> bool:
    return {"_".join(cell.casefold().replace("-", " ").split()) for cell in row} >= NORMAL


def _header(path: Path, rows: Sequence[list[str]]) -> tuple[int, list[str]]:
    """The number of the first row that is not blank, and its cells."""
    for number, row in enumerate(rows, start=1):
        if any(cell.strip() for cell in row):
            return number, [spelling.name(cell) for cell in row]
    raise DataError(path, "", "is empty; expected a header and rows")


def _places(path: Path, head: int, header: Sequence[str], names: Sequence[str]) -> dict[str, int]:
    times = Counter(header)
    known = [name[:LONGEST_NAME] for name in dict.fromkeys(header) if name]
    problems = [
        DataError(path, f"row {head}", f"has no column {name!r}. {suggestion(name, known)}")
        if not times[name]
        else DataError(path, f"row {head}", f"names the column {name!r} twice")
        for name in dict.fromkeys(names)
        if times[name] != 1
    ]
    if problems:
        raise Problems(problems)
    return {name: header.index(name) for name in dict.fromkeys(names)}
