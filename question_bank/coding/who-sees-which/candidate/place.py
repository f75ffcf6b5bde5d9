"""Which users are in which trial, and what they see there."""

import random

POINTS = 10_000


def point(layer, user):
    """The point of a user in a layer, from 0 to 9,999."""
    return random.Random(user).randrange(POINTS)


def arm(trial, user):
    """Name of the arm that the user sees; None for one who is not in the trial."""
    here = point(trial.layer, user)
    if not trial.start <= here < trial.start + trial.width:
        return None
    chance = random.Random(f"{user} {trial.name} {trial.shown}")
    if chance.randrange(POINTS) >= trial.shown:
        return None
    return chance.choices(list(trial.arms), list(trial.arms.values()))[0]


def points(layer, users):
    """The point of each user."""
    return [point(layer, user) for user in users]


def arms(trial, users):
    """What each user sees."""
    return [arm(trial, user) for user in users]


def faults(trials):
    """Pairs of trials that get in each other's way."""
    return []
