# hiretool-canary-976411d3-35c3-46ed-b739-7d1830f2e664
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction

SCENES = [
    {"target": "a flat's rent", "first": "its floor area", "second": "its number of rooms"},
    {"target": "the power that a cyclist gives", "first": "heart rate", "second": "breathing rate"},
    {
        "target": "a river's level tomorrow",
        "first": "today's reading at the bridge",
        "second": "today's reading at the weir",
    },
    {"target": "the time that a query takes", "first": "rows read", "second": "pages read"},
    {"target": "a tree's volume", "first": "its girth", "second": "its height"},
]


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    square = rng.randint(3, 12)
    product = rng.randint(square // 2, square - 1)
    params = {
        "square": square,
        "product": product,
        "start_1": rng.randint(1, 6),
        "start_2": rng.randint(1, 6),
        "step": Fraction(1, rng.choice([10, 20])),
        **rng.choice(SCENES),
    }
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction."""
    square, product, step = params["square"], params["product"], params["step"]
    first, second = params["start_1"], params["start_2"]
    high, low = square + product, square - product
    return {
        "next_1": first - step * (square * first + product * second),
        "next_2": second - step * (product * first + square * second),
        "curvature_high": Fraction(high),
        "curvature_low": Fraction(low),
        "limit_step": Fraction(2, high),
        "best_step": Fraction(2, high + low),
        "best_factor": Fraction(high - low, high + low),
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    square, product, step = params["square"], params["product"], params["step"]
    first, second = params["start_1"], params["start_2"]
    right = answer(params)
    high, low = right["curvature_high"], right["curvature_low"]
    return {
        "walks uphill": {"next_1": 2 * first - right["next_1"], "next_2": 2 * second - right["next_2"]},
        "leaves the product out of the gradient": {
            "next_1": first * (1 - step * square),
            "next_2": second * (1 - step * square),
        },
        "uses the new first value for the second": {
            "next_2": second - step * (product * right["next_1"] + square * second)
        },
        "reads the curvatures off the diagonal": {
            "curvature_high": Fraction(square),
            "curvature_low": Fraction(square),
            "limit_step": Fraction(2, square),
        },
        "counts the product twice": {"curvature_high": Fraction(square + 2 * product)},
        "takes the limit for the step that lands at once": {"limit_step": 1 / high},
        "lets the flat direction set the limit": {"limit_step": 2 / low},
        "takes the step that suits the steep direction alone": {"best_step": 1 / high, "best_factor": 1 - low / high},
        "gives the factor of the loss": {"best_factor": right["best_factor"] ** 2},
        "gives the share that goes, not the share that stays": {"best_factor": 1 - right["best_factor"]},
    }


def _fair(params):
    """No mistake may land on a right value, the valley must be narrow, and the first step must not diverge."""
    right = answer(params)
    distinct = all(right[key] != value for wrong in misconceptions(params).values() for key, value in wrong.items())
    narrow = Fraction(1, 2) < right["best_factor"] < 1
    slanted = params["start_1"] != params["start_2"]
    return (
        distinct
        and narrow
        and slanted
        and params["step"] < right["limit_step"]
        and params["step"] != right["best_step"]
    )
