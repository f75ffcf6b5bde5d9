# hiretool-canary-976411d3-35c3-46ed-b739-7d1830f2e664
"""The same values without a formula for them: a data set, differences of its loss, and long runs of descent.

No eigenvalue is computed and no gradient is written down.
"""

from fractions import Fraction

import numpy as np

DIRECTIONS = [(first, second) for first in range(-12, 13) for second in range(0, 13) if (first, second) != (0, 0)]


def _rows(params):
    """(weight, first column, second column): two kinds of rows that have the second moments of the prompt."""
    square, product = params["square"], params["product"]
    return [(Fraction(square + product, 2), 1, 1), (Fraction(square - product, 2), 1, -1)]


def _loss(params, first, second):
    return sum(weight * (one * first + two * second) ** 2 for weight, one, two in _rows(params)) / 2


def _after(params, step, first, second):
    """One step of descent. A central difference is exact for a parabola, whatever its width."""
    slope_1 = (_loss(params, first + 1, second) - _loss(params, first - 1, second)) / 2
    slope_2 = (_loss(params, first, second + 1) - _loss(params, first, second - 1)) / 2
    return first - step * slope_1, second - step * slope_2


def _long_run_factor(params, step, doublings=24):
    """Shrinking per step over 2^24 steps, from the map of one step multiplied with itself."""
    columns = [_after(params, Fraction(step), *start) for start in ((1, 0), (0, 1))]
    steps, log_size = np.array(columns, dtype=float).T, 0.0
    for _ in range(doublings):
        size = np.abs(steps).max()
        if size == 0.0:
            return 0.0
        steps, log_size = (steps / size) @ (steps / size), 2 * (log_size + np.log(size))
    return float(np.exp((log_size + np.log(np.abs(steps).max())) / 2**doublings))


def _first_that_grows(params):
    below, above = 0.0, 4.0
    for _ in range(45):
        middle = (below + above) / 2
        below, above = (below, middle) if _long_run_factor(params, middle) > 1 else (middle, above)
    return (below + above) / 2


def _fastest(params, limit):
    """Ternary search: the long-run factor falls and then rises with the step."""
    low, high = 0.0, limit
    for _ in range(60):
        left, right = low + (high - low) / 3, high - (high - low) / 3
        low, high = (low, right) if _long_run_factor(params, left) < _long_run_factor(params, right) else (left, high)
    return (low + high) / 2


def answer(params):
    """Each value; the searched ones are rounded to the nearest fraction with a small denominator."""
    next_1, next_2 = _after(params, params["step"], params["start_1"], params["start_2"])
    bends = [2 * _loss(params, one, two) / (one * one + two * two) for one, two in DIRECTIONS]
    limit = _first_that_grows(params)
    fastest = _fastest(params, limit)
    return {
        "next_1": next_1,
        "next_2": next_2,
        "curvature_high": max(bends),
        "curvature_low": min(bends),
        "limit_step": Fraction(limit).limit_denominator(60),
        "best_step": Fraction(fastest).limit_denominator(60),
        "best_factor": Fraction(_long_run_factor(params, fastest)).limit_denominator(60),
    }
