"""Krippendorff's alpha of values that are too many for tables of value by value, in one pass over the ratings."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from hiretool.scoring.agreement.coded import Coded

    Floats = NDArray[np.float64]

_AT_ONCE = 2000
"""Units whose ratios are summed at a time: the table of units by values would not fit in memory."""


class Quantities:
    """What does not change from sample to sample: the disagreement inside each unit."""

    def __init__(self, coded: Coded, levels: Sequence[str]) -> None:
        self._coded = coded
        self._sizes: Floats = coded.sizes.astype(float)
        self._inside: dict[str, Floats] = {}
        if "nominal" in levels:
            self._inside["nominal"] = self._unlike()
        if "interval" in levels:
            assert coded.values is not None
            # Measured from the middle, so that large values with small differences keep their digits.
            self._scale = coded.values - coded.values.mean()
            self._inside["interval"] = self._apart(self._scale)
        if "ratio" in levels:
            self._ratios()

    def totals(self, sample: Floats) -> Floats:
        """How often each value was given, where each unit counts as often as the sample has drawn it."""
        coded = self._coded
        return np.bincount(coded.value, sample[coded.unit], minlength=len(coded.labels)).astype(float)

    def alpha(self, level: str, sample: Floats, totals: Floats) -> float:
        """Alpha of a sample of the units; NaN if all its values are equal."""
        n = float(totals.sum())
        if level == "ordinal":
            ranks = np.cumsum(totals) - totals / 2 - n / 2
            inside, expected = self._apart(ranks), _spread(ranks, totals)
        elif level == "interval":
            inside, expected = self._inside[level], _spread(self._scale, totals)
        elif level == "ratio":
            inside, expected = self._inside[level], float(totals @ self._table @ totals)
        else:
            inside, expected = self._inside[level], n**2 - float(totals @ totals)
        observed = float(sample @ (inside / (self._sizes - 1)))
        return 1 - (n - 1) * observed / expected if expected > 0 else math.nan

    def _apart(self, scale: Floats) -> Floats:
        """Sum of squared differences over the ordered pairs of each unit."""
        coded = self._coded
        values = scale[coded.value]
        sums, squares = np.bincount(coded.unit, values), np.bincount(coded.unit, values**2)
        # A unit of equal values comes out a trifle below 0.
        found: Floats = np.maximum(2 * (self._sizes * squares - sums**2), 0)
        return found

    def _unlike(self) -> Floats:
        """Ordered pairs of different values in each unit."""
        coded = self._coded
        cell, times = np.unique(coded.unit * len(coded.labels) + coded.value, return_counts=True)
        alike = np.bincount(cell // len(coded.labels), times.astype(float) ** 2, minlength=coded.n_compared)
        found: Floats = self._sizes**2 - alike
        return found

    def _ratios(self) -> None:
        """The squared ratios of value by value, and their sum over the ordered pairs of each unit."""
        from scipy.sparse import csr_array

        coded = self._coded
        assert coded.values is not None
        self._table = np.square(ratio(coded.values[:, None] - coded.values[None, :], coded.values))
        shape = (coded.n_compared, len(coded.labels))
        counts = csr_array((np.ones(len(coded.unit)), (coded.unit, coded.value)), shape=shape)
        sums = np.zeros(coded.n_compared)
        for start in range(0, coded.n_compared, _AT_ONCE):
            part = counts[start : start + _AT_ONCE]
            sums[start : start + _AT_ONCE] = part.multiply(part @ self._table).sum(axis=1)
        self._inside["ratio"] = sums


def ratio(apart: Floats, values: Floats) -> Floats:
    """Differences over sums. Two zeros are the same value, and their quotient is no number."""
    together = values[:, None] + values[None, :]
    return np.divide(apart, together, out=np.zeros_like(apart), where=together > 0)


def _spread(scale: Floats, totals: Floats) -> float:
    """Sum of squared differences over all ordered pairs."""
    return 2 * float(totals.sum() * (totals @ scale**2) - (totals @ scale) ** 2)
