# hiretool-canary-b691b310-ee29-48e3-850a-61b657986fae
"""The same values by counting items in a box, and by drawing items. No rule of probability is applied."""

from fractions import Fraction

import numpy as np


def _box(params):
    """(how many, bad, first alarms, second alarms) for a box in which every share comes out whole."""
    for bad, many in ((True, 1), (False, params["one_in"] - 1)):
        rate = params["catch"] if bad else params["alarm"]
        for first in (True, False):
            by_first = many * (rate if first else 100 - rate)
            # The share that repeats the first verdict, out of 100, each split once more into 100 parts.
            yield by_first * params["share"] * 100, bad, first, first
            for second in (True, False):
                yield by_first * (100 - params["share"]) * (rate if second else 100 - rate), bad, first, second


def _share_bad(items):
    total = sum(many for many, *_ in items)
    return Fraction(sum(many for many, bad, *_ in items if bad), total)


def _against(items):
    """Bad for each good one."""
    bad = sum(many for many, is_bad, *_ in items if is_bad)
    return Fraction(bad, sum(many for many, *_ in items) - bad)


def answer(params):
    """Shares among the counted items."""
    as_told = list(_box({**params, "share": 0}))
    as_it_is = list(_box(params))
    one = [item for item in as_it_is if item[2]]
    both = [item for item in as_it_is if item[2] and item[3]]
    return {
        "after_one": _share_bad(one),
        "after_two": _share_bad([item for item in as_told if item[2] and item[3]]),
        "after_two_shared": _share_bad(both),
        "worth_shared": _against(both) / _against(one),
    }


def drawn(params, seed, items=1_000_000):
    """Shares among drawn items, each with its standard error."""
    rng = np.random.default_rng(seed)
    bad = rng.random(items) < 1 / params["one_in"]
    rate = np.where(bad, params["catch"], params["alarm"]) / 100
    first = rng.random(items) < rate
    fresh = rng.random(items) < rate
    second = np.where(rng.random(items) < params["share"] / 100, first, fresh)
    groups = {"after_one": bad[first], "after_two": bad[first & fresh], "after_two_shared": bad[first & second]}
    return {
        key: (group.mean(), np.sqrt(group.mean() * (1 - group.mean()) / len(group))) for key, group in groups.items()
    }
