"""Compared units -> groups of units with the same ratings, and samples of units drawn from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from hiretool.scoring.agreement.estimate import DRAWS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from hiretool.scoring.agreement.coded import Coded

    Floats = NDArray[np.float64]

CATEGORIES = 30
"""Different values up to which they are taken for categories: beyond, tables of value by value grow too large."""
_CELLS = 5_000_000
"""Samples times clusters that are held in memory at a time."""


@dataclass(frozen=True, slots=True)
class Patterns:
    """Units that got the same values equally often are one pattern.

    A sample of units is then a draw of a few multinomial counts, which is why 1,000 samples of 20,000 units take
    milliseconds.
    """

    counts: Floats
    """How often a unit of each pattern (row) got each value (column)."""
    units: Floats
    """How many units have the pattern."""
    draws: Floats
    """How often each sample (row) drew a unit of each pattern (column)."""

    @property
    def sizes(self) -> Floats:
        """How many raters a unit of each pattern has."""
        found: Floats = self.counts.sum(axis=1)
        return found


def patterns(coded: Coded, seed: int) -> Patterns:
    """The patterns of the compared units, and DRAWS samples of as many clusters with replacement.

    coded: with at most CATEGORIES different values.
    """
    found, place, units = np.unique(coded.counts, axis=0, return_inverse=True, return_counts=True)
    rng = np.random.default_rng(seed)
    if coded.n_clusters == coded.n_compared:
        draws = rng.multinomial(coded.n_compared, units / coded.n_compared, size=DRAWS).astype(float)
    else:
        draws = _of_clusters(coded, place.ravel(), len(found), rng)
    return Patterns(found.astype(float), units.astype(float), draws)


def _of_clusters(coded: Coded, place: NDArray[np.intp], width: int, rng: np.random.Generator) -> Floats:
    """How often samples of the clusters drew units of each pattern."""
    from scipy.sparse import csr_array

    count = coded.n_clusters
    held = csr_array((np.ones(len(place)), (coded.cluster, place)), shape=(count, width))
    at_once = max(1, min(DRAWS, _CELLS // count))
    parts = []
    for start in range(0, DRAWS, at_once):
        samples = min(at_once, DRAWS - start)
        # Picked and counted: ten times as fast as numpy's multinomial where all chances are the same.
        picked = rng.integers(count, size=(samples, count)) + count * np.arange(samples)[:, None]
        parts.append(np.bincount(picked.ravel(), minlength=samples * count).reshape(samples, count) @ held)
    return np.concatenate(parts).astype(float)
