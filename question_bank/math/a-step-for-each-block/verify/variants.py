# hiretool-canary-a65e6b35-e379-4941-95a9-482a1b221864
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction

FEW, MANY = 7, 127
"""Largest whole number of 4 bits and of 8."""
STEP_BITS = 16

SCENES = [
    {"model": "a model that answers letters", "place": "a small server", "sample": "German letters"},
    {"model": "a model that takes down calls", "place": "a telephone", "sample": "calls of one city"},
    {"model": "a model that sums up reports", "place": "a field laptop", "sample": "reports of last spring"},
    {"model": "a model that reads labels", "place": "a hand scanner", "sample": "labels of food"},
    {"model": "a model that helps in a workshop", "place": "a tablet", "sample": "questions about brakes"},
]


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    block = rng.choice([32, 64, 128])
    params = {
        "peak": FEW * Fraction(rng.choice([1, 2, 3, 4, 5, 10]), 1000),
        "row": rng.choice([2048, 4096, 8192]),
        "wide": rng.choice([2, 3, 4, 6, 8, 12, 16]),
        "wider": rng.choice([4, 5, 6, 8, 10]),
        "block": block,
        "length": rng.choice([512, 1024, 2048]),
        "reach_n": rng.choice([2, 3]),
        "input_m": rng.choice([6, 8, 9, 12, 16, 20, 25]),
        "input_n": rng.choice([1, 2]),
        **rng.choice(SCENES),
    }
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction: a step squared over 12."""
    step = params["peak"] / FEW
    square = step**2 / 12
    share = Fraction(params["wide"] * params["block"], params["row"])
    grown = params["wider"] ** 2 - 1
    error_m = params["length"] * params["input_m"] * square
    return {
        "step": step,
        "mean_square": square,
        "one_step": params["wider"] ** 2 * square,
        "by_block": (1 + share * grown) * square,
        "by_half": (1 + share / 2 * grown) * square,
        "bits": 4 + Fraction(STEP_BITS, params["block"]),
        "error_m": error_m,
        "left": error_m * Fraction(FEW, MANY) ** 2 + _error_n(params, square),
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    right = answer(params)
    peak, wider, block, row = (params[name] for name in ("peak", "wider", "block", "row"))
    square, length = right["mean_square"], params["length"]
    share = Fraction(params["wide"] * block, row)
    error_m, error_n = right["error_m"], _error_n(params, square)
    gain = Fraction(FEW, MANY) ** 2
    return {
        "spreads the reach over all codes": {"step": 2 * peak / 15},
        "takes eight steps": {"step": peak / 8},
        "spreads both signs over half the codes": {"step": 2 * peak / FEW},
        "squares the largest error": {"mean_square": 3 * square},
        "takes errors of up to a whole step": {"mean_square": 4 * square},
        "lets the squared error grow like the step": {
            "one_step": wider * square,
            "by_block": (1 + share * (wider - 1)) * square,
        },
        "lets few wide weights not count": {"one_step": square, "by_block": square, "by_half": square},
        "takes the share of weights": {"by_block": (1 + Fraction(params["wide"], row) * (wider**2 - 1)) * square},
        "averages the steps": {"by_block": (1 + share * (wider - 1)) ** 2 * square},
        "halves the whole error": {"by_half": right["by_block"] / 2},
        "sees no change in shorter blocks": {"by_half": right["by_block"]},
        "forgets the bits of the steps": {"bits": Fraction(4)},
        "lets each weight pay for a step": {"bits": Fraction(4 + STEP_BITS)},
        "pays for one step a row": {"bits": 4 + Fraction(STEP_BITS, row)},
        "forgets the length of the row": {"error_m": error_m / length},
        "squares the length of the row": {"error_m": error_m * length},
        "forgets the inputs": {"error_m": error_m / params["input_m"]},
        "takes the root of the inputs": {"error_m": float(error_m) / params["input_m"] ** 0.5},
        "gives N the bits": {"left": error_m + error_n * gain},
        "gives both the bits": {"left": (error_m + error_n) * gain},
        "gives none the bits": {"left": error_m + error_n},
        "lets four bits make a sixteenth": {"left": error_m / 16 + error_n},
    }


def _error_n(params, square):
    """What rounding N to 4 bits brings to an output."""
    return params["length"] * params["input_n"] * params["reach_n"] ** 2 * square


def _fair(params):
    """No mistake may come near a right value; M must be the matrix that takes the bits, and blocks must help."""
    right = answer(params)
    blocks = params["row"] // params["block"]
    helpful = params["wide"] * 2 <= blocks and params["input_m"] * 10 >= 13 * params["input_n"] * params["reach_n"] ** 2
    return helpful and all(
        abs(right[key] - value) > right[key] / 40
        for wrong in misconceptions(params).values()
        for key, value in wrong.items()
    )
