"""Ratings and their components of variance -> how much noise there is, of what kind, and how many people are enough."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hiretool.scoring.agreement import Estimate, coded, krippendorff
from hiretool.scoring.fitted import Components
from hiretool.scoring.reliability.differences import UNIT, Differences, differences
from hiretool.scoring.reliability.noise import Noise, noise, shares, single_icc
from hiretool.scoring.reliability.study import Study, grid, study

if TYPE_CHECKING:
    import pandas as pd

GRID = (1, 2, 3, 5)
"""Numbers of competencies that an interviewer might rate, beside the one asked for and all."""


@dataclass(frozen=True, slots=True)
class OfRole:
    """What more interviewers would do for the score of one role."""

    role: str
    weights: Mapping[str, float]
    """Competency -> weight."""
    each: int
    """Competencies that each interviewer rates."""
    study: Study
    grid: tuple[Study, ...]
    """The same for other numbers of competencies each."""


@dataclass(frozen=True, slots=True)
class Audit:
    """A noise audit of ratings."""

    n_ratings: int
    n_candidates: int
    n_interviewers: int
    differences: Differences
    components: Components
    noise: Noise
    shares: Mapping[str, float]
    """Term -> share of the variance of one rating, 0..1; empty where all ratings are equal."""
    icc: float | None
    """Expected correlation of two interviewers' ratings of the same candidates on one competency."""
    alpha: Estimate
    """Krippendorff's alpha, ordinal."""
    roles: tuple[OfRole, ...]


def audit(
    ratings: pd.DataFrame,
    components: Components,
    *,
    weights: Mapping[str, Mapping[str, float]],
    each: int | None = None,
    seed: int = 0,
) -> Audit:
    """A noise audit.

    ratings: the normal form. components: of the same ratings, as `Fit.components`. weights: role -> competency ->
    weight, for the roles whose score is studied. each: competencies that each interviewer rates; the median of the
    scorecards if None. Raises: HiretoolError if a role has fewer competencies than `each`.
    """
    rated = ratings.dropna(subset="rating")
    sds = components.sd
    codes = coded(ratings, unit=UNIT, rater="interviewer", value="rating", cluster=UNIT[:2])
    return Audit(
        n_ratings=len(rated),
        n_candidates=len(rated[["role", "candidate"]].drop_duplicates()),
        n_interviewers=int(rated["interviewer"].nunique()),
        differences=differences(ratings, seed=seed),
        components=components,
        noise=noise(sds),
        shares=shares(sds),
        icc=single_icc(sds),
        alpha=krippendorff(codes, seed=seed)["ordinal"],
        roles=tuple(_of_role(rated, role, mine, sds, each) for role, mine in weights.items()),
    )


def _of_role(
    rated: pd.DataFrame, role: str, weights: Mapping[str, float], sds: Mapping[str, float], each: int | None
) -> OfRole:
    usual = min(_usual(rated[rated["role"] == role]), len(weights)) if each is None else each
    found = study(sds, weights, each=usual)
    return OfRole(role, weights, usual, found, tuple(grid(sds, weights, [*GRID, usual, len(weights)])))


def _usual(rated: pd.DataFrame) -> int:
    """Median number of competencies on a scorecard."""
    cards = rated.groupby(["candidate", "interviewer", "interview"])["competency"].nunique()
    return max(1, round(float(cards.median()))) if len(cards) else 1
