# hiretool-canary-81cc475d-a56a-47d9-9d7e-aa8789aa9dbe
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction
from math import sqrt

SCENES = [
    {"model": "a forecast for four depots", "features": "load and weather", "unit": "lorries, not parcels"},
    {"model": "a controller with four valves", "features": "flow and heat", "unit": "bars, not millibars"},
    {"model": "a tagger with four labels", "features": "length and tone", "unit": "cases, not mentions"},
    {"model": "a pricing model for four fares", "features": "demand and season", "unit": "pounds, not pence"},
    {"model": "a ranker with four aims", "features": "freshness and match", "unit": "sales, not clicks"},
]


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    first, second = rng.choice([(1, 1), (2, 1), (1, 2), (3, 1), (1, 3)])
    along, across = [], []
    # Within each pair of rows the two columns of amounts stay at right angles, so also when a pair is scaled.
    for most, least in ((4, 1), (1, 4)):
        one, two = rng.randint(1, 2), rng.choice([-2, -1, 1, 2])
        more, less = rng.randint(1, most), rng.randint(-least, least)
        along += [more * one, more * two]
        across += [-less * two, less * one]
    params = {
        "strong": [first, second],
        "weak": [second, -first],
        "along": along,
        "across": across,
        "rows": [[a * first + c * second, a * second - c * first] for a, c in zip(along, across, strict=True)],
        "times": rng.choice([2, 3, 4, 5, 6]),
        **rng.choice(SCENES),
    }
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction: squares along the two directions that stay at right angles."""
    plain, scaled = _squares(params, 1), _squares(params, params["times"])
    last = _squares({**params, "along": params["along"][2:], "across": params["across"][2:]}, 1)
    return {
        "error": Fraction(plain[1]),
        "kept": Fraction(plain[0], sum(plain)),
        "kept_last": Fraction(last[0], sum(last)),
        "scaled_old": Fraction(scaled[1]),
        "scaled_best": Fraction(scaled[0]),
        "error_new": Fraction(plain[0]),
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    plain, times, rows = _squares(params, 1), params["times"], params["rows"]
    scaled = _squares(params, times)
    columns = [sum(row[place] ** 2 for row in rows) for place in (0, 1)]
    largest = max(rows, key=_length)
    beside = sum(_length(row) - Fraction(_dot(row, largest) ** 2, _length(largest)) for row in rows)
    roots = [sqrt(square) for square in plain]
    return {
        "keeps the larger column": {"error": Fraction(min(columns))},
        "keeps the longest row only": {"error": Fraction(sum(columns) - _length(largest))},
        "keeps the direction of the longest row": {"error": beside, "kept": 1 - beside / sum(columns)},
        "keeps the mean row for each": {"error": _around_mean(rows)},
        "does not square the lengths": {"kept": roots[0] / sum(roots), "error": roots[1]},
        "gives the share that is lost": {"kept": Fraction(plain[1], sum(plain))},
        "takes the share of all for the share of some": {"kept_last": Fraction(plain[0], sum(plain))},
        "lets scaling change nothing": {"scaled_old": Fraction(plain[1]), "scaled_best": Fraction(plain[1])},
        "scales every square": {"scaled_old": Fraction(plain[1] * times**2)},
        "scales squares by the factor, not its square": {
            "scaled_old": Fraction(_squares(params, sqrt(times))[1]),
            "scaled_best": Fraction(min(_squares(params, sqrt(times)))),
        },
        "keeps the old direction as the best": {"scaled_best": Fraction(scaled[1])},
        "forgets to scale back": {"error_new": Fraction(scaled[0])},
        "takes the new choice to be as good for the plain sum": {"error_new": Fraction(plain[1])},
    }


def _dot(one, other):
    return sum(a * b for a, b in zip(one, other, strict=True))


def _length(row):
    """Squared."""
    return _dot(row, row)


def _squares(params, times):
    """Sum of squares along the first and the second direction, the last two rows times a factor."""
    factors = [1, 1, times, times][-len(params["along"]) :]
    return [
        round(_length(params["strong"]) * sum((factor * amount) ** 2 for factor, amount in zip(factors, amounts)))
        for amounts in (params["along"], params["across"])
    ]


def _around_mean(rows):
    """Error left if each row becomes the mean row."""
    return sum(
        sum(row[place] ** 2 for row in rows) - Fraction(sum(row[place] for row in rows) ** 2, 4) for place in (0, 1)
    )


def _fair(params):
    """No mistake may land on a right value; scaling must turn the choice round, and no entry may be large."""
    if not any(params["across"]) or not any(params["along"]) or [0, 0] in params["rows"]:
        return False
    plain, scaled = _squares(params, 1), _squares(params, params["times"])
    turned = 3 * plain[0] >= 5 * plain[1] and 5 * scaled[1] >= 6 * scaled[0]
    easy = max(abs(entry) for row in params["rows"] for entry in row) <= 15
    # A row along one of the two directions would give it away at once if all were so.
    mixed = sum(bool(a and c) for a, c in zip(params["along"], params["across"], strict=True)) >= 1
    if not (turned and easy and mixed):
        return False
    right = answer(params)
    return all(right[key] != value for wrong in misconceptions(params).values() for key, value in wrong.items())
