# hiretool-canary-85eb8cbd-c686-449d-a305-ebbb3c6229f0
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction

SCENES = [
    {"what": "a printed timetable", "fault": "misprint", "plain": "in a headline", "deep": "in a footnote"},
    {"what": "a chat assistant", "fault": "failing prompt", "plain": "of one line", "deep": "of a long conversation"},
    {"what": "a bridge", "fault": "crack", "plain": "on the deck", "deep": "behind a strut"},
    {"what": "a tax form's code", "fault": "fault", "plain": "in a form field", "deep": "in a rounding rule"},
    {"what": "a set of labels", "fault": "wrong label", "plain": "of a clear photo", "deep": "of a dark photo"},
]


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    both = rng.choice([6, 8, 9, 10, 12, 15, 16, 18])
    params = {
        "both": both,
        "first": both + rng.choice([6, 8, 9, 12, 15, 18, 20]),
        "second": both + rng.choice([4, 6, 8, 10, 12, 14, 16]),
        "plain_ones": rng.choice([20, 30, 40, 50]),
        "deep_ones": rng.choice([40, 50, 60, 80]),
        "easy": rng.choice([70, 80, 90]),
        "hard": rng.choice([10, 20, 30]),
        **rng.choice(SCENES),
    }
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction."""
    first, second, both = params["first"], params["second"], params["both"]
    plain, deep = params["plain_ones"], params["deep_ones"]
    easy, hard = Fraction(params["easy"], 100), Fraction(params["hard"], 100)
    found = plain * easy + deep * hard
    found_across = plain * hard + deep * easy
    return {
        "total": Fraction(first * second, both),
        "left": Fraction((first - both) * (second - both), both),
        "caught_by_first": Fraction(both, second),
        "total_alike": found**2 / (plain * easy**2 + deep * hard**2),
        "left_in_truth": plain * (1 - easy) ** 2 + deep * (1 - hard) ** 2,
        "total_across": found * found_across / ((plain + deep) * easy * hard),
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    right = answer(params)
    first, second, both = params["first"], params["second"], params["both"]
    plain, deep = params["plain_ones"], params["deep_ones"]
    easy, hard = Fraction(params["easy"], 100), Fraction(params["hard"], 100)
    found = plain * easy + deep * hard
    return {
        "what was found is all": {"total": Fraction(first + second - both), "left": Fraction(0)},
        "those of both counted twice": {"total": Fraction(first + second)},
        "those of both left out": {"total": Fraction(first + second - 2 * both)},
        "found by one or both for found by both": {"total": Fraction(first * second, first + second - both)},
        "what was found once taken off as if by both": {"left": right["total"] - first - second},
        "only what the first did not find": {"left": right["total"] - first},
        "the other's share": {"caught_by_first": Fraction(both, first)},
        "a share of what was found": {"caught_by_first": Fraction(first, first + second - both)},
        "the true number": {"total_alike": Fraction(plain + deep), "total_across": Fraction(plain + deep)},
        "the estimate by kind from the mean chance": {"total_alike": found / ((easy + hard) / 2)},
        "missed by one for missed by both": {"left_in_truth": plain * (1 - easy) + deep * (1 - hard)},
        "neither found for not both found": {"left_in_truth": plain * (1 - easy**2) + deep * (1 - hard**2)},
        "the mean chance for each fault": {
            "left_in_truth": (plain + deep) * (1 - found / (plain + deep)) ** 2,
        },
        "across taken like alike": {"total_across": right["total_alike"]},
    }


def _fair(params):
    """No mistake may come near a right value."""
    right = answer(params)
    return all(
        abs(right[key] - value) > abs(right[key]) / 40
        for wrong in misconceptions(params).values()
        for key, value in wrong.items()
    )
