# hiretool-canary-7e3e376c-5ab7-4f3b-8ce5-8c4c7c30c7a1
"""The same values from a clock that ticks through a hundred requests, and from a machine that takes the newest first.

How much work lies in front of a newcomer does not depend on the order in which it is done. With the newest first, each
request that is in the house was broken off at a moment of its own, and their number is counted step by step.
"""

from fractions import Fraction
from functools import cache

import numpy as np


def _ticks(params):
    """(length, how many such milliseconds of work a hundred requests hold) for both kinds."""
    return [(params["short"], 100 - params["share"]), (params["long"], params["share"])]


@cache
def _halves(length):
    """Half milliseconds left, added up over the middles of all its milliseconds."""
    return sum(2 * (length - tick) - 1 for tick in range(length))


def _left(kinds):
    """What is left of the request in work, seen at the middle of every millisecond of work."""
    halves = sum(count * _halves(length) for length, count in kinds)
    return Fraction(halves, 2 * sum(length * count for length, count in kinds))


def _in_front(kinds, per_minute):
    """Work in front of a newcomer: the newest is taken first, and breaks off the one in work."""
    work = sum(length * count for length, count in kinds)
    clock = Fraction(100 * 60_000, per_minute)
    # One more in the house for each that came while another was in work: so many to one, again and again.
    ratio = work / clock
    return _levels(ratio) * _left(kinds)


def _levels(ratio):
    """Mean number in the house: chances of 0, 1, 2 ... stand to each other as one to the ratio."""
    # Shares up to the highest level, and the tail beyond it folded back by its own likeness to the whole.
    empty = 1 - ratio
    depth = 12
    below = sum(level * empty * ratio**level for level in range(depth))
    tail = ratio**depth
    # The tail is the whole house again, with so many more below it: mean = below + tail * (depth + mean).
    return (below + tail * depth) / (1 - tail)


def answer(params):
    """Values from the clock."""
    kinds = _ticks(params)
    work = sum(length * count for length, count in kinds)
    alike = [(work // 100, 100)]
    batch, done = params["batch"], params["fixed"] + params["each"] * params["batch"]
    kept_up = next(
        size
        for size in range(1, 10_000)
        if sum([params["fixed"], *[params["each"]] * size]) * params["rush"] < 1000 * size
    )
    waits = {}
    for key, name in (("day", "rush"), ("night", "night")):
        gap = Fraction(1000, params[name])
        arrived = [place * gap for place in range(batch)]
        waits[key] = sum(arrived[-1] + done - moment for moment in arrived) / batch
    return {
        "busy": Fraction(work * params["rate"], 100 * 60_000),
        "meets_long": Fraction(sum(params["share"] for _ in range(params["long"])), work),
        "left": _left(kinds),
        "wait": _in_front(kinds, params["rate"]),
        "wait_more": _in_front(kinds, params["rate_more"]),
        "wait_even": _in_front(alike, params["rate"]),
        "smallest": Fraction(kept_up),
        **waits,
    }


def drawn(params, seed, requests=200_000):
    """Requests in order of arrival: work less gaps, and how far that lies above its lowest so far."""
    rng = np.random.default_rng(seed)
    work = np.where(rng.random(requests) < params["share"] / 100, params["long"], params["short"])
    gaps = rng.exponential(60_000 / params["rate"], requests)
    walk = np.concatenate([[0.0], np.cumsum(work - gaps)[:-1]])
    waits = walk - np.minimum.accumulate(walk)
    means = waits.reshape(50, -1).mean(axis=1)
    return {"wait": (means.mean(), means.std() / 50**0.5)}
