# hiretool-canary-70576de9-065b-471c-9bea-c9d7451434b9
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction

SCENES = [
    {"firm": "A ferry line", "visitor": "visitor", "page": "cabin page", "does": "books"},
    {"firm": "A seed merchant", "visitor": "visitor", "page": "delivery page", "does": "orders"},
    {"firm": "A town library", "visitor": "reader", "page": "reservation page", "does": "reserves"},
    {"firm": "A sports club", "visitor": "visitor", "page": "trial-hour page", "does": "signs up"},
    {"firm": "A spectacle maker", "visitor": "visitor", "page": "fitting page", "does": "takes a date"},
]
WANTED = Fraction(784, 100)


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    old = rng.choice([20, 25, 30, 40, 50])
    params = {
        "old": old,
        "new": old + rng.choice([4, 5, 6, 8, 10]),
        "reach": rng.choice([10, 20, 25, 40]),
        "other": rng.choice([1, 2, 4, 5]),
        "new_gets": rng.choice([10, 20, 25]),
        **rng.choice(SCENES),
    }
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction."""
    old, new, reach, other, part = _shares(params)
    gap = new - old
    mixed_old, mixed_new = (reach * share + (1 - reach) * other for share in (old, new))
    needed = WANTED * (_luck(old) + _luck(new)) / gap**2
    return {
        "needed": needed,
        "needed_uneven": WANTED * (_luck(old) / (1 - part) + _luck(new) / part) / gap**2,
        "seen_all": reach * gap,
        "needed_all": WANTED * (_luck(mixed_old) + _luck(mixed_new)) / (reach * gap) ** 2,
        "needed_sent": needed / reach,
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    old, new, reach, other, part = _shares(params)
    gap, right = new - old, answer(params)
    needed = right["needed"]
    return {
        "the luck of one version only": {"needed": WANTED * _luck(old) / gap**2},
        "both versions together given for each": {"needed": 2 * needed},
        "the distance not squared": {"needed": WANTED * (_luck(old) + _luck(new)) / gap},
        "2.8 not squared": {"needed": Fraction(28, 10) * (_luck(old) + _luck(new)) / gap**2},
        "the total kept when the split changes": {"needed_uneven": 2 * needed},
        "the smaller part given as many as before": {"needed_uneven": needed / part},
        "the parts the other way round": {
            "needed_uneven": WANTED * (_luck(old) / part + _luck(new) / (1 - part)) / gap**2
        },
        "the distance kept when all are counted": {
            "seen_all": gap,
            "needed_all": WANTED
            * (_luck(reach * old + (1 - reach) * other) + _luck(reach * new + (1 - reach) * other))
            / gap**2,
        },
        "the others' share added to one version only": {"seen_all": reach * gap + (1 - reach) * other},
        "the luck kept when all are counted": {"needed_all": needed / reach**2},
        "counting all taken to cost just the visitors who do not reach": {"needed_all": needed / reach},
        "those who reach taken for those who come": {"needed_sent": needed},
    }


def _luck(share):
    """Variance of one yes or no."""
    return share * (1 - share)


def _shares(params):
    return tuple(Fraction(params[name], 100) for name in ("old", "new", "reach", "other", "new_gets"))


def _fair(params):
    """No mistake may come near a right value, and the numbers must be of a size that a test can have."""
    right = answer(params)
    clear = all(
        abs(right[key] - value) > abs(right[key]) / 40
        for wrong in misconceptions(params).values()
        for key, value in wrong.items()
    )
    return clear and right["needed_all"] < 200_000
