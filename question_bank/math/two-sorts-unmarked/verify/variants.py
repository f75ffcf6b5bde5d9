# hiretool-canary-c2c3aabe-627a-4079-a74a-09d303642538
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction

SCENES = [
    {"unit": "packet", "part": "seed", "good": "alive"},
    {"unit": "box", "part": "lamp", "good": "sound"},
    {"unit": "folder", "part": "page", "good": "legible"},
    {"unit": "route", "part": "delivery", "good": "late"},
    {"unit": "tray", "part": "bulb", "good": "sprouting"},
]
PARTS = 3
PAIRS = [("1/3", "2/3"), ("1/4", "3/4"), ("1/5", "4/5"), ("1/4", "2/3"), ("1/3", "3/4"), ("1/5", "3/5"), ("2/5", "4/5")]


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    low, high = rng.choice(PAIRS)
    params = {
        "share": rng.choice(["1/3", "2/3", "1/4", "3/4", "2/5", "3/5"]),
        "low": low,
        "high": high,
        "counts": [
            rng.choice([30, 40, 50, 60]),
            rng.choice([20, 24, 30]),
            rng.choice([10, 12, 16, 20]),
            rng.choice([16, 20, 30, 40]),
        ],
        **rng.choice(SCENES),
    }
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction."""
    of_a = _chances_of_a(params)
    share, low, high = _again(params, of_a)
    _, apart_low, apart_high = _again(params, [Fraction(chance > Fraction(1, 2)) for chance in of_a])
    return {
        **dict(zip(("of_none", "of_one", "of_two", "of_three"), of_a)),
        "share": share,
        "low": low,
        "high": high,
        "overall": share * low + (1 - share) * high,
        "apart_low": apart_low,
        "apart_high": apart_high,
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    share, low, high = _guess(params)
    right = answer(params)
    of_a = _chances_of_a(params)
    counts = params["counts"]
    total = sum(counts)
    names = ("of_none", "of_one", "of_two", "of_three")
    ways = (1, 3, 3, 1)
    seen = [way * low**k * (1 - low) ** (PARTS - k) for k, way in enumerate(ways)]
    parts_of_a = sum(n * chance * k for k, (n, chance) in enumerate(zip(counts, of_a)))
    parts_of_b = sum(n * (1 - chance) * k for k, (n, chance) in enumerate(zip(counts, of_a)))
    return {
        "both sorts taken as equally many": dict(zip(names[1:], _chances_of_a(params, Fraction(1, 2))[1:])),
        "how likely it is if it is A": dict(zip(names, seen)),
        "not divided by both": dict(zip(names, [share * chance for chance in seen])),
        "the other sort": dict(zip(names, [1 - chance for chance in of_a])),
        "four kinds counted alike": {
            "share": sum(of_a) / 4,
            "low": sum(chance * k for k, chance in enumerate(of_a)) / (3 * sum(of_a)),
        },
        "divided by all of them": {"low": parts_of_a / (PARTS * total), "high": parts_of_b / (PARTS * total)},
        "divided by those, not by their parts": {
            "low": parts_of_a / (right["share"] * total),
            "high": parts_of_b / ((1 - right["share"]) * total),
        },
        "the guess's share of all": {"overall": share * low + (1 - share) * high},
        "halfway between the two": {"overall": (right["low"] + right["high"]) / 2},
        "split where they should be whole": {"apart_low": right["low"], "apart_high": right["high"]},
        "nothing moves": {"apart_low": low, "apart_high": high},
    }


def _guess(params):
    return Fraction(params["share"]), Fraction(params["low"]), Fraction(params["high"])


def _chances_of_a(params, share=None):
    """By how many of the three are good: the chance of sort A."""
    guessed, low, high = _guess(params)
    share = guessed if share is None else share
    odds = share / (1 - share) * ((1 - low) / (1 - high)) ** PARTS
    step = low * (1 - high) / (high * (1 - low))
    return [odds * step**k / (1 + odds * step**k) for k in range(PARTS + 1)]


def _again(params, of_a):
    """Count again with each split in this way."""
    counts = params["counts"]
    a = sum(n * chance for n, chance in zip(counts, of_a))
    b = sum(counts) - a
    low = sum(n * chance * k for k, (n, chance) in enumerate(zip(counts, of_a)))
    high = sum(n * (1 - chance) * k for k, (n, chance) in enumerate(zip(counts, of_a)))
    return a / sum(counts), low / (PARTS * a), high / (PARTS * b)


def _fair(params):
    """Whole, A gets those with none or one; these lie farther apart, and no mistake comes near a right value."""
    of_a = _chances_of_a(params)
    if not of_a[1] > Fraction(1, 2) > of_a[2]:
        return False
    right = answer(params)
    apart = right["apart_low"] < right["low"] and right["apart_high"] > right["high"]
    return apart and all(
        abs(right[key] - value) > abs(right[key]) / 40
        for wrong in misconceptions(params).values()
        for key, value in wrong.items()
    )
