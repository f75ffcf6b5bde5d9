# hiretool-canary-0a36a5a6-ee6b-4086-acea-8691ee697a69
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction

SCENES = [
    {"target": "the hours a repair takes", "who": "a lift company"},
    {"target": "the weight of a catch", "who": "a fishing port"},
    {"target": "the length of a stay", "who": "a chain of hostels"},
    {"target": "the milk of a morning", "who": "a dairy"},
    {"target": "the delay of a parcel", "who": "a post office"},
]


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    params = {
        "steep": rng.choice([4, 5, 6, 8]),
        "flat": rng.choice([Fraction(1, 2), Fraction(1), Fraction(2)]),
        "step": Fraction(1, 10),
        "steps": rng.choice([2, 3, 4]),
        "truth": rng.choice([2, 3, 4]),
        "off": rng.choice([1, 2, 3, 4, 6]),
        **rng.choice(SCENES),
    }
    params |= {"low": params["truth"] - params["off"], "high": params["truth"] + params["off"]}
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction."""
    steep, flat, step, steps = params["steep"], params["flat"], params["step"], params["steps"]
    truth, off = params["truth"], params["off"]
    one, two = 1 - (1 - step * steep) ** steps, 1 - (1 - step * flat) ** steps
    penalty = steep * (1 - one) / one
    half = 1
    while (1 - step * flat) ** half > Fraction(1, 2):
        half += 1
    return {
        "first": one,
        "second": two,
        "half": Fraction(half),
        "penalty": penalty,
        "shrunk": flat / (flat + penalty),
        "miss": (1 - two) ** 2 * truth**2 + two**2 * off**2,
        "best": Fraction(truth**2, truth**2 + off**2),
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    right = answer(params)
    steep, flat, step, steps = params["steep"], params["flat"], params["step"], params["steps"]
    truth, off = params["truth"], params["off"]
    one, two = right["first"], right["second"]
    return {
        "gives the share that is missing": {"first": 1 - one, "second": 1 - two},
        "adds up equal steps": {"first": steps * step * steep, "second": steps * step * flat},
        "makes one step only": {"first": step * steep, "second": step * flat},
        "takes one step too few": {"half": right["half"] - 1},
        "halves the way by equal steps": {"half": Fraction(-(-1 // (2 * step * flat)))},
        "turns the ratio of shares round": {"penalty": steep * one / (1 - one)},
        "takes the missing part of the curvature": {"penalty": steep * (1 - one)},
        "expects the same share from the penalty": {"shrunk": two},
        "lets both shares shrink alike": {"shrunk": one},
        "gives what the penalty takes away": {"shrunk": right["penalty"] / (flat + right["penalty"])},
        "leaves out what is missing": {"miss": two**2 * off**2},
        "leaves out the noise": {"miss": (1 - two) ** 2 * truth**2},
        "does not square the shares": {"miss": (1 - two) * truth**2 + two * off**2},
        "takes the miss of the whole way": {"miss": Fraction(off**2)},
        "does not square truth and noise": {"best": Fraction(truth, truth + off)},
        "gives the share to hold back": {"best": Fraction(off**2, truth**2 + off**2)},
        "goes the whole way": {"best": Fraction(1)},
    }


def _fair(params):
    """No mistake may come near a right value."""
    right = answer(params)
    return all(
        abs(right[key] - value) > right[key] / 40
        for wrong in misconceptions(params).values()
        for key, value in wrong.items()
    )
