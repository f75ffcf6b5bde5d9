# hiretool-canary-f93746e0-5c57-43b1-86e8-f00db48ad55f
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction

SCENES = [
    {"old": "the model in use", "new": "the tuned one", "prompt": "coding task", "judge": "reviewer"},
    {"old": "the long system prompt", "new": "the short one", "prompt": "support question", "judge": "judge model"},
    {"old": "the large model", "new": "the distilled one", "prompt": "letter to summarise", "judge": "editor"},
    {"old": "the search by keywords", "new": "the one by vectors", "prompt": "query", "judge": "librarian"},
    {"old": "last year's reader of forms", "new": "this year's", "prompt": "scanned form", "judge": "clerk"},
]
# Standard errors between nothing and the hoped-for difference: 1.96 for 5 % on both sides and 0.84 for 80 % power.
ERRORS = Fraction(14, 5)


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    new_only, old_only = rng.randint(6, 20), rng.randint(2, 15)
    both = rng.randint(8, 15) * 5
    params = {
        "both": both,
        "new_only": new_only,
        "old_only": old_only,
        "neither": 100 - both - new_only - old_only,
        "slip": rng.choice([5, 10, 15]),
        "split": rng.choice([2, 3, 4, 5]),
        **rng.choice(SCENES),
    }
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction."""
    difference, apart = _difference(params), _apart(params)
    new, old = (Fraction(params["both"] + params[name], 100) for name in ("new_only", "old_only"))
    paired = apart - difference**2
    plain = new * (1 - new) + old * (1 - old)
    # A verdict keeps this much of what it is about; two flipped or two kept verdicts leave a pair as it was.
    kept = 1 - 2 * Fraction(params["slip"], 100)
    seen = kept * difference
    apart_seen = kept**2 * apart + (1 - kept**2) / 2
    return {
        "difference": difference,
        "spread_paired": paired,
        "spread_plain": plain,
        "needed_paired": _needed(paired, difference),
        "needed_plain": _needed(plain, difference),
        "seen": seen,
        "needed_seen": _needed(apart_seen - seen**2, seen),
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    right = answer(params)
    difference, apart = _difference(params), _apart(params)
    new, old = (Fraction(params["both"] + params[name], 100) for name in ("new_only", "old_only"))
    kept = 1 - 2 * Fraction(params["slip"], 100)
    mean = (new + old) / 2
    return {
        "takes one group's spread": {
            "spread_plain": new * (1 - new),
            "needed_plain": _needed(new * (1 - new), difference),
        },
        "subtracts the spreads": {"spread_plain": abs(new * (1 - new) - old * (1 - old))},
        "counts pairs that differ as the difference": {"difference": apart, "spread_paired": apart * (1 - apart)},
        "takes the paired spread for that of a share": {"spread_paired": difference * (1 - difference)},
        "treats pairs as two groups": {"spread_paired": right["spread_plain"], "needed_paired": right["needed_plain"]},
        "adds that of the pair twice": {"spread_paired": apart + difference**2},
        "takes the spread of the mean share": {
            "spread_plain": mean * (1 - mean),
            "needed_paired": _needed(mean * (1 - mean), difference),
        },
        "forgets the power": {"needed_paired": Fraction(98, 50) ** 2 * right["spread_paired"] / difference**2},
        "leaves the factor unsquared": {"needed_paired": ERRORS * right["spread_paired"] / difference**2},
        "leaves the difference unsquared": {"needed_paired": _needed(right["spread_paired"], 1) / difference},
        "thinks that slips cancel": {"seen": difference, "needed_seen": right["needed_paired"]},
        "loses only the slipped share": {"seen": difference * (1 - Fraction(params["slip"], 100))},
        "shrinks the difference, keeps the spread": {"needed_seen": right["needed_paired"] / kept**2},
        "shrinks pairs that differ along with it": {
            "needed_seen": _needed(kept**2 * apart - right["seen"] ** 2, right["seen"])
        },
    }


def _difference(params):
    return Fraction(params["new_only"] - params["old_only"], 100)


def _apart(params):
    return Fraction(params["new_only"] + params["old_only"], 100)


def _needed(spread, difference):
    return ERRORS**2 * spread / difference**2


def _fair(params):
    """No mistake may land on a right value; the new one is a little better, and pairing must pay."""
    if not 3 <= params["new_only"] - params["old_only"] <= 10 or params["neither"] < 3:
        return False
    right = answer(params)
    # A decimal within 1 % counts as right.
    distinct = all(
        any(abs(right[key] - value) > abs(right[key]) / 100 for key, value in wrong.items())
        for wrong in misconceptions(params).values()
    )
    pays = right["needed_plain"] >= Fraction(3, 2) * right["needed_paired"]
    return distinct and pays and right["needed_paired"] <= 3000
