"""Weights moved a little -> how often the order of candidates changes, beside what chance in the ratings does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hiretool.errors import HiretoolError

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from hiretool.scoring.fitted import Fit

CONCENTRATION = 50.0
"""Of the Dirichlet distribution around the role's weights: the sd of a weight of 30 % is then 6.4 points."""
DRAWS = 2_000


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """What the choice of weights does to an order, and what chance does."""

    candidates: pd.DataFrame
    """By candidate: score; rank; rank_low and rank_high, 90 % range as the weights move; first, how often first as the
    weights move; noise_low and noise_high, the 90 % range of the rank from the ratings' own uncertainty."""
    places_by_weights: float
    """Mean number of places that a candidate moves when the weights do."""
    places_by_noise: float
    """The same when the ratings come out as they might have."""
    pairs_by_weights: float
    """Share of all pairs of candidates whose order the weights turn round."""
    pairs_by_noise: float
    first_changes: float
    """How often somebody else is first as the weights move."""
    spread: Mapping[str, float]
    """Competency -> sd of its weight in the draws."""


def sensitivity(
    ratings: pd.DataFrame,
    fit: Fit,
    *,
    weights: Mapping[str, float],
    concentration: float = CONCENTRATION,
    seed: int = 0,
) -> Sensitivity:
    """How much the order of one role's candidates hangs on its weights.

    ratings: those that the fit is of. The weights are drawn from a Dirichlet distribution around the role's; to each
    draw the means of competencies, shrunk and corrected as the fit says, are weighed anew.
    Raises: HiretoolError where fewer than two candidates have a score, or where nothing has a weight.
    Source: Butler, Jia and Dyer 1997, European Journal of Operational Research 103:531 (random weights).
    """
    import numpy as np

    from hiretool.scoring.model import ranks

    names = [name for name, value in weights.items() if value > 0]
    scored = fit.candidates[fit.candidates["score"].notna()]
    if len(scored) < 2 or not names:
        raise HiretoolError("Fewer than two candidates have a score, so there is no order to change.")
    if len(scored) > ranks.MOST_CANDIDATES:
        raise HiretoolError(f"{len(scored):,} candidates are too many to compare ({ranks.MOST_CANDIDATES:,}).")
    own = np.array([weights[name] for name in names], dtype=float)
    own /= own.sum()
    dice = np.random.default_rng(seed)
    drawn = dice.dirichlet(concentration * own, size=DRAWS)
    people = scored["candidate"].tolist()
    shown = _by_competency(ratings, fit, people, names, own)
    base = scored["score"].to_numpy()
    moved = base + (drawn - own) @ shown.T
    listed, noise = fit._draws(None, DRAWS)
    noise = noise[:, [listed.index(str(name)) for name in people]]
    by_weights, by_noise = ranks.drawn(moved), ranks.drawn(noise)
    rank = ranks.drawn(base[None])[0]
    low, high = np.quantile(by_weights, [0.05, 0.95], axis=0, method="inverted_cdf")
    noise_low, noise_high = np.quantile(by_noise, [0.05, 0.95], axis=0, method="inverted_cdf")
    table = scored[["candidate", "score"]].assign(
        rank=rank,
        rank_low=low,
        rank_high=high,
        first=(by_weights == 1).mean(axis=0),
        noise_low=noise_low,
        noise_high=noise_high,
    )
    return Sensitivity(
        table.reset_index(drop=True),
        float(np.abs(by_weights - rank).mean()),
        float(np.abs(by_noise - rank).mean()),
        _turned(by_weights, rank),
        _turned(by_noise, rank),
        float((by_weights[:, rank.argmin()] != 1).mean()),
        dict(zip(names, drawn.std(axis=0).tolist(), strict=True)),
    )


def _by_competency(ratings: pd.DataFrame, fit: Fit, people: list[Any], names: list[str], own: np.ndarray) -> np.ndarray:
    """(candidates, competencies): how each differs from the candidate's score, as far as the ratings bear it out.

    The mean of a competency, less what the interviewers' strictness did, shrunk by how much of such a difference is the
    candidate's and not chance; 0 where it was not assessed.
    """
    import numpy as np

    rated = ratings.assign(left=ratings["rating"] - fit.expected).dropna(subset="left")
    cells = rated.groupby(["candidate", "competency"], observed=True)["left"].agg(["mean", "count"])
    shape = cells.reindex([(person, name) for person in people for name in names])
    mean = shape["mean"].to_numpy().reshape(len(people), len(names))
    count = np.nan_to_num(shape["count"].to_numpy()).reshape(len(people), len(names))
    variance = fit.components.variance
    noise = variance["residual"] + variance["scorecard"] + variance["interviewer:competency"]
    share = variance["candidate:competency"] / (variance["candidate:competency"] + noise / np.maximum(count, 1))
    known = ~np.isnan(mean)
    weight = np.where(known, own, 0.0)
    total = weight.sum(axis=1, keepdims=True)
    middle = np.divide((weight * np.nan_to_num(mean)).sum(axis=1, keepdims=True), total, where=total > 0, out=total * 0)
    return np.where(known, (np.nan_to_num(mean) - middle) * share, 0.0)


def _turned(ranks: np.ndarray, rank: np.ndarray) -> float:
    """Share of pairs that stand the other way round than in `rank`, over the draws."""
    import numpy as np

    order = np.argsort(rank)
    placed = ranks[:, order]
    count = placed.shape[1]
    turned = sum(int((placed[:, first, None] > placed[:, first + 1 :]).sum()) for first in range(count - 1))
    pairs = len(ranks) * count * (count - 1) / 2
    return float(turned / pairs)
