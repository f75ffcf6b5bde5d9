# hiretool-canary-47104e98-eb32-4919-b5a2-9128cc953db1
"""The same values from numbers that carry their own rate of change; no rate of a softmax is written down."""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Moving:
    """A value, and how fast it changes while one score rises."""

    value: Fraction
    rate: Fraction = Fraction(0)

    def __add__(self, other):
        return Moving(self.value + other.value, self.rate + other.rate)

    def __sub__(self, other):
        return Moving(self.value - other.value, self.rate - other.rate)

    def __mul__(self, other):
        return Moving(self.value * other.value, self.value * other.rate + self.rate * other.value)

    def __truediv__(self, other):
        value = self.value / other.value
        return Moving(value, (self.rate - value * other.rate) / other.value)


def _softmax(sizes, moved):
    """Probabilities while the score of one bin rises; exp of a score grows by its own size."""
    powers = [Moving(Fraction(size), Fraction(size if bin_ == moved else 0)) for bin_, size in enumerate(sizes)]
    total = sum(powers[1:], powers[0])
    return [power / total for power in powers]


def _loss_a(probabilities, label):
    # The rate of a logarithm is the rate of its number over the number.
    return -probabilities[label].rate / probabilities[label].value


def _loss_b(probabilities, label):
    total = Moving(Fraction(0))
    for bin_, probability in enumerate(probabilities):
        miss = probability - Moving(Fraction(int(bin_ == label)))
        total = total + miss * miss
    return total.rate / 2


def _share(params, loss):
    """Sum of the sizes of the slopes, row by row, with two bins."""
    sums = {"good": Fraction(0), "bad": Fraction(0)}
    for kind, percent in (("good", params["high"]), ("bad", params["low"])):
        for _ in range(params[kind]):
            sums[kind] += abs(loss(_softmax([percent, 100 - percent], 0), 0))
    return sums["bad"] / (sums["good"] + sums["bad"])


def answer(params):
    """Values read off the carried rates."""
    moved_first, moved_last = _softmax(params["scores"], 0), _softmax(params["scores"], 2)
    return {
        "prob": moved_first[0].value,
        "own": moved_first[0].rate,
        "other": moved_first[1].rate,
        "slope_a": _loss_a(moved_last, 2),
        "slope_b": _loss_b(moved_last, 2),
        "share_a": _share(params, _loss_a),
        "share_b": _share(params, _loss_b),
    }
