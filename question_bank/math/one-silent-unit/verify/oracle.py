# hiretool-canary-194fc930-452e-4a45-a400-57706955b459
"""The same values from differences of losses; no derivative is taken and no path followed.

The loss is a parabola in each single number as long as no unit switches, and there a two-sided difference is exact.
"""

from copy import deepcopy
from fractions import Fraction

TINY = Fraction(1, 1000)


def _loss(params):
    held = []
    for weights, bias in zip(params["weights"], params["biases"], strict=True):
        total = Fraction(bias)
        for weight, x in zip(weights, params["x"], strict=True):
            total += weight * x
        held.append(total if total > 0 else Fraction(0))
    output = Fraction(params["constant"])
    for out, value in zip(params["out"], held, strict=True):
        output += out * value
    return (output - params["target"]) ** 2 / 2


def _moved(params, path, by):
    """The same network with one of its numbers changed."""
    other = deepcopy(params)
    place = other
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] += by
    return other


def _difference(params, path, step):
    return (_loss(_moved(params, path, step)) - _loss(_moved(params, path, -step))) / (2 * step)


def answer(params):
    """Values from losses."""
    silent, loud = "ABC".index(params["silent"]), "ABC".index(params["loud"])
    bias = ["biases", silent]
    # Up the bias in quarters until the loss first moves; the room is a whole number.
    ups = 0
    while _loss(_moved(params, bias, Fraction(ups + 1, 4))) == _loss(params):
        ups += 1
    room = Fraction(ups, 4)
    # A parabola's slope at its start, from two points right of the kink.
    start, one, two = (_loss(_moved(params, bias, room + more * TINY)) for more in (0, 1, 2))
    return {
        "loss": _loss(params),
        "slope_out": _difference(params, ["out", loud], TINY),
        "slope_in": _difference(params, ["weights", loud, 0], TINY),
        "slope_input": _difference(params, ["x", 0], TINY),
        "room": room,
        "slope_beyond": (4 * one - 3 * start - two) / (2 * TINY),
        "two_sided": _difference(params, bias, params["nudge"]),
    }
