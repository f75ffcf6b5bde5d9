# hiretool-canary-47a22d45-5721-4331-a868-59821985d1c8
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction

SCENES = [
    {"places": "depots", "thing": "route helper", "what": "minutes per stop"},
    {"places": "workshops", "thing": "parts finder", "what": "minutes per repair"},
    {"places": "clinics", "thing": "note writer", "what": "minutes per letter"},
    {"places": "branches", "thing": "claims assistant", "what": "minutes per claim"},
    {"places": "kitchens", "thing": "menu planner", "what": "kilograms thrown away per day"},
]


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    before, other_before = rng.choice([50, 60, 64, 70, 80]), rng.choice([20, 25, 30, 40])
    rise, other_drift = rng.choice([3, 4, 5, 6]), rng.choice([-2, -1, 1])
    params = {
        "earlier": before - rise,
        "before": before,
        "after": before - rng.choice([7, 8, 9, 10, 12]),
        "other_earlier": other_before - other_drift,
        "other_before": other_before,
        "other_after": other_before + other_drift + rng.choice([-2, -1, 0]),
        "luck": rng.choice(["0.25", "0.5", "1", "1.5", "2"]),
        **rng.choice(SCENES),
    }
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction; changes are later minus earlier."""
    change, other, past, other_past = _changes(params)
    luck = Fraction(params["luck"])
    return {
        "own_change": Fraction(change),
        "against_others": Fraction(change - other),
        "quarter_earlier": Fraction(past - other_past),
        "against_drift": Fraction(change - other - (past - other_past)),
        "luck_against_others": 4 * luck,
        "luck_against_drift": 12 * luck,
        "by_ratio": params["after"] - Fraction(params["before"] * params["other_after"], params["other_before"]),
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    change, other, past, other_past = _changes(params)
    luck, right = Fraction(params["luck"]), answer(params)
    gap_after, gap_before = params["after"] - params["other_after"], params["before"] - params["other_before"]
    return {
        "the sign of changes turned": {"own_change": Fraction(-change), "against_others": Fraction(other - change)},
        "the distance afterwards": {"against_others": Fraction(gap_after)},
        "the two changes added": {"against_others": Fraction(change + other)},
        "own change only": {"against_others": Fraction(change)},
        "the distance of the quarter before": {"quarter_earlier": Fraction(gap_before)},
        "own drift only": {"quarter_earlier": Fraction(past), "against_drift": Fraction(change - past)},
        "the drift added": {"against_drift": Fraction(change - other + past - other_past)},
        "half of the drift": {"against_drift": change - other - Fraction(past - other_past, 2)},
        "two figures counted": {"luck_against_others": 2 * luck},
        "luck subtracted like the figures": {"luck_against_others": Fraction(0)},
        "six figures, each once": {"luck_against_drift": 6 * luck},
        "the two differences taken for separate": {"luck_against_drift": 8 * luck},
        "the ratio of the changes": {"by_ratio": right["against_others"]},
        "the ratio upside down": {
            "by_ratio": params["after"] - Fraction(params["before"] * params["other_before"], params["other_after"])
        },
    }


def _changes(params):
    return (
        params["after"] - params["before"],
        params["other_after"] - params["other_before"],
        params["before"] - params["earlier"],
        params["other_before"] - params["other_earlier"],
    )


def _fair(params):
    """No mistake may come near a right value; the three ways to compare must differ."""
    right = answer(params)
    clear = all(
        abs(right[key] - value) > abs(right[key]) / 40
        for wrong in misconceptions(params).values()
        for key, value in wrong.items()
    )
    ways = {right[key] for key in ("own_change", "against_others", "against_drift", "by_ratio")}
    return clear and len(ways) == 4 and 0 not in ways and params["other_after"] != params["other_before"]
