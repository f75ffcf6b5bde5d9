# hiretool-canary-9a04e257-6072-4696-a27d-8c84e61800da
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction

SCENES = [
    {
        "target": "the quality of a translation",
        "unit": "points",
        "newcomer": "an old model that counts shared words",
        "labels": "one reviewer gave each translation its points",
    },
    {
        "target": "the ripeness of a tomato in a picture",
        "unit": "points",
        "newcomer": "a rule about the colour",
        "labels": "one grower judged each tomato once",
    },
    {
        "target": "the weight of a pig in a video",
        "unit": "kg",
        "newcomer": "a formula of length and girth",
        "labels": "each pig stood once on a field scale, and not always still",
    },
    {
        "target": "the depth of a river in a satellite picture",
        "unit": "dm",
        "newcomer": "a curve through old soundings",
        "labels": "one sounding was taken for each picture, from a moving boat",
    },
    {
        "target": "how long a ticket will keep the support team busy",
        "unit": "minutes",
        "newcomer": "a table of past times",
        "labels": "the team wrote each time down from memory",
    },
]


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    size = rng.randint(2, 10)
    params = {
        "models": rng.choice([3, 4, 5, 6]),
        "size": size,
        "alike": Fraction(rng.choice([4, 5, 6, 7, 8]), 10),
        "new_size": rng.randint(size + 1, 2 * size),
        "new_alike": Fraction(rng.choice([1, 2, 3, 4]), 10),
        **rng.choice(SCENES),
    }
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction: sums of the entries of a covariance matrix."""
    models, own, shared, new_own, crossed = _moments(params)
    average = shared + (own - shared) / models
    # The error of the mix is a parabola in the newcomer's weight.
    best_weight = (average - crossed) / (average + new_own - 2 * crossed)
    return {
        "average": average,
        "floor": shared,
        "joined_equal": _mixed(Fraction(1, models + 1), average, new_own, crossed),
        "best_weight": best_weight,
        "best": _mixed(best_weight, average, new_own, crossed),
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    models, own, shared, new_own, crossed = _moments(params)
    right = answer(params)
    average, share = right["average"], Fraction(1, models + 1)
    unlike = 1 - params["alike"] ** 2
    return {
        "takes the errors as independent": {"average": own / models, "floor": Fraction(0)},
        "takes the correlation for the shared part": {"floor": params["alike"]},
        "squares the correlation": {"average": own * (1 - unlike + unlike / models), "floor": own * (1 - unlike)},
        "averages the errors of the single models": {"average": own},
        "counts each pair once": {"average": own / models + shared * (models - 1) / (2 * models)},
        "works with typical errors in place of their squares": {
            "average": params["size"] * (params["alike"] + (1 - params["alike"]) / models)
        },
        "averages the squared errors with the newcomer's": {"joined_equal": (models * own + new_own) * share},
        "takes the newcomer's error as independent": {
            "joined_equal": _mixed(share, average, new_own, 0),
            "best_weight": average / (average + new_own),
        },
        "counts the newcomer's pairs once": {"joined_equal": _mixed(share, average, new_own, crossed / 2)},
        "gives the newcomer half": {"joined_equal": _mixed(Fraction(1, 2), average, new_own, crossed)},
        "weighs it as one of the models": {"best_weight": share, "best": right["joined_equal"]},
        "leaves it out because it is the weakest": {"best_weight": Fraction(0), "best": average},
        "weighs it against a single model": {"best_weight": (own - crossed) / (own + new_own - 2 * crossed)},
    }


def _moments(params):
    """How many models; mean square of one error, mean product of two; the same for the newcomer and one with it."""
    size, new_size = params["size"], params["new_size"]
    own, new_own = Fraction(size**2), Fraction(new_size**2)
    return params["models"], own, params["alike"] * own, new_own, params["new_alike"] * size * new_size


def _mixed(weight, average, new_own, crossed):
    return (1 - weight) ** 2 * average + weight**2 * new_own + 2 * weight * (1 - weight) * crossed


def _fair(params):
    """No mistake may land on a right value; the newcomer is weaker than each model, and still worth having."""
    right = answer(params)
    # A decimal within 1 % counts as right.
    distinct = all(
        abs(right[key] - value) > abs(right[key]) / 100
        for wrong in misconceptions(params).values()
        for key, value in wrong.items()
    )
    weaker = params["new_size"] >= Fraction(6, 5) * params["size"]
    worth_it = right["best"] <= Fraction(97, 100) * right["average"] and right["best_weight"] >= Fraction(1, 20)
    return distinct and weaker and worth_it and right["joined_equal"] >= Fraction(102, 100) * right["best"]
