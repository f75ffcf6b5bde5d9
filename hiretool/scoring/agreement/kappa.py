"""Kappa: agreement above what the raters' own habits would give by chance."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from hiretool.scoring.agreement import estimate
from hiretool.scoring.agreement.coded import pairs_within
from hiretool.scoring.agreement.estimate import Estimate
from hiretool.scoring.agreement.patterns import CATEGORIES, patterns

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from hiretool.scoring.agreement.coded import Coded

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

WEIGHTS = ("none", "linear", "squared")
ENOUGH_COMMON = 10
"""Units that two raters share from which their kappa enters the mean, if any two share as many."""
MOST_PAIRS = 5_000_000
"""Pairs of ratings of one unit, beyond which kappa of each two raters is not computed."""
MOST_CELLS = 10_000_000
"""Pairs of raters times cells of their table; the pairs with the most units in common come first."""

_TOO_MANY = f"There are more than {CATEGORIES} different values; kappa is for a few categories."


@dataclass(frozen=True, slots=True)
class Pairs:
    """Kappa of each two raters who share a unit; the pairs with the most units in common first."""

    one: Ints
    other: Ints
    """Places in `Coded.raters`."""
    n: Ints
    """Units that both rated."""
    kappa: dict[str, Floats]
    """Weights (none, linear, squared) -> kappa; NaN where both gave one and the same value throughout."""
    used: NDArray[np.bool_]
    """Whether the pair enters the mean."""


def fleiss(coded: Coded, *, seed: int = 0) -> Estimate:
    """Kappa of any number of raters who need not be the same for each unit.

    With as many raters for each unit it is that of Fleiss 1971, Psychological Bulletin 76:378. With different numbers
    each unit counts once: Gwet 2014, Handbook of Inter-Rater Reliability, 4th ed., section 2.4.
    """
    if reason := _undefined(coded):
        return Estimate(None, reason=reason)
    found = patterns(coded, seed)
    sizes = found.sizes
    same = ((found.counts**2).sum(axis=1) - sizes) / (sizes * (sizes - 1))
    draws = np.vstack([found.units, found.draws])
    draws /= draws.sum(axis=1, keepdims=True)
    chance = np.square(draws @ (found.counts / sizes[:, None])).sum(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        # A chance of 1 comes out of sums as 1 - 1e-16.
        kappas = np.where(1 - chance > 1e-12, (draws @ same - chance) / (1 - chance), math.nan)
    return estimate.drawn(float(kappas[0]), kappas[1:], coded.n_clusters)


def cohen(coded: Coded) -> tuple[dict[str, Estimate], Pairs | None]:
    """Kappa of two raters; with more, the mean over pairs of raters, each counted by the units that it shares.

    Weights: none; linear and squared, by the distance of the values. On complete tables the mean is Light's kappa.
    Returns: weights -> estimate; and the pairs, None where there are none.
    Source: Cohen 1960, Educational and Psychological Measurement 20:37; Cohen 1968, Psychological Bulletin 70:213;
    Light 1971, Psychological Bulletin 76:365. Standard error: Fleiss, Cohen and Everitt 1969, Psychological Bulletin
    72:323, summed over the pairs within each cluster of units.
    """
    if reason := _undefined(coded):
        return {name: Estimate(None, reason=reason) for name in WEIGHTS}, None
    sizes = coded.sizes
    if int((sizes * (sizes - 1)).sum()) // 2 > MOST_PAIRS:
        reason = f"There are more than {MOST_PAIRS:,} pairs of ratings; take Fleiss' kappa."
        return {name: Estimate(None, reason=reason) for name in WEIGHTS}, None
    table = _tabled(coded)
    kappas, estimates = {}, {}
    for name in WEIGHTS:
        if name != "none" and coded.values is None:
            reason = f"Values such as {coded.no_number[:40]!r} are words, without a distance."
            estimates[name] = Estimate(None, reason=reason)
            continue
        kappas[name], parts = _kappas(table, _weights(coded, name))
        estimates[name] = _mean(table, kappas[name], parts, coded)
    return estimates, Pairs(table.one, table.other, table.n, kappas, table.used)


def _undefined(coded: Coded) -> str:
    if not coded.n_compared:
        return estimate.NOBODY
    if coded.value.min() == coded.value.max():
        return estimate.ALL_EQUAL
    return _TOO_MANY if len(coded.labels) > CATEGORIES else ""


@dataclass(frozen=True, slots=True)
class _Tabled:
    """Pairs of ratings of one unit, and the table of value by value of each pair of raters."""

    unit: Ints
    pair: Ints
    first: Ints
    second: Ints
    one: Ints
    other: Ints
    n: Ints
    shares: Floats
    """(pair, value, value), adding up to 1 for each pair."""
    used: NDArray[np.bool_]


def _tabled(coded: Coded) -> _Tabled:
    left, right = pairs_within(coded.unit)
    width, many = len(coded.labels), len(coded.raters)
    keys, pair, n = np.unique(coded.rater[left] * many + coded.rater[right], return_inverse=True, return_counts=True)
    order = np.lexsort((keys, -n))
    if len(keys) * width**2 > MOST_CELLS:
        order = order[: MOST_CELLS // width**2]
    place = np.full(len(keys), -1)
    place[order] = np.arange(len(order))
    kept = place[pair] >= 0
    left, right, pair, n = left[kept], right[kept], place[pair][kept], n[order]
    first, second = coded.value[left], coded.value[right]
    cells = np.bincount((pair * width + first) * width + second, minlength=len(order) * width**2)
    shares = cells.reshape(len(order), width, width) / n[:, None, None]
    used = n >= ENOUGH_COMMON if (n >= ENOUGH_COMMON).any() else np.ones(len(n), bool)
    return _Tabled(
        coded.unit[left], pair, first, second, keys[order] // many, keys[order] % many, n.astype(np.int64), shares, used
    )


def _weights(coded: Coded, name: str) -> Floats:
    """How much disagreement there is between each value and each."""
    if name == "none":
        return 1 - np.eye(len(coded.labels))
    assert coded.values is not None
    apart = np.abs(coded.values[:, None] - coded.values[None, :])
    return apart if name == "linear" else np.square(apart)


def _kappas(table: _Tabled, weights: Floats) -> tuple[Floats, Floats]:
    """Kappa of each pair of raters, and what each pair of ratings adds to it beyond the mean (its influence)."""
    ones, others = table.shares.sum(axis=2), table.shares.sum(axis=1)
    observed = (table.shares * weights).sum(axis=(1, 2))
    by_one, by_other = others @ weights.T, ones @ weights
    expected = (ones * by_one).sum(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        kappa = np.where(expected > 0, 1 - observed / expected, math.nan)
        pair = table.pair
        seen = weights[table.first, table.second] - observed[pair]
        chance = by_one[pair, table.first] + by_other[pair, table.second] - 2 * expected[pair]
        parts = -seen / expected[pair] + observed[pair] * chance / expected[pair] ** 2
    return kappa, parts


def _mean(table: _Tabled, kappa: Floats, parts: Floats, coded: Coded) -> Estimate:
    used = table.used & ~np.isnan(kappa)
    if not used.any():
        return Estimate(None, reason="Each two raters gave one and the same value to all units that they share.")
    n = table.n[used].sum()
    value = float((table.n * kappa)[used].sum() / n)
    mine = used[table.pair]
    pair = table.pair[mine]
    influence = np.bincount(coded.cluster[table.unit[mine]], (parts[mine] + kappa[pair] - value) / n)
    if coded.n_clusters < estimate.FEWEST_UNITS:
        return Estimate(value, reason=estimate.FEW_UNITS)
    return estimate.approached(value, math.sqrt(float(influence @ influence)))
