# hiretool-canary-d24ed60e-338a-49de-8a28-84a979e80216
"""The same values from rows: a small table with exactly these variances is made, and least squares is solved with fractions.

No slope is taken from a formula. The rows are signs of four lots that balance, in exact units.
"""

from fractions import Fraction
from itertools import product

import numpy as np


def _solve(table):
    """Solution of a square system given as rows with the right side last."""
    size = len(table)
    table = [[Fraction(x) for x in row] for row in table]
    for col in range(size):
        pivot = next(r for r in range(col, size) if table[r][col])
        table[col], table[pivot] = table[pivot], table[col]
        table[col] = [x / table[col][col] for x in table[col]]
        for r in range(size):
            if r != col:
                table[r] = [x - table[r][col] * y for x, y in zip(table[r], table[col], strict=True)]
    return [row[-1] for row in table]


def _rows(params, with_z=True):
    """(weight, x, z, y, m). Each lot is +1 or -1 and weighs what makes its variance right, so that no roots are needed.

    A lot of variance v is 0 or +-1 or ... : it is +k or -k in a share v/k^2 of the cases, and 0 in the others.
    """
    x_alone, size = Fraction(params["var_x"]), 6
    slope = Fraction(params["joint"], params["var_x"])
    z_left = params["var_z"] - slope * params["joint"]

    def lot(variance):
        share = Fraction(variance) / size**2
        return [(share / 2, size), (share / 2, -size), (1 - share, 0)]

    for one, two, three, four in product(lot(x_alone), lot(z_left), lot(params["noise"]), lot(params["noise_m"])):
        weight = one[0] * two[0] * three[0] * four[0]
        x = Fraction(one[1])
        z = slope * x + two[1]
        y = params["own"] * x - (params["pull"] * z if with_z else 0) + three[1]
        yield weight, x, z, y, params["from_x"] * x + params["from_y"] * y + four[1]


def _fit(rows, columns, target):
    """Slopes by the normal equations, all means being nought."""
    table = [
        [sum(row[0] * row[i] * row[j] for row in rows) for j in columns]
        + [sum(row[0] * row[i] * row[target] for row in rows)]
        for i in columns
    ]
    return _solve(table)


def answer(params):
    """Values from fitted rows."""
    rows, plain = list(_rows(params)), list(_rows(params, with_z=False))
    alone = _fit(rows, [1], 3)[0]
    of_x = _fit(rows, [2], 1)[0]
    return {
        "alone": alone,
        "left_of_x": sum(row[0] * (row[1] - of_x * row[2]) ** 2 for row in rows),
        "with_z": _fit(rows, [1, 2], 3)[0],
        "with_m": _fit(plain, [1, 4], 3)[0],
        "var_y_alone": sum(row[0] * (row[3] - alone * row[1]) ** 2 for row in rows),
    }


def drawn(params, seed, rows=30_000):
    """Slopes on drawn rows, each with its standard error."""
    rng = np.random.default_rng(seed)
    x, z = rng.multivariate_normal(
        [0, 0], [[params["var_x"], params["joint"]], [params["joint"], params["var_z"]]], rows
    ).T
    y = params["own"] * x - params["pull"] * z + rng.normal(0, params["noise"] ** 0.5, rows)
    plain = params["own"] * x + rng.normal(0, params["noise"] ** 0.5, rows)
    m = params["from_x"] * x + params["from_y"] * plain + rng.normal(0, params["noise_m"] ** 0.5, rows)
    found = {}
    for key, columns, target in (("alone", [x], y), ("with_z", [x, z], y), ("with_m", [x, m], plain)):
        table = np.column_stack(columns)
        slopes, *_ = np.linalg.lstsq(table, target, rcond=None)
        rest = target - table @ slopes
        found[key] = (slopes[0], np.sqrt(rest.var() * np.linalg.inv(table.T @ table)[0, 0]))
    return found
