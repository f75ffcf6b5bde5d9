# hiretool-canary-a65e6b35-e379-4941-95a9-482a1b221864
"""The same values from rounded weights on a fine grid, from blocks laid out one by one, and from drawn weights.

No twelfth of a square is used.
"""

from fractions import Fraction

import numpy as np

LAST = {4: 7, 8: 127}


def _grid(step, points):
    """Mean squared rounding error on `points` middles in each step."""
    places = [(Fraction(2 * at + 1, 2 * points) - Fraction(1, 2)) * step for at in range(points)]
    return sum(place**2 for place in places) / points


def _rounding(reach, bits=4):
    """What the grid tends to; its error falls with the square of the points, so two grids give the limit."""
    step = reach / LAST[bits]
    coarse, fine = _grid(step, 2), _grid(step, 6)
    return fine + (fine - coarse) / 8


def _blocks(params, length):
    """Mean over blocks; the wide weights stand in blocks of their own, from the first one on."""
    plain, coarse = _rounding(params["peak"]), _rounding(params["peak"] * params["wider"])
    errors = []
    for start in range(0, params["row"], length):
        errors.append(coarse if start // length < params["wide"] else plain)
    return sum(errors) / len(errors)


def _stored(params):
    """Bits of a whole row, block by block."""
    total = 0
    for _ in range(0, params["row"], params["block"]):
        total += 16 + sum(4 for _ in range(params["block"]))
    return Fraction(total, params["row"])


def _output(params, name, bits):
    """Mean squared error of one output: errors of the row's products, one added to the other."""
    reach = params["peak"] * (params["reach_n"] if name == "n" else 1)
    each = _rounding(reach, bits) * params[f"input_{name}"]
    return sum((each for _ in range(params["length"])), Fraction(0))


def answer(params):
    """Values from grids, from blocks and from sums over rows."""
    outputs = {(name, bits): _output(params, name, bits) for name in "mn" for bits in (4, 8)}
    return {
        "step": params["peak"] / LAST[4],
        "mean_square": _rounding(params["peak"]),
        "one_step": _rounding(params["peak"] * params["wider"]),
        "by_block": _blocks(params, params["block"]),
        "by_half": _blocks(params, params["block"] // 2),
        "bits": _stored(params),
        "error_m": outputs["m", 4],
        "left": min(outputs["m", 8] + outputs["n", 4], outputs["m", 4] + outputs["n", 8]),
    }


def drawn(params, seed, cases=400):
    """Mean squared errors over drawn weights and inputs, each with its standard error."""
    rng = np.random.default_rng(seed)
    peak, length = float(params["peak"]), params["length"]

    def missed(weights, reach, last):
        step = reach / last
        return np.clip(np.round(weights / step), -last, last) * step - weights

    found = {}
    plain = rng.uniform(-peak, peak, size=(cases, 500))
    found["mean_square"] = (missed(plain, peak, 7) ** 2).mean(axis=1)
    outputs = {}
    for name, reach, last in (("m", peak, 7), ("m", peak, 127), ("n", peak * params["reach_n"], 7)):
        weights = rng.uniform(-reach, reach, size=(cases, length))
        inputs = rng.normal(size=(cases, length)) * np.sqrt(params[f"input_{name}"])
        outputs[name, last] = (missed(weights, reach, last) * inputs).sum(axis=1)
    found["error_m"] = outputs["m", 7] ** 2
    found["left"] = (outputs["m", 127] + outputs["n", 7]) ** 2
    return {key: (values.mean(), values.std() / np.sqrt(cases)) for key, values in found.items()}
