# hiretool-canary-194fc930-452e-4a45-a400-57706955b459
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction

SCENES = [
    {"what": "the minutes a delivery takes", "who": "Two colleagues"},
    {"what": "tomorrow's power demand", "who": "Two team mates"},
    {"what": "the price of a used bicycle", "who": "Two engineers"},
    {"what": "the yield of a field", "who": "Two interns"},
    {"what": "the wait at a help desk", "who": "Two researchers"},
]


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    entries = [-3, -2, -1, 1, 2, 3]
    params = {
        "x": [rng.choice([1, 2, 3]), rng.choice([-2, -1, 1, 2])],
        "weights": [[rng.choice(entries), rng.choice(entries)] for _ in range(3)],
        "biases": [rng.choice([-2, -1, 0, 1, 2]) for _ in range(3)],
        "out": [rng.choice(entries) for _ in range(3)],
        "constant": rng.choice([-1, 0, 1, 2]),
        **rng.choice(SCENES),
    }
    if sorted(value > 0 for value in _before(params)) != [False, True, True] or 0 in _before(params):
        return None
    params["target"] = _output(params, _hidden(params)) - rng.choice([-6, -5, -4, -3, -2, 2, 3, 4, 5, 6])
    silent = _silent(params)
    params["silent"] = "ABC"[silent]
    params["loud"], params["other"] = [name for name in "ABC" if name != params["silent"]]
    params["nudge"] = -2 * _before(params)[silent]
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction, by the chain rule."""
    hidden, silent, loud = _hidden(params), _silent(params), "ABC".index(params["loud"])
    error = _output(params, hidden) - params["target"]
    room, out = -_before(params)[silent], params["out"][silent]
    return {
        "loss": Fraction(error**2, 2),
        "slope_out": Fraction(error * hidden[loud]),
        "slope_in": Fraction(error * params["out"][loud] * params["x"][0]),
        "slope_input": Fraction(
            error * sum(params["out"][unit] * params["weights"][unit][0] for unit in range(3) if unit != silent)
        ),
        "room": Fraction(room),
        "slope_beyond": Fraction(error * out),
        # On the low side nothing happens; on the high side the unit speaks for the second half of the way.
        "two_sided": Fraction(error * out * room + Fraction((out * room) ** 2, 2), 2 * params["nudge"]),
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    right, hidden, before = answer(params), _hidden(params), _before(params)
    silent, loud = _silent(params), "ABC".index(params["loud"])
    error = _output(params, hidden) - params["target"]
    through = _output(params, before) - params["target"]
    out = params["out"][silent]
    paths = [params["out"][unit] * params["weights"][unit][0] for unit in range(3)]
    return {
        "lets the silent unit through": {
            "loss": Fraction(through**2, 2),
            "slope_out": Fraction(through * hidden[loud]),
        },
        "forgets the half": {"loss": Fraction(error**2)},
        "takes the error the other way round": {
            "slope_out": -right["slope_out"],
            "slope_in": -right["slope_in"],
            "slope_input": -right["slope_input"],
        },
        "forgets the error": {"slope_out": Fraction(hidden[loud]), "slope_input": Fraction(sum(paths) - paths[silent])},
        "forgets the weight on the way out": {"slope_in": Fraction(error * params["x"][0])},
        "takes the weight itself for the input": {
            "slope_in": Fraction(error * params["out"][loud] * params["weights"][loud][0])
        },
        "lets the slope through the silent unit": {"slope_input": Fraction(error * sum(paths))},
        "follows one way only": {"slope_input": Fraction(error * paths[loud])},
        "says that the bias never matters": {"slope_beyond": Fraction(0), "two_sided": Fraction(0)},
        "takes half the slope beyond": {"two_sided": right["slope_beyond"] / 2},
        "takes a quarter of the slope beyond": {"two_sided": right["slope_beyond"] / 4},
        "lets the unit speak all the way up": {"two_sided": (error * out + Fraction(out**2 * params["nudge"], 2)) / 2},
        "divides by one step": {"two_sided": 2 * right["two_sided"]},
        "takes the bias for the room": {"room": Fraction(abs(params["biases"][silent]))},
    }


def _before(params):
    """What each unit holds before the cut at zero."""
    return [
        sum(weight * x for weight, x in zip(weights, params["x"], strict=True)) + bias
        for weights, bias in zip(params["weights"], params["biases"], strict=True)
    ]


def _hidden(params):
    return [max(value, 0) for value in _before(params)]


def _output(params, hidden):
    return sum(out * value for out, value in zip(params["out"], hidden, strict=True)) + params["constant"]


def _silent(params):
    return next(unit for unit, value in enumerate(_before(params)) if value < 0)


def _fair(params):
    """No mistake may land on a right value; numbers stay small, and the unit beyond the kink must matter."""
    right, hidden = answer(params), _hidden(params)
    mistakes = misconceptions(params)
    distinct = all(right[key] != value for wrong in mistakes.values() for key, value in wrong.items())
    small = 1 <= right["room"] <= 4 and abs(params["target"]) <= 20 and max(hidden) <= 9
    return distinct and small and right["two_sided"] != 0
