# hiretool-canary-12c212d7-4cf0-4142-9db8-a4a72788465f
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction
from math import isqrt

SCENES = [
    {"who": "a ferry line"},
    {"who": "a weather office"},
    {"who": "a seed bank"},
    {"who": "a map office"},
    {"who": "a bakery"},
]
BETAS = [Fraction(1, 2), Fraction(3, 5), Fraction(7, 10), Fraction(3, 4), Fraction(4, 5), Fraction(9, 10)]
# One minus each of these is the square of a fraction.
GAMMAS = [1 - Fraction(1, root) ** 2 for root in (10, 20, 50, 100)] + [1 - Fraction(1, 4) ** 2, 1 - Fraction(1, 5) ** 2]
NEW = [Fraction(9, 10), Fraction(19, 20), Fraction(49, 50), Fraction(39, 40)]


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    params = {
        "beta": rng.choice(BETAS),
        "steps": rng.choice([2, 3, 4]),
        "back": rng.choice([1, 2, 3]),
        "slope": rng.choice([2, 3, 4, 5, 6, 8]),
        "gamma": rng.choice(GAMMAS),
        "beta_new": rng.choice(NEW),
        **rng.choice(SCENES),
    }
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction."""
    beta, slope, rest = params["beta"], params["slope"], 1 - params["gamma"]
    settle = 1
    while beta**settle > Fraction(1, 10):
        settle += 1
    return {
        "after": 1 - beta ** params["steps"],
        "weight": (1 - beta) * beta ** params["back"],
        "age": beta / (1 - beta),
        "settle": Fraction(settle),
        "steady": slope / (1 - beta),
        "swing": slope / (1 + beta),
        "first": (1 - beta) / Fraction(isqrt(rest.numerator), isqrt(rest.denominator)),
        "keep": (1 - params["beta_new"]) / (1 - beta),
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    right = answer(params)
    beta, steps, back, slope = params["beta"], params["steps"], params["back"], params["slope"]
    gamma, new = params["gamma"], params["beta_new"]
    return {
        "counts values evenly": {"after": steps * (1 - beta), "weight": 1 - beta},
        "takes what is missing": {"after": beta**steps},
        "takes one step too few": {"after": 1 - beta ** (steps - 1), "settle": right["settle"] - 1},
        "forgets the share of the newest": {"weight": beta**back},
        "takes the power of the share": {"weight": (1 - beta) ** (back + 1)},
        "counts the newest as one old": {"age": 1 / (1 - beta)},
        "takes the needle's rest": {"steady": Fraction(slope)},
        "takes two steps' push": {"steady": slope * (1 + beta)},
        "multiplies by the share": {"steady": slope * (1 - beta)},
        "lets a swing cancel": {"swing": Fraction(0)},
        "lets a swing add up": {"swing": right["steady"]},
        "damps a swing twice": {"swing": slope * (1 - beta) / (1 + beta)},
        "leaves a swing as it is": {"swing": Fraction(slope)},
        "takes the first step for a later one": {"first": Fraction(1)},
        "forgets the root": {"first": (1 - beta) / (1 - gamma)},
        "turns the first step upside down": {"first": 1 / right["first"]},
        "sets memory against memory": {"keep": beta / new},
        "turns the ratio upside down": {"keep": 1 / right["keep"]},
        "leaves the step as it is": {"keep": Fraction(1)},
    }


def _fair(params):
    """No mistake may come near a right value; the new memory is clearly longer."""
    right = answer(params)
    if params["beta_new"] <= params["beta"] or right["keep"] > Fraction(1, 2):
        return False
    return all(
        abs(right[key] - value) > right[key] / 40
        for wrong in misconceptions(params).values()
        for key, value in wrong.items()
    )
