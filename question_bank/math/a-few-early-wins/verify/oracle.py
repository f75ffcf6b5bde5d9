# hiretool-canary-c34b4b78-28ed-49c7-a7df-2421d53f71e3
"""The same values from integrals of polynomials, and from drawn newcomers. No number is put in order, none counted.

The density of the rate is a polynomial up to a factor; a verdict multiplies it by t or by 1 - t.
"""

from fractions import Fraction

import numpy as np


def _times(one, other):
    """Product of two polynomials, lowest power first."""
    found = [Fraction(0)] * (len(one) + len(other) - 1)
    for power, factor in enumerate(one):
        for more, own in enumerate(other):
            found[power + more] += factor * own
    return found


def _area(density, start=Fraction(0)):
    """From start to 1."""
    return sum(factor * (1 - start ** (power + 1)) / (power + 1) for power, factor in enumerate(density))


WIN, LOSS = [Fraction(0), Fraction(1)], [Fraction(1), Fraction(-1)]


def answer(params):
    """Values from areas under the density."""
    prior = [Fraction(1)]
    for factor, times in ((WIN, params["a"] - 1), (LOSS, params["b"] - 1)):
        for _ in range(times):
            prior = _times(prior, factor)
    density = prior
    for verdict in range(params["verdicts"]):
        density = _times(density, WIN if verdict < params["wins"] else LOSS)
    once, twice = _times(density, WIN), _times(_times(density, WIN), WIN)
    mean = _area(once) / _area(density)
    before, seen = _area(_times(prior, WIN)) / _area(prior), Fraction(params["wins"], params["verdicts"])
    # The mean lies between prior mean and share of wins, and where it lies says what each weighs.
    weight = (mean - seen) / (before - seen) if before != seen else _weight_elsewhere(params)
    half = Fraction(1, 2)
    return {
        "mean": mean,
        "weight": weight,
        "both": _area(twice) / _area(density),
        "better_before": _area(prior, half) / _area(prior),
        "better_after": _area(density, half) / _area(density),
    }


def _weight_elsewhere(params):
    """The weight does not depend on how the verdicts fell; read it where prior and verdicts differ."""
    other = params["wins"] - 1
    return answer({**params, "wins": other})["weight"]


def drawn(params, seed, newcomers=60_000):
    """Among drawn newcomers with just so many wins: share better, mean rate, two further wins."""
    rng = np.random.default_rng(seed)
    rate = np.sort(rng.random((newcomers, params["drawn"])), axis=1)[:, params["a"] - 1]
    same = (rng.random((newcomers, params["verdicts"])) < rate[:, None]).sum(axis=1) == params["wins"]
    kept = rate[same]
    two = (rng.random((len(kept), 2)) < kept[:, None]).all(axis=1)
    values = {"mean": kept, "both": two, "better_after": kept > 0.5, "better_before": rate > 0.5}
    return {key: (found.mean(), found.std() / np.sqrt(len(found))) for key, found in values.items()}
