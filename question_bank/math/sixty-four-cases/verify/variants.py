# hiretool-canary-cc7358f1-7771-4ae7-9fe9-31ff53aab4ca
"""Seed -> parameters; parameters -> answers in bits, and the answers that known mistakes give."""

import random
from math import log, log2

SCENES = [
    {"case": "pump", "bad": "failed within a year", "first": "ran at night", "second": "stood outdoors"},
    {"case": "parcel", "bad": "came late", "first": "left after noon", "second": "went abroad"},
    {"case": "patient", "bad": "came back within a month", "first": "lived alone", "second": "went home on a Friday"},
    {"case": "training run", "bad": "diverged", "first": "had long sequences", "second": "had warm restarts"},
    {"case": "loan", "bad": "went unpaid", "first": "was asked for online", "second": "was taken out in spring"},
]
CELL, TRIES = 16, 40


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    scene = rng.choice(SCENES)
    for _ in range(TRIES):
        # With and without the second property there are about as many bad ones, however the first one splits them.
        half, tilt = rng.randint(8, 24), rng.randint(-2, 2)
        neither, second = rng.randint(0, CELL), rng.randint(0, CELL)
        bad_at = [neither, second, half + tilt - neither, half - tilt - second]
        params = {"bad_at": bad_at, "bads": 2 * half, **scene}
        if 0 <= min(bad_at) and max(bad_at) <= CELL and _fair(params):
            return params
    return None


def answer(params):
    """Bits, from the entropies of the groups that each split makes."""
    neither, second, first, both = params["bad_at"]
    before = _entropy(params["bads"], 4 * CELL)
    gain_first = before - _left([neither + second, first + both])
    gain_both = before - _left([neither, second, first, both])
    return {
        "entropy": before,
        "gain_first": gain_first,
        "gain_second": before - _left([neither + first, second + both]),
        "gain_both": gain_both,
        "added_by_second": gain_both - gain_first,
        "reverse": gain_first,
        "gain_serial": before,
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    neither, second, first, both = params["bad_at"]
    right = answer(params)
    before, bads = right["entropy"], params["bads"]
    without, having = _entropy(neither + second, 2 * CELL), _entropy(first + both, 2 * CELL)
    return {
        "leaves the good ones out of the entropy": {"entropy": -bads / (4 * CELL) * log2(bads / (4 * CELL))},
        "uses natural logarithms": {"entropy": before * log(2), "gain_serial": before * log(2)},
        "gives what is left for what is gained": {
            "gain_first": _left([neither + second, first + both]),
            "gain_both": _left([neither, second, first, both]),
        },
        "adds up what is left, unweighted": {"gain_first": before - without - having},
        "looks at the group that has it only": {"gain_first": before - having},
        "takes the difference of the two groups' entropies": {"gain_first": abs(without - having)},
        "counts the share sorted right": {
            "gain_first": _sorted_right([neither + second, first + both]) - _sorted_right([bads])
        },
        "adds the two gains": {
            "gain_both": right["gain_first"] + right["gain_second"],
            "added_by_second": right["gain_second"],
        },
        "thinks that a useless column stays useless": {"added_by_second": 0.0, "gain_both": right["gain_first"]},
        "takes the column's own entropy for the reverse": {"reverse": 1.0},
        "thinks that an effect says nothing about its cause": {"reverse": 0.0},
        "thinks that a number without meaning gains nothing": {"gain_serial": 0.0},
        "takes the number's own entropy": {"gain_serial": log2(4 * CELL)},
    }


def _entropy(bads, many):
    """Bits of the outcome in a group."""
    shares = (bads / many, 1 - bads / many)
    return -sum(share * log2(share) for share in shares if share)


def _left(groups):
    """Mean entropy over groups of equal size."""
    return sum(_entropy(bads, 4 * CELL // len(groups)) for bads in groups) / len(groups)


def _sorted_right(groups):
    size = 4 * CELL // len(groups)
    return sum(max(bads, size - bads) for bads in groups) / (4 * CELL)


def _fair(params):
    """No mistake may come near a right value; the second column must look useless alone and help after the first."""
    right = answer(params)
    distinct = all(
        any(abs(right[key] - value) > 0.01 for key, value in wrong.items()) for wrong in misconceptions(params).values()
    )
    hidden = right["gain_second"] <= 0.01 and right["added_by_second"] >= 0.12
    return distinct and hidden and right["gain_first"] >= 0.04
