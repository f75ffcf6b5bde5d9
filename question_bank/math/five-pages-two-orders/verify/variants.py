# hiretool-canary-72b2ce88-58c0-4d38-8cb7-5a851ffce82b
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction

SCENES = [
    {"firm": "A maker of lifts", "page": "manual page"},
    {"firm": "A tax office", "page": "leaflet"},
    {"firm": "A seed merchant", "page": "growing guide"},
    {"firm": "A hospital group", "page": "ward procedure"},
    {"firm": "A railway museum", "page": "catalogue card"},
]


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    worths = [rng.choice([3, 4, 5]), rng.choice([1, 2]), 0, 0, 0]
    first, second = (rng.sample([*worths[:2], rng.choice([1, 2]), 0, 0], 5) for _ in range(2))
    params = {
        "old": first,
        "new": second,
        "unseen": worths[0],
        "goes_on": rng.choice([40, 50, 60, 80]),
        "places": [rng.choice([40, 50, 60]), rng.choice([20, 25, 30]), rng.choice([10, 15]), rng.choice([15, 20, 25])],
        "near": rng.choice([8, 10, 12]),
        "far": rng.choice([9, 10, 12, 14]),
        **rng.choice(SCENES),
    }
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction."""
    best = _by_place(_best(params))
    on = Fraction(params["goes_on"], 100)
    total = sum(params["places"])
    return {
        "old_score": _by_place(params["old"]) / best,
        "new_score": _by_place(params["new"]) / best,
        "old_seen": _seen(params["old"], on),
        "new_seen": _seen(params["new"], on),
        "mean": _mean(params),
        "near_gain": Fraction(params["near"], 2 * total),
        "far_gain": Fraction(params["far"], 4 * total),
        "near_seen": params["near"] * (1 - on) / total,
        "far_seen": params["far"] * on**3 / total,
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    on = Fraction(params["goes_on"], 100)
    places, total = params["places"], sum(params["places"])
    found = sum(places[:3])
    near, far = params["near"], params["far"]
    return {
        "the best of what the list shows": {
            key: _by_place(params[name]) / _by_place(sorted(params[name], reverse=True))
            for name, key in (("old", "old_score"), ("new", "new_score"))
        },
        "not divided": {"old_score": _by_place(params["old"]), "new_score": _by_place(params["new"])},
        "places left out of account": {
            "old_score": Fraction(sum(params["old"]), sum(_best(params))),
            "new_score": Fraction(sum(params["new"]), sum(_best(params))),
        },
        "the first place is not sure to be seen": {
            "old_seen": on * _seen(params["old"], on),
            "new_seen": on * _seen(params["new"], on),
        },
        "all that is on the list": {"old_seen": Fraction(sum(params["old"])), "new_seen": Fraction(sum(params["new"]))},
        "those without an answer left out": {"mean": _mean(params) * total / found},
        "one over the mean place": {"mean": Fraction(found, places[0] + 2 * places[1] + 3 * places[2])},
        "places counted as found": {"mean": Fraction(found, total)},
        "a place is a place": {"near_gain": Fraction(near, total), "far_gain": Fraction(far, total)},
        "the new place only": {"near_gain": Fraction(near, total)},
        "the step from the third place": {"far_gain": Fraction(far, 12 * total)},
        "all of them gain": {"near_seen": Fraction(near, total), "far_seen": Fraction(far, total)},
        "what the score says": {"near_seen": Fraction(near, 2 * total), "far_seen": Fraction(far, 4 * total)},
        "one place too far": {"far_seen": far * on**4 / total},
        "the stops for the steps": {"near_seen": near * on / total},
    }


def _best(params):
    """The five best of all that is known, best first."""
    return sorted([*params["old"], params["unseen"]], reverse=True)[:5]


def _by_place(worths):
    return sum(Fraction(worth, place) for place, worth in enumerate(worths, 1))


def _seen(worths, on):
    return sum(worth * on**place for place, worth in enumerate(worths))


def _mean(params):
    return sum(Fraction(count, place) for place, count in enumerate(params["places"][:3], 1)) / sum(params["places"])


def _fair(params):
    """Both lists hold the same, in another order, and no mistake comes near a right value."""
    right = answer(params)
    same = sorted(params["old"]) == sorted(params["new"]) and params["old"] != params["new"]
    return same and all(
        abs(right[key] - value) > abs(right[key]) / 40
        for wrong in misconceptions(params).values()
        for key, value in wrong.items()
    )
