# hiretool-canary-d24ed60e-338a-49de-8a28-84a979e80216
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction

SCENES = [
    {
        "who": "courier",
        "x": "hours of training",
        "y": "parcels in time",
        "z": "length of the round",
        "m": "customers' rating",
    },
    {
        "who": "pupil",
        "x": "hours with a tutor",
        "y": "points in the test",
        "z": "points missed the year before",
        "m": "marks for taking part",
    },
    {"who": "shop", "x": "advertisements", "y": "sales", "z": "rivals nearby", "m": "calls to the hotline"},
    {"who": "field", "x": "fertiliser", "y": "harvest", "z": "stones in the soil", "m": "grain sold to the mill"},
    {"who": "server", "x": "memory added", "y": "requests served", "z": "age of the disks", "m": "alarms for load"},
]


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    params = {
        "own": rng.choice([2, 3, 4]),
        "pull": rng.choice([2, 3, 4, 5]),
        "var_x": rng.choice([2, 3, 4, 5]),
        "var_z": rng.choice([2, 3, 4, 5]),
        "joint": rng.choice([1, 2, 3]),
        "noise": rng.choice([2, 3, 4, 6]),
        "from_x": rng.choice([1, 2]),
        "from_y": rng.choice([1, 2]),
        "noise_m": rng.choice([1, 2, 3, 4, 6]),
        **rng.choice(SCENES),
    }
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction; y = own x - pull z + noise, m = from_x x + from_y y + noise."""
    own, pull, var_x, var_z, joint, noise, from_x, from_y, noise_m = _letters(params)
    return {
        "alone": own - Fraction(pull * joint, var_x),
        "left_of_x": var_x - Fraction(joint**2, var_z),
        "with_z": Fraction(own),
        "with_m": Fraction(own * noise_m - from_x * from_y * noise, noise_m + from_y**2 * noise),
        "var_y_alone": Fraction(pull**2 * (var_x * var_z - joint**2), var_x) + noise,
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    own, pull, var_x, var_z, joint, noise, from_x, from_y, noise_m = _letters(params)
    return {
        "what is left out does not matter": {"alone": Fraction(own)},
        "the pull without how z goes with x": {"alone": Fraction(own - pull)},
        "the sign of the pull turned": {"alone": own + Fraction(pull * joint, var_x)},
        "divided by the variance of z": {"alone": own - Fraction(pull * joint, var_z)},
        "the joint variance without dividing": {"alone": Fraction(own - pull * joint)},
        "all of x left": {"left_of_x": Fraction(var_x)},
        "the joint variance taken off": {"left_of_x": Fraction(var_x - joint)},
        "z's variance in the place of x's": {"left_of_x": var_z - Fraction(joint**2, var_x)},
        "z's part taken off once more": {"with_z": own - Fraction(pull * joint, var_x)},
        "a further column changes nothing": {"with_m": Fraction(own)},
        "only the slope on m taken off": {"with_m": Fraction(own - from_x * from_y)},
        "x's own road to m forgotten": {"with_m": Fraction(own * noise_m, noise_m + from_y**2 * noise)},
        "the two lots of luck swapped": {
            "with_m": Fraction(own * noise - from_x * from_y * noise_m, noise + from_y**2 * noise_m)
        },
        "luck only": {"var_y_alone": Fraction(noise)},
        "all of what z does": {"var_y_alone": Fraction(pull**2 * var_z + noise)},
    }


def _letters(params):
    return tuple(
        params[name] for name in ("own", "pull", "var_x", "var_z", "joint", "noise", "from_x", "from_y", "noise_m")
    )


def _fair(params):
    """No mistake may come near a right value; the plain slope must mislead, and x and z must be a possible pair."""
    if params["joint"] ** 2 >= params["var_x"] * params["var_z"]:
        return False
    right = answer(params)
    clear = all(
        abs(right[key] - value) > max(abs(right[key]) / 40, Fraction(1, 20))
        for wrong in misconceptions(params).values()
        for key, value in wrong.items()
    )
    return clear and right["alone"] < params["own"] / 2 and right["alone"] != 0 and right["with_m"] != 0
