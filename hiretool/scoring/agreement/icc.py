"""Intraclass correlations: how much of what lies between ratings is a matter of what was rated.

Shrout and Fleiss name six: a single rating (icc1, icc2, icc3) or the mean of k raters (icc1k, icc2k, icc3k), and
raters who are others for each unit (1), a sample of raters who rate everything (2: strictness counts as error), or
these very raters (3: strictness does not count).
Source: Shrout and Fleiss 1979, Psychological Bulletin 86:420; intervals of icc2: McGraw and Wong 1996, Psychological
Methods 1:30, table 7.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from hiretool.scoring.agreement import estimate
from hiretool.scoring.agreement.estimate import CONFIDENCE, Estimate

if TYPE_CHECKING:
    from hiretool.scoring.agreement.coded import Coded

NAMES = ("icc1", "icc2", "icc3", "icc1k", "icc2k", "icc3k")
_TAIL = (1 - CONFIDENCE) / 2
_NO_FREEDOM = 1e-9  # nothing but rounding is left of it


@dataclass(frozen=True, slots=True)
class Intraclass:
    """The six, and how they were found."""

    estimates: dict[str, Estimate]
    k: float | None
    """Raters of whose mean icc1k, icc2k and icc3k tell; the harmonic mean where units have different numbers."""
    complete: bool
    """Each rater rated each unit: then mean squares and exact intervals; else components of variance."""


@dataclass(frozen=True, slots=True)
class Squares:
    """Mean squares of a table of units by raters, or what stands for them where the table has gaps."""

    units: float
    """BMS: between units."""
    within: float
    """WMS: within units."""
    raters: float
    """JMS: between raters."""
    rest: float
    """EMS: what is left."""
    n: float
    """Units (for the strictness of raters: how many each rated)."""
    k: float
    """Raters of a unit."""
    df: tuple[float, float, float, float]
    """Degrees of freedom of units, within, raters, rest."""


def intraclass(coded: Coded) -> Intraclass:
    """The six intraclass correlations, with 95 % intervals."""
    if reason := _undefined(coded):
        return Intraclass({name: Estimate(None, reason=reason) for name in NAMES}, None, False)
    assert coded.values is not None
    sizes = coded.sizes
    k = float(len(sizes) / (1 / sizes).sum())
    complete = len(coded.unit) == coded.n_compared * len(np.unique(coded.rater))
    if complete:
        found = _all_six(squares(coded.values[coded.value].reshape(coded.n_compared, -1)))
    else:
        from hiretool.scoring.agreement import unbalanced

        found = unbalanced.six(coded, k)
    return Intraclass(found, k, complete)


def _undefined(coded: Coded) -> str:
    if not coded.n_compared:
        return estimate.NOBODY
    if coded.values is None:
        return f"Values such as {coded.no_number[:40]!r} are words, which have no variance."
    if coded.value.min() == coded.value.max():
        return estimate.ALL_EQUAL
    return "One unit only: there is no variance between units." if coded.n_compared == 1 else ""


def squares(table: np.ndarray) -> Squares:
    """Mean squares of a complete table (unit x rater)."""
    n, k = table.shape
    # From the middle, so that large values with small differences keep their digits.
    table = table - table.mean()
    by_unit, by_rater = table.mean(axis=1), table.mean(axis=0)
    rest = table - by_unit[:, None] - by_rater[None, :]
    return Squares(
        units=float(k * (by_unit**2).sum() / (n - 1)),
        within=float(((table - by_unit[:, None]) ** 2).sum() / (n * (k - 1))),
        raters=float(n * (by_rater**2).sum() / (k - 1)),
        rest=float((rest**2).sum() / ((n - 1) * (k - 1))),
        n=n,
        k=k,
        df=(n - 1, n * (k - 1), k - 1, (n - 1) * (k - 1)),
    )


def _all_six(ms: Squares) -> dict[str, Estimate]:
    one = one_way(ms)
    two, three = absolute(ms), consistent(ms)
    return {
        "icc1": one,
        "icc2": two,
        "icc3": three,
        "icc1k": stepped_up(one, ms.k),
        "icc2k": stepped_up(two, ms.k),
        "icc3k": stepped_up(three, ms.k),
    }


def one_way(ms: Squares) -> Estimate:
    """icc1: ICC(1,1) = (BMS - WMS) / (BMS + (k - 1) WMS)."""
    return _of_ratio(ms.units, ms.within, ms.k, ms.df[0], ms.df[1])


def consistent(ms: Squares) -> Estimate:
    """icc3: ICC(3,1) = (BMS - EMS) / (BMS + (k - 1) EMS)."""
    return _of_ratio(ms.units, ms.rest, ms.k, ms.df[0], ms.df[3])


def _of_ratio(above: float, below: float, k: float, df_above: float, df_below: float) -> Estimate:
    """(F - 1) / (F + k - 1) for the ratio F of two mean squares, and the same for the ends of its interval."""
    from scipy.special import fdtri

    if above + (k - 1) * below <= 0:
        return Estimate(None, reason="The ratings differ neither between units nor within them.")
    value = (above - below) / (above + (k - 1) * below)
    if below <= 0:
        return Estimate(value, reason=estimate.NO_SPREAD)
    ends = above / below / fdtri(df_above, df_below, 1 - _TAIL), above / below * fdtri(df_below, df_above, 1 - _TAIL)
    low, high = ((end - 1) / (end + k - 1) for end in ends)
    return Estimate(value, float(low), float(high))


def absolute(ms: Squares) -> Estimate:
    """icc2: ICC(2,1) = (BMS - EMS) / (BMS + (k - 1) EMS + k (JMS - EMS) / n)."""
    from scipy.special import fdtri

    n, k = ms.n, ms.k
    whole = ms.units + (k - 1) * ms.rest + k * (ms.raters - ms.rest) / n
    if whole <= 0:
        return Estimate(None, reason="The raters differ less than chance alone would make them: no variance is left.")
    value = (ms.units - ms.rest) / whole
    if ms.rest <= 0:
        return Estimate(value, reason="No interval: apart from the raters' strictness there is no disagreement.")
    # Satterthwaite's degrees of freedom of what stands below the line.
    ratio = ms.raters / ms.rest
    rater_part, rest_part = k * value * ratio, n * (1 + (k - 1) * value) - k * value
    freedom = (rater_part + rest_part) ** 2 / (rater_part**2 / ms.df[2] + rest_part**2 / ms.df[3])
    if freedom < _NO_FREEDOM:
        return Estimate(value, reason="No interval: the units differ less than chance alone would make them.")
    over, under = fdtri(ms.df[0], freedom, 1 - _TAIL), fdtri(freedom, ms.df[0], 1 - _TAIL)
    noise = k * ms.raters + (k * n - k - n) * ms.rest
    low = n * (ms.units - over * ms.rest) / (over * noise + n * ms.units)
    high = n * (under * ms.units - ms.rest) / (noise + n * under * ms.units)
    return Estimate(value, float(low), float(high))


def stepped_up(single: Estimate, k: float) -> Estimate:
    """The same for the mean of k raters.

    Source: Spearman 1910 and Brown 1910, British Journal of Psychology 3:271 and 3:296.
    """

    def of_mean(value: float | None) -> float | None:
        # Below -1 / (k - 1) a mean of k raters has no variance left.
        return None if value is None or 1 + (k - 1) * value <= 0 else k * value / (1 + (k - 1) * value)

    found = Estimate(of_mean(single.value), of_mean(single.low), of_mean(single.high), single.reason)
    if found.value is None and not found.reason:
        return Estimate(None, reason="The means of units lie closer together than chance alone would put them.")
    if found.value is not None and found.low is None and not found.reason:
        return Estimate(found.value, reason="No interval: its lower end is below what a mean of raters can have.")
    return found
