# hiretool-canary-10dbd98b-acc2-4d54-a424-07ab1fc7c398
"""Which users are in which trial, and what they see there."""

import hashlib

POINTS = 10_000


def point(layer, user):
    """The point of a user in a layer, from 0 to 9,999."""
    return _number("point", layer, user) % POINTS


def arm(trial, user):
    """Name of the arm that the user sees; None for one who is not in the trial."""
    owned = 0 <= point(trial.layer, user) - trial.start < trial.width
    # Another number decides how early a user comes, so that growing only adds.
    if not owned or _number("turn", trial.name, user) % POINTS >= trial.shown:
        return None
    left = _number("arm", trial.name, str(trial.shown), user) % sum(trial.arms.values())
    for name, weight in trial.arms.items():
        left -= weight
        if left < 0:
            return name


def points(layer, users):
    """The point of each user."""
    return [point(layer, user) for user in users]


def arms(trial, users):
    """What each user sees."""
    return [arm(trial, user) for user in users]


def _number(*texts):
    """A large number that depends on the texts alone; another use of it has another first text."""
    return int.from_bytes(hashlib.sha256("\n".join(texts).encode()).digest()[:8], "big")


def faults(trials):
    """Pairs of trials of one layer with a common point, and a trial with itself if it leaves the points that there are."""
    found = []
    for one in trials:
        if one.width and (one.start < 0 or one.start + one.width > POINTS):
            found.append((one.name, one.name))
        for other in trials:
            first, last = max(one.start, other.start), min(one.start + one.width, other.start + other.width)
            if one.name < other.name and one.layer == other.layer and first < last:
                found.append((one.name, other.name))
    return sorted(found)
