"""Components of variance from a part of large data, by the exact model with its priors."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from hiretool.scoring.model import priors
from hiretool.scoring.model.coded import Coded
from hiretool.scoring.model.exact import Exact, n_columns

MOST_RATINGS, MOST_COLUMNS = 20_000, 1_500
MOST_INTERVIEWERS = 150
"""Of a single role that is too large, the interviewers that rated most."""


def components(
    data: Coded, weights: np.ndarray, medians: Mapping[str, float], grand_mean: tuple[float, float]
) -> dict[str, float]:
    """Term -> variance, for data whose pair differences give a negative one.

    Whole roles are taken, the one with most ratings first, since a severity shows only where people meet again.
    """
    part = _part(data, weights)
    unknown = np.full(len(part.interviewers), np.nan)
    exact = Exact(part, weights, medians=medians, grand_mean=grand_mean, known=(unknown, unknown))
    mode, _, _ = exact.mode()
    return dict(zip(priors.TERMS, np.exp(2 * mode.log_sd).tolist(), strict=True))


def _part(data: Coded, weights: np.ndarray) -> Coded:
    size = np.bincount(data.role, minlength=len(data.roles))
    taken = np.zeros(len(data.roles), bool)
    best: Coded | None = None
    for role in np.argsort(-size, kind="stable"):
        taken[role] = True
        rows = taken[data.role]
        if rows.sum() > MOST_RATINGS:
            break
        part = subset(data, rows)
        if n_columns(part, weights) - weights.size > MOST_COLUMNS:
            break
        best = part
    if best is not None and len(best.y):
        return best
    mine = data.role == int(np.argmax(size))
    often = np.argsort(-np.bincount(data.interviewer[mine], minlength=len(data.interviewers)), kind="stable")
    chosen = np.zeros(len(data.interviewers), bool)
    chosen[often[:MOST_INTERVIEWERS]] = True
    rows = np.flatnonzero(mine & chosen[data.interviewer])
    if len(rows) > MOST_RATINGS:
        # To the end of the candidate at the limit.
        rows = rows[: np.searchsorted(data.block[rows], data.block[rows[MOST_RATINGS]], side="right")]
    keep = np.zeros(len(data.y), bool)
    keep[rows] = True
    return subset(data, keep)


def subset(data: Coded, rows: np.ndarray) -> Coded:
    """Some rows, with blocks and interviewers numbered anew; roles and competencies keep their numbers."""
    places = np.flatnonzero(rows)
    blocks, block = np.unique(data.block[places], return_inverse=True)
    people, interviewer = np.unique(data.interviewer[places], return_inverse=True)
    return Coded(
        y=data.y[places],
        order=data.order[places],
        block=block.astype(np.int32),
        interviewer=interviewer.astype(np.int32),
        competency=data.competency[places],
        starts=np.searchsorted(block, np.arange(len(blocks) + 1)),
        role_of=data.role_of[blocks],
        candidate_of=data.candidate_of[blocks],
        roles=data.roles,
        candidates=data.candidates,
        interviewers=data.interviewers[people],
        competencies=data.competencies,
        unrated=(),
    )
