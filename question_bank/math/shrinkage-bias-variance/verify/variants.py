# hiretool-canary-96bf5aaf-af44-4e0a-a924-281015c4c752
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction
from math import ceil, floor

SCENES = [
    {"many": "products", "thing": "how far its daily demand lies from the forecast", "unit": "parcels", "reading": "day"},
    {"many": "code changes", "thing": "the delay that it adds", "unit": "milliseconds", "reading": "run"},
    {"many": "sensors", "thing": "its mean offset", "unit": "millivolts", "reading": "reading"},
    {"many": "rankings", "thing": "its gain over the old one", "unit": "points", "reading": "week"},
]
KEYS = ("bias_squared", "variance", "mse", "best_c", "best_mse", "spread", "common_c")


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    params = {
        "mu": rng.randint(1, 6),
        "sigma": rng.randint(2, 9),
        "n": rng.choice([4, 5, 8, 10, 16, 20, 25]),
        "c": Fraction(rng.choice([6, 7, 8, 9]), 10),
        **rng.choice(SCENES),
    }
    # Mean square of 500 averages, in halves: from a quarter above what luck alone would give, to five times that.
    noise = Fraction(params["sigma"] ** 2, params["n"])
    params["square"] = Fraction(rng.randint(ceil(noise * 5 / 2), floor(noise * 10)), 2)
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction."""
    mu, c = params["mu"], params["c"]
    noise = Fraction(params["sigma"] ** 2, params["n"])
    best = Fraction(mu**2) / (mu**2 + noise)
    return {
        "bias_squared": (c - 1) ** 2 * mu**2,
        "variance": c**2 * noise,
        "mse": (c - 1) ** 2 * mu**2 + c**2 * noise,
        "best_c": best,
        "best_mse": best * noise,
        "spread": params["square"] - noise,
        "common_c": 1 - noise / params["square"],
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    mu, sigma, n, c = (params[name] for name in ("mu", "sigma", "n", "c"))
    noise, square = Fraction(sigma**2, n), params["square"]
    return {
        "c multiplies the variance once": {"variance": c * noise},
        "variance of one observation": {"variance": c**2 * sigma**2},
        "bias left unsquared": {"bias_squared": abs(c - 1) * mu},
        "shrinking leaves the mean alone": {"bias_squared": Fraction(0)},
        "unbiased is best": {"best_c": Fraction(1), "best_mse": noise},
        "sample size forgotten": {"best_c": Fraction(mu**2, mu**2 + sigma**2)},
        "ratio upside down": {"best_c": noise / (mu**2 + noise)},
        "standard error for variance": {"variance": c**2 * Fraction(sigma, n)},
        "luck left in the mean square": {"spread": square, "common_c": square / (square + noise)},
        "luck of one observation taken off": {"spread": square - sigma**2, "common_c": 1 - sigma**2 / square},
        "part of the luck": {"common_c": noise / square},
        "mean of mu squared over the luck": {"common_c": (square - noise) / noise},
        "one c for the other": {"common_c": Fraction(mu**2) / (mu**2 + noise)},
    }


def _fair(params):
    """No mistake may land on or near a right value, and shrinking must matter (best c from 0.3 to 0.95)."""
    right = answer(params)
    wrong = [(right[key], value) for found in misconceptions(params).values() for key, value in found.items()]
    distinct = all(abs(value - true) > abs(true) / 50 for true, value in wrong)
    useful = Fraction(3, 10) <= right["best_c"] <= Fraction(19, 20)
    return distinct and useful and right["best_c"] != params["c"]
