# hiretool-canary-2162c9e1-48b0-4fba-910f-e61fad99707d
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction

SCENES = [
    {"target": "the energy that an office tower will use tomorrow", "sensor": "sensor"},
    {"target": "the sugar in grapes at harvest", "sensor": "wavelength"},
    {"target": "the wear of railway wheels", "sensor": "microphone"},
    {"target": "the rain of the next hour", "sensor": "station"},
    {"target": "how long ships wait for a berth", "sensor": "counter"},
]


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    truth, noise = rng.randint(4, 10), rng.randint(1, 3)
    threshold = rng.randint(noise, noise + 2)
    params = {
        "fit_1": threshold + rng.randint(2, 9),
        "fit_2": -(threshold + rng.randint(1, 5)),
        "fit_3": threshold * rng.choice([-1, 1]) * Fraction(rng.choice([1, 2, 3]), 4),
        "threshold": threshold,
        "ridge": rng.choice([Fraction(1, 4), Fraction(1, 2), Fraction(1), Fraction(2), Fraction(3)]),
        "columns": rng.choice([10, 12, 15, 20, 25, 30, 40]),
        "truth": truth,
        "noise": noise,
        **rng.choice(SCENES),
    }
    params["useful"] = rng.randint(2, params["columns"] // 2)
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction."""
    threshold, ridge = params["threshold"], params["ridge"]
    columns, useful = params["columns"], params["useful"]
    signal, noise = useful * params["truth"] ** 2, Fraction(columns * params["noise"] ** 2)
    kept = params["noise"] ** 2 + threshold**2
    return {
        "first_1": _soft(params["fit_1"], threshold),
        "first_2": _soft(params["fit_2"], threshold),
        "first_3": _soft(params["fit_3"], threshold),
        "second_1": params["fit_1"] / (1 + ridge),
        "second_3": params["fit_3"] / (1 + ridge),
        "equal_at": threshold * (1 + ridge) / ridge,
        "error_plain": noise,
        "error_first": Fraction(useful * kept),
        "share": signal / (signal + noise),
        "error_second": signal * noise / (signal + noise),
        "tie": noise * (params["truth"] ** 2 - kept) / (params["truth"] ** 2 * kept),
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    threshold, ridge, fit = params["threshold"], params["ridge"], params["fit_1"]
    columns, useful, true = params["columns"], params["useful"], params["truth"]
    noise = params["noise"] ** 2
    right = answer(params)
    lone = Fraction(true**2, true**2 + noise)
    return {
        "drops what is small and leaves the rest": {"first_1": Fraction(fit), "error_first": Fraction(useful * noise)},
        "subtracts from negative weights too": {"first_2": Fraction(params["fit_2"] - threshold)},
        "lets a small weight change its sign": {
            "first_3": params["fit_3"] - (threshold if params["fit_3"] > 0 else -threshold)
        },
        "takes half the threshold": {"first_1": fit - Fraction(threshold, 2)},
        "takes the second penalty off": {"second_1": fit - ridge},
        "multiplies by one minus the penalty": {"second_1": fit * (1 - ridge)},
        "counts the second penalty twice": {"second_1": fit / (1 + 2 * ridge)},
        "lets the second penalty reach zero": {"second_3": Fraction(0)},
        "sets the penalties equal, not what they take": {"equal_at": 2 * threshold / ridge},
        "compares with what is left": {"equal_at": threshold * (1 + ridge)},
        "counts the useful columns only": {"error_plain": Fraction(useful * noise)},
        "thinks that shrinking costs nothing": {"error_first": Fraction(0)},
        "lets the threshold take the noise away": {"error_first": Fraction(useful * threshold**2)},
        "lets dropped columns keep their noise": {"error_first": right["error_first"] + (columns - useful) * noise},
        "shrinks as if all columns were useful": {
            "share": lone,
            "error_second": useful * (1 - lone) ** 2 * true**2 + columns * lone**2 * noise,
        },
        "shrinks not at all, as that is unbiased": {"share": Fraction(1), "error_second": right["error_plain"]},
        "forgets what shrinking does to the useful": {"error_second": right["share"] ** 2 * columns * noise},
        "takes half of the columns for the tie": {"tie": Fraction(columns, 2)},
    }


def _soft(fit, threshold):
    size = max(abs(fit) - threshold, 0)
    return Fraction(size if fit > 0 else -size)


def _fair(params):
    """No mistake may land on a right value; useful columns survive any noise, and the penalties must differ."""
    if params["truth"] - params["noise"] <= params["threshold"]:
        return False
    right = answer(params)
    if not 2 <= right["tie"] <= params["columns"] - 2:
        return False
    # A decimal within 1 % counts as right.
    distinct = all(
        any(abs(right[key] - value) > abs(right[key]) / 100 for key, value in wrong.items())
        for wrong in misconceptions(params).values()
    )
    apart = abs(right["error_first"] - right["error_second"]) >= Fraction(1, 10) * right["error_plain"]
    return distinct and apart and right["first_1"] != right["second_1"]
