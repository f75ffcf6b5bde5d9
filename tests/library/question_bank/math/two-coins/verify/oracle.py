"""The same by listing 64 equally likely outcomes."""

from fractions import Fraction


def answer(params):
    first, second = (round(params[name] * 8) for name in ("first", "second"))
    heads = [(one < first, other < second) for one in range(8) for other in range(8)]
    return {"both": Fraction(sum(map(all, heads)), 64), "either": Fraction(sum(map(any, heads)), 64)}
