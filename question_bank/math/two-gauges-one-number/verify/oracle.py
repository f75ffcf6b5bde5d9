# hiretool-canary-d8a86544-ede5-4233-aff2-9fc8874e9ef9
"""The same values from weighted rows of readings, by trying directions. No characteristic equation is solved."""

from fractions import Fraction
from math import isqrt

import numpy as np

DIRECTIONS = [(right, up) for right in range(-6, 7) for up in range(7) if (right, up) != (0, 0)]


def _rows(params):
    """(weight, first, second): two kinds of centred rows that have the mean squares and the product of the prompt."""
    first, second, together = params["spread_1"], params["spread_2"], params["together"]
    return [(Fraction(1, first), first, together), (second - Fraction(together**2, first), 0, 1)]


def _variance(rows, direction):
    """Mean square of the readings' length along a direction."""
    right, up = direction
    return sum(weight * (right * one + up * two) ** 2 for weight, one, two in rows) / (right**2 + up**2)


def _widest(rows):
    return max(DIRECTIONS, key=lambda direction: _variance(rows, direction))


def _narrowest(rows):
    return min(DIRECTIONS, key=lambda direction: _variance(rows, direction))


def _distance(params, rows, direction):
    """Squared distance of faulty from healthy readings along a direction, for a spread of one there."""
    right, up = direction
    healthy = [(weight, right * one + up * two) for weight, one, two in rows]
    faulty = [(weight, right * (one + params["shift_1"]) + up * (two + params["shift_2"])) for weight, one, two in rows]
    total = sum(weight for weight, _ in healthy)
    moved = sum(weight * value for weight, value in faulty) - sum(weight * value for weight, value in healthy)
    return (moved / total) ** 2 / sum(weight * value**2 for weight, value in healthy)


def answer(params):
    """Values in the widest and the narrowest of many directions."""
    rows = _rows(params)
    widest, narrowest = _widest(rows), _narrowest(rows)
    high, low = _variance(rows, widest), _variance(rows, narrowest)
    # Stretch the second gauge until both spread alike; only the ratio of the two units matters for a share.
    stretch = Fraction(isqrt(params["spread_1"] * params["spread_2"]), params["spread_2"])
    alike = [(weight, one, stretch * two) for weight, one, two in rows]
    high_alike, low_alike = _variance(alike, _widest(alike)), _variance(alike, _narrowest(alike))
    return {
        "slope": Fraction(widest[1], widest[0]),
        "variance_along": high,
        "variance_across": low,
        "share": high / (high + low),
        "share_standardised": high_alike / (high_alike + low_alike),
        "fault_along": _distance(params, rows, widest),
        "fault_across": _distance(params, rows, narrowest),
    }


def drawn(params, seed, batches=20, size=10_000):
    """Means over batches of drawn normal readings, each with its standard error."""
    rng = np.random.default_rng(seed)
    spread = [[params["spread_1"], params["together"]], [params["together"], params["spread_2"]]]
    shift = np.array([params["shift_1"], params["shift_2"]])
    found = []
    for _ in range(batches):
        readings = rng.multivariate_normal([0, 0], spread, size)
        values, vectors = np.linalg.eigh(np.cov(readings.T))
        alike = np.linalg.eigvalsh(np.corrcoef(readings.T))
        seen = (shift @ vectors) ** 2 / values
        found.append([values[1], values[0], values[1] / values.sum(), alike[1] / 2, seen[0]])
    means, errors = np.mean(found, axis=0), np.std(found, axis=0, ddof=1) / np.sqrt(batches)
    keys = ("variance_along", "variance_across", "share", "share_standardised", "fault_across")
    return {key: (float(mean), float(error)) for key, mean, error in zip(keys, means, errors, strict=True)}
