# hiretool-canary-10c4c8c0-7266-4b14-bfe8-7a61a151b62f
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction
from math import prod

SCENES = [
    {"who": "A railway", "what": "the sound of a bridge"},
    {"who": "A water company", "what": "the pressure in a main"},
    {"who": "A bakery", "what": "the current of a mixer"},
    {"who": "A wind farm", "what": "the shaking of a tower"},
    {"who": "A harbour", "what": "the pull on a mooring line"},
]


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    params = {
        "takes": [rng.choice([3, 4, 5, 7]), rng.choice([3, 4, 5]), rng.choice([3, 4, 5])],
        "steps": [rng.choice([2, 3, 4]), rng.choice([1, 2, 3]), rng.choice([1, 2])],
        "readings": rng.choice([200, 256, 300, 400, 500, 512, 600]),
        "wanted": rng.choice([60, 80, 100, 120, 150]),
        **rng.choice(SCENES),
    }
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction."""
    takes, steps = params["takes"], params["steps"]
    field, jump = _window(takes, steps)
    plain, _ = _window(takes, [1, 1, 1])
    return {
        "cells": Fraction((params["readings"] - field) // jump + 1),
        "field": Fraction(field),
        "jump": Fraction(jump),
        "more": Fraction(-(-(params["wanted"] - field) // (2 * jump))),
        "more_plain": Fraction(-(-(params["wanted"] - plain) // 2)),
        "first": Fraction(1, prod(takes)),
        "most": Fraction(max(_roads(takes, steps)), prod(takes)),
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    takes, steps, wanted = params["takes"], params["steps"], params["wanted"]
    right = answer(params)
    field, jump = int(right["field"]), int(right["jump"])
    own = 1 + sum((take - 1) * prod(steps[: at + 1]) for at, take in enumerate(takes))
    plain, _ = _window(takes, [1, 1, 1])
    return {
        "divides the readings by the steps": {"cells": Fraction(params["readings"] // jump)},
        "lets every window start one later": {"cells": Fraction(params["readings"] - field + 1)},
        "multiplies what the layers take in": {"field": Fraction(prod(takes))},
        "adds up what the layers take in": {"field": Fraction(sum(takes))},
        "forgets the steps": {"field": Fraction(plain)},
        "counts a layer's own step": {"field": Fraction(own)},
        "adds up the steps": {"jump": Fraction(sum(steps))},
        "takes the last step only": {"jump": Fraction(steps[-1])},
        "leaves out the first cell": {"cells": right["cells"] - 1},
        "lets a layer add one jump": {"more": Fraction(-(-(wanted - field) // jump))},
        "lets a layer add three jumps": {"more": Fraction(-(-(wanted - field) // (3 * jump)))},
        "forgets the window that is there": {"more": Fraction(-(-wanted // (2 * jump)))},
        "lets a layer add two readings": {"more": Fraction(-(-(wanted - field) // 2))},
        "keeps the old window without steps": {"more_plain": Fraction(-(-(wanted - field) // 2))},
        "lets all readings count alike": {"first": Fraction(1, field), "most": Fraction(1, field)},
        "takes one road for each layer": {"first": Fraction(1, sum(takes))},
        "lets one road lead from every reading": {"most": right["first"]},
    }


def _window(takes, steps):
    """Readings that a top cell depends on, and how much later the next window starts."""
    return 1 + sum((take - 1) * prod(steps[:at]) for at, take in enumerate(takes)), prod(steps)


def _roads(takes, steps):
    """Number of roads from each reading of the window to the top cell: one polynomial times the next."""
    roads = [1]
    for at, take in enumerate(takes):
        apart = prod(steps[:at])
        spread = [0] * (len(roads) + (take - 1) * apart)
        for place, count in enumerate(roads):
            for number in range(take):
                spread[place + number * apart] += count
        roads = spread
    return roads


def _fair(params):
    """No mistake may land on a right value; no reading is skipped, and windows overlap."""
    takes, steps = params["takes"], params["steps"]
    if any(step > take for take, step in zip(takes, steps, strict=True)):
        return False
    right = answer(params)
    distinct = all(right[key] != value for wrong in misconceptions(params).values() for key, value in wrong.items())
    workable = 2 <= right["more"] and right["field"] <= 45 and max(_roads(takes, steps)) >= 3
    return distinct and workable and right["jump"] >= 3
