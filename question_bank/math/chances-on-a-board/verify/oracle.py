# hiretool-canary-69f4be40-a914-415c-9658-b0395d9336e3
"""The same values from single days, from pairs of days, and from all ways in which days could have turned out.

No share is squared: two days taken with replacement differ in so many of all pairs, and half of that is the least miss.
"""

from fractions import Fraction
from itertools import product
from math import comb


def _history(params):
    """One entry a day: the kind of day, the chance shown, and whether it came."""
    return [
        (kind, Fraction(params["chances"][kind], 100), int(day < params["came"][kind]))
        for kind, days in enumerate(params["days"])
        for day in range(days)
    ]


def _unlike(outcomes):
    """Half the share of ordered pairs, a day with itself included, that turned out unlike each other."""
    unlike = sum(one != other for one, other in product(outcomes, repeat=2))
    return Fraction(unlike, 2 * len(outcomes) ** 2)


def _by_luck(chance, days):
    """Mean of the squared distance of the share that comes from its chance, over every number of days that may come."""
    yes, whole = chance.numerator, chance.denominator
    ways = [comb(days, came) * yes**came * (whole - yes) ** (days - came) for came in range(days + 1)]
    squares = sum(way * (came * whole - yes * days) ** 2 for came, way in enumerate(ways))
    return Fraction(squares, sum(ways) * (days * whole) ** 2)


def answer(params):
    """Values from days and pairs of days."""
    history = _history(params)
    total = len(history)
    miss = sum((chance - came) ** 2 for _, chance, came in history) / total
    flat = _unlike([came for _, _, came in history])
    within = Fraction(0)
    for kind, days in enumerate(params["days"]):
        within += days * _unlike([came for which, _, came in history if which == kind]) / total
    hundred = _unlike([int(day < params["rare"]) for day in range(100)])
    return {
        "miss": miss,
        "flat": flat,
        "excess": miss - within,
        "told": flat - within,
        "luck": sum(
            Fraction(days, total) * _by_luck(Fraction(chance, 100), days)
            for chance, days in zip(params["chances"], params["days"])
        ),
        "saved": (flat - miss) / flat,
        "other_saved": (hundred - Fraction(params["other"])) / hundred,
    }
