"""Ratings in long form -> numbers for units, raters and values, with what had to be left out counted."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from hiretool.errors import HiretoolError, suggestion
from hiretool.scoring.columns import BLANKS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Coded:
    """The ratings of units that two raters or more rated: three columns of one length, ordered by unit and rater."""

    unit: Ints
    """0 .. units - 1."""
    rater: Ints
    """Place in `raters`."""
    value: Ints
    """Place in `values`, or in `labels` where these are no numbers."""
    cluster: Ints
    """For each compared unit the group (0, 1, ...) of units that hang together; each on its own if none were named."""
    raters: tuple[str, ...]
    """Names of everybody who rated, in order."""
    labels: tuple[str, ...]
    """The different values as text, in order: of size for numbers, of the alphabet for words."""
    values: Floats | None
    """The different values as numbers; None if one of them is no number."""
    no_number: str
    """The first value that is no number; empty if all are."""
    n_units: int
    """Units with a rating, whether compared or not."""
    n_ratings: int
    """Ratings of these units that were taken."""
    n_left_out: int
    """Units with a single rater: nobody to compare with."""
    n_blank: int
    """Rows without a value: not assessed."""
    n_repeated: int
    """Ratings by somebody who had rated the unit already: the first counts."""

    @property
    def n_compared(self) -> int:
        """Units with two raters or more."""
        return self.n_units - self.n_left_out

    @property
    def n_clusters(self) -> int:
        """Groups of compared units that are taken to be independent of each other."""
        return int(self.cluster.max()) + 1 if len(self.cluster) else 0

    @property
    def sizes(self) -> Ints:
        """How many raters each compared unit has."""
        return np.bincount(self.unit, minlength=self.n_compared)

    @property
    def counts(self) -> Ints:
        """How often each compared unit (row) got each value (column)."""
        width = len(self.labels)
        flat = np.bincount(self.unit * width + self.value, minlength=self.n_compared * width)
        return flat.reshape(self.n_compared, width)


def coded(
    frame: pd.DataFrame,
    *,
    unit: str | Sequence[str],
    rater: str,
    value: str,
    cluster: str | Sequence[str] = (),
) -> Coded:
    """The ratings of a frame as codes.

    frame: long, one row a rating. unit: the column, or columns together, that tell what was rated. rater: who rated it.
    value: numbers or words, blank where nothing was rated. Of two ratings of one unit by one rater the first row
    counts: a second look is not a second opinion, and a mean of two categories is none. cluster: the columns that tell
    which units hang together (the candidate, where units are a candidate's competencies), if any.
    Raises: HiretoolError for an unknown column, a rating of nobody or of nothing, or a value that is no finite number.
    """
    columns, together = ([names] if isinstance(names, str) else list(names) for names in (unit, cluster))
    _known(frame, [*columns, rater, value, *together])
    values, blank = _values(frame[value])
    rated = frame.loc[~blank]
    _named(rated, [*columns, rater])
    units = _groups(rated, columns)
    groups = _groups(rated, together) if together else units
    codes, names = pd.factorize(rated[rater].astype(str), sort=True)
    raters = codes.astype(np.int64)
    first = ~pd.Series(units * max(len(names), 1) + raters).duplicated().to_numpy()
    units, raters, groups, kept = units[first], raters[first], groups[first], values[~blank.to_numpy()][first]
    several = np.bincount(units)[units] > 1 if len(units) else np.zeros(0, bool)
    numbers, no_number = _numbers(kept)
    places, labels, scale = _places(kept, numbers)
    compared = pd.factorize(units[several])[0].astype(np.int64)
    order = np.lexsort((raters[several], compared))
    n_units = len(np.unique(units))
    starts = np.unique(compared[order], return_index=True)[1]
    return Coded(
        unit=compared[order],
        rater=raters[several][order],
        value=places[several][order],
        cluster=pd.factorize(groups[several][order][starts])[0].astype(np.int64),
        raters=tuple(map(str, names)),
        labels=labels,
        values=scale,
        no_number=no_number,
        n_units=n_units,
        n_ratings=len(units),
        n_left_out=n_units - (int(compared.max()) + 1 if len(compared) else 0),
        n_blank=int(blank.sum()),
        n_repeated=int((~first).sum()),
    )


def _groups(frame: pd.DataFrame, columns: Sequence[str]) -> Ints:
    return np.asarray(frame.groupby(list(columns), sort=False, dropna=False).ngroup(), np.int64)


def _known(frame: pd.DataFrame, names: Sequence[str]) -> None:
    columns = [str(name) for name in frame.columns]
    for name in names:
        if name not in columns:
            raise HiretoolError(f"No column named {name!r}. {suggestion(name, columns)}")


def _values(column: pd.Series) -> tuple[NDArray[Any], pd.Series]:
    """The values as they came, trimmed if they are text, and where there is none."""
    blank = column.isna()
    if not pd.api.types.is_numeric_dtype(column):
        text = column.astype("object").where(~blank, "").map(lambda cell: str(cell).strip())
        blank = blank | text.map(lambda cell: cell.casefold() in BLANKS)
        return text.to_numpy(object), blank
    return column.to_numpy(float, na_value=math.nan), blank


def _named(rated: pd.DataFrame, columns: Sequence[str]) -> None:
    for name in columns:
        cells = rated[name]
        missing = cells.isna() | (cells.astype(str).str.strip() == "")
        if missing.any():
            count = int(missing.sum())
            raise HiretoolError(
                f"{count} {'rating has' if count == 1 else 'ratings have'} nothing in the column {name!r}."
                " A rating needs what was rated and who rated it: fill the cells in, or take the rows out."
            )


def _numbers(values: NDArray[Any]) -> tuple[Floats | None, str]:
    """The values as numbers, or the first that is none."""
    if values.dtype != object:
        found = values.astype(float)
    else:
        distinct = {}
        for text in dict.fromkeys(values):
            try:
                distinct[text] = float(text)
            except ValueError:
                return None, str(text)
        found = np.array([distinct[text] for text in values], float)
    if not np.isfinite(found).all():
        raise HiretoolError("A rating is infinite. Expected numbers such as 1 or 2.5, or words, or nothing.")
    return found, ""


def _places(values: NDArray[Any], numbers: Floats | None) -> tuple[Ints, tuple[str, ...], Floats | None]:
    if numbers is None:
        codes, labels = pd.factorize(values.astype(str), sort=True)
        return codes.astype(np.int64), tuple(map(str, labels)), None
    scale, codes = np.unique(numbers, return_inverse=True)
    return codes.astype(np.int64), tuple(f"{entry:g}" for entry in scale), scale


def pairs_within(unit: Ints) -> tuple[Ints, Ints]:
    """Rows of each two ratings of one unit. unit: 0, 1, ..., in order."""
    sizes = np.bincount(unit)
    starts = np.cumsum(sizes) - sizes
    lefts, rights = [], []
    # Units of one size at a time, so that there is no loop over units.
    for size in np.unique(sizes):
        one, other = np.triu_indices(size, 1)
        first = starts[sizes == size][:, None]
        lefts.append((first + one).ravel())
        rights.append((first + other).ravel())
    return np.concatenate(lefts), np.concatenate(rights)
