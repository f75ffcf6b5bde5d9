# hiretool-canary-2e52117c-fb5e-4fbe-a9f9-0ecc2c019055
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction

SCENES = [
    {"firm": "A lending library", "page": "start page", "who": "visitor", "does": "borrows something"},
    {"firm": "A ticket office", "page": "list of plays", "who": "caller", "does": "books a seat"},
    {"firm": "A garden shop", "page": "list of seedlings", "who": "customer", "does": "buys one"},
    {"firm": "A museum", "page": "list of tours", "who": "guest", "does": "joins a tour"},
    {"firm": "A newspaper", "page": "front page", "who": "reader", "does": "reads to the end"},
]


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    params = {
        "old": rng.choice(
            [[60, 25, 10, 5], [50, 30, 15, 5], [70, 15, 10, 5], [50, 25, 15, 10], [64, 20, 10, 6], [40, 40, 15, 5]]
        ),
        "new": rng.choice([[10, 20, 30, 40], [5, 15, 30, 50], [20, 20, 20, 40], [10, 30, 20, 40], [15, 25, 20, 40]]),
        "good": rng.choices([12, 15, 16, 18, 20, 24, 25, 30, 32, 36, 40], k=4),
        "cap": rng.choice([2, 3, 4]),
        "fifth": rng.choice([10, 15, 20]),
        **rng.choice(SCENES),
    }
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction."""
    old, new, good = _shares(params)
    cap, fifth = params["cap"], Fraction(params["fifth"], 100)
    share, square = _moments(old, new, good, None)
    capped, capped_square = _moments(old, new, good, cap)
    variance, capped_variance = square - share**2, capped_square - capped**2
    return {
        "share": share,
        "variance": variance,
        "times": variance / (share * (1 - share)),
        "capped": capped,
        "capped_variance": capped_variance,
        "even": (variance - capped_variance) / (share - capped) ** 2,
        "seen": sum(min(after, cap * before) for before, after in zip(old, new)),
        "low": (1 - fifth) * share,
        "high": (1 - fifth) * share + fifth,
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    right = answer(params)
    old, new, good = _shares(params)
    cap, fifth = params["cap"], Fraction(params["fifth"], 100)
    share, capped = right["share"], right["capped"]
    now = sum(before * part for before, part in zip(old, good))
    off = share - capped
    within = [(after, part) for before, after, part in zip(old, new, good) if after <= cap * before]
    return {
        "the old one's share": {"share": now},
        "all orders alike": {"share": sum(good) / 4},
        "weights without how often": {
            "share": sum(after / before * part for before, after, part in zip(old, new, good)) / 4
        },
        "the luck of a plain share": {"variance": share * (1 - share), "capped_variance": capped * (1 - capped)},
        "the mean square alone": {
            "variance": right["variance"] + share**2,
            "capped_variance": right["capped_variance"] + capped**2,
        },
        "one show of each order has no luck": {
            "variance": sum(after**2 / before * part**2 for before, after, part in zip(old, new, good)) - share**2
        },
        "weights alone": {"times": sum(after**2 / before for before, after in zip(old, new))},
        "against the old one's luck": {"times": right["variance"] / (now * (1 - now))},
        "no cap felt": {"capped": share, "capped_variance": right["variance"]},
        "left out, not cut down": {"capped": sum(after * part for after, part in within)},
        "divided by what the weights add up to": {"capped": capped / right["seen"]},
        "the old mean taken off": {"capped_variance": right["capped_variance"] + capped**2 - share**2},
        "what is off not squared": {"even": (right["variance"] - right["capped_variance"]) / off},
        "the luck of the capped forgotten": {"even": right["variance"] / off**2},
        "the luck of the capped alone": {"even": right["capped_variance"] / off**2},
        "weights still average to one": {"seen": Fraction(1)},
        "what the cap leaves alone": {"seen": sum(after for after, _ in within)},
        "the fifth like the others": {"low": share, "high": share},
        "the others not made smaller": {"high": share + fifth},
        "all of the fifth taken off": {"low": share - fifth},
    }


def _shares(params):
    return tuple([Fraction(value, 100) for value in params[name]] for name in ("old", "new", "good"))


def _moments(old, new, good, cap):
    """Mean and mean square of what one show brings: its weight if it was good, else nothing."""
    weights = [after / before if cap is None else min(after / before, cap) for before, after in zip(old, new)]
    return tuple(
        sum(before * part * weight**power for before, part, weight in zip(old, good, weights)) for power in (1, 2)
    )


def _fair(params):
    """The cap cuts one weight or two, and no mistake comes near a right value."""
    cut = sum(after > params["cap"] * before for before, after in zip(params["old"], params["new"]))
    if not 1 <= cut <= 2:
        return False
    right = answer(params)
    return right["even"] > 20 and all(
        abs(right[key] - value) > abs(right[key]) / 40
        for wrong in misconceptions(params).values()
        for key, value in wrong.items()
    )
