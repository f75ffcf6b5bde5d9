# hiretool-canary-4f213e05-8dcd-4541-8fe7-c635624dff12
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction
from math import isqrt

SCENES = [
    {"who": "A weather office", "texts": "reports and bulletins", "served": "Thousands of billions of"},
    {"who": "A library", "texts": "scanned newspapers", "served": "Hundreds of billions of"},
    {"who": "A law publisher", "texts": "rulings and comments", "served": "Hundreds of billions of"},
    {"who": "A radio house", "texts": "written-down broadcasts", "served": "Thousands of billions of"},
    {"who": "A seed bank", "texts": "papers and field notes", "served": "Hundreds of billions of"},
]
DAY = 86_400


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    params = {
        "weights": rng.choice([1, 4, 9, 16]),
        "tokens": rng.choice([64, 100, 144, 225, 400, 900]),
        "cards": rng.choice([16, 32, 64, 128, 256]),
        "speed": rng.choice([150, 200, 250, 300, 400]),
        "reached": rng.choice([30, 35, 40, 45, 50]),
        "a": Fraction(rng.randint(4, 20), 10),
        "b": rng.choice([2, 3, 4, 5, 6, 8]),
        **rng.choice(SCENES),
    }
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction."""
    weights, tokens, a, b = (params[name] for name in ("weights", "tokens", "a", "b"))
    operations = 6 * weights * tokens * 10**18
    wide, long_ = a / isqrt(weights), Fraction(b, isqrt(tokens))
    return {
        "operations": Fraction(operations),
        "days": operations / _a_day(params),
        "excess": wide + long_,
        "wider": wide / 4 + long_,
        "longer": wide + long_ / 4,
        "both": (wide + long_) / 2,
        "best_weights": a / b * isqrt(weights * tokens),
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    right = answer(params)
    weights, tokens, a, b = (params[name] for name in ("weights", "tokens", "a", "b"))
    operations, excess, share = right["operations"], right["excess"], Fraction(params["reached"], 100)
    root = isqrt(weights * tokens)
    return {
        "counts the pass forwards only": {"operations": operations / 3},
        "counts backwards like forwards": {"operations": operations * 2 / 3},
        "counts a product and its sum as one": {"operations": operations / 2},
        "counts each weight once": {"operations": operations / 6},
        "takes the full speed": {"days": right["days"] * share},
        "takes one card": {"days": right["days"] * params["cards"]},
        "multiplies by the share": {"days": right["days"] * share**2},
        "leaves the roots out": {"excess": a / weights + Fraction(b, tokens)},
        "takes one root of the product": {"excess": (a + b) / root},
        "puts sixteen on both": {"wider": excess / 4, "longer": excess / 4},
        "puts sixteen in without its root": {
            "wider": excess - a / isqrt(weights) * Fraction(15, 16),
            "longer": excess - Fraction(15, 16) * b / isqrt(tokens),
        },
        "swaps weights and tokens": {"wider": right["longer"], "longer": right["wider"]},
        "takes a quarter for both": {"both": excess / 4},
        "takes the better of the two for both": {"both": min(right["wider"], right["longer"])},
        "makes weights and tokens alike": {"best_weights": Fraction(root)},
        "turns the ratio round": {"best_weights": b / a * root},
        "squares the ratio": {"best_weights": (a / b) ** 2 * root},
        "keeps the weights": {"best_weights": Fraction(weights)},
    }


def _a_day(params):
    """Operations that all cards do in a day."""
    return params["cards"] * params["speed"] * 10**12 * Fraction(params["reached"], 100) * DAY


def _fair(params):
    """No mistake may come near a right value; one term is clearly the larger, and the days are some weeks."""
    right = answer(params)
    clear = all(
        abs(right[key] - value) > right[key] / 40
        for wrong in misconceptions(params).values()
        for key, value in wrong.items()
    )
    ratio = right["best_weights"] / params["weights"]
    return clear and 8 <= right["days"] <= 70 and (ratio >= Fraction(3, 2) or ratio <= Fraction(2, 3))
