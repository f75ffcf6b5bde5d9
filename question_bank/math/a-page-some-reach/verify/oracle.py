# hiretool-canary-70576de9-065b-471c-9bea-c9d7451434b9
"""The same values from lists of all that can happen to a few visitors, and from drawn visitors.

No variance of a yes or no is taken from a formula: outcomes are listed and their squares are averaged.
"""

from fractions import Fraction

import numpy as np


def _one(params, version, everybody=False):
    """Outcome -> chance for one visitor."""
    share = Fraction(params[version], 100)
    if not everybody:
        return {1: share, 0: 1 - share}
    reach, other = Fraction(params["reach"], 100), Fraction(params["other"], 100)
    found = {0: 0, 1: 0}
    for arrives, chance, does in ((1, reach, share), (0, 1 - reach, other)):
        found[1] += chance * does
        found[0] += chance * (1 - does)
    return found


def _sum(outcomes, times):
    """Sum over so many visitors -> chance."""
    total = {0: Fraction(1)}
    for _ in range(times):
        longer = {}
        for have, chance in total.items():
            for more, further in outcomes.items():
                longer[have + more] = longer.get(have + more, 0) + chance * further
        total = longer
    return total


def _needed(params, olds, news, everybody=False):
    """Visitors of a block of so many old and new ones, times the blocks until the distance is 2.8 standard errors."""
    mean = square = Fraction(0)
    for had, chance in _sum(_one(params, "old", everybody), olds).items():
        for has, further in _sum(_one(params, "new", everybody), news).items():
            gap = Fraction(has, news) - Fraction(had, olds)
            mean += chance * further * gap
            square += chance * further * gap**2
    # So many squared standard errors in one block; each block adds alike.
    return (olds + news) * Fraction(28, 10) ** 2 / (mean**2 / (square - mean**2)), mean


def answer(params):
    """Values from listed outcomes."""
    even, _ = _needed(params, 1, 1)
    mixed, gap = _needed(params, 1, 1, everybody=True)
    block = 100 // params["new_gets"]
    return {
        "needed": even / 2,
        "needed_uneven": _needed(params, block - 1, 1)[0],
        "seen_all": gap,
        "needed_all": mixed / 2,
        # One in so many who come reaches the page.
        "needed_sent": even / 2 * 100 / params["reach"],
    }


def drawn(params, seed, visitors=400_000):
    """Means of drawn differences, each with its standard error."""
    rng = np.random.default_rng(seed)
    old, new = (rng.random(visitors) < params[name] / 100 for name in ("old", "new"))
    gap = new * 1.0 - old
    spread = (gap - gap.mean()) ** 2
    scale = 7.84 / ((params["new"] - params["old"]) / 100) ** 2
    arrives, other = (
        rng.random((2, visitors)) < params["reach"] / 100,
        rng.random((2, visitors)) < params["other"] / 100,
    )
    seen = np.where(arrives[1], new, other[1]) * 1.0 - np.where(arrives[0], old, other[0])
    return {
        "needed": (scale * spread.mean(), scale * spread.std() / np.sqrt(visitors)),
        "seen_all": (seen.mean(), seen.std() / np.sqrt(visitors)),
    }
