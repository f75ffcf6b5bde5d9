"""How long something takes, as a range: low, most likely, high."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.floating[Any]]


@dataclass(frozen=True, slots=True)
class Range:
    """A length of time, never below `low` and never above `high`.

    With `likely` the distribution is triangular with its peak there; without it, every length between the two is as
    likely as any other.
    Source of the formulas: any handbook of distributions, "triangular"; checked by simulation in the tests.
    """

    low: float
    high: float
    likely: float | None = None

    @property
    def mean(self) -> float:
        if self.likely is None:
            return (self.low + self.high) / 2
        return (self.low + self.likely + self.high) / 3

    def at(self, shares: Floats) -> Floats:
        """The length that the given shares (0..1) of all cases stay below."""
        width = self.high - self.low
        if width <= 0 or self.likely is None:
            return self.low + shares * width
        rise, fall = self.likely - self.low, self.high - self.likely
        rising = self.low + np.sqrt(shares * width * rise)
        falling = self.high - np.sqrt((1 - shares) * width * fall)
        found: Floats = np.where(shares * width < rise, rising, falling)
        return found

    def share_below(self, length: float) -> float:
        """Share of all cases (0..1) that take at most so long.

        >>> Range(2, 6).share_below(3)
        0.25
        """
        if length >= self.high:
            return 1.0
        if length <= self.low:
            return 0.0
        width = self.high - self.low
        if self.likely is None:
            return (length - self.low) / width
        if length <= self.likely:
            return (length - self.low) ** 2 / (width * (self.likely - self.low))
        return 1 - (self.high - length) ** 2 / (width * (self.high - self.likely))

    def shortened(self, by: float) -> Range:
        """The range with every length so much shorter, and none below 0."""
        likely = None if self.likely is None else max(self.likely - by, 0.0)
        return Range(max(self.low - by, 0.0), max(self.high - by, 0.0), likely)

    def scaled(self, by: float) -> Range:
        """The range of the same form, with every length so many times as long."""
        return Range(self.low * by, self.high * by, None if self.likely is None else self.likely * by)

    def __str__(self) -> str:
        ends = f"{_short(self.low)} to {_short(self.high)}"
        if self.low == self.high:
            return _short(self.low)
        return ends if self.likely is None else f"{ends}, mostly {_short(self.likely)}"


def _short(length: float) -> str:
    return f"{length:.1f}".removesuffix(".0")
