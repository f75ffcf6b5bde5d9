# hiretool-canary-48059e1b-2c55-437d-887f-a1741544fb04
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction

TOP = 127
"""Largest whole number that is stored; the smallest is its opposite."""

SCENES = [
    {"model": "a model that reads road signs", "place": "a lamp post"},
    {"model": "a model that hears glass break", "place": "a door"},
    {"model": "a model that sorts cherries", "place": "a sorting line"},
    {"model": "a model that finishes sentences", "place": "a telephone"},
    {"model": "a model that finds cracks in rails", "place": "a track trolley"},
]


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    params = {
        "peak": TOP * Fraction(rng.choice([1, 2, 3, 4, 5, 10]), 1000),
        "factor": rng.choice([4, 5, 6, 8, 10, 12]),
        "weights": rng.choice([501, 1001, 2001, 4001]),
        "rows": rng.choice([20, 40, 50, 60, 80]),
        "wide": rng.choice([1, 2, 4, 5]),
        "wider": rng.choice([3, 4, 5, 6, 8, 10]),
        **rng.choice(SCENES),
    }
    params["outlier"] = params["factor"] * params["peak"]
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction: a step squared over 12."""
    peak, factor, weights = params["peak"], params["factor"], params["weights"]
    step = peak / TOP
    square = step**2 / 12
    return {
        "step": step,
        "mean_square": square,
        "beside_outlier": factor**2 * square,
        "codes": Fraction(2 * ((2 * TOP + factor) // (2 * factor)) + 1),
        "clipped": ((weights - 1) * square + (factor - 1) ** 2 * peak**2) / weights,
        "break_even": Fraction(12 * TOP**2 * (factor - 1), factor + 1),
        "one_step": params["wider"] ** 2 * square,
        "own_steps": square * (1 + Fraction(params["wide"], params["rows"]) * (params["wider"] ** 2 - 1)),
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    right = answer(params)
    peak, factor, weights, wider = (params[name] for name in ("peak", "factor", "weights", "wider"))
    step, square = right["step"], right["mean_square"]
    wide = Fraction(params["wide"], params["rows"])
    return {
        "spreads both signs over half the codes": {"step": 2 * peak / TOP},
        "spreads one sign over all codes": {"step": peak / 255},
        "squares the largest error": {"mean_square": step**2 / 4},
        "takes errors of up to a whole step": {"mean_square": step**2 / 3},
        "lets the squared error grow like the step": {"beside_outlier": factor * square},
        "lets one weight in so many not count": {"beside_outlier": square, "clipped": square},
        "counts one sign only": {"codes": Fraction((2 * TOP + factor) // (2 * factor))},
        "divides the codes by the square": {"codes": Fraction(255, factor**2)},
        "takes the whole outlier for its miss": {"clipped": ((weights - 1) * square + factor**2 * peak**2) / weights},
        "does not divide the miss by the weights": {"clipped": square + (factor - 1) ** 2 * peak**2},
        "leaves the miss unsquared": {"clipped": square + (factor - 1) * peak / weights},
        "forgets the twelfth": {"break_even": right["break_even"] / 12},
        "takes the whole outlier for its miss, at the break": {
            "break_even": Fraction(12 * TOP**2 * factor**2, factor**2 - 1)
        },
        "lets the squared error grow like the step, at the break": {"break_even": Fraction(12 * TOP**2 * (factor - 1))},
        "averages the reach of the rows": {"one_step": square * (1 + wide * (wider - 1)) ** 2},
        "averages the steps of the rows": {"own_steps": square * (1 + wide * (wider - 1)) ** 2},
        "keeps the wide rows at the small step": {"own_steps": square},
        "lets the wide rows count by their reach": {"own_steps": square * (1 + wide * (wider - 1))},
    }


def _fair(params):
    """No mistake may come near a right value, and steps of their own must matter."""
    right = answer(params)
    clear = all(
        abs(right[key] - value) > right[key] / 40
        for wrong in misconceptions(params).values()
        for key, value in wrong.items()
    )
    return clear and right["one_step"] >= 3 * right["own_steps"] and params["wider"] != params["factor"]
