# hiretool-canary-2162c9e1-48b0-4fba-910f-e61fad99707d
"""The same values by searching for the lowest loss, and by listing both signs of the noise.

No rule for a penalty is used. A search ends far closer than fractions with small denominators lie to each other; the
nearest one is taken.
"""

from fractions import Fraction

import numpy as np


def _crossing(rising, low, high):
    """Where something that rises passes zero."""
    for _ in range(64):
        middle = (low + high) / 2
        low, high = (low, middle) if rising(middle) > 0 else (middle, high)
    return (low + high) / 2


def _lowest(loss):
    """Where a loss with one valley is lowest. A kink at zero is found by trying zero itself."""
    width = 1e-3
    found = _crossing(lambda weight: loss(weight + width) - loss(weight - width), -60.0, 60.0)
    return 0.0 if abs(found) <= width and loss(0.0) <= loss(found) else found


def _first(fit, threshold):
    return _lowest(lambda weight: (weight - fit) ** 2 / 2 + threshold * abs(weight))


def _second(fit, ridge):
    return _lowest(lambda weight: (weight - fit) ** 2 / 2 + ridge * weight**2 / 2)


def _near(value, denominator=400):
    return Fraction(value).limit_denominator(denominator)


def _errors(params, weigh):
    """Mean squared error of one useful and of one useless column, over both signs of the noise."""
    return [
        sum((weigh(true + sign * params["noise"]) - true) ** 2 for sign in (1, -1)) / Fraction(2)
        for true in (params["truth"], 0)
    ]


def answer(params):
    """Values from searches and lists."""
    threshold, ridge = params["threshold"], float(params["ridge"])
    columns, useful = params["columns"], params["useful"]

    def over_columns(errors, many):
        return many * errors[0] + (columns - many) * errors[1]

    def shrunk(share, many):
        return over_columns(_errors(params, lambda fit: share * fit), many)

    def best_share(many):
        # A parabola is fixed by three of its points; its lowest point needs no calculus.
        low, middle, high = (shrunk(Fraction(part, 2), many) for part in (0, 1, 2))
        square = 2 * (low - 2 * middle + high)
        return -(high - low - square) / (2 * square)

    thresholded = _errors(params, lambda fit: _near(_first(fit, threshold)))
    share = best_share(useful)
    left_alike = _crossing(lambda fit: _first(fit, threshold) - _second(fit, ridge), threshold, 50.0)
    tie = _crossing(lambda many: over_columns(thresholded, many) - shrunk(best_share(many), many), 1e-6, float(columns))
    firsts = [_near(_first(float(params[name]), threshold)) for name in ("fit_1", "fit_2", "fit_3")]
    return {
        **dict(zip(("first_1", "first_2", "first_3"), firsts, strict=True)),
        "second_1": _near(_second(float(params["fit_1"]), ridge)),
        "second_3": _near(_second(float(params["fit_3"]), ridge)),
        # Below this size the first penalty takes more, above it the second.
        "equal_at": _near(left_alike),
        "error_plain": over_columns(_errors(params, lambda fit: fit), useful),
        "error_first": over_columns(thresholded, useful),
        "share": share,
        "error_second": shrunk(share, useful),
        # With fewer useful columns the first penalty does better, with more the second.
        "tie": _near(tie, 20_000),
    }


def drawn(params, seed, repeats=20_000):
    """Mean squared errors over drawn signs, each with its standard error."""
    rng = np.random.default_rng(seed)
    true = np.where(np.arange(params["columns"]) < params["useful"], params["truth"], 0)
    fits = true + params["noise"] * rng.choice([-1, 1], (repeats, params["columns"]))
    # A constant factor fitted on drawn signs comes as close to the best one as the signs tell.
    share = float((fits * true).sum() / (fits**2).sum())
    weights = {
        "error_first": np.sign(fits) * np.maximum(np.abs(fits) - params["threshold"], 0),
        "error_second": share * fits,
    }
    found = {}
    for key, weight in weights.items():
        errors = ((weight - true) ** 2).sum(axis=1)
        # Where every column errs alike whatever its sign, only rounding is left.
        found[key] = (errors.mean(), max(errors.std() / np.sqrt(repeats), 1e-9))
    return found
