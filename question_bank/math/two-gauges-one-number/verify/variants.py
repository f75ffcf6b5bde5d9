# hiretool-canary-d8a86544-ede5-4233-aff2-9fc8874e9ef9
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction
from math import isqrt

SCENES = [
    {"thing": "bearing", "one": "its temperature", "two": "the temperature of its housing", "fault": "A dry bearing"},
    {"thing": "pump", "one": "the pressure before it", "two": "the pressure behind it", "fault": "A worn wheel"},
    {
        "thing": "bridge cable",
        "one": "the strain at its foot",
        "two": "the strain at its head",
        "fault": "A slipping clamp",
    },
    {"thing": "server", "one": "requests accepted", "two": "requests answered", "fault": "A stuck worker"},
    {"thing": "sorting belt", "one": "parcels in", "two": "parcels out", "fault": "A jam"},
]
# (right, up) of the direction in which both gauges move together.
DIRECTIONS = [(2, 1), (1, 2), (3, 1), (1, 3), (4, 1), (1, 4), (3, 2), (2, 3), (5, 2), (2, 5)]
TRIES = 400


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    scene = rng.choice(SCENES)
    for _ in range(TRIES):
        right, up = rng.choice(DIRECTIONS)
        small, step = rng.randint(1, 15), rng.randint(1, 20)
        params = {
            "spread_1": small + step * right * right,
            "spread_2": small + step * up * up,
            "together": step * right * up,
            # The first up and the second down: so it is with each fault of the scenes.
            "shift_1": rng.randint(1, 6),
            "shift_2": rng.randint(-6, -1),
            **scene,
        }
        if max(params["spread_1"], params["spread_2"]) <= 200 and _fair(params):
            return params
    return None


def answer(params):
    """Each asked value as an exact fraction."""
    high, low, right, up = _axes(params)
    length = right**2 + up**2
    along = right * params["shift_1"] + up * params["shift_2"]
    across = up * params["shift_1"] - right * params["shift_2"]
    return {
        "slope": up / right,
        "variance_along": high,
        "variance_across": low,
        "share": high / (high + low),
        "share_standardised": (1 + _correlation(params)) / 2,
        "fault_along": along**2 / length / high,
        "fault_across": across**2 / length / low,
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    first, second, together = params["spread_1"], params["spread_2"], params["together"]
    right = answer(params)
    high, low = right["variance_along"], right["variance_across"]
    correlation = _correlation(params)
    along, across = right["fault_along"], right["fault_across"]
    return {
        "reads the variances off the table": {
            "variance_along": Fraction(max(first, second)),
            "variance_across": Fraction(min(first, second)),
            "share": Fraction(max(first, second), first + second),
        },
        "takes the line that predicts the second gauge": {"slope": Fraction(together, first)},
        "takes the ratio of the variances for the direction": {"slope": Fraction(second, first)},
        "takes the diagonal": {"slope": Fraction(1)},
        "has the other direction": {"slope": -1 / right["slope"]},
        "adds the common part to both": {"variance_along": Fraction(max(first, second) + together)},
        "gives the share of the other direction": {"share": low / (high + low)},
        "takes the correlation for the share": {"share_standardised": correlation},
        "thinks that scaling changes nothing": {"share_standardised": right["share"]},
        "squares the correlation": {"share_standardised": correlation**2},
        "measures the fault in plain units": {"fault_along": along * high, "fault_across": across * low},
        "divides by the whole variance": {
            "fault_along": along * high / (high + low),
            "fault_across": across * low / (high + low),
        },
        "forgets the length of the direction": {
            "fault_along": along * (1 + right["slope"] ** 2),
            "fault_across": across * (1 + right["slope"] ** 2),
        },
        "swaps the two directions": {"fault_along": across, "fault_across": along},
    }


def _axes(params):
    """Variance along and across, and a vector along."""
    first, second, together = params["spread_1"], params["spread_2"], params["together"]
    gap = isqrt((first - second) ** 2 + 4 * together**2)
    high, low = Fraction(first + second + gap, 2), Fraction(first + second - gap, 2)
    return high, low, Fraction(together), high - first


def _correlation(params):
    return Fraction(params["together"], isqrt(params["spread_1"] * params["spread_2"]))


def _fair(params):
    """No mistake may land on a right value; all values are exact, and the fault shows where the variance is not."""
    product, shift = params["spread_1"] * params["spread_2"], (params["shift_1"], params["shift_2"])
    if isqrt(product) ** 2 != product or params["spread_1"] == params["spread_2"] or 0 in shift:
        return False
    right = answer(params)
    distinct = all(
        any(right[key] != value for key, value in wrong.items()) for wrong in misconceptions(params).values()
    )
    narrow = Fraction(17, 20) <= right["share"] <= Fraction(99, 100)
    return distinct and narrow and right["fault_across"] >= 4 and 0 < right["fault_along"] <= Fraction(1, 4)
