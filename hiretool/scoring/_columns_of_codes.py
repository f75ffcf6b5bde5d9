"""Columns of text as numbers: each text is kept, cleaned and checked once, however many rows hold it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from hiretool.model import COLUMNS
from hiretool.scoring import rowwise

if TYPE_CHECKING:
    import pandas as pd

Numbers = np.ndarray[Any, np.dtype[Any]]

_GOOD = {"role": "x", "candidate": "x", "interviewer": "x", "competency": "x", "rating": ""}
"""A row that is right, to put one cell into that is not known to be."""
_BAD = -1
NO_NUMBER = "\ue000"
"""A text of private use, which no row that is taken this way may hold."""
TEXTS = tuple(name for name in COLUMNS if name != "rating")


@dataclass(frozen=True, slots=True)
class Column:
    """A block's cells of one column."""

    codes: Numbers
    """(rows,) place of each row's cell in `cells`."""
    cells: list[str]


class _Texts:
    """The texts of one column, by the numbers that stand for them."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._longest = rowwise.LONGEST.get(name, 0)
        self._by_cell: dict[str, int] = {}
        self.by_text: dict[str, int] = {}
        self._pieces: list[Numbers] = []

    def numbers(self, column: Column) -> Numbers | None:
        """The number of each row's text; None if there is one that cannot stand in this column."""
        known = np.array([self._number(cell) for cell in column.cells], dtype=np.int32)
        found = known[column.codes]
        return None if (found == _BAD).any() else found

    def keep(self, numbers: Numbers) -> None:
        # Most columns have few texts; ten million rows of them fit into small numbers.
        self._pieces.append(numbers.astype(np.min_scalar_type(max(len(self.by_text), 1))))

    def number_of(self, text: str) -> int:
        return self.by_text.setdefault(text, len(self.by_text))

    def all(self) -> Numbers:
        return np.concatenate(self._pieces).astype(np.int32) if self._pieces else np.empty(0, np.int32)

    def _is_good(self, text: str) -> bool:
        # Nearly all are names without anything odd, and there may be a million of them.
        if text and text.isprintable() and len(text) <= self._longest:
            return True
        return not rowwise.reasons({**_GOOD, self._name: text})

    def _number(self, cell: str) -> int:
        number = self._by_cell.get(cell)
        if number is None:
            text = rowwise.spelt(self._name, cell)
            good = self._is_good(text) and NO_NUMBER not in cell
            if good and self._name == "recommendation":
                text = rowwise.spelt_name(text)
            number = self.number_of(text) if good else _BAD
            # A note stands there once, as a rule; to remember it would take the memory of the file again.
            if self._name != "note":
                self._by_cell[cell] = number
        return number


class Codes:
    """Good rows, gathered block by block."""

    def __init__(self, found: rowwise.Checked) -> None:
        self._found = found
        self.columns = {name: _Texts(name) for name in TEXTS}
        self._ratings: list[Numbers] = []
        self._mixed: list[Numbers] = []
        self._rows: list[Numbers] = []
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def add(self, columns: Mapping[str, Column], first: int) -> bool:
        """Add a block's rows, which have the numbers from `first` on; False, and nothing added, if one is not good."""
        count = len(columns["rating"].codes)
        known = [rowwise.rating(rowwise.spelt("rating", cell)) for cell in columns["rating"].cells]
        wrong = np.array([bool(problems) for _, _, problems in known])
        codes = columns["rating"].codes
        if wrong[codes].any():
            return False
        numbers: dict[str, Numbers] = {}
        for name in TEXTS:
            found = self._numbers(name, columns.get(name), count)
            if found is None:
                return False
            numbers[name] = found
        for name, found in numbers.items():
            self.columns[name].keep(found)
        values = np.array([np.nan if value is None else value for value, _, _ in known], dtype=np.float64)
        mixed = np.array([label is not None for _, label, _ in known])
        self._keep(values[codes], mixed[codes], np.arange(first, first + count))
        return True

    def add_taken(self) -> None:
        """Add what was taken row by row since."""
        taken = self._found.taken
        for name in TEXTS:
            texts = self.columns[name]
            texts.keep(np.array([texts.number_of(text) for text in taken[name]], dtype=np.int32))
        ratings = np.array([np.nan if value is None else value for value in taken["rating"]], dtype=np.float64)
        self._keep(ratings, np.array([label is not None for label in taken["label"]], dtype=bool), taken["row"])
        for kept in taken.values():
            kept.clear()

    def frame(self, *, categories: bool) -> pd.DataFrame:
        """The rows. categories: texts as pandas categories, which need a few bytes a row."""
        import pandas as pd

        if not self._count:
            return pd.DataFrame(self._found.taken).astype({"rating": float})
        found: dict[str, Any] = {}
        ratings, rows = np.concatenate(self._ratings), np.concatenate(self._rows)
        mixed = np.concatenate(self._mixed)
        for name in COLUMNS:
            if name == "rating":
                found[name] = ratings
                continue
            texts, numbers = _in_order(self.columns[name])
            column = pd.Categorical.from_codes(numbers, categories=texts)
            found[name] = column if categories else pd.Series(texts.array.take(numbers))
        if categories:
            label = pd.CategoricalDtype(["mixed"])
            found["label"] = pd.Categorical.from_codes(np.where(mixed, 0, -1), dtype=label)
        else:
            found["label"] = ["mixed" if entry else None for entry in mixed]
        return pd.DataFrame({**found, "row": rows}, copy=False)

    def _numbers(self, name: str, column: Column | None, count: int) -> Numbers | None:
        if column is None:
            return np.full(count, self.columns[name].number_of(""), dtype=np.int32)
        return self.columns[name].numbers(column)

    def _keep(self, ratings: Numbers, mixed: Numbers, rows: Any) -> None:
        self._ratings.append(ratings)
        self._mixed.append(mixed)
        self._rows.append(np.asarray(rows, dtype=np.int64))
        self._count += len(ratings)


def _in_order(column: _Texts) -> tuple[pd.Index, Numbers]:
    """The texts that some row holds, in their order, which is that of the categories; and the rows as numbers."""
    import pandas as pd

    texts, numbers = list(column.by_text), column.all()
    used = np.flatnonzero(np.bincount(numbers, minlength=len(texts))).tolist()
    used.sort(key=texts.__getitem__)
    places = np.zeros(len(texts), dtype=np.int32)
    places[used] = np.arange(len(used), dtype=np.int32)
    return pd.Index([texts[number] for number in used], dtype="str"), places[numbers]
