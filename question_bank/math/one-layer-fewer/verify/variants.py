# hiretool-canary-b74d4ba8-17e4-43e6-8ae7-5edabee358d2
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction
from math import floor

SCENES = [
    {"model": "a model that counts bees", "place": "a box at the hive"},
    {"model": "a model that hears glass break", "place": "a window sensor"},
    {"model": "a model that reads dials", "place": "a handheld"},
    {"model": "a model that finds kerbs", "place": "a mower"},
    {"model": "a model that sorts fruit", "place": "a camera on a belt"},
]
# Variance as it stands in the file, with which a root of variance + 0.01 is easy.
VARIANCES = {"0.03": 2, "0.08": 3, "0.15": 4, "0.24": 5, "0.35": 6, "0.63": 8}


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    before, after = rng.choice(
        [("1.6", "0.1"), ("1.8", "0.2"), ("0.9", "0.1"), ("2.7", "0.3"), ("3.2", "0.2"), ("2.5", "0.4"), ("3.6", "0.4")]
    )
    params = {
        "first": rng.choice(["0.2", "0.4", "0.6", "0.8"]),
        "second": rng.choice(["0.3", "0.4", "0.5", "0.7"]),
        "b": rng.choice(["0.5", "0.6", "0.8", "0.9"]),
        "mean": rng.choice(["0.2", "0.3", "0.4"]),
        "variances": [rng.choice(["0.15", "0.24", "0.35", "0.63"]), rng.choice(["0.03", "0.08", "0.15"])],
        "gains": [
            rng.choice(["0.4", "0.5", "0.6"]),
            rng.choice(["1.2", "1.5", "1.6", "1.8"]),
            rng.choice(["0.8", "0.9", "1.2"]),
        ],
        "shift": rng.choice(["0.1", "0.2", "0.3"]),
        "before": before,
        "after": after,
        **rng.choice(SCENES),
    }
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction."""
    first, second, b, mean, shift = _numbers(params)
    a, wide, still = _factors(params)
    before, after = Fraction(params["before"]), Fraction(params["after"])
    move = _root(after / before)
    return {
        "first": a * first,
        "second": -a * second,
        "rest": shift + a * (b - mean),
        "worse": (wide / a) ** 2,
        "left": Fraction(_left(wide / a)),
        "still": still,
        "left_still": Fraction(_left(still / a)),
        "move": move,
        "reach": move * before,
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    first, second, b, mean, shift = _numbers(params)
    a, wide, still = _factors(params)
    gains = [Fraction(gain) for gain in params["gains"]]
    roots = [_spread(variance) for variance in params["variances"]]
    before, after = Fraction(params["before"]), Fraction(params["after"])
    right = answer(params)
    return {
        "the variance for its root": {
            "first": gains[0] / roots[0] ** 2 * first,
            "rest": shift + gains[0] / roots[0] ** 2 * (b - mean),
            "still": gains[2] * 100,
        },
        "the gain forgotten": {"first": first / roots[0], "second": -second / roots[0], "still": Fraction(10)},
        "the root forgotten": {"first": gains[0] * first, "rest": shift + gains[0] * (b - mean), "still": gains[2]},
        "multiplied by the root": {"first": gains[0] * roots[0] * first, "second": -gains[0] * roots[0] * second},
        "the sign lost": {"second": a * second},
        "the constant left as it was": {"rest": b},
        "b left out": {"rest": shift - a * mean},
        "b not scaled": {"rest": shift + b - a * mean},
        "the mean not scaled": {"rest": shift + a * b - mean},
        "the mean added": {"rest": shift + a * (b + mean)},
        "the shift left out": {"rest": a * (b - mean)},
        "the ratio, not its square": {"worse": wide / a},
        "the gains only": {"worse": (gains[1] / gains[0]) ** 2},
        "all numbers are left": {"left": Fraction(255), "left_still": Fraction(255)},
        "one side only": {"left": Fraction(_left(wide / a), 2), "left_still": Fraction(_left(still / a), 2)},
        "the square of the ratio": {"left": 255 * (a / wide) ** 2, "left_still": 255 * (a / still) ** 2},
        "a channel at rest sets no step": {"left_still": right["left"]},
        "a channel at rest has no weights": {"still": Fraction(0)},
        "the whole ratio": {"move": after / before, "reach": after},
        "turned round": {"move": 1 / right["move"]},
        "halfway": {"move": (before + after) / (2 * before), "reach": (before + after) / 2},
    }


def _numbers(params):
    return tuple(Fraction(params[name]) for name in ("first", "second", "b", "mean", "shift"))


def _spread(variance):
    return Fraction(VARIANCES[variance], 10)


def _factors(params):
    """Gain over root for the two channels, and for one that never moved."""
    gains = [Fraction(gain) for gain in params["gains"]]
    roots = [*map(_spread, params["variances"]), Fraction(1, 10)]
    return [gain / root for gain, root in zip(gains, roots)]


def _left(ratio):
    """Whole numbers that weights can become if the step suits weights so many times as large."""
    return 2 * floor(127 / ratio + Fraction(1, 2)) + 1


def _root(square):
    return next(Fraction(p, q) for q in range(1, 11) for p in range(1, q) if Fraction(p, q) ** 2 == square)


def _fair(params):
    """The wide channel and the one at rest are each clearly wider, and no mistake comes near a right value."""
    a, wide, still = _factors(params)
    edges = {(127 / ratio * 2) % 2 == 1 for ratio in (wide / a, still / a)}
    right = answer(params)
    spread = wide > 2 * a and still > Fraction(5, 4) * wide and edges == {False} and right["rest"] != 0
    return spread and all(
        abs(right[key] - value) > abs(right[key]) / 40
        for wrong in misconceptions(params).values()
        for key, value in wrong.items()
    )
