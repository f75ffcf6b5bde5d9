# hiretool-canary-47104e98-eb32-4919-b5a2-9128cc953db1
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction
from math import log

SCENES = [
    {"things": "photos of what people throw away", "bins": ["paper", "glass", "metal"], "many": "100,000"},
    {"things": "photos of leaves", "bins": ["oak", "beech", "elm"], "many": "100,000"},
    {"things": "photos of parcels", "bins": ["whole", "dented", "open"], "many": "100,000"},
    {"things": "photos of road surfaces", "bins": ["dry", "wet", "icy"], "many": "100,000"},
    {"things": "photos of coffee beans", "bins": ["sound", "broken", "mouldy"], "many": "100,000"},
]


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    total = rng.choice([20, 25, 40, 50, 100])
    last = rng.randint(1, total // 10)
    second = rng.randint(last + 1, total // 4)
    bad = rng.choice([4, 5, 8, 10])
    params = {
        "scores": [total - second - last, second, last],
        "good": 100 - bad,
        "bad": bad,
        "high": rng.choice([90, 95, 96, 98]),
        "low": rng.choice([1, 2, 4, 5]),
        **rng.choice(SCENES),
    }
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction, by the rates of a softmax."""
    first, second, last = _probabilities(params)
    high, low = Fraction(params["high"], 100), Fraction(params["low"], 100)
    return {
        "prob": first,
        "own": first * (1 - first),
        "other": -first * second,
        "slope_a": last - 1,
        "slope_b": -last * ((1 - last) ** 2 + first**2 + second**2),
        "share_a": _share(params, 1 - high, 1 - low),
        "share_b": _share(params, high * (1 - high) ** 2, low * (1 - low) ** 2),
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    first, second, last = _probabilities(params)
    right = answer(params)
    high, low = Fraction(params["high"], 100), Fraction(params["low"], 100)
    return {
        "weighs by the logarithms": {"prob": log(params["scores"][0]) / sum(map(log, params["scores"]))},
        "keeps the sum below as it was": {"own": first, "other": Fraction(0)},
        "takes what is missing to one": {"own": 1 - first},
        "lets the others share evenly": {"other": -right["own"] / 2},
        "lets the others rise as well": {"other": first * second},
        "takes the whole probability from the other": {"other": -second},
        "stops A at the probability": {"slope_a": -1 / last},
        "takes A the other way round": {"slope_a": 1 - last},
        "takes the probability for its miss": {"slope_a": last},
        "stops B at the probability": {"slope_b": last - 1},
        "follows B's own road only": {"slope_b": -last * (1 - last) ** 2},
        "takes B the other way round": {"slope_b": -right["slope_b"]},
        "counts rows": {"share_a": Fraction(params["bad"], 100), "share_b": Fraction(params["bad"], 100)},
        "takes losses for slopes": {
            "share_a": _share(params, -log(high), -log(low)),
            "share_b": _share(params, (1 - high) ** 2, (1 - low) ** 2),
        },
        "lets B weigh by the error": {"share_b": right["share_a"]},
        "lets A weigh like B": {"share_a": right["share_b"]},
    }


def _probabilities(params):
    return [Fraction(score, sum(params["scores"])) for score in params["scores"]]


def _share(params, good, bad):
    """What the bad rows have of the total."""
    return params["bad"] * bad / (params["bad"] * bad + params["good"] * good)


def _fair(params):
    """No mistake may come near a right value, and A must look at the wrong rows more than B does."""
    right = answer(params)
    clear = all(
        abs(right[key] - value) > abs(right[key]) / 40
        for wrong in misconceptions(params).values()
        for key, value in wrong.items()
    )
    return clear and right["share_a"] > right["share_b"] * Fraction(3, 2)
