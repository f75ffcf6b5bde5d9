"""How much of a tree is in blossom, and how many clusters of blossom that makes."""

from dataclasses import dataclass

import numpy as np

BRIGHTER = 1.7


def share(pictures):
    """The part of each picture that is in blossom: points that are BRIGHTER times as bright as the middle one, or more."""
    middle = np.median(pictures, axis=(1, 2), keepdims=True)
    return (pictures >= BRIGHTER * np.maximum(middle, 1)).mean(axis=(1, 2))


@dataclass(frozen=True)
class Line:
    """Clusters on a tree, by the share that is in blossom."""

    at_none: float
    for_all: float

    @classmethod
    def fit(cls, shares, counted):
        """From trees whose clusters somebody has counted."""
        slope, start = np.polyfit(shares, counted, 1)
        return cls(float(start), float(slope))

    def clusters(self, shares):
        return self.at_none + self.for_all * np.asarray(shares)
