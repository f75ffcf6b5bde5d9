# hiretool-canary-47a22d45-5721-4331-a868-59821985d1c8
"""The same values by solving least squares with exact fractions: a level for each group, one for each quarter, and so on.

What luck does is read from the solution's own weights on the six figures. Nothing is subtracted by hand.
"""

from fractions import Fraction

import numpy as np


def _solved(rows):
    """Weights on the figures that give the last unknown: the last row of the inverse of a square matrix."""
    size = len(rows)
    table = [[Fraction(x) for x in row] + [Fraction(i == j) for j in range(size)] for i, row in enumerate(rows)]
    for col in range(size):
        pivot = next(r for r in range(col, size) if table[r][col])
        table[col], table[pivot] = table[pivot], table[col]
        table[col] = [x / table[col][col] for x in table[col]]
        for r in range(size):
            if r != col and table[r][col]:
                factor = table[r][col]
                table[r] = [x - factor * y for x, y in zip(table[r], table[col], strict=True)]
    return table[-1][size:]


def answer(params):
    """The last unknown of each model, and the sum of squared weights for its luck."""
    luck = Fraction(params["luck"])
    # Unknowns: level, group, quarter, helper. Figures: others before, others after, own before, own after.
    two = _solved([[1, 0, 0, 0], [1, 0, 1, 0], [1, 1, 0, 0], [1, 1, 1, 1]])
    # Level, group, both quarters, own drift per quarter, helper. Figures: three of the others, three of our own.
    three = _solved(
        [
            [1, 0, 0, 0, 0, 0],
            [1, 0, 1, 0, 0, 0],
            [1, 0, 0, 1, 0, 0],
            [1, 1, 0, 0, 0, 0],
            [1, 1, 1, 0, 1, 0],
            [1, 1, 0, 1, 2, 1],
        ]
    )

    def told(weights, names):
        return sum(weight * params[name] for weight, name in zip(weights, names, strict=True))

    others, own = ["other_earlier", "other_before", "other_after"], ["earlier", "before", "after"]
    # As parts of the quarter before, both groups would have stood at the same index.
    index = Fraction(100 * params["other_after"], params["other_before"])
    return {
        "own_change": _solved([[1, 0], [1, 1]])[0] * params["before"] + params["after"],
        "against_others": told(two, others[1:] + own[1:]),
        "quarter_earlier": told(two, others[:2] + own[:2]),
        "against_drift": told(three, others + own),
        "luck_against_others": luck * sum(weight**2 for weight in two),
        "luck_against_drift": luck * sum(weight**2 for weight in three),
        "by_ratio": (Fraction(100 * params["after"], params["before"]) - index) * params["before"] / 100,
    }


def drawn(params, seed, years=200_000):
    """Figures drawn around those of the table, and what the two comparisons vary by."""
    rng = np.random.default_rng(seed)
    noise = rng.normal(0, float(params["luck"]) ** 0.5, size=(6, years))
    now, before, earlier, other_now, other_before, other_earlier = noise
    plain = (now - before) - (other_now - other_before)
    drift = plain - ((before - earlier) - (other_before - other_earlier))
    return {
        f"luck_against_{name}": ((found**2).mean(), (found**2).std() / np.sqrt(years))
        for name, found in (("others", plain), ("drift", drift))
    }
