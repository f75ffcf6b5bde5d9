# hiretool-canary-d6edf10b-73f3-4682-a7e2-1f3fe30523a4
"""The same values from sums of squares alone: a parabola's lowest point from its values at a few places.

No mean, no product of deviations and no share of influence is used.
"""

from fractions import Fraction


def _sum(columns, y, weights):
    return sum(
        (target - sum(weight * column[row] for weight, column in zip(weights, columns, strict=True))) ** 2
        for row, target in enumerate(y)
    )


def _lowest(columns, y):
    """Weights of the lowest sum of squares: first and second differences at nought, then elimination."""
    size = range(len(columns))

    def at(*moved):
        weights = [Fraction(0)] * len(columns)
        for place in moved:
            weights[place] += 1
        return _sum(columns, y, weights)

    bends = [[at(i, j) - at(i) - at(j) + at() for j in size] for i in size]
    rows = [[*bends[i], bends[i][i] / 2 - (at(i) - at())] for i in size]
    for i in size:
        rows[i] = [value / rows[i][i] for value in rows[i]]
        for j in size:
            if j != i:
                rows[j] = [value - rows[j][i] * lead for value, lead in zip(rows[j], rows[i], strict=True)]
    return [row[-1] for row in rows]


def answer(params):
    """Values from fits to whole lists."""
    x, y, z = ([Fraction(value) for value in params[name]] for name in ("x", "y", "z"))
    ones = [Fraction(1)] * len(x)
    height, slope = _lowest([ones, x], y)
    all_three = _lowest([ones, x, z], y)
    far = Fraction(params["far"])
    fifth = height + slope * far + params["off"]
    new_height, new_slope = _lowest([[*ones, Fraction(1)], [*x, far]], [*y, fifth])
    return {
        "slope": slope,
        "height": height,
        "weight_z": all_three[2],
        "fall": _sum([ones, x], y, [height, slope]) - _sum([ones, x, z], y, all_three),
        "miss_left": fifth - new_height - new_slope * far,
        "slope_with": new_slope,
    }
