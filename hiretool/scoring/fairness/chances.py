"""Exact chances for counts in groups: Fisher's test, and how often four fifths fails when all true rates are equal."""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

WHOLE_UP_TO = 1000
"""People in a two-by-two table up to which Fisher's test is done in whole numbers."""
_NOISE = 1e-7
"""Tables whose chances differ by this share are equally likely; logarithms are no finer. Source: R, fisher.test."""
_NOTHING = 1e-20


def fisher(selected: int, n: int, other: int, other_n: int) -> float:
    """Chance of a table at most as likely as this one, its margins given, if both groups have the same true rate.

    Two-sided: the sum over all tables that are not more likely.
    Source: Fisher 1935, The Logic of Inductive Inference; Agresti 2002, Categorical Data Analysis, section 3.5.

    >>> round(fisher(12, 40, 48, 80), 4)
    0.0034
    """
    taken = selected + other
    first, last = max(0, taken - other_n), min(n, taken)
    if n + other_n <= WHOLE_UP_TO:
        return _in_whole_numbers(selected, n, other_n, taken, range(first, last + 1))
    count = np.arange(first, last + 1)
    log = _log_factorials(n + other_n)
    weight = -(log[count] + log[n - count] + log[taken - count] + log[other_n - taken + count])
    likely = np.exp(weight - weight.max())
    return min(float(likely[weight <= weight[selected - first] + _NOISE].sum() / likely.sum()), 1.0)


def _in_whole_numbers(selected: int, n: int, other_n: int, taken: int, counts: range) -> float:
    ways = [math.comb(n, counts[0]) * math.comb(other_n, taken - counts[0])]
    for before, count in pairwise(counts):
        ways.append(ways[-1] * (n - before) * (taken - before) // (count * (other_n - taken + count)))
    seen = ways[selected - counts[0]]
    return sum(way for way in ways if way <= seen) / sum(ways)


def of_a_flag(sizes: Sequence[int], rate: float) -> float:
    """Chance that some group falls below four fifths of the highest rate although all have the same true rate.

    sizes: people in each group, > 0; rate: the true rate, 0..1. Every outcome is gone through; nothing is drawn.

    >>> round(of_a_flag((50, 100), 0.5), 2)
    0.2
    """
    if len(sizes) < 2 or not 0 < rate < 1:
        return 0.0
    chances = [_binomial(size, rate) for size in sizes]
    at_most = [np.concatenate([[0.0], np.cumsum(chance)]) for chance in chances]
    fine = 0.0
    for top, size in enumerate(sizes):
        # The group that is first to have the highest rate: those before it lie below, those after it not above.
        count = np.flatnonzero(chances[top] > _NOTHING)
        chance = chances[top][count]
        for place, other in enumerate(sizes):
            if place != top:
                least = -(-4 * count * other // (5 * size))
                most = (count * other - (place < top)) // size
                chance = chance * (at_most[place][most + 1] - at_most[place][least])
        fine += float(chance.sum())
    return min(max(1.0 - fine, 0.0), 1.0)


def adjusted(chances: Sequence[float]) -> list[float]:
    """p-values made larger for how many there are, so that one in twenty holds for all of them together.

    Source: Holm 1979, Scandinavian Journal of Statistics 6:65.

    >>> adjusted([0.01, 0.5, 0.02])
    [0.03, 0.5, 0.04]
    """
    found, least = [0.0] * len(chances), 0.0
    for rank, place in enumerate(sorted(range(len(chances)), key=chances.__getitem__)):
        least = max(least, min((len(chances) - rank) * chances[place], 1.0))
        found[place] = least
    return found


def _binomial(n: int, rate: float) -> np.ndarray:
    """Chance of 0, 1, ... n out of n."""
    count, log = np.arange(n + 1), _log_factorials(n)
    ways = log[n] - log[: n + 1] - log[n::-1]
    found: np.ndarray = np.exp(ways + count * math.log(rate) + (n - count) * math.log1p(-rate))
    return found


def _log_factorials(most: int) -> np.ndarray:
    return _table_of_logs(1 << most.bit_length())


@functools.lru_cache(maxsize=4)
def _table_of_logs(size: int) -> np.ndarray:
    return np.concatenate([[0.0], np.cumsum(np.log(np.arange(1, size + 1)))])
