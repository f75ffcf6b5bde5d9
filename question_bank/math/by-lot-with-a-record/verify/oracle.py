# hiretool-canary-c5adc63b-7922-44be-80a4-d2f308e0a6fd
"""The same values item by item: each item of the record is copied as often as it stands for others, and copies are counted."""

from fractions import Fraction
from itertools import product
from math import lcm

import numpy as np


def _record(params):
    """(kind, way, good) of every item."""
    return [
        (kind, way, place < params[f"good_{kind}_{way}"])
        for kind, way in product(("short", "long"), ("large", "small"))
        for place in range(params[f"{kind}_{way}"])
    ]


def _share(items):
    return Fraction(sum(items), len(items))


def answer(params):
    """Values from the record."""
    record = _record(params)
    found = {
        (kind, way): [good for own, went, good in record if (own, went) == (kind, way)]
        for kind, way in product(("short", "long"), ("large", "small"))
    }
    every = lcm(params["chance_short"], params["chance_long"])
    # Copies in units of one over `every`, so that they are whole numbers.
    copies = {kind: 100 * every // params[f"chance_{kind}"] for kind in ("short", "long")}
    stand = good_stand = 0
    for kind, way, good in record:
        if way == "large":
            stand += copies[kind]
            good_stand += copies[kind] * good
    # By kind: each item of the record, whichever way it went, gets the outcome of its kind by the large one.
    matched = [_share(found[kind, "large"]) for kind, way, good in record]
    # Next month in a hundred items, one after the other.
    hundred = ["long"] * params["next_long"] + ["short"] * (100 - params["next_long"])
    gains = [_share(found[kind, "large"]) - _share(found[kind, "small"]) for kind in ("short", "long")]
    by_kind = dict(zip(("short", "long"), gains, strict=True))
    one_way, other = ([good for _, way, good in record if way == wanted] for wanted in ("large", "small"))
    return {
        "plain": _share(one_way) - _share(other),
        "stand_for": Fraction(stand, every),
        "over_all": Fraction(good_stand, every * len(record)),
        "over_weights": Fraction(good_stand, stand),
        "by_kind": sum(matched) / len(matched),
        "next_gain": sum(by_kind[kind] for kind in hundred) / 100,
    }


def drawn(params, seed, items=200_000):
    """What the large one would do on items of the record's mix, and the gain on next month's."""
    rng = np.random.default_rng(seed)
    share = {
        way: np.array([params[f"good_{kind}_{way}"] / params[f"{kind}_{way}"] for kind in ("short", "long")])
        for way in ("large", "small")
    }
    kind = (rng.random(items) < params["long_ones"] / (params["short"] + params["long_ones"])).astype(int)
    good = rng.random(items) < share["large"][kind]
    later = (rng.random(items) < params["next_long"] / 100).astype(int)
    gap = (rng.random(items) < share["large"][later]) * 1.0 - (rng.random(items) < share["small"][later])
    return {
        "by_kind": (good.mean(), good.std() / np.sqrt(items)),
        "next_gain": (gap.mean(), gap.std() / np.sqrt(items)),
    }
