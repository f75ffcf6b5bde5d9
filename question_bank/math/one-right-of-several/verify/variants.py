# hiretool-canary-de90da53-3885-4cf5-be79-6787c92a0fca
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction
from math import comb

SCENES = [
    {"task": "programming task", "good": "passes the tests"},
    {"task": "proof", "good": "is accepted by the checker"},
    {"task": "database question", "good": "returns the right table"},
    {"task": "timetable", "good": "breaks no rule"},
    {"task": "circuit", "good": "does what the table says"},
]


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    tries = rng.choice([6, 8, 10, 12])
    params = {
        "tries": tries,
        "right": rng.choice([1, 2, 3, 4]),
        "k": rng.choice([2, 3, 4]),
        "chance": rng.choice([10, 20, 25, 30, 40]),
        "sure": rng.choice([80, 90, 100]),
        **rng.choice(SCENES),
    }
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction."""
    tries, right, k = params["tries"], params["right"], params["k"]
    chance, sure = Fraction(params["chance"], 100), Fraction(params["sure"], 100)
    return {
        "drawn": 1 - Fraction(comb(tries - right, k), comb(tries, k)),
        "plugged": 1 - Fraction(tries - right, tries) ** k,
        "true_two": 1 - (1 - chance) ** 2,
        "plugged_two": 1 - (1 - chance) ** 2 - chance * (1 - chance) / tries,
        "mixed": (1 - (1 - sure) ** k) / 2,
        "mean_first": 1 - (1 - sure / 2) ** k,
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    tries, right, k = params["tries"], params["right"], params["k"]
    chance, sure = Fraction(params["chance"], 100), Fraction(params["sure"], 100)
    told = answer(params)
    return {
        "the share of right ones": {"drawn": Fraction(right, tries), "plugged": Fraction(right, tries)},
        "k times the share": {"drawn": Fraction(k * right, tries), "plugged": Fraction(k * right, tries)},
        "all of the k right": {
            "drawn": Fraction(comb(right, k), comb(tries, k)),
            "plugged": Fraction(right, tries) ** k,
        },
        "with putting back": {"drawn": told["plugged"]},
        "without putting back": {"plugged": told["drawn"]},
        "exactly one right": {"drawn": Fraction(right * comb(tries - right, k - 1), comb(tries, k))},
        "none right": {"drawn": 1 - told["drawn"], "plugged": 1 - told["plugged"]},
        "plugging in is right on average": {"plugged_two": told["true_two"]},
        "plugging in is too high": {"plugged_two": told["true_two"] + chance * (1 - chance) / tries},
        "the two chances added": {"true_two": 2 * chance},
        "both right": {"true_two": chance**2},
        "the mean chance for every task": {"mixed": told["mean_first"]},
        "the mean over tasks for the mean chance": {"mean_first": told["mixed"]},
        "the hopeless tasks left out": {"mixed": 1 - (1 - sure) ** k},
    }


def _fair(params):
    """No mistake may come near a right value; some tries must be wrong, and not too many right."""
    if params["tries"] - params["right"] < params["k"]:
        return False
    right = answer(params)
    return all(
        abs(right[key] - value) > abs(right[key]) / 60
        for wrong in misconceptions(params).values()
        for key, value in wrong.items()
    )
