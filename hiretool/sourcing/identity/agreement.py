"""Ids given and ids that are right -> how well they agree."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd


class BCubed(NamedTuple):
    """Means over mentions, 0..1. Source: Bagga and Baldwin 1998, LREC workshop on linguistic coreference."""

    precision: float
    """Share of right ones among the mentions that were given the same id."""
    recall: float
    """Share of those found among the mentions of the same person."""

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def b_cubed(given: npt.ArrayLike, right: npt.ArrayLike) -> BCubed:
    """Agreement of two ids a mention. Raises: ValueError if there is no mention, or the two differ in length.

    >>> b_cubed(["a", "a", "b", "b"], [1, 1, 1, 1])
    BCubed(precision=1.0, recall=0.5)
    """
    one, two = (pd.factorize(np.asarray(ids, object))[0].astype(np.int64) for ids in (given, right))
    if not len(one) or len(one) != len(two):
        raise ValueError(f"expected as many ids given as right ones, and one at least: {len(one)}, {len(two)}")
    both = pd.factorize(one * (int(two.max()) + 1) + two)[0]
    sizes = [np.bincount(codes)[codes] for codes in (one, two, both)]
    return BCubed(float((sizes[2] / sizes[0]).mean()), float((sizes[2] / sizes[1]).mean()))
