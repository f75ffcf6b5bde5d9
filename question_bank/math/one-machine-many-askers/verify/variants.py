# hiretool-canary-7e3e376c-5ab7-4f3b-8ce5-8c4c7c30c7a1
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import math
import random
from fractions import Fraction

SCENES = [
    {"firm": "A choir archive", "task": "writes down what is sung", "job": "recording"},
    {"firm": "A town library", "task": "reads old handwriting", "job": "letter"},
    {"firm": "A seed bank", "task": "names the seeds on a picture", "job": "picture"},
    {"firm": "A ferry line", "task": "answers questions on fares", "job": "question"},
    {"firm": "A land registry", "task": "sums up deeds", "job": "deed"},
]


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    kinds = {
        "short": rng.choice([100, 200]),
        "long": rng.choice([1000, 1200, 1500, 2000, 3000]),
        "share": rng.choice([5, 10, 15, 20]),
    }
    # The machine is busy for 50 to 80 % of the time, and keeps up with a fifth more.
    rates = [rate for rate in range(40, 400, 20) if 30_000 <= rate * _moments(kinds)[0] <= 48_000]
    rate = rng.choice(rates)
    params = {
        **kinds,
        "rate": rate,
        "rate_more": rate * rng.choice([110, 115, 120]) // 100,
        "fixed": rng.choice([150, 200, 250, 300]),
        "each": rng.choice([5, 8, 10, 12]),
        "rush": rng.choice([20, 25, 30, 40, 50]),
        "batch": rng.choice([24, 32, 40]),
        "night": rng.choice([1, 2, 4]),
        **rng.choice(SCENES),
    }
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction; times in milliseconds."""
    mean, squares = _moments(params)
    rate, more = (Fraction(params[name], 60_000) for name in ("rate", "rate_more"))
    left = squares / (2 * mean)
    done = params["fixed"] + params["each"] * params["batch"]
    rush, night = (Fraction(params[name], 1000) for name in ("rush", "night"))
    return {
        "busy": rate * mean,
        "meets_long": Fraction(params["share"], 100) * params["long"] / mean,
        "left": left,
        "wait": rate * mean * left / (1 - rate * mean),
        "wait_more": more * mean * left / (1 - more * mean),
        "wait_even": rate * mean * mean / 2 / (1 - rate * mean),
        "smallest": Fraction(math.floor(rush * params["fixed"] / (1 - rush * params["each"])) + 1),
        "day": (params["batch"] - 1) / (2 * rush) + done,
        "night": (params["batch"] - 1) / (2 * night) + done,
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    right = answer(params)
    mean, squares = _moments(params)
    busy = right["busy"]
    batch, done = params["batch"], params["fixed"] + params["each"] * params["batch"]
    fill = {
        name: (batch - 1) / (2 * Fraction(params[key], 1000)) for name, key in (("day", "rush"), ("night", "night"))
    }
    return {
        "plain mean of the two lengths": {
            "busy": Fraction(params["rate"] * (params["short"] + params["long"]), 120_000)
        },
        "met as often as sent": {"meets_long": Fraction(params["share"], 100)},
        "half of the mean": {"left": mean / 2},
        "all of the mean": {"left": mean},
        "half of a long one": {"left": Fraction(params["long"], 2)},
        "all of what is met": {"left": squares / mean},
        "those before one in the line forgotten": {"wait": busy * right["left"], "wait_even": busy * mean / 2},
        "as if always busy": {"wait": right["left"] / (1 - busy), "wait_even": mean / 2 / (1 - busy)},
        "all lengths alike": {"wait": right["wait_even"]},
        "the one in work begins anew": {"wait": busy * mean / (1 - busy), "wait_even": busy * mean / (1 - busy)},
        "grows as arrivals do": {"wait_more": right["wait"] * params["rate_more"] / params["rate"]},
        "only the mean counts": {"wait_even": right["wait"]},
        "rounded down": {"smallest": right["smallest"] - 1},
        "as many as come while one is done": {
            "smallest": Fraction(math.ceil(Fraction(params["rush"] * (params["fixed"] + params["each"]), 1000)))
        },
        "filling forgotten": {"day": Fraction(done), "night": Fraction(done)},
        "all wait as the first does": {name: 2 * fill[name] + done for name in fill},
        "a share of the batch's time": {name: fill[name] + Fraction(done, batch) for name in fill},
    }


def _moments(params):
    share = Fraction(params["share"], 100)
    return tuple((1 - share) * params["short"] ** power + share * params["long"] ** power for power in (1, 2))


def _fair(params):
    """The machine keeps up, the batch is not too small, and no mistake comes near a right value."""
    if params["rush"] * params["each"] >= 900:
        return False
    right = answer(params)
    edge = Fraction(params["rush"] * params["fixed"], 1000 - params["rush"] * params["each"]).denominator > 1
    holds = edge and 4 < right["smallest"] < params["batch"]
    return holds and all(
        abs(right[key] - value) > abs(right[key]) / 40
        for wrong in misconceptions(params).values()
        for key, value in wrong.items()
    )
