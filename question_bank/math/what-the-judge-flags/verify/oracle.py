# hiretool-canary-20262d73-a14c-4bb3-8a91-8d2f82e2fc22
"""The same values from counted answers: a pile with so many bad ones is judged one by one, and the right pile is looked for.

The share flagged is a straight line in the number of bad ones; it is counted for none bad and for all bad.
"""

from fractions import Fraction
from itertools import product

import numpy as np

HUNDRED = range(100)


def _flagged(params, bad_of_hundred):
    """Expected flags per answer: (of bad ones, of good ones), by counting tickets."""
    of_bad = sum(ticket < params["catch"] for answer, ticket in product(range(bad_of_hundred), HUNDRED))
    of_good = sum(ticket < params["alarm"] for answer, ticket in product(range(bad_of_hundred, 100), HUNDRED))
    return Fraction(of_bad, 10_000), Fraction(of_good, 10_000)


def _share(params, seen):
    """The share of bad ones with which so much would be flagged."""
    none, everything = sum(_flagged(params, 0)), sum(_flagged(params, 100))
    return (Fraction(seen, 100) - none) / (everything - none)


def answer(params):
    """Values from counts."""
    truth, better = _share(params, params["seen"]), _share(params, params["better_seen"])
    # A pile that has the true share exactly: as many as its fraction asks for.
    pile, bad = truth.denominator, truth.numerator
    once = bad * params["catch"], (pile - bad) * params["alarm"]
    twice = once[0] * params["catch"], once[1] * params["alarm"]
    # What one flag more or less among the answers does to the estimate, squared, times how much flags vary.
    step = (_share(params, params["seen"] + 1) - _share(params, params["seen"])) * Fraction(100, params["answers"])
    flags = params["answers"] * Fraction(params["seen"], 100)
    vary = (
        sum(
            Fraction(chance) * (got - flags / params["answers"]) ** 2
            for got, chance in ((1, flags / params["answers"]), (0, 1 - flags / params["answers"]))
        )
        * params["answers"]
    )
    return {
        "truth": truth,
        "of_flagged": Fraction(once[0], sum(once)),
        "better": better,
        "gap": truth - better,
        "variance": step**2 * vary,
        "both": Fraction(twice[0], sum(twice)),
    }


def drawn(params, seed, answers=400_000):
    """Judged answers with the true share: what is flagged once and twice."""
    rng = np.random.default_rng(seed)
    bad = rng.random(answers) < (params["seen"] - params["alarm"]) / (params["catch"] - params["alarm"])
    chance = np.where(bad, params["catch"], params["alarm"]) / 100
    once, also = (rng.random(answers) < chance for _ in range(2))
    found = {}
    for key, kept in (("of_flagged", once), ("both", once & also)):
        share = bad[kept].mean()
        found[key] = (share, np.sqrt(share * (1 - share) / kept.sum()))
    return found
