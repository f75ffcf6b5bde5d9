# hiretool-canary-b0ac33ae-f2ea-40a8-988b-93ecfe838ed3
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction

SCENES = [
    {"job": "training run", "badly": "the loss spikes at that checkpoint", "sick": "about to diverge"},
    {"job": "labelling shift", "badly": "the control item is labelled against the key", "sick": "too tired to go on"},
    {"job": "build", "badly": "the smoke test fails", "sick": "damaged by the last merge"},
    {"job": "data feed", "badly": "the batch comes in late", "sick": "falling behind"},
    {"job": "robot arm", "badly": "the arm drops the part", "sick": "in need of a new gripper"},
]


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    row = rng.choice([2, 3])
    params = {
        "healthy": rng.choice([5, 6, 8, 10, 12, 15] if row == 2 else [8, 10, 12, 15, 16, 18, 20]),
        "ill": rng.choice([50, 60, 70, 75, 80, 90]),
        "row": row,
        "window": rng.choice([3, 4, 5]),
        # What clusters of bad checks can do: a share of 40 to 50 % right after a bad one suffices for each of these.
        "times": 2 if row == 2 else rng.choice([3, 4]),
        **rng.choice(SCENES),
    }
    return params if _fair(params) else None


def answer(params):
    """Checks until the first alarm on average, as exact fractions."""
    found = {}
    for who in ("healthy", "ill"):
        chance = Fraction(params[who], 100)
        found[f"{who}_row"] = sum(1 / chance**more for more in range(1, params["row"] + 1))
        # A bad check starts a round; the round succeeds if another one falls into what is left of the window.
        succeeds = 1 - (1 - chance) ** (params["window"] - 1)
        found[f"{who}_window"] = (1 + 1 / succeeds) / chance
    return found


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    row, window = params["row"], params["window"]
    found = {
        "takes one over the chance of a row": lambda chance: (1 / chance**row, None),
        "cuts the checks into blocks": lambda chance: (row / chance**row, window / _two_of(chance, window)),
        "waits for so many bad ones, in a row or not": lambda chance: (row / chance, 2 / chance),
        "takes one over the chance that a window holds two": lambda chance: (None, 1 / _two_of(chance, window)),
        "lets the second come anywhere in a full window": lambda chance: (
            None,
            (1 + 1 / (1 - (1 - chance) ** window)) / chance,
        ),
        "forgets that a failed round costs its first bad check": lambda chance: (
            None,
            1 / chance + 1 / (1 - (1 - chance) ** (window - 1)),
        ),
    }
    return {
        name: {
            f"{who}_{rule}": value
            for who in ("healthy", "ill")
            for rule, value in zip(("row", "window"), wrong(Fraction(params[who], 100)), strict=True)
            if value is not None
        }
        for name, wrong in found.items()
    }


def _two_of(chance, window):
    """Two or more bad among so many checks."""
    good = 1 - chance
    return 1 - good**window - window * chance * good ** (window - 1)


def _fair(params):
    """No mistake may land on a right value; a healthy job must not be paged all day, and the rules must differ."""
    right = answer(params)
    distinct = all(right[key] != value for wrong in misconceptions(params).values() for key, value in wrong.items())
    rules_differ = right["healthy_row"] >= Fraction(3, 2) * right["healthy_window"]
    return distinct and rules_differ and right["healthy_window"] >= 15 and right["healthy_row"] <= 3000
