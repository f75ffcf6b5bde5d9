"""Krippendorff's alpha: for any number of raters, for gaps, and for four kinds of value.

alpha = 1 - observed / expected disagreement, where expected is that of all values shuffled over all units.
Source: Krippendorff 2004, Content Analysis, 2nd ed., section 11.3; Krippendorff 2011, Computing Krippendorff's
Alpha-Reliability, https://repository.upenn.edu/asc_papers/43.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from hiretool.scoring.agreement import estimate
from hiretool.scoring.agreement.estimate import Estimate
from hiretool.scoring.agreement.patterns import CATEGORIES, patterns
from hiretool.scoring.agreement.quantities import Quantities, ratio

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from hiretool.scoring.agreement.coded import Coded

    Floats = NDArray[np.float64]

LEVELS = ("nominal", "ordinal", "interval", "ratio")
MOST_FOR_RATIO = 3000
"""Different values up to which the ratio kind is computed: it compares each value with each."""


def krippendorff(coded: Coded, *, seed: int = 0) -> dict[str, Estimate]:
    """Alpha for nominal, ordinal, interval and ratio values.

    Costs as much as there are ratings, and the square of the number of different values: no table of raters by units.
    """
    reasons = {level: _undefined(coded, level) for level in LEVELS}
    defined = [level for level in LEVELS if not reasons[level]]
    found = {level: Estimate(None, reason=reasons[level]) for level in LEVELS}
    if defined:
        few = len(coded.labels) <= CATEGORIES
        values, draws = (_of_categories if few else _of_quantities)(coded, defined, seed)
        found |= {level: estimate.drawn(values[level], draws[level], coded.n_clusters) for level in defined}
    return found


def _undefined(coded: Coded, level: str) -> str:
    if not coded.n_compared:
        return estimate.NOBODY
    if coded.value.min() == coded.value.max():
        return estimate.ALL_EQUAL
    if level != "nominal" and coded.values is None:
        return f"Values such as {coded.no_number[:40]!r} are words, without an order or a distance."
    return _no_ratios(coded) if level == "ratio" else ""


def _no_ratios(coded: Coded) -> str:
    assert coded.values is not None
    if coded.values[coded.value].min() < 0:
        return "There are values below 0, so 0 is not the least there can be, and ratios say nothing."
    if len(coded.labels) > MOST_FOR_RATIO:
        return f"There are more than {MOST_FOR_RATIO:,} different values; each would be compared with each."
    return ""


def _of_categories(coded: Coded, levels: list[str], seed: int) -> tuple[Mapping[str, float], Mapping[str, Floats]]:
    """Alpha of the ratings and of samples of their units, from tables of value by value."""
    found = patterns(coded, seed)
    sizes, counts = found.sizes, found.counts
    pairs = counts[:, :, None] * counts[:, None, :]
    places = np.arange(counts.shape[1])
    pairs[:, places, places] -= counts
    pairs /= (sizes - 1)[:, None, None]
    flat = pairs.reshape(len(counts), -1)
    draws = np.vstack([found.units, found.draws])
    together = (draws @ flat).reshape(len(draws), len(places), len(places))
    values = np.zeros(len(places)) if coded.values is None else coded.values
    alphas = {level: _alphas(together, values, level) for level in levels}
    return {level: float(both[0]) for level, both in alphas.items()}, {
        level: both[1:] for level, both in alphas.items()
    }


def _alphas(together: Floats, values: Floats, level: str) -> Floats:
    """Alpha of each coincidence matrix (first axis); NaN where all values are equal."""
    totals = together.sum(axis=2)
    apart = _distances(values, totals, level)
    observed = (together * apart).sum(axis=(1, 2))
    expected = (totals[:, :, None] * totals[:, None, :] * apart).sum(axis=(1, 2))
    with np.errstate(divide="ignore", invalid="ignore"):
        found: Floats = np.where(expected > 0, 1 - (totals.sum(axis=1) - 1) * observed / expected, math.nan)
    return found


def _distances(values: Floats, totals: Floats, level: str) -> Floats:
    """Squared distance of each value from each; for ordinal values it depends on how often each was given."""
    if level == "nominal":
        return (1 - np.eye(len(values)))[None]
    if level == "ordinal":
        ranks = np.cumsum(totals, axis=1) - totals / 2
        return np.square(ranks[:, :, None] - ranks[:, None, :])
    apart = values[:, None] - values[None, :]
    return np.square(apart if level == "interval" else ratio(apart, values))[None]


def _of_quantities(coded: Coded, levels: list[str], seed: int) -> tuple[Mapping[str, float], Mapping[str, Floats]]:
    """As `_of_categories`, where there are too many different values for tables: unit by unit, sample by sample."""
    rng = np.random.default_rng(seed)
    draws = max(estimate.LEAST_DRAWS, min(estimate.DRAWS, estimate.AT_MOST // len(coded.unit)))
    quantities = Quantities(coded, levels)
    size = coded.n_clusters
    drawn = [np.bincount(rng.integers(size, size=size), minlength=size).astype(float) for _ in range(draws)]
    samples = [sample[coded.cluster] for sample in drawn]
    totals = [quantities.totals(sample) for sample in samples]
    whole = np.ones(coded.n_compared)
    values, spread = {}, {}
    for level in levels:
        values[level] = quantities.alpha(level, whole, quantities.totals(whole))
        spread[level] = np.array(
            [quantities.alpha(level, sample, total) for sample, total in zip(samples, totals, strict=True)]
        )
    return values, spread
