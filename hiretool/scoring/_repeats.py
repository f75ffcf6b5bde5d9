"""Rows that say a thing twice, found among millions by the numbers of their texts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from hiretool.scoring import rowwise
from hiretool.scoring._columns_of_codes import Codes

if TYPE_CHECKING:
    import pandas as pd

Numbers = np.ndarray[Any, np.dtype[Any]]
Cells = Callable[[set[int]], dict[int, list[str]]]


def apart(frame: pd.DataFrame, codes: Codes, found: rowwise.Checked, cells: Cells) -> pd.DataFrame:
    """The frame without rows that clash with another one; these are rejected as `rowwise.without_repeats` does.

    cells: the rows of some numbers as they stand in the file.
    """
    card = _together(codes, rowwise.CARD)
    suspicious = _twice(_joined(card, codes.columns["competency"].all())) | _two_views(card, codes)
    if not suspicious.any():
        return frame
    doubtful = frame[suspicious].astype(dict.fromkeys(codes.columns, "str"))
    kept = rowwise.without_repeats(doubtful, found, cells(set(doubtful["row"])))
    good = ~suspicious | frame["row"].isin(kept["row"]).to_numpy()
    return frame[good].reset_index(drop=True)


def _together(codes: Codes, names: Sequence[str]) -> Numbers:
    """A number for each row, the same where the rows agree in all of the columns."""
    key = codes.columns[names[0]].all().astype(np.int64)
    for name in names[1:]:
        key = _joined(key, codes.columns[name].all())
    return key


def _joined(key: Numbers, numbers: Numbers) -> Numbers:
    import pandas as pd

    if not len(key):
        return key
    many = int(numbers.max()) + 1
    if int(key.max()) >= np.iinfo(np.int64).max // many - 1:
        key = pd.factorize(key)[0].astype(np.int64)
    return key * many + numbers


def _twice(key: Numbers) -> Numbers:
    import pandas as pd

    again = pd.Series(key).duplicated()
    # As a rule there is none, and to look for the first ones takes as long again.
    return np.isin(key, key[again.to_numpy()]) if again.any() else np.zeros(len(key), dtype=bool)


def _two_views(card: Numbers, codes: Codes) -> Numbers:
    """Rows of the cards that recommend more than one thing."""
    import pandas as pd

    views = codes.columns["recommendation"]
    view, blank = views.all(), views.by_text.get("", -1)
    said = view != blank
    if not said.any():
        return np.zeros(len(card), dtype=bool)
    pairs = pd.DataFrame({"card": card[said], "view": view[said]}).drop_duplicates()
    two = pairs["card"][pairs["card"].duplicated()]
    return np.isin(card, two.to_numpy()) if len(two) else np.zeros(len(card), dtype=bool)
