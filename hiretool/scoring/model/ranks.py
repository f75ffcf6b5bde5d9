"""Draws of scores -> chances of ranks."""

from __future__ import annotations

import numpy as np
import pandas as pd

DRAWS = 4_000
"""The standard error of a chance is then 0.008 at most."""
MOST_CANDIDATES = 2_000
SHOWN = 3
"""Ranks whose chances stand in the table of candidates."""


def drawn(scores: np.ndarray) -> np.ndarray:
    """(draws, candidates) scores -> ranks from 1, the highest score first."""
    ranks = np.empty(scores.shape, dtype=np.int32)
    np.put_along_axis(ranks, np.argsort(-scores, axis=1), np.arange(1, scores.shape[1] + 1)[None], axis=1)
    return ranks


def summary(scores: np.ndarray) -> dict[str, np.ndarray]:
    """Expected rank, its 90 % range, and the chances of the first ranks, an array each over the candidates."""
    ranks = drawn(scores)
    low, high = np.quantile(ranks, [0.05, 0.95], axis=0, method="inverted_cdf")
    found = {"expected_rank": ranks.mean(axis=0), "rank_low": low, "rank_high": high}
    for place in range(1, SHOWN + 1):
        chance = (ranks == place).mean(axis=0)
        found[f"p_rank_{place}"] = chance if place <= scores.shape[1] else np.full(scores.shape[1], np.nan)
    return found


def probabilities(names: list[str], scores: np.ndarray) -> pd.DataFrame:
    """As `Fit.ranks`."""
    ranks, count = drawn(scores), scores.shape[1]
    cells = np.bincount((np.arange(count) * (count + 1) + ranks).ravel(), minlength=count * (count + 1))
    chances = cells.reshape(count, count + 1)[:, 1:] / len(scores)
    return pd.DataFrame(chances, index=pd.Index(names, name="candidate"), columns=range(1, count + 1))
