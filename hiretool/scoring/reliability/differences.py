"""How far apart two interviewers are on the same candidate and competency: counted, without any model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from hiretool.scoring.agreement.coded import pairs_within

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

CONFIDENCE = 0.95
DRAWS = 1000
FEWEST_CANDIDATES = 10
"""Candidates with a pair of ratings below which no interval is made of the spread between them."""
UNIT = ["role", "candidate", "competency"]


@dataclass(frozen=True, slots=True)
class Differences:
    """Pairs of ratings by two interviewers of one candidate on one competency.

    A panel of m counts as m - 1 pairs, so that one large panel does not outweigh the rest.
    """

    n_pairs: int
    n_cells: int
    """Candidates times competencies that two interviewers or more rated."""
    n_candidates: int
    typical: float | None
    """Root mean square difference in rating points; None without a pair."""
    low: float | None
    high: float | None
    """Its 95 % interval for these interviewers and other candidates; None below FEWEST_CANDIDATES,
    and where nobody differs."""
    mean: float | None
    """Mean difference, without its sign, in rating points."""
    same: float | None
    """Share of pairs with the same rating, 0..1."""
    two_apart: float | None
    """Share of pairs that are two points or more apart."""


def differences(ratings: pd.DataFrame, *, seed: int = 0) -> Differences:
    """Differences between interviewers in ratings of the normal form.

    An interviewer who rated a candidate's competency in two interviews counts with the first.
    """
    rated = ratings.dropna(subset="rating").drop_duplicates([*UNIT, "interviewer"])
    cell = rated.groupby(UNIT, sort=True)
    size = cell["rating"].transform("size")
    several = rated[size > 1]
    if several.empty:
        return Differences(0, 0, 0, None, None, None, None, None, None)
    several = several.sort_values(UNIT, kind="stable")
    unit = np.asarray(several.groupby(UNIT, sort=True).ngroup(), np.int64)
    person = several.groupby(UNIT[:2], sort=True).ngroup().to_numpy(np.int64)
    value = several["rating"].to_numpy(float)
    left, right = pairs_within(unit)
    apart = np.abs(value[left] - value[right])
    sizes = np.bincount(unit)
    weight = 2 / sizes[unit[left]]
    squares = np.bincount(person[left], weight * apart**2).astype(float)
    weights = np.bincount(person[left], weight).astype(float)
    low, high = _interval(squares, weights, seed)
    return Differences(
        n_pairs=len(apart),
        n_cells=len(sizes),
        n_candidates=len(weights),
        typical=float(np.sqrt(squares.sum() / weights.sum())),
        low=low,
        high=high,
        mean=float((weight * apart).sum() / weight.sum()),
        same=float(weight[apart == 0].sum() / weight.sum()),
        two_apart=float(weight[apart >= 2].sum() / weight.sum()),
    )


def _interval(squares: Floats, weights: Floats, seed: int) -> tuple[float | None, float | None]:
    people = len(weights)
    if people < FEWEST_CANDIDATES or not squares.any():
        return None, None
    rng = np.random.default_rng(seed)
    # Candidates alike in both sums are one kind: a sample is then a few multinomial counts.
    kinds, times = np.unique(np.stack([squares, weights], axis=1), axis=0, return_counts=True)
    draws = rng.multinomial(people, times / people, size=DRAWS)
    found = np.sqrt((draws @ kinds[:, 0]) / (draws @ kinds[:, 1]))
    low, high = np.quantile(found, [(1 - CONFIDENCE) / 2, (1 + CONFIDENCE) / 2])
    return float(low), float(high)
