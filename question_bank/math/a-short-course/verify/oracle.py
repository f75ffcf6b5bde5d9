# hiretool-canary-0a36a5a6-ee6b-4086-acea-8691ee697a69
"""The same values from descents that are run, from the slope that a penalty must hold, and from two cases of noise.

No power of a factor is taken, and no share is solved for in letters.
"""

from fractions import Fraction


def _descent(curvature, goal, step, steps):
    """All positions of a descent from nought."""
    at = [Fraction(0)]
    for _ in range(steps):
        at.append(at[-1] - step * curvature * (at[-1] - goal))
    return at


def _root(line):
    """Where a straight line is nought, from two of its points."""
    low, high = line(Fraction(0)), line(Fraction(1))
    return low / (low - high)


def _lowest(bowl):
    """Where a parabola is least, from three of its points."""
    low, mid, high = (bowl(Fraction(place)) for place in (0, 1, 2))
    bend = low - 2 * mid + high
    return 1 - (high - low) / (2 * bend)


def answer(params):
    """Values from runs."""
    steep, flat, step, steps = params["steep"], params["flat"], params["step"], params["steps"]
    goal = Fraction(7)
    one, two = (_descent(curvature, goal, step, steps)[-1] for curvature in (steep, flat))
    # At rest the pull of the penalty holds the slope of the loss, at the very place where the descent stopped.
    penalty = steep * (goal - one) / one
    rest = _root(lambda weight: flat * (weight - goal) + penalty * weight)

    def miss(share):
        fits = [params["truth"] + sign * params["off"] for sign in (-1, 1)]
        return sum((share * fit - params["truth"]) ** 2 for fit in fits) / Fraction(2)

    long = _descent(flat, Fraction(1), step, 40)
    return {
        "first": one / goal,
        "second": two / goal,
        "half": Fraction(next(count for count, at in enumerate(long) if at >= Fraction(1, 2))),
        "penalty": penalty,
        "shrunk": rest / goal,
        "miss": miss(two / goal),
        "best": _lowest(miss),
    }
