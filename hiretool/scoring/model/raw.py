"""The plain means that stand beside each score."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from hiretool.scoring.model.coded import Coded


@dataclass(frozen=True, slots=True)
class Means:
    mean: np.ndarray
    """(blocks,) of all ratings."""
    weighted: np.ndarray
    """(blocks,) weighted mean of the means of competencies, over what was assessed; NaN where that weighs nothing."""


def means(data: Coded, weights: np.ndarray) -> Means:
    """weights: (roles, competencies)."""
    if not data.n_blocks:
        return Means(np.zeros(0), np.zeros(0))
    mean = np.add.reduceat(data.y, data.starts[:-1]) / np.diff(data.starts)
    cell = data.block.astype(np.int64) * weights.shape[1] + data.competency
    if data.n_blocks * weights.shape[1] <= 20 * len(data.y):
        of, size = cell, data.n_blocks * weights.shape[1]
        which = np.arange(size)
    else:
        which, of = np.unique(cell, return_inverse=True)
        size = len(which)
    n = np.bincount(of, minlength=size)
    total = np.bincount(of, weights=data.y, minlength=size)
    block, competency = which // weights.shape[1], which % weights.shape[1]
    weight = np.where(n > 0, weights[data.role_of[block], competency], 0.0)
    part = np.bincount(block, weights=weight * total / np.maximum(n, 1), minlength=data.n_blocks)
    whole = np.bincount(block, weights=weight, minlength=data.n_blocks)
    with np.errstate(invalid="ignore"):
        return Means(mean, np.where(whole > 0, part / whole, np.nan))
