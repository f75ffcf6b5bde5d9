# hiretool-canary-10dbd98b-acc2-4d54-a424-07ab1fc7c398
"""Which users are in which trial, and what they see there."""

import hashlib
from itertools import accumulate, combinations

POINTS = 10_000


def point(layer, user):
    return _parts(f"layer:{layer}", user)[0]


def arm(trial, user):
    if point(trial.layer, user) not in range(trial.start, trial.start + trial.width):
        return None
    turn, side = _parts(f"trial:{trial.name}", user)
    if turn >= trial.shown:
        return None
    edges = list(accumulate(trial.arms.values()))
    return next(name for name, edge in zip(trial.arms, edges) if side * edges[-1] < edge * POINTS)


def points(layer, users):
    """The point of each user."""
    return [point(layer, user) for user in users]


def arms(trial, users):
    """What each user sees."""
    return [arm(trial, user) for user in users]


def _owned(trial):
    return range(trial.start, trial.start + trial.width)


def _parts(what, user):
    """Two points that know nothing of each other."""
    digest = hashlib.blake2b(repr((what, user)).encode(), digest_size=16).hexdigest()
    return int(digest[:16], 16) * POINTS >> 64, int(digest[16:], 16) * POINTS >> 64


def faults(trials):
    outside = [(one.name, one.name) for one in trials if not set(_owned(one)) <= set(range(POINTS))]
    named = sorted(trials, key=lambda one: one.name)
    common = [
        (one.name, other.name)
        for one, other in combinations(named, 2)
        if one.layer == other.layer and not set(_owned(one)).isdisjoint(_owned(other))
    ]
    return sorted(outside + common)
