"""A figure with its interval, or the sentence that says why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

CONFIDENCE = 0.95
"""Share of samples in which an interval holds the true value, if its assumptions do. 95 % is the field's habit."""
DRAWS = 1000
AT_MOST, LEAST_DRAWS = 10_000_000, 100
"""Draws times ratings, where values are too many for tables: beyond, fewer draws are made, but so many at least."""
FEWEST_UNITS = 10
"""Independent units (or clusters of units) below which no interval is made of the spread between them."""

ALL_EQUAL = "All ratings are equal, so there is no difference between units that raters could agree on."
NOBODY = "No unit was rated by two raters, so there is nothing to compare."
NO_SPREAD = "No interval: there is no spread between units that it could be made of."
FEW_UNITS = f"No interval: fewer than {FEWEST_UNITS} units, or groups of units that hang together, were rated by two."
_ALIKE = 1e-12


@dataclass(frozen=True, slots=True)
class Estimate:
    """A statistic of agreement; 1 is perfect agreement, 0 what chance gives."""

    value: float | None
    """None where it is not defined; `reason` then says why, in a sentence."""
    low: float | None = None
    high: float | None = None
    """The 95 % interval; None where there is none, and `reason` says why."""
    reason: str = ""


def drawn(value: float, draws: NDArray[np.float64], units: int) -> Estimate:
    """An estimate with the percentile interval of its bootstrap draws (NaN in draws where it is not defined).

    Source: Efron 1979, Annals of Statistics 7:1; units are drawn, since ratings of one unit hang together.
    """
    if units < FEWEST_UNITS:
        return Estimate(value, reason=FEW_UNITS)
    if value >= 1 - _ALIKE:
        return Estimate(value, reason=NO_SPREAD)
    usable = draws[~np.isnan(draws)]
    if len(usable) < len(draws) / 2:
        return Estimate(value, reason="No interval: in most samples of the units all ratings would be equal.")
    low, high = np.quantile(usable, [(1 - CONFIDENCE) / 2, (1 + CONFIDENCE) / 2])
    return Estimate(value, float(low), float(high))


def approached(value: float, error: float) -> Estimate:
    """An estimate with a normal interval of its standard error, within -1 and 1."""
    from scipy.special import ndtri

    if value >= 1 - _ALIKE or error <= _ALIKE:
        return Estimate(value, reason=NO_SPREAD)
    reach = float(ndtri((1 + CONFIDENCE) / 2)) * error
    return Estimate(value, max(value - reach, -1.0), min(value + reach, 1.0))
