# hiretool-canary-8bd7b089-cc7b-4423-b698-9b466375da6b
"""The same values from balls in urns and from losses that carry their first two rates of change.

No odds are multiplied, and no p(1 - p) is written down.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import lcm


@dataclass(frozen=True)
class Moving:
    """A value with its first and second rate of change while one score rises."""

    value: Fraction
    rate: Fraction = Fraction(0)
    bend: Fraction = Fraction(0)

    def __add__(self, other):
        return Moving(self.value + other.value, self.rate + other.rate, self.bend + other.bend)

    def times(self, number):
        return Moving(self.value * number, self.rate * number, self.bend * number)

    def over(self, other):
        value = self.value / other.value
        rate = (self.rate - value * other.rate) / other.value
        return Moving(value, rate, (self.bend - 2 * rate * other.rate - value * other.bend) / other.value)

    def log_rates(self):
        """First and second rate of the logarithm; its value is not needed."""
        rate = self.rate / self.value
        return Moving(Fraction(0), rate, self.bend / self.value - rate * rate)


def _urn(params):
    """Balls of each of the three such that draws from two kinds give the shares seen."""
    (won_1, won_2), (count_1, count_2) = params["wins"][:2], params["pairs"][:2]
    lost_1, lost_2 = count_1 - won_1, count_2 - won_2
    middle = lcm(lost_1, won_2)
    return middle // lost_1 * won_1, middle, middle // won_2 * lost_2


def _loss(balls, against, won, count):
    """Loss of one kind of pair while the score of the first rises: its balls grow by their own number."""
    first, second = Moving(*[Fraction(balls)] * 3), Moving(Fraction(against))
    total = first + second
    return (first.over(total).log_rates().times(won) + second.over(total).log_rates().times(count - won)).times(-1)


def answer(params):
    """Values from urns and losses."""
    one, two, three = _urn(params)
    (won_1, won_2, won_3), (count_1, count_2, count_3) = params["wins"], params["pairs"]
    # All comparisons; the second kind does not hold the first of the three and stays as it is.
    loss = _loss(one, two, won_1, count_1) + _loss(one, three, won_3, count_3)
    spread = 1 / _loss(one, two, won_1, count_1).bend + 1 / _loss(two, three, won_2, count_2).bend
    draws = [int(ball < one) for ball in range(one + three)]
    return {
        "odds": Fraction(draws.count(1), draws.count(0)),
        "chance": Fraction(sum(draws), len(draws)),
        "expected": sum((Fraction(sum(draws), len(draws)) for _ in range(count_3)), Fraction(0)),
        "slope": loss.rate,
        "spread": spread,
        # The bend of the loss grows in proportion to the comparisons, however they came out.
        "direct": 1 / spread / _loss(one, three, 0, 1).bend,
    }
