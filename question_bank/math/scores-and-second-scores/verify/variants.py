# hiretool-canary-1a03724b-d770-4ba0-8116-de5015dc6286
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction

SCENES = [
    {"who": "driver", "test": "braking test", "help": "an hour on the training ground"},
    {"who": "scan reader", "test": "set of scans", "help": "a talk with a senior reader"},
    {"who": "call agent", "test": "week of calls", "help": "a day with a coach"},
    {"who": "annotator", "test": "batch of labels", "help": "a second lesson"},
    {"who": "welder", "test": "row of seams", "help": "a new mask"},
]
STEP = 3


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    skill, luck = rng.choice([(3, 3), (4, 2), (3, 2), (4, 6), (2, 4), (6, 3), (4, 4), (3, 6), (6, 4)])
    # A score is the mean and so many steps; an even or an odd number of them, as skill + luck is.
    off = -rng.choice([steps for steps in (3, 4, 5, 6) if steps % 2 == (skill + luck) % 2])
    mean = rng.choice([60, 65, 70, 75])
    params = {
        "mean": mean,
        "skill": skill * STEP**2,
        "luck": luck * STEP**2,
        "low": mean + off * STEP,
        "tests": rng.choice([2, 3, 4]),
        "second": mean + off * STEP + rng.choice([8, 10, 12, 14]),
        **rng.choice(SCENES),
    }
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction."""
    mean, skill, luck, low, tests, second = (
        params[name] for name in ("mean", "skill", "luck", "low", "tests", "second")
    )
    kept, kept_mean = Fraction(skill, skill + luck), Fraction(tests * skill, tests * skill + luck)
    expected = mean + kept * (low - mean)
    return {
        "kept": kept,
        "expected": expected,
        "of_help": second - expected,
        "expected_after_mean": mean + kept_mean * (low - mean),
        "spread_next": luck + skill * (1 - kept),
        "backwards": expected,
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    right = answer(params)
    mean, skill, luck, low, tests, second = (
        params[name] for name in ("mean", "skill", "luck", "low", "tests", "second")
    )
    off = low - mean
    return {
        "the same score again": {"expected": Fraction(low), "of_help": Fraction(second - low)},
        "the mean of all": {"expected": Fraction(mean), "of_help": Fraction(second - mean)},
        "the part of luck kept": {
            "kept": 1 - right["kept"],
            "expected": mean + (1 - right["kept"]) * off,
        },
        "skill over luck": {"kept": Fraction(skill, luck), "expected": mean + Fraction(skill, luck) * off},
        "a part of the score, not of its distance": {"expected": right["kept"] * low},
        "the other side of the mean": {"expected": mean - right["kept"] * off},
        "all of the rise that the mean would bring": {"of_help": Fraction(mean - low)},
        "one test again for the mean of several": {"expected_after_mean": right["expected"]},
        "the mean of several taken as without luck": {"expected_after_mean": Fraction(low)},
        "luck multiplied by the tests": {"expected_after_mean": mean + Fraction(skill, skill + tests * luck) * off},
        "spread of luck only": {"spread_next": Fraction(luck)},
        "spread of all": {"spread_next": Fraction(skill + luck)},
        "what is left of skill only": {"spread_next": skill * (1 - right["kept"])},
        "looking back turns the pull round": {"backwards": mean + off / right["kept"]},
    }


def _fair(params):
    """No mistake may come near a right value; the help must have done something, or the opposite of it."""
    right = answer(params)
    clear = all(
        abs(right[key] - value) > max(abs(right[key]) / 70, Fraction(1, 5))
        if key != "kept"
        else abs(right[key] - value) > Fraction(1, 50)
        for wrong in misconceptions(params).values()
        for key, value in wrong.items()
    )
    return clear and right["of_help"] >= 1
