# hiretool-canary-8e01e061-af38-496e-9610-62f9599f0ae1
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction

SCENES = [
    {"firm": "a travel agency", "words": ["Monday", "Tuesday", "tomorrow"]},
    {"firm": "a garden centre", "words": ["water", "light", "soil"]},
    {"firm": "a water company", "words": ["meter", "valve", "pipe"]},
    {"firm": "a museum", "words": ["painted", "drawn", "carved"]},
    {"firm": "a ferry line", "words": ["north", "west", "out"]},
]
CHANCES = [
    Fraction(1, 2),
    Fraction(3, 5),
    Fraction(2, 5),
    Fraction(7, 10),
    Fraction(3, 4),
    Fraction(4, 5),
    Fraction(9, 10),
]
COSTS = [Fraction(1, 20), Fraction(1, 10), Fraction(1, 8), Fraction(3, 20), Fraction(1, 5)]
MOST = 8


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)

    def chances():
        cuts = sorted(rng.sample(range(1, 20), 2))
        return [5 * cuts[0], 5 * (cuts[1] - cuts[0]), 100 - 5 * cuts[1]]

    params = {
        "chance": rng.choice(CHANCES),
        "guesses": rng.choice([2, 3, 4, 5]),
        "cost": rng.choice(COSTS),
        "large": chances(),
        "small": chances(),
        **rng.choice(SCENES),
    }
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction."""
    chance, guesses = params["chance"], params["guesses"]
    large, small = _shares(params["large"]), _shares(params["small"])
    kept = sum(map(min, large, small))
    return {
        "all_kept": chance**guesses,
        "tokens": _tokens(chance, guesses),
        "speed": _speed(params, guesses),
        "best": Fraction(max(range(1, MOST + 1), key=lambda many: _speed(params, many))),
        "kept": kept,
        "after_refusal": (large[2] - small[2]) / (1 - kept),
        "comes_out": large[2],
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    right = answer(params)
    chance, guesses, cost = params["chance"], params["guesses"], params["cost"]
    large, small = _shares(params["large"]), _shares(params["small"])
    tokens, kept = right["tokens"], right["kept"]
    return {
        "lets one kept guess be enough": {"all_kept": 1 - (1 - chance) ** guesses},
        "takes one factor too many": {"all_kept": chance ** (guesses + 1)},
        "multiplies guesses and chance": {"tokens": guesses * chance},
        "lets guesses count after a refusal": {"tokens": 1 + guesses * chance},
        "forgets the token of the large model": {"tokens": tokens - 1},
        "keeps all or nothing": {"tokens": 1 + guesses * chance**guesses},
        "takes guesses for free": {"speed": tokens},
        "takes guesses as dear as steps": {"speed": tokens / (guesses + 1)},
        "pays one guess": {"speed": tokens / (cost + 1)},
        "forgets the check": {"speed": tokens / (guesses * cost)},
        "guesses as much as allowed": {"best": Fraction(MOST)},
        "guesses once": {"best": Fraction(1)},
        "counts equal draws by chance": {"kept": sum(one * other for one, other in zip(large, small, strict=True))},
        "counts each difference twice": {"kept": 1 - sum(abs(a - b) for a, b in zip(large, small, strict=True))},
        "takes the larger of both": {"kept": sum(map(max, large, small)) / 2},
        "draws anew from the large model": {
            "after_refusal": large[2],
            "comes_out": min(large[2], small[2]) + (1 - kept) * large[2],
        },
        "leaves differences as they are": {"after_refusal": large[2] - small[2]},
        "counts only what was kept": {"comes_out": min(large[2], small[2])},
        "mixes both by what is kept": {"comes_out": kept * small[2] + (1 - kept) * large[2]},
    }


def _shares(percents):
    return [Fraction(percent, 100) for percent in percents]


def _tokens(chance, guesses):
    """Tokens of a round on average."""
    return (1 - chance ** (guesses + 1)) / (1 - chance)


def _speed(params, guesses):
    return _tokens(params["chance"], guesses) / (guesses * params["cost"] + 1)


def _fair(params):
    """No mistake may come near a right value; the last token is one that the small model likes too little."""
    large, small = params["large"], params["small"]
    kept = sum(map(min, large, small))
    if large[2] <= small[2] or not 40 <= kept <= 90 or len({a > b for a, b in zip(large, small, strict=True)}) < 2:
        return False
    right = answer(params)
    if right["after_refusal"] == 1 or right["speed"] <= 1:
        return False
    speeds = sorted((_speed(params, many) for many in range(1, MOST + 1)), reverse=True)
    return speeds[0] > speeds[1] and all(
        abs(right[key] - value) > abs(right[key]) / 40
        for wrong in misconceptions(params).values()
        for key, value in wrong.items()
    )
