# hiretool-canary-52e8196a-0b0c-4d54-9c2f-035993abdcfb
"""The same values from a box of tickets that are counted one by one, and from drawn quarters.

Each ticket is one equally likely case: number of the idea in a hundred, and a number in a hundred for each test.
"""

from fractions import Fraction
from itertools import product

import numpy as np

HUNDRED = range(100)


def _counted(real, idle_passes, real_passes, rounds=1):
    """False and true findings per idea, by counting tickets."""
    # How a test ends depends on its number alone, so the tickets of the tests are counted once for each kind.
    passing = {
        kind: sum(all(number < bar for number in numbers) for numbers in product(HUNDRED, repeat=rounds))
        for kind, bar in (("idle", idle_passes), ("real", real_passes))
    }
    false = sum(passing["idle"] for idea in HUNDRED if idea >= real)
    true = sum(passing["real"] for idea in HUNDRED if idea < real)
    tickets = 100 ** (rounds + 1)
    return Fraction(false, tickets), Fraction(true, tickets)


def answer(params):
    """Values from counts."""
    ideas, real = params["ideas"], params["real"]
    loose = _counted(real, params["loose"], params["caught"])
    strict = _counted(real, params["strict"], params["caught_strict"])
    twice = _counted(real, params["loose"], params["caught"], rounds=2)

    def surplus(part):
        """False findings above what is wanted among all findings; a straight line in the share of real ones."""
        false, true = _counted(part, params["loose"], params["caught"])
        return false - Fraction(params["wanted"], 100) * (false + true)

    none, all_of_them = surplus(0), surplus(100)
    return {
        "false_loose": ideas * loose[0],
        "true_loose": ideas * loose[1],
        "share_loose": loose[0] / sum(loose),
        "share_strict": strict[0] / sum(strict),
        "true_strict": ideas * strict[1],
        "real_needed": none / (none - all_of_them),
        "true_twice": ideas * twice[1],
        "share_twice": twice[0] / sum(twice),
    }


def drawn(params, seed, quarters=600):
    """Means over drawn quarters, each with its standard error; shares from all findings of all quarters."""
    rng = np.random.default_rng(seed)
    real = rng.random((quarters, params["ideas"])) < params["real"] / 100
    passes = np.where(real, params["caught"], params["loose"]) / 100
    once = rng.random(real.shape) < passes
    twice = once & (rng.random(real.shape) < passes)
    found = {}
    for key, counts in (("false_loose", once & ~real), ("true_loose", once & real), ("true_twice", twice & real)):
        per_quarter = counts.sum(axis=1)
        found[key] = (per_quarter.mean(), per_quarter.std() / np.sqrt(quarters))
    for key, kept in (("share_loose", once), ("share_twice", twice)):
        share = (kept & ~real).sum() / kept.sum()
        found[key] = (share, np.sqrt(share * (1 - share) / kept.sum()))
    return found
