"""What is known of the scores after the ratings, however it was computed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from scipy.special import ndtr, ndtri

NINETY = 0.9
HALVINGS = 50


@dataclass(frozen=True, slots=True)
class Posterior:
    """Scores of blocks (candidates), normal given the standard deviations of the model."""

    mean: np.ndarray
    """(blocks,) in rating units."""
    variance: np.ndarray
    correction: np.ndarray
    """(blocks,) mean less what it would be if every interviewer were as strict as the pool."""
    card_effect: np.ndarray
    """(cards,) the part of the correction that is owed to the card's interviewer."""
    card_weight: np.ndarray
    """(cards,) how much the score moves if all ratings of the card move by one point."""
    severity: np.ndarray
    """(interviewers,) how much lower than the pool they rate."""
    severity_variance: np.ndarray
    prior_severity_variance: np.ndarray
    """(interviewers,) what it was before these ratings."""
    expected: Callable[[], np.ndarray] = field(repr=False)
    """-> (rows,) the rating to be expected of a candidate of whom nothing is known."""
    draws: Callable[[np.ndarray, int, np.random.Generator], np.ndarray] = field(repr=False)
    """(blocks, n, generator) -> (n, blocks) scores drawn together, before any clipping."""


@dataclass(frozen=True, slots=True)
class Mixture:
    """Posteriors at several standard deviations, each with its weight."""

    means: np.ndarray
    """(parts, blocks)."""
    sds: np.ndarray
    weights: np.ndarray
    """(parts,), summing to 1."""

    @classmethod
    def of(cls, parts: Sequence[Posterior], weights: np.ndarray) -> Mixture:
        variance = np.stack([np.maximum(part.variance, 1e-18) for part in parts])
        return cls(np.stack([part.mean for part in parts]), np.sqrt(variance), weights)

    def below(self, value: np.ndarray | float) -> np.ndarray:
        """(blocks,) chance that the score lies below the value."""
        return self.weights @ ndtr((value - self.means) / self.sds)

    def quantile(self, chance: float) -> np.ndarray:
        """(blocks,) the value that the score lies below with this chance."""
        each = self.means + self.sds * ndtri(chance)
        if len(self.weights) == 1:
            return each[0]
        low, high = each.min(axis=0), each.max(axis=0)
        for _ in range(HALVINGS):
            middle = (low + high) / 2
            under = self.below(middle) < chance
            low, high = np.where(under, middle, low), np.where(under, high, middle)
        return (low + high) / 2


def mixed(parts: Sequence[Posterior], weights: np.ndarray) -> Posterior:
    """The parts' mean posterior, with the parts' own spread in its variances."""

    def mean(name: str) -> np.ndarray:
        return weights @ np.stack([getattr(part, name) for part in parts])

    def variance(of: str, name: str) -> np.ndarray:
        values = np.stack([getattr(part, of) for part in parts])
        return mean(name) + weights @ values**2 - (weights @ values) ** 2

    mode = parts[0]
    spread = variance("mean", "variance")
    return Posterior(
        mean("mean"),
        spread,
        mean("correction"),
        mean("card_effect"),
        mean("card_weight"),
        mean("severity"),
        variance("severity", "severity_variance"),
        mode.prior_severity_variance,
        mode.expected,
        _stretched(mode, mean("mean"), spread),
    )


def _stretched(
    mode: Posterior, mean: np.ndarray, variance: np.ndarray
) -> Callable[[np.ndarray, int, np.random.Generator], np.ndarray]:
    """Draws that hang together as at the mode, with the means and variances of the mixture."""

    def draws(blocks: np.ndarray, count: int, generator: np.random.Generator) -> np.ndarray:
        stretch = np.sqrt(variance[blocks] / mode.variance[blocks])
        return mean[blocks] + (mode.draws(blocks, count, generator) - mode.mean[blocks]) * stretch

    return draws


def nothing(interviewers: int) -> Posterior:
    """Where nobody was rated."""
    none, people = np.zeros(0), np.zeros(interviewers)
    return Posterior(
        none,
        none,
        none,
        none,
        none,
        people,
        people,
        people,
        lambda: none,
        lambda blocks, n, _: np.zeros((n, len(blocks))),
    )
