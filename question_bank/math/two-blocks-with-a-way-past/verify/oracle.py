# hiretool-canary-4c50a72d-3625-4ca7-9503-e3c2971ab2dd
"""The same values from numbers that carry their own rate of change; no chain of factors is written down."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Moving:
    """A value, and how fast it changes while one number of the network rises."""

    value: Fraction
    rate: Fraction = Fraction(0)

    def __add__(self, other):
        return Moving(self.value + other.value, self.rate + other.rate)

    def __mul__(self, other):
        return Moving(self.value * other.value, self.value * other.rate + self.rate * other.value)

    def __truediv__(self, other):
        value = self.value / other.value
        return Moving(value, (self.rate - value * other.rate) / other.value)


ONE = Moving(Fraction(1))


def _output(params, moved, way=True):
    """What comes out while the number named `moved` rises: ("x",), ("v", block) or ("s", block)."""

    def number(value, *name):
        return Moving(Fraction(value), Fraction(int(name == moved)))

    held = number(params["x"], "x")
    for block, (v, d) in enumerate(zip(params["v"], params["d"], strict=True)):
        inside = Fraction(params["ratios"][block]) ** params["signs"][block]
        # exp(s) is the number inside the logarithm, and grows by its own size.
        power = Moving(inside, inside if moved == ("s", block) else Fraction(0))
        added = (power / (ONE + power)) * (number(v, "v", block) * held + number(d, "d", block))
        held = held + added if way else added
    return held


def _slope(params, moved):
    """Rate of the loss."""
    miss = _output(params, moved) + Moving(Fraction(-params["target"]))
    return (miss * miss).rate / 2


def answer(params):
    """Values read off the carried rates."""
    miss = _output(params, ()).value - params["target"]
    # The same error at the output with the gate nearly closed: only the gate's own rise differs.
    shut = {**params, "ratios": [params["ratios"][0], params["closed"]], "signs": [params["signs"][0], -1]}
    output, closed = _output(params, ("s", 1)), _output(shut, ("s", 1))
    return {
        "loss": miss * miss / 2,
        "slope_v": _slope(params, ("v", 1)),
        "slope_gate": _slope(params, ("s", 1)),
        "slope_below": _slope(params, ("v", 0)),
        "with_way": _output(params, ("x",)).rate,
        "without_way": _output(params, ("x",), way=False).rate,
        "closed": closed.rate / output.rate,
    }
