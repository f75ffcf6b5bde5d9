# hiretool-canary-12c212d7-4cf0-4142-9db8-a4a72788465f
"""The same values from running both machines step by step, and from the state that a step leaves as it is.

No power of a memory is taken, and no rest is solved for in letters.
"""

from fractions import Fraction


def _needle(values, beta, start=Fraction(0)):
    shown = [start]
    for value in values:
        shown.append(beta * shown[-1] + (1 - beta) * value)
    return shown


def _unchanged(step):
    """The state that a step leaves as it is; the step is a straight line in the state, and two trials give it."""
    at_nought, at_one = step(Fraction(0)), step(Fraction(1))
    # What the step changes is at_nought at state 0, and at_one - 1 at state 1.
    return at_nought / (at_nought - (at_one - 1))


def _push(beta, slope):
    return lambda v: beta * v + slope


def _root(square):
    """Of a fraction, by trying."""
    roots = []
    for number in (square.numerator, square.denominator):
        roots.append(next(root for root in range(1, number + 1) if root * root == number))
    return Fraction(*roots)


def answer(params):
    """Values from runs."""
    beta, slope = params["beta"], Fraction(params["slope"])
    ones = _needle([1] * 60, beta)
    # A single 1 at some time, then noughts: what is left of it is its weight.
    single = _needle([1] + [0] * params["back"], beta)
    there, back = _push(beta, slope), _push(beta, -slope)
    steady = _unchanged(there)
    m, u = _needle([slope], beta)[-1], _needle([slope**2], params["gamma"])[-1]
    return {
        "after": ones[params["steps"]],
        "weight": single[-1],
        # In each step all that is there gets one older, and the newest comes in with age 0.
        "age": _unchanged(lambda age: _needle([0], beta, start=age + 1)[-1]),
        "settle": Fraction(next(count for count, shown in enumerate(ones) if shown >= Fraction(9, 10))),
        "steady": steady,
        "swing": abs(_unchanged(lambda v: back(there(v)))),
        "first": m / _root(u),
        "keep": steady / _unchanged(_push(params["beta_new"], slope)),
    }
