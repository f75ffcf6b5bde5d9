# hiretool-canary-c662a9b5-c5ec-4afa-b78a-c17282f80c24
"""The same values from things that are gone through one by one, and from areas under straight lines.

No bar is written down: it is where two straight lines cross. Areas are taken from three heights, which is exact for them.
"""

from fractions import Fraction


def _ticket(params, bad, treated):
    """Cost of one thing whose truth is known, over the hundred tickets that decide whether a treatment helps."""
    total = 0
    for ticket in range(100):
        saved = treated and ticket < params["cured"]
        total += params["price"] * treated + params["harm"] * (bad and not saved)
    return Fraction(total, 100)


def _cost(params, chance, treated):
    return chance * _ticket(params, True, treated) + (1 - chance) * _ticket(params, False, treated)


def _crossing(params):
    """Where it makes no difference: a line that is above at nought and below at one."""
    gap = [_cost(params, Fraction(end), True) - _cost(params, Fraction(end), False) for end in (0, 1)]
    return gap[0] / (gap[0] - gap[1])


def _area(params, low, high, treated):
    heights = [_cost(params, chance, treated) for chance in (low, (low + high) / 2, high)]
    return (high - low) * (heights[0] + 4 * heights[1] + heights[2]) / 6


def _spread(params, bar):
    return _area(params, Fraction(0), bar, False) + _area(params, bar, Fraction(1), True)


def answer(params):
    """Values from tickets, crossings and areas."""
    rows = [(Fraction(chance, 100), count) for chance, count in zip(params["chances"], params["counts"])]
    bar = _crossing(params)
    wrong = _crossing({**params, "harm": Fraction(params["harm"] * params["believed"], 100)})
    return {
        "bar": bar,
        "best": sum(count * min(_cost(params, chance, True), _cost(params, chance, False)) for chance, count in rows),
        "half": sum(count * _cost(params, chance, 2 * chance >= 1) for chance, count in rows),
        "even": _spread(params, bar),
        "extra": _spread(params, wrong) - _spread(params, bar),
    }
