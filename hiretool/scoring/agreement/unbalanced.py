"""Intraclass correlations of a table with gaps: from components of variance instead of mean squares."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from hiretool.scoring.agreement.estimate import Estimate
from hiretool.scoring.agreement.icc import Squares, absolute, consistent, one_way, stepped_up

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from hiretool.scoring.agreement.coded import Coded

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

MOST_CROSSED, MOST_WORK = 600, 5_000_000
"""Raters (or units, if these are fewer), and their number times that of ratings, up to which likelihood is used."""
NOT_APART = (
    "The raters overlap too little: their strictness cannot be told apart from chance, since too few of them rated"
    " two units together with somebody else."
)


def six(coded: Coded, k: float) -> dict[str, Estimate]:
    """The six, where not every rater rated every unit.

    icc1: one-way analysis of variance with the mean number of raters n0. icc2, icc3: restricted likelihood with units
    and raters crossed, or pair differences where these are many. Intervals are those of complete tables with harmonic
    means in place of the numbers of raters and of units: approximate.
    Source: Searle 1971, Linear Models, section 11.1 (n0); Burdick and Graybill 1992, Confidence Intervals on Variance
    Components, chapter 6 (harmonic means).
    """
    one = one_way(_within(coded))
    spare = len(coded.unit) - _rank(coded)
    if spare < 1:
        apart = Estimate(None, reason=NOT_APART)
        return {"icc1": one, "icc2": apart, "icc3": apart, "icc1k": stepped_up(one, k), "icc2k": apart, "icc3k": apart}
    ms = _stand_ins(coded, _components(coded), k, spare)
    two, three = absolute(ms), consistent(ms)
    return {
        "icc1": one,
        "icc2": two,
        "icc3": three,
        "icc1k": stepped_up(one, k),
        "icc2k": stepped_up(two, k),
        "icc3k": stepped_up(three, k),
    }


def _within(coded: Coded) -> Squares:
    """Mean squares between and within units of different size."""
    assert coded.values is not None
    sizes = coded.sizes
    values = coded.values[coded.value]
    values = values - values.mean()
    means = np.bincount(coded.unit, values) / sizes
    units, ratings = len(sizes), len(values)
    between = float((sizes * means**2).sum() / (units - 1))
    within = float(((values - means[coded.unit]) ** 2).sum() / (ratings - units))
    n0 = float((ratings - (sizes**2).sum() / ratings) / (units - 1))
    return Squares(between, within, 0, 0, units, n0, (units - 1, ratings - units, 0, 0))


def _rank(coded: Coded) -> int:
    """Means that units and raters have of their own: all, less one for each group that shares no rater with others."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    _, rater = np.unique(coded.rater, return_inverse=True)
    units, raters = coded.n_compared, int(rater.max()) + 1
    ends = (coded.unit, units + rater)
    links = coo_array((np.ones(len(rater)), ends), shape=(units + raters, units + raters))
    groups = connected_components(links, directed=False, return_labels=False)
    return units + raters - int(groups)


def _components(coded: Coded) -> Mapping[str, float]:
    """Variances of unit, rater and residual."""
    import pandas as pd

    from hiretool.scoring.fitting import components

    assert coded.values is not None
    values = coded.values[coded.value]
    crossed = min(coded.n_compared, len(np.unique(coded.rater)))
    if crossed > MOST_CROSSED or crossed * len(values) > MOST_WORK:
        return moments(coded.unit, coded.rater, values)
    frame = pd.DataFrame({"unit": coded.unit, "rater": coded.rater, "value": values})
    found: Mapping[str, float] = components(frame, "value", ("unit", "rater")).variance
    return found


def moments(unit: Ints, rater: Ints, values: Floats) -> dict[str, float]:
    """Variances of unit, rater and residual from half the squared differences of pairs of ratings, in one pass.

    Within a unit these are rater + residual, within a rater unit + residual, between both unit + rater + residual.
    Source: Koch 1968, Technometrics 10:551 (estimators from differences); negative ones are 0.
    """
    values = values - values.mean()
    sums = [_half_squares(group, values) for group in (np.zeros_like(unit), unit, rater)]
    (all_pairs, all_times), (in_unit, unit_times), (in_rater, rater_times) = (
        (float(part.sum()), float(times.sum())) for part, times in sums
    )
    between = (all_pairs - in_unit - in_rater) / (all_times - unit_times - rater_times)
    # A large panel has many pairs that say the same, so a group counts by its size less one.
    within_unit, within_rater = (_pooled(part, times) for part, times in sums[1:])
    return {
        "unit": max(between - within_unit, 0.0),
        "rater": max(between - within_rater, 0.0),
        "residual": max(within_unit + within_rater - between, 0.0),
    }


def _half_squares(group: Ints, values: Floats) -> tuple[Floats, Floats]:
    """Of each group the sum of half the squared differences of its pairs, and how many pairs it has."""
    size = np.bincount(group).astype(float)
    squares, total = np.bincount(group, values**2), np.bincount(group, values)
    return (size * squares - total**2) / 2, size * (size - 1) / 2


def _pooled(part: Floats, times: Floats) -> float:
    size = (1 + np.sqrt(1 + 8 * times)) / 2
    several = times > 0
    return float((2 * part[several] / size[several]).sum() / (size[several] - 1).sum())


def _stand_ins(coded: Coded, variance: Mapping[str, float], k: float, spare: int) -> Squares:
    """What the mean squares would be in a complete table with these components."""
    loads = np.bincount(coded.rater)
    loads = loads[loads > 0]
    n = float(len(loads) / (1 / loads).sum())
    rest = variance["residual"]
    return Squares(
        units=k * variance["unit"] + rest,
        within=0,
        raters=n * variance["rater"] + rest,
        rest=rest,
        n=n,
        k=k,
        df=(coded.n_compared - 1, 0, len(loads) - 1, spare),
    )
