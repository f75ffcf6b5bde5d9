# hiretool-canary-96bf5aaf-af44-4e0a-a924-281015c4c752
"""The same values by two other roads: counting outcomes, and drawing samples. Uses no formula from variants.py."""

from fractions import Fraction
from math import comb

import numpy as np


def answer(params):
    """Exact: give each observation the values mu - sigma and mu + sigma with chance 1/2, and list all outcomes.

    The question uses only mean and variance, so one distribution that has them is enough.
    """
    mu, sigma, n = params["mu"], params["sigma"], params["n"]
    outcomes = [(Fraction(comb(n, high), 2**n), mu + sigma * Fraction(2 * high - n, n)) for high in range(n + 1)]

    def expected(function):
        return sum(chance * function(mean) for chance, mean in outcomes)

    def lowest(error):
        """A parabola is fixed by three of its points; its vertex needs no calculus."""
        low, middle, high = error(Fraction(0)), error(Fraction(1, 2)), error(Fraction(1))
        square = 2 * (low - 2 * middle + high)
        return -(high - low - square) / (2 * square)

    def mse(c):
        return expected(lambda mean: (c * mean - mu) ** 2)

    c = params["c"]
    centre = expected(lambda mean: c * mean)
    best = lowest(mse)
    # Many at once: a part of them at mu = 100 and the others at 0, so many that the averages have the mean square given.
    at_rest, far = expected(lambda mean: (mean - mu) ** 2), expected(lambda mean: (mean - mu + 100) ** 2)
    part = (params["square"] - at_rest) / (far - at_rest)

    def mse_of_all(c):
        idle = expected(lambda mean: (c * (mean - mu)) ** 2)
        return part * expected(lambda mean: (c * (mean - mu + 100) - 100) ** 2) + (1 - part) * idle

    return {
        "bias_squared": (centre - mu) ** 2,
        "variance": expected(lambda mean: c**2 * mean**2) - centre**2,
        "mse": mse(c),
        "best_c": best,
        "best_mse": mse(best),
        "spread": part * 100**2,
        "common_c": lowest(mse_of_all),
    }


def drawn(params, seed, repeats=40_000):
    """Simulated mean squared error at c and at the best c, each with its standard error (normal noise)."""
    rng = np.random.default_rng(seed)
    mean = rng.normal(params["mu"], params["sigma"], (repeats, params["n"])).mean(axis=1)
    best = params["mu"] * mean.mean() / (mean**2).mean()
    result = {}
    for key, c in (("mse", float(params["c"])), ("best_mse", best)):
        loss = (c * mean - params["mu"]) ** 2
        result[key] = (loss.mean(), loss.std() / np.sqrt(repeats))
    return result
