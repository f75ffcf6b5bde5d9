# hiretool-canary-85eb8cbd-c686-449d-a305-ebbb3c6229f0
"""The same values fault by fault: for each, every outcome of the two readers is listed with its chance, and lists are counted.

The total is found by asking for how many faults the second reader's hits would be as mixed as all faults are.
"""

from fractions import Fraction
from itertools import product

import numpy as np


def _lists(chances):
    """Expected numbers found by (first, second): (found or not, found or not) -> number."""
    counts = {}
    for one, two in chances:
        for hit, also in product((True, False), repeat=2):
            weight = (one if hit else 1 - one) * (two if also else 1 - two)
            counts[hit, also] = counts.get((hit, also), 0) + weight
    return counts


def _told(counts):
    """Number that nobody found, so that the first one's share is the same whether the second found a fault or not."""
    both, only_first, only_second = counts[True, True], counts[True, False], counts[False, True]
    # odds of the first among the second's: both to only_second. Among the rest: only_first to unknown.
    odds = Fraction(both) / only_second
    unknown = only_first / odds
    return both + only_first + only_second + unknown, unknown


def _kinds(params, across=False):
    easy, hard = Fraction(params["easy"], 100), Fraction(params["hard"], 100)
    plain, deep = ((easy, hard), (hard, easy)) if across else ((easy, easy), (hard, hard))
    return [plain] * params["plain_ones"] + [deep] * params["deep_ones"]


def answer(params):
    """Values from lists."""
    seen = {
        (True, True): params["both"],
        (True, False): params["first"] - params["both"],
        (False, True): params["second"] - params["both"],
    }
    total, left = _told(seen)
    alike, across = _lists(_kinds(params)), _lists(_kinds(params, across=True))
    return {
        "total": total,
        "left": left,
        "caught_by_first": params["first"] / total,
        "total_alike": _told(alike)[0],
        "left_in_truth": alike[False, False],
        "total_across": _told(across)[0],
    }


def drawn(params, seed, times=20_000):
    """Two readers on drawn faults: what nobody finds, with its standard error."""
    rng = np.random.default_rng(seed)
    chance = np.array([float(one) for one, _ in _kinds(params)])
    left = np.zeros(times)
    for value in np.unique(chance):
        left += rng.binomial((chance == value).sum(), (1 - value) ** 2, times)
    return {"left_in_truth": (left.mean(), left.std() / np.sqrt(times))}
