# hiretool-canary-4c50a72d-3625-4ca7-9503-e3c2971ab2dd
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction

SCENES = [
    {"what": "the wait at a ferry", "who": "Two colleagues"},
    {"what": "the water level of tomorrow", "who": "Two team mates"},
    {"what": "the price of a used piano", "who": "Two engineers"},
    {"what": "the yield of an orchard", "who": "Two interns"},
    {"what": "the load of a lift", "who": "Two researchers"},
]
TRIES = 300


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    scene = rng.choice(SCENES)
    for _ in range(TRIES):
        ratios = [rng.choice([1, 2, 3, 4]) for _ in range(2)]
        signs = [rng.choice([1, -1]) for _ in range(2)]
        params = {
            "x": rng.choice([1, 2, 3, 4]),
            "v": [rng.choice([-3, -2, -1, 1, 2, 3]) for _ in range(2)],
            "d": [rng.choice([-3, -2, -1, 1, 2, 3]) for _ in range(2)],
            "ratios": ratios,
            "signs": signs,
            "s": [
                "0" if ratio == 1 else f"ln {ratio}" if sign > 0 else f"−ln {ratio}"
                for ratio, sign in zip(ratios, signs, strict=True)
            ],
            "closed": rng.choice([19, 49, 99]),
            **scene,
        }
        middle, output, _ = _run(params)
        if middle.denominator == output.denominator == 1 and abs(output) <= 20:
            params["target"] = int(output) - rng.choice([-5, -4, -3, -2, 2, 3, 4, 5])
            if _fair(params):
                return params
    return None


def answer(params):
    """Each asked value as an exact fraction, by the factors of the blocks."""
    (first, second), (v_1, v_2) = _gates(params), params["v"]
    middle, output, body = _run(params)
    error = output - params["target"]
    return {
        "loss": error**2 / 2,
        "slope_v": error * second * middle,
        "slope_gate": error * body * second * (1 - second),
        "slope_below": error * (1 + second * v_2) * first * params["x"],
        "with_way": (1 + first * v_1) * (1 + second * v_2),
        "without_way": first * v_1 * second * v_2,
        "closed": Fraction(params["closed"], (1 + params["closed"]) ** 2) / (second * (1 - second)),
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    right = answer(params)
    (first, second), (v_1, v_2), x = _gates(params), params["v"], params["x"]
    middle, output, body = _run(params)
    error = output - params["target"]
    shut = Fraction(1, 1 + params["closed"])
    own = first * (v_1 * x + params["d"][0])
    without = second * (v_2 * own + params["d"][1]) - params["target"]
    return {
        "leaves the way past out": {"loss": without**2 / 2},
        "forgets the half": {"loss": error**2},
        "takes the error the other way round": {
            "slope_v": -right["slope_v"],
            "slope_gate": -right["slope_gate"],
            "slope_below": -right["slope_below"],
        },
        "forgets the gate": {"slope_v": error * middle, "slope_below": error * (1 + v_2) * first * x},
        "takes x for what block 1 hands on": {"slope_v": error * second * x},
        "lets a gate rise by itself": {"slope_gate": error * body * second},
        "forgets the gate's own rise": {"slope_gate": error * body},
        "forgets what the body gives": {"slope_gate": error * second * (1 - second)},
        "goes through the body only": {"slope_below": error * second * v_2 * first * x},
        "goes past the body only": {"slope_below": error * first * x},
        "adds up the factors": {"with_way": 1 + first * v_1 + second * v_2, "without_way": first * v_1 + second * v_2},
        "takes one block only": {"with_way": 1 + first * v_1, "without_way": first * v_1},
        "forgets the gates of both": {"with_way": Fraction((1 + v_1) * (1 + v_2)), "without_way": Fraction(v_1 * v_2)},
        "lets the slope fall like the gate": {"closed": shut / second},
        "takes the closed gate itself": {"closed": shut},
        "says that nothing is left": {"closed": Fraction(0)},
    }


def _gates(params):
    """Both gates; exp of a logarithm is its number."""
    return [
        Fraction(ratio, 1 + ratio) if sign > 0 else Fraction(1, 1 + ratio)
        for ratio, sign in zip(params["ratios"], params["signs"], strict=True)
    ]


def _run(params):
    """What block 1 hands on, the output, and what the body of block 2 gives."""
    first, second = _gates(params)
    middle = params["x"] + first * (params["v"][0] * params["x"] + params["d"][0])
    body = params["v"][1] * middle + params["d"][1]
    return middle, middle + second * body, body


def _fair(params):
    """No mistake may come near a right value, and no value may be nought."""
    right = answer(params)
    if 0 in right.values() or abs(params["target"]) > 20:
        return False
    return all(
        abs(right[key] - value) > abs(right[key]) / 40
        for wrong in misconceptions(params).values()
        for key, value in wrong.items()
    )
