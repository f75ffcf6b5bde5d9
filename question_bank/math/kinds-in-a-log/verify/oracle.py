# hiretool-canary-ecdb39a9-e584-411f-90c5-46a14468cad9
"""The same values from a written log of which reports are taken away, and from all orders in which kinds can come.

No power of a chance and no power of one half is written down.
"""

from collections import Counter
from fractions import Fraction
from functools import lru_cache
from itertools import product


def _log(params):
    """One entry a report: its kind. What is left over is shared out among the frequent kinds."""
    log, kind = [], 0
    for times, count in enumerate(params["seen"], 1):
        for _ in range(count):
            log += [kind] * times
            kind += 1
    return log + [kind + place % params["frequent"] for place in range(params["reports"] - len(log))]


def _left_behind(log):
    """For each report taken away in turn: how often its kind is still in the log."""
    left = Counter(log)
    found = []
    for kind in log:
        left[kind] -= 1
        found.append(left[kind])
        left[kind] += 1
    return found


@lru_cache(maxsize=None)
def _orders(weights, draws):
    """Over all orders of kinds: weight of the last one being new, and of reports whose kind came once."""
    new = once = 0
    for order in product(range(len(weights)), repeat=draws + 1):
        weight = 1
        for kind in order:
            weight *= weights[kind]
        new += weight * (order[-1] not in order[:-1])
        before = order[:-1]
        once += weight * sum(before.count(kind) == 1 for kind in before)
    whole = sum(weights) ** (draws + 1)
    return Fraction(new, whole), Fraction(once, whole * draws)


def _tosses(times):
    """All ways in which the reports of a kind can be kept or not: how often it is still there, how often just once."""
    ways = [sum(way) for way in product((0, 1), repeat=times)]
    return Fraction(sum(kept > 0 for kept in ways), len(ways)), Fraction(ways.count(1), len(ways))


def answer(params):
    """Values from a log and from orders."""
    log = _log(params)
    left = _left_behind(log)
    weights = tuple(w // 5 for kinds, w in zip(params["kinds"], params["percents"]) for _ in range(kinds))
    following, shown = _orders(weights, params["draws"])
    there = alone = gone = Fraction(0)
    for times in Counter(log).values():
        still, single = _tosses(times) if times <= len(params["seen"]) else (Fraction(1), Fraction(0))
        there, alone, gone = there + still, alone + single, gone + 1 - still
    came_once = sum(times == 1 for times in Counter(log).values())
    return {
        "new": Fraction(left.count(0), len(log)),
        "together": Fraction(left.count(1), len(log)),
        "single": Fraction(left.count(1), len(log) * came_once),
        "next": following,
        "shown": shown,
        "kept": there,
        "brought": gone,
        "new_half": alone / Fraction(len(log), 2),
    }
