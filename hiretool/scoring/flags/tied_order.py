"""Tied in the order."""

from __future__ import annotations

import numpy as np

from hiretool.scoring.flags import _words
from hiretool.scoring.flags._case import Case, Flag

COIN = 0.6
"""A chance of the upper one of two to be the better one, up to which a coin would do as well."""
MOST = 2_000
"""Candidates of one role beyond whom nobody reads the order one by one."""


def found(case: Case) -> list[Flag]:
    """Runs of candidates of whom each is about as likely as not to be better than the next.

    Measured with bench_flags: 40 of 49 pairs of neighbours, of whom the upper one is truly better in 53 of 100.
    """
    scores = case.scores
    scores = scores[(scores["n_ratings"] > 0) & scores["score"].notna() & scores["sd"].notna()]
    if not 1 < len(scores) <= MOST:
        return []
    # Equal scores by name: whatever the order of rows was.
    scores = scores.assign(rounded=-scores["score"].round(6)).sort_index().sort_values("rounded", kind="stable")
    names = list(map(str, scores.index))
    score, variance = scores["score"].to_numpy(float), scores["sd"].to_numpy(float) ** 2
    tied = _above(score[:-1], score[1:], variance[:-1] + variance[1:]) <= COIN
    edges = np.flatnonzero(np.diff(np.concatenate([[False], tied, [False]]).astype(int)))
    return [
        _flag(names[first : last + 1], float(_above(score[first], score[last], variance[first] + variance[last])))
        for first, last in edges.reshape(-1, 2)
    ]


def _above(upper: object, lower: object, variance: object) -> np.ndarray:
    """Chance that the upper one is better, their errors taken as independent: what they share would move both."""
    from scipy.special import ndtr

    gap = np.asarray(upper, float) - np.asarray(lower, float)
    chance: np.ndarray = ndtr(gap / np.sqrt(np.maximum(np.asarray(variance, float), 1e-12))).round(6)
    return chance


def _flag(names: list[str], chance: float) -> Flag:
    if len(names) == 2:
        text = (
            f"The order of {names[0]} and {names[1]} says nothing: the chance that {names[0]} is the better one is"
            f" {_words.percent(chance)}. Do not decide between them by their scores."
        )
    else:
        text = (
            f"From {names[0]} to {names[-1]} ({len(names)} candidates), each is about as likely as not to be better"
            f" than the next, so the order of neighbours says nothing. That the first is better than the"
            f" last has a chance of {_words.percent(chance)}. Decide between neighbours by the evidence."
        )
    return Flag("tied_order", text, tuple(names))
