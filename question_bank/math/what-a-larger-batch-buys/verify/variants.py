# hiretool-canary-d65209d8-9da1-432e-b8b6-1193b223845a
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction
from math import isqrt

SCENES = [
    {"target": "how long a ferry waits at the pier", "row": "crossing"},
    {"target": "what a used bicycle sells for", "row": "sale"},
    {"target": "how much bread is left in the evening", "row": "shop day"},
    {"target": "when a tram will need new brakes", "row": "inspection"},
    {"target": "how fast a seedling grows", "row": "tray"},
]


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    slope, ratio = rng.choice([2, 3, 4, 5, 6]), rng.choice([16, 25, 36, 49, 64, 100])
    params = {
        "slope": slope,
        "variance": ratio * slope**2,
        "rows": rng.choice([101, 201, 401, 501]),
        "batch": rng.choice([10, 20, 25, 40, 50]),
        "fixed": rng.choice([4, 9, 16, 25, 36, 64]),
        "each": rng.choice([1, 4]),
        "goal": rng.choice([50, 75, 80, 90]),
        **rng.choice(SCENES),
    }
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction, by the formula of its part."""
    batch, rows = params["batch"], params["rows"]
    ratio = Fraction(params["variance"], params["slope"] ** 2)
    goal = Fraction(params["goal"], 100)
    # Step of the best length: the expected fall is in proportion to slope^4 / (slope^2 + variance / batch).
    return {
        "with_return": Fraction(params["variance"], batch),
        "without_return": Fraction(params["variance"] * (rows - batch), batch * (rows - 1)),
        "share": batch / (batch + ratio),
        "for_goal": ratio * goal / (1 - goal),
        "fastest": Fraction(isqrt(int(ratio) * params["fixed"]), isqrt(params["each"])),
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    right = answer(params)
    batch, rows, variance = params["batch"], params["rows"], params["variance"]
    ratio = Fraction(variance, params["slope"] ** 2)
    goal = Fraction(params["goal"], 100)
    found = {
        "forgets to divide by the batch": {"with_return": Fraction(variance)},
        "divides by the batch squared": {"with_return": Fraction(variance, batch**2)},
        "leaves all noise in without return": {"without_return": right["with_return"]},
        "corrects by the share that was drawn": {"without_return": right["with_return"] * Fraction(batch, rows)},
        "divides by what was not drawn": {"without_return": Fraction(variance, rows - batch)},
        "puts the deviation in the place of the variance": {"share": batch / (batch + Fraction(isqrt(int(ratio))))},
        "takes the share of the noise": {"share": ratio / (batch + ratio)},
        "lets the noise act on the length only": {"share": (batch / (batch + ratio)) ** 2},
        "lets the fall grow with the batch": {"share": Fraction(batch, rows)},
        "swaps goal and rest": {"for_goal": ratio * (1 - goal) / goal},
        "multiplies goal and ratio": {"for_goal": ratio * goal},
        "takes one over the rest": {"for_goal": ratio / (1 - goal)},
        "takes the ratio for the fastest batch": {"fastest": ratio},
        "takes the batch at which both times are equal": {"fastest": Fraction(params["fixed"], params["each"])},
        "leaves out the root": {"fastest": ratio * params["fixed"] / params["each"]},
    }
    # Half and half: goal and rest are the same.
    return {name: wrong for name, wrong in found.items() if params["goal"] != 50 or name != "swaps goal and rest"}


def _fair(params):
    """No mistake may come near a right value; the batch and the fastest one must be of a workable size."""
    right = answer(params)
    clear = all(
        abs(right[key] - value) > right[key] / 40
        for wrong in misconceptions(params).values()
        for key, value in wrong.items()
    )
    return clear and 8 <= right["fastest"] <= 80 and right["fastest"].denominator == 1
