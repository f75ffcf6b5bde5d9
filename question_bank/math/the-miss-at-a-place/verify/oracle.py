# hiretool-canary-11c9cde2-0668-4ed5-9bf9-e00e900ded9e
"""The same values from areas under polynomials: where a row of known rank lies, integrated exactly; and from drawn rows.

No ranks of new rows are counted. What lies below the row of a rank has a density that is a polynomial.
"""

from fractions import Fraction
from math import comb

import numpy as np


def _density(rows, place):
    """Coefficients of u^i in the density of what lies below the row at that place."""
    front = place * comb(rows, place)
    above = rows - place
    return {place - 1 + i: front * comb(above, i) * (-1) ** i for i in range(above + 1)}


def _area(polynomial, power):
    """Integral from 0 to 1 of the polynomial times u to that power."""
    return sum(Fraction(number, exponent + power + 1) for exponent, number in polynomial.items())


def _places(params):
    """Per cent of the group within, looked for by going through a thousand others and the group."""
    group = 10 * params["group_part"]
    within = Fraction(10 * params["overall"]) - Fraction((1000 - group) * params["others_in"], 100)
    return within / group


def answer(params):
    """Values from areas."""
    row = _density(params["rows"], params["place"])
    assert _area(row, 0) == 1
    mean, square = _area(row, 1), _area(row, 2)
    return {
        "covered": mean,
        "largest": _area(_density(params["rows"], params["rows"]), 1),
        "both": square,
        # Mean square distance, term by term.
        "spread": sum(number * weight for number, weight in ((square, 1), (mean, -2 * mean), (1, mean**2))),
        "group_in": _places(params),
        "group_most": _area(_density(params["group_rows"], params["group_rows"]), 1),
    }


def drawn(params, seed, times=20_000):
    """Rows drawn, and what lies below the one at the place."""
    rng = np.random.default_rng(seed)
    below = np.sort(rng.random((times, params["rows"])), axis=1)[:, params["place"] - 1]
    distance = (below - below.mean()) ** 2
    return {
        "covered": (below.mean(), below.std() / np.sqrt(times)),
        "spread": (distance.mean(), distance.std() / np.sqrt(times)),
    }
