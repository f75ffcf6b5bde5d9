# hiretool-canary-d6edf10b-73f3-4682-a7e2-1f3fe30523a4
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction
from itertools import product

SCENES = [
    {
        "who": "A scale maker",
        "x_is": "the load on a spring in grams",
        "y_is": "its stretch in millimetres",
        "z_is": "how many degrees the room was above 20",
        "double": "in my list the load stands twice, in grams and in ounces.",
    },
    {
        "who": "A bakery",
        "x_is": "the trays in the oven",
        "y_is": "the minutes to the right crust",
        "z_is": "the flour's moisture in points above its mean",
        "double": "in my list the dough stands twice, in kilograms and in pounds.",
    },
    {
        "who": "A ferry line",
        "x_is": "the lorries on board",
        "y_is": "the minutes to unload",
        "z_is": "the tide in decimetres above its mean",
        "double": "in my list the crossing stands twice, in miles and in kilometres.",
    },
    {
        "who": "A print shop",
        "x_is": "the sheets of a job in tens of thousands",
        "y_is": "the hours that it takes",
        "z_is": "the paper's weight in steps above the common one",
        "double": "in my list the paper stands twice, in kilograms and in pounds.",
    },
    {
        "who": "A greenhouse",
        "x_is": "the hours of light in a day",
        "y_is": "the growth in a week in millimetres",
        "z_is": "the warmth in degrees above its mean",
        "double": "in my list the warmth stands twice, in Celsius and in Fahrenheit.",
    },
]
PLACES = [
    (1, 2, 4, 5),
    (1, 2, 3, 6),
    (1, 3, 4, 8),
    (2, 3, 5, 6),
    (2, 4, 5, 9),
    (1, 3, 5, 7),
    (1, 4, 6, 9),
    (2, 3, 4, 7),
    (3, 4, 6, 7),
    (2, 4, 6, 8),
]
TRIES = 200
# Columns of small whole numbers that are at right angles to ones and to x.
ACROSS = {
    x: [
        column
        for column in product(range(-4, 5), repeat=4)
        if any(column) and sum(column) == 0 == sum(a * b for a, b in zip(column, x, strict=True))
    ]
    for x in PLACES
}


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    scene = rng.choice(SCENES)
    for _ in range(TRIES):
        x = rng.choice(PLACES)
        misses, z = rng.choice(ACROSS[x]), rng.choice(ACROSS[x])
        along, size = (sum(a * b for a, b in zip(z, other, strict=True)) for other in (misses, z))
        if 0 in misses or along == 0 or abs(along) == size:
            continue
        slope, height = rng.choice([2, 3, 4, 5]), rng.choice([3, 4, 5, 6, 7, 8])
        params = {
            "x": list(x),
            "y": [height + slope * place + miss for place, miss in zip(x, misses, strict=True)],
            "z": list(z),
            "far": max(x) + rng.choice([6, 8, 10, 12]),
            "off": rng.choice([4, 5, 6, 8, 10, 12]),
            **scene,
        }
        if min(params["y"]) > 0 and _smallest_in_the_end(params, misses) and _fair(params):
            return params
    return None


def answer(params):
    """Each asked value as an exact fraction."""
    x, z, count = params["x"], params["z"], len(params["x"])
    slope, height = _line(x, params["y"])
    misses = [y - height - slope * place for place, y in zip(x, params["y"], strict=True)]
    along, size = sum(map(_times, misses, z)), sum(map(_times, z, z))
    away, spread = _away(params)
    left = params["off"] / (1 + Fraction(1, count) + away**2 / spread)
    return {
        "slope": slope,
        "height": height,
        "weight_z": along / size,
        "fall": along**2 / size,
        "miss_left": left,
        "slope_with": slope + left * away / spread,
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    x, y, z, off = params["x"], params["y"], params["z"], params["off"]
    right = answer(params)
    slope, weight, size = right["slope"], right["weight_z"], sum(map(_times, z, z))
    away, spread = _away(params)
    mean_y = Fraction(sum(y), len(y))
    return {
        "joins the first and the last reading": {"slope": Fraction(y[-1] - y[0], x[-1] - x[0])},
        "takes the line through nought": {"slope": Fraction(sum(map(_times, x, y)), sum(map(_times, x, x)))},
        "takes the mean of y over x": {"slope": sum(Fraction(b, a) for a, b in zip(x, y, strict=True)) / len(x)},
        "fits x by y and turns it round": {"slope": 1 / _line(y, x)[0]},
        "takes the mean of y for the height": {"height": mean_y},
        "does not divide by the squares of z": {"weight_z": weight * size},
        "divides by the number of readings": {"weight_z": weight * size / len(x)},
        "turns the sign of c": {"weight_z": -weight},
        "does not square for the fall": {"fall": abs(weight)},
        "does not divide the fall": {"fall": (weight * size) ** 2},
        "squares the weight for the fall": {"fall": weight**2},
        "leaves the fifth where it was": {"miss_left": Fraction(off)},
        "takes a fifth off wherever it lies": {"miss_left": off * Fraction(4, 5)},
        "forgets that the mean moves too": {"miss_left": off / (1 + away**2 / spread)},
        "takes the share that follows": {"miss_left": off - right["miss_left"]},
        "leaves the slope as it was": {"slope_with": slope},
        "turns the line about the mean up to the fifth": {"slope_with": slope + off / away},
        "forgets what the line already followed": {"slope_with": slope + off * away / spread},
    }


def _times(one, other):
    return one * other


def _line(x, y):
    """Slope and height of the best line."""
    mean_x, mean_y = Fraction(sum(x), len(x)), Fraction(sum(y), len(y))
    slope = sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True)) / sum((a - mean_x) ** 2 for a in x)
    return slope, mean_y - slope * mean_x


def _away(params):
    """How far out the fifth reading lies, and the sum of squares of the four."""
    mean = Fraction(sum(params["x"]), len(params["x"]))
    return params["far"] - mean, sum((place - mean) ** 2 for place in params["x"])


def _smallest_in_the_end(params, misses):
    """The fifth reading has the smallest miss of all five after the new fit, by a tenth or more."""
    away, spread = map(float, _away(params))
    mean, count = params["far"] - away, len(misses)
    left = params["off"] / (1 + 1 / count + away**2 / spread)
    others = [
        abs(m - left * (1 / count + (x - mean) * away / spread)) for x, m in zip(params["x"], misses, strict=True)
    ]
    return 10 * left < 9 * min(others)


def _fair(params):
    """No mistake may come near a right value."""
    right = answer(params)
    return all(
        abs(right[key] - value) > abs(right[key]) / 40
        for wrong in misconceptions(params).values()
        for key, value in wrong.items()
    )
