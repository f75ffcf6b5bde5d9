"""What people do without a model: means, z-scores, additive least squares; and Kendall's tau-a to judge an order."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.sparse.linalg import lsmr

_BLOCK = 2_000_000
"""Pairs that are compared at once."""


def tau(score: pd.Series, truth: pd.Series, role_of: pd.Series) -> float:
    """Kendall's tau-a of scores and truth within roles: the mean over roles. All are indexed by candidate.

    A tie counts as no agreement: tau-b would reward a score for not telling candidates apart.
    """
    known = pd.DataFrame({"score": score, "truth": truth, "role": role_of}).groupby("role", observed=True)
    within = [tau_a(group["score"].to_numpy(), group["truth"].to_numpy()) for _, group in known if len(group) > 1]
    return float(np.mean(within)) if within else float("nan")


def tau_a(left: NDArray[np.floating], right: NDArray[np.floating]) -> float:
    """Concordant pairs less discordant ones, of all pairs."""
    # Means that are equal on paper differ in the last digit.
    left, right = left.round(9), right.round(9)
    count, agreed = len(left), 0
    step = max(1, _BLOCK // count)
    for start in range(0, count, step):
        rows = slice(start, start + step)
        ours = np.sign(left[rows, None] - left[None, :]).astype(np.int8)
        theirs = np.sign(right[rows, None] - right[None, :]).astype(np.int8)
        agreed += int((ours * theirs).sum(dtype=np.int64))
    return agreed / (count * (count - 1))


def raw_mean(ratings: pd.DataFrame) -> pd.Series:
    """Mean of all ratings, by candidate."""
    mean: pd.Series = ratings.groupby("candidate", observed=True)["rating"].mean()
    return mean


def raw_weighted(ratings: pd.DataFrame, weights: Mapping[str, Mapping[str, float]]) -> pd.Series:
    """Weighted mean of competency means, over what was assessed, by candidate."""
    return _weighted(ratings, ratings["rating"], weights)


def z_score(ratings: pd.DataFrame, weights: Mapping[str, Mapping[str, float]]) -> pd.Series:
    """As `raw_weighted`, of ratings less their interviewer's mean over their interviewer's sd."""
    rating = ratings["rating"]
    groups = rating.groupby(ratings["interviewer"], observed=True)
    count, mean, sd = groups.transform("size"), groups.transform("mean"), groups.transform("std")
    mean = mean.where(count >= 2, rating.mean())
    sd = sd.where((count >= 3) & (sd > 1e-6), rating.std())
    return _weighted(ratings, (rating - mean) / sd, weights)


def least_squares(ratings: pd.DataFrame, weights: Mapping[str, Mapping[str, float]]) -> pd.Series:
    """Candidate + interviewer + competency by least squares; the score is that of an average interviewer."""
    factors = [ratings[name].astype("category").cat for name in ("candidate", "interviewer", "competency")]
    sizes = np.cumsum([0, *(len(factor.categories) for factor in factors)])
    columns = [factor.codes.to_numpy() + start for factor, start in zip(factors, sizes, strict=False)]
    rows = np.tile(np.arange(len(ratings)), len(columns))
    taken = csr_matrix((np.ones(len(rows)), (rows, np.concatenate(columns))), shape=(len(ratings), sizes[-1]))
    centre = ratings["rating"].mean()
    found = lsmr(taken, ratings["rating"] - centre, atol=1e-8, btol=1e-8, maxiter=3000)[0]
    score = pd.Series(centre + found[: sizes[1]], factors[0].categories)
    level = pd.Series(found[sizes[2] :], factors[2].categories)
    added = {role: sum(level.get(name, 0.0) * weight for name, weight in of.items()) for role, of in weights.items()}
    role_of = ratings.drop_duplicates("candidate").set_index("candidate")["role"].astype(str)
    return score + role_of.map(added).reindex(score.index)


def _weighted(ratings: pd.DataFrame, values: pd.Series, weights: Mapping[str, Mapping[str, float]]) -> pd.Series:
    keys = [ratings["role"], ratings["candidate"], ratings["competency"]]
    mean = values.groupby(keys, observed=True).mean().rename("mean").reset_index()
    flat = {(role, name): weight for role, of in weights.items() for name, weight in of.items()}
    pairs = zip(mean["role"].astype(str), mean["competency"].astype(str), strict=True)
    weight = np.array([flat[pair] for pair in pairs])
    sums = pd.DataFrame({"top": mean["mean"] * weight, "weight": weight}).groupby(mean["candidate"], observed=True)
    total = sums.sum()
    score: pd.Series = total["top"] / total["weight"]
    return score
