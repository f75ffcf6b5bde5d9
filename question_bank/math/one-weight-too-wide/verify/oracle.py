# hiretool-canary-48059e1b-2c55-437d-887f-a1741544fb04
"""The same values from rounded weights on a fine grid, and from drawn weights. No twelfth of a square is used."""

from fractions import Fraction

import numpy as np

CODES = range(-127, 128)


def _grid(reach, points):
    """Mean squared rounding error on `points` middles in each step, for a largest weight of `reach` on 127."""
    step = reach / max(CODES)
    places = [(Fraction(2 * at + 1, 2 * points) - Fraction(1, 2)) * step for at in range(points)]
    return sum(place**2 for place in places) / points


def _rounding(reach):
    """What the grid tends to; its error falls with the square of the points, so two grids give the limit."""
    coarse, fine = _grid(reach, 2), _grid(reach, 6)
    return fine + (fine - coarse) / 8


def answer(params):
    """Values from grids, from counted codes and from sums over rows."""
    peak, outlier, others = params["peak"], params["outlier"], params["weights"] - 1
    step, coarse_step = peak / max(CODES), outlier / max(CODES)
    used = [code for code in CODES if (abs(code) - Fraction(1, 2)) * coarse_step < peak]
    kept = max(CODES) * step

    def gap(many):
        return many * _rounding(peak) + (outlier - kept) ** 2 - many * _rounding(outlier)

    reaches = [peak] * (params["rows"] - params["wide"]) + [peak * params["wider"]] * params["wide"]
    return {
        "step": step,
        "mean_square": _rounding(peak),
        "beside_outlier": _rounding(outlier),
        "codes": Fraction(len(used)),
        "clipped": (others * _rounding(peak) + (outlier - kept) ** 2) / params["weights"],
        "break_even": gap(0) / (gap(0) - gap(1)),
        "one_step": sum(_rounding(max(reaches)) for _ in reaches) / len(reaches),
        "own_steps": sum(_rounding(reach) for reach in reaches) / len(reaches),
    }


def drawn(params, seed, layers=200):
    """Mean squared errors over drawn rows, each with its standard error."""
    rng = np.random.default_rng(seed)
    peak, others = float(params["peak"]), params["weights"] - 1
    reach = np.full(params["rows"], peak)
    reach[: params["wide"]] *= params["wider"]

    def errors(weights, largest):
        step = largest / max(CODES)
        return (np.clip(np.round(weights / step), min(CODES), max(CODES)) * step - weights) ** 2

    plain = rng.uniform(-peak, peak, size=(layers, others))
    rows = rng.uniform(-1, 1, size=(layers, params["rows"], 20)) * reach[:, None]
    miss = errors(np.array([float(params["outlier"])]), peak)[0]
    found = {
        "mean_square": errors(plain, peak).mean(axis=1),
        "clipped": (errors(plain, peak).sum(axis=1) + miss) / (others + 1),
        "own_steps": errors(rows, reach[:, None]).mean(axis=(1, 2)),
    }
    return {key: (values.mean(), values.std() / np.sqrt(layers)) for key, values in found.items()}
