"""Variance components in closed form, from differences between pairs of ratings: one pass, whatever the size.

Half the mean squared difference of two ratings is the sum of the components that the two do not share; seven kinds of
pair give the seven components. Nothing is iterated and no prior is used, so this is for data that need none.
Source: Henderson 1953, Biometrics 9:226 (method 1), in the form of pair differences.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from hiretool.scoring.model.coded import Coded


def components(data: Coded, rest: np.ndarray) -> dict[str, float]:
    """Term -> variance, which can be negative.

    rest: (rows,) the ratings less the mean of their competency in their role.
    """
    k = len(data.competencies)
    block = _pairs(data.block, rest)
    interviewer = _pairs(data.interviewer, rest)
    card = _pairs(data.card, rest)
    cell = _pairs(data.block.astype(np.int64) * k + data.competency, rest)
    leaning = _pairs(data.interviewer.astype(np.int64) * k + data.competency, rest)
    everything = _pairs(np.zeros(len(rest), np.int8), rest)
    same_card = _half([(card, 1)])
    same_cell = _half([(cell, 1)])
    same_candidate = _half([(block, 1), (card, -1), (cell, -1)])
    same_leaning = _half([(leaning, 1)])
    same_interviewer = _half([(interviewer, 1), (card, -1), (leaning, -1)])
    strangers = _half([(everything, 1), (block, -1), (interviewer, -1), (card, 1)])
    found = {
        "candidate:competency": same_candidate - same_cell,
        "interviewer:competency": same_interviewer - same_leaning,
    }
    found["interviewer"] = strangers - same_interviewer
    found["residual"] = same_card - found["candidate:competency"] - found["interviewer:competency"]
    found["scorecard"] = same_cell - found["interviewer"] - found["interviewer:competency"] - found["residual"]
    found["candidate"] = same_leaning - found["candidate:competency"] - found["scorecard"] - found["residual"]
    return found


def _pairs(key: np.ndarray, values: np.ndarray) -> tuple[float, float]:
    """Sum of the squared differences of all pairs within a group, and the number of pairs."""
    size = int(key.max(initial=0)) + 1
    if size > 10 * len(key):
        key = np.unique(key, return_inverse=True)[1]
        size = int(key.max(initial=0)) + 1
    count = np.bincount(key, minlength=size).astype(float)
    total = np.bincount(key, weights=values, minlength=size)
    square = np.bincount(key, weights=values * values, minlength=size)
    return float(count @ square - total @ total), float((count * (count - 1)).sum() / 2)


def _half(parts: Sequence[tuple[tuple[float, float], int]]) -> float:
    """Half the mean squared difference over pairs of some kinds, some of them taken away; NaN where there are none."""
    pairs = sum(sign * number for (_, number), sign in parts)
    return sum(sign * squares for (squares, _), sign in parts) / pairs / 2 if pairs > 0 else float("nan")
