# hiretool-canary-9a04e257-6072-4696-a27d-8c84e61800da
"""The same values by listing outcomes of coins, and by drawing errors. No covariance is multiplied out.

Only mean squares and mean products enter the question, so one kind of error that has them is enough. Each error is its
usual size with a sign. On some cases all models share one coin for the sign, and on part of those the newcomer uses it
too; everywhere else each tosses a coin of its own.
"""

from fractions import Fraction
from math import comb, sqrt

import numpy as np


def _outcomes(params, models):
    """(chance, mean error of the models, error of the newcomer), each exact."""
    size, new_size = params["size"], params["new_size"]
    for sign in (1, -1):
        follows = params["new_alike"] / 2
        yield follows, Fraction(sign * size), sign * new_size
        for new_sign in (1, -1):
            yield (params["alike"] - params["new_alike"]) / 4, Fraction(sign * size), new_sign * new_size
    for high in range(models + 1):
        chance = (1 - params["alike"]) * Fraction(comb(models, high), 2**models)
        for new_sign in (1, -1):
            yield chance / 2, size * Fraction(2 * high - models, models), new_sign * new_size


def answer(params):
    """Mean squares over the listed outcomes."""
    models = params["models"]

    def error(weight, many=models):
        return sum(chance * ((1 - weight) * mean + weight * new) ** 2 for chance, mean, new in _outcomes(params, many))

    # A parabola is fixed by three of its points; its vertex needs no calculus.
    low, middle, high = error(Fraction(0)), error(Fraction(1, 2)), error(Fraction(1))
    square = 2 * (low - 2 * middle + high)
    best = -(high - low - square) / (2 * square)
    few, more = error(0, 16), error(0, 32)
    # What goes with one over the number is gone after one step of extrapolation; a third point confirms it.
    floor = 2 * more - few
    assert 2 * error(0, 64) - more == floor
    return {
        "average": low,
        "floor": floor,
        "joined_equal": error(Fraction(1, models + 1)),
        "best_weight": best,
        "best": error(best),
    }


def drawn(params, seed, cases=200_000):
    """Mean squares of drawn normal errors, each with its standard error; the best weight is sought on other draws."""
    rng = np.random.default_rng(seed)
    alike = float(params["alike"])
    lean = float(params["new_alike"]) / sqrt(alike)
    shared = rng.normal(size=cases)
    # The mean of the models' own parts is drawn at once.
    own = rng.normal(size=cases) / sqrt(params["models"])
    mean = params["size"] * (sqrt(alike) * shared + sqrt(1 - alike) * own)
    new = params["new_size"] * (lean * shared + sqrt(1 - lean**2) * rng.normal(size=cases))
    half = cases // 2
    gap = mean[:half] - new[:half]
    weight = float((gap * mean[:half]).mean() / (gap**2).mean())
    share = 1 / (params["models"] + 1)
    errors = {
        "average": mean,
        "joined_equal": (1 - share) * mean + share * new,
        "best": ((1 - weight) * mean + weight * new)[half:],
    }
    return {key: ((error**2).mean(), (error**2).std() / sqrt(len(error))) for key, error in errors.items()}
