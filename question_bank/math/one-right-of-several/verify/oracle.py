# hiretool-canary-de90da53-3885-4cf5-be79-6787c92a0fca
"""The same values from lists: every set of k tries, every row of results, every task of a small pile."""

from fractions import Fraction
from itertools import combinations, product

import numpy as np


def _row(params):
    return [1] * params["right"] + [0] * (params["tries"] - params["right"])


def _some(results):
    results = list(results)
    return Fraction(sum(any(found) for found in results), len(results))


def _results(tries, chance):
    """Number of right ones in so many tries -> chance, try after try."""
    counts = {0: Fraction(1)}
    for _ in range(tries):
        longer = {}
        for have, weight in counts.items():
            longer[have + 1] = longer.get(have + 1, 0) + weight * chance
            longer[have] = longer.get(have, 0) + weight * (1 - chance)
        counts = longer
    return counts


def answer(params):
    """Values from listed sets and rows."""
    row, k, chance = _row(params), params["k"], Fraction(params["chance"], 100)
    # A pile of ten answers to a task that can be done, and ten to one that cannot.
    can = [1] * (params["sure"] // 10) + [0] * (10 - params["sure"] // 10)
    both = can + [0] * 10
    plugged = sum(
        weight * _some(product([1] * have + [0] * (params["tries"] - have), repeat=2))
        for have, weight in _results(params["tries"], chance).items()
    )
    return {
        "drawn": _some(combinations(row, k)),
        "plugged": _some(product(row, repeat=k)),
        "true_two": sum(weight for have, weight in _results(2, chance).items() if have),
        "plugged_two": plugged,
        "mixed": (_some(product(can, repeat=k)) + _some(product([0] * 10, repeat=k))) / 2,
        "mean_first": _mean_first(both, k),
    }


def _mean_first(pile, k):
    """k answers from one pile, one after the other: chance that none is right so far."""
    none = Fraction(1)
    for _ in range(k):
        none *= Fraction(pile.count(0), len(pile))
    return 1 - none


def drawn(params, seed, times=200_000):
    """Rows of results, and what is told from each by plugging in and by drawing two of its tries."""
    rng = np.random.default_rng(seed)
    right = rng.binomial(params["tries"], params["chance"] / 100, times)
    plugged = 1 - (1 - right / params["tries"]) ** 2
    wrong = params["tries"] - right
    fair = 1 - wrong * (wrong - 1) / (params["tries"] * (params["tries"] - 1))
    return {
        "plugged_two": (plugged.mean(), plugged.std() / np.sqrt(times)),
        "true_two": (fair.mean(), fair.std() / np.sqrt(times)),
    }
