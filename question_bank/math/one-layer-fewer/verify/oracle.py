# hiretool-canary-b74d4ba8-17e4-43e6-8ae7-5edabee358d2
"""The same values from the two steps run one after the other on a few inputs, and from whole numbers gone through one by one.

No folded weight is written down: it is what the output changes by when one input is raised by one.
"""

from fractions import Fraction
from itertools import count, product

EPS = Fraction(1, 100)


def _root(square):
    """The tenth whose square it is, looked for from below."""
    return next(Fraction(tenth, 10) for tenth in count(1) if Fraction(tenth, 10) ** 2 >= square)


def _normalised(y, mean, variance, gain, shift):
    return gain * ((y - mean) / _root(variance + EPS)) + shift


def _channel(params, x1, x2):
    number = {name: Fraction(params[name]) for name in ("first", "second", "b", "mean", "shift")}
    y = number["first"] * x1 - number["second"] * x2 + number["b"]
    variance, gain = Fraction(params["variances"][0]), Fraction(params["gains"][0])
    return _normalised(y, number["mean"], variance, gain, number["shift"])


def _per_unit(variance, gain):
    """What a normalised output changes by if what comes in is raised by one."""
    low, high = (_normalised(Fraction(y), Fraction(0), Fraction(variance), Fraction(gain), Fraction(0)) for y in (0, 1))
    return high - low


def _squared(step):
    """Mean square of errors spread evenly over a step, from the heights at its ends and its middle."""
    heights = [error**2 for error in (-step / 2, Fraction(0), step / 2)]
    return (heights[0] + 4 * heights[1] + heights[2]) / 6


def _reached(reach, widest):
    """How many of the whole numbers are nearest to some weight within the reach."""
    step = widest / 127
    return sum((abs(whole) - Fraction(1, 2)) * step < reach for whole in range(-127, 128))


def answer(params):
    """Values from runs and from counting."""
    rest = _channel(params, 0, 0)
    plain, wide, still = (
        _per_unit(variance, gain) for variance, gain in zip([*params["variances"], "0"], params["gains"])
    )
    before, after = Fraction(params["before"]), Fraction(params["after"])
    # The larger of the two reaches is smallest where both are alike; all simple moves are tried.
    moves = {Fraction(up, down) for up, down in product(range(1, 21), repeat=2)}
    best = min(moves, key=lambda move: max(move * before, after / move))
    return {
        "first": _channel(params, 1, 0) - rest,
        "second": _channel(params, 0, 1) - rest,
        "rest": rest,
        "worse": _squared(wide / 127) / _squared(plain / 127),
        "left": Fraction(_reached(plain, wide)),
        "still": still,
        "left_still": Fraction(_reached(plain, still)),
        "move": best,
        "reach": max(best * before, after / best),
    }
