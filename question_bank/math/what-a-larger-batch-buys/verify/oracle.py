# hiretool-canary-d65209d8-9da1-432e-b8b6-1193b223845a
"""The same values from sums over pairs of rows, from trying steps and batches, and from drawn batches."""

from fractions import Fraction

import numpy as np


def _slopes(params):
    """Deviations of single rows from their mean.

    All rows but one lie at +1 or -1 around the mean, one lies at 0; the scale is left to the caller.
    """
    half = (params["rows"] - 1) // 2
    return [1] * half + [-1] * half + [0]


def _of_mean(params, returned):
    """Variance of a batch's mean as the mean over all pairs of places of the mean product of their deviations."""
    around, batch = _slopes(params), params["batch"]
    rows = len(around)
    squares, total = sum(one * one for one in around), sum(around)
    scale = Fraction(params["variance"]) / Fraction(squares, rows)
    same = Fraction(squares, rows)
    # Mean product over pairs of different rows, or over all pairs if a row can come again.
    other = Fraction(total * total, rows * rows) if returned else Fraction(total * total - squares, rows * (rows - 1))
    return scale * (batch * same + batch * (batch - 1) * other) / batch**2


def _fall(params, noise):
    """Largest expected fall of a parabola of curvature 1, found from three steps tried (it is one in the step)."""
    square = params["slope"] ** 2

    def fall(step):
        return step * square - step * step * (square + noise) / 2

    before, at, after = fall(Fraction(0)), fall(Fraction(1)), fall(Fraction(2))
    bend, rise = (after - 2 * at + before) / 2, (4 * at - after - 3 * before) / 2
    return before - rise * rise / (4 * bend)


def _steps(params, batch):
    """Falls of the exact slope that one fall with this batch is worth, upside down."""
    return _fall(params, Fraction(0)) / _fall(params, Fraction(params["variance"], batch))


def answer(params):
    """Values from tried steps; the fastest batch by trying them all."""
    with_return = _of_mean(params, returned=True)
    goal = Fraction(params["goal"], 100)
    # The steps needed fall in a straight line with one over the batch: two batches give the line.
    at_one, at_two = _steps(params, 1), _steps(params, 2)
    per_noise = 2 * (at_one - at_two)
    least = at_one - per_noise
    times = {size: _steps(params, size) * (params["fixed"] + params["each"] * size) for size in range(1, 121)}
    return {
        "with_return": with_return,
        "without_return": _of_mean(params, returned=False),
        "share": _fall(params, with_return) / _fall(params, Fraction(0)),
        "for_goal": per_noise / (1 / goal - least),
        "fastest": Fraction(min(times, key=times.get)),
    }


def drawn(params, seed, batches=12_000):
    """Variances over drawn batches and the fall of one step, each with its standard error."""
    rng = np.random.default_rng(seed)
    batch, slope = params["batch"], params["slope"]
    around = np.array(_slopes(params), dtype=float)
    rows = slope + around * np.sqrt(params["variance"] / np.mean(around**2))
    returned = rows[rng.integers(len(rows), size=(batches, batch))].mean(axis=1)
    kept = rows[np.argsort(rng.random((batches // 4, len(rows))), axis=1)[:, :batch]].mean(axis=1)
    squares, squares_kept = (returned - slope) ** 2, (kept - slope) ** 2
    step = slope**2 / (slope**2 + params["variance"] / batch)
    falls = (step * returned * slope - (step * returned) ** 2 / 2) / (slope**2 / 2)
    found = {"with_return": squares, "without_return": squares_kept, "share": falls}
    return {key: (values.mean(), values.std() / np.sqrt(len(values))) for key, values in found.items()}
