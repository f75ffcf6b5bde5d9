# hiretool-canary-11c9cde2-0668-4ed5-9bf9-e00e900ded9e
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction

SCENES = [
    {"what": "delivery time", "unit": "minutes", "group": "villages"},
    {"what": "house price", "unit": "thousands", "group": "farmhouses"},
    {"what": "length of a stay", "unit": "days", "group": "children"},
    {"what": "power of a wind turbine", "unit": "kilowatts", "group": "turbines on hills"},
    {"what": "time of a computing job", "unit": "minutes", "group": "jobs of new users"},
]


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    rows = rng.choice([9, 10, 11, 12, 13, 14, 15, 17, 19])
    place = round((rows + 1) * rng.choice([0.7, 0.75, 0.8, 0.85]))
    params = {
        "rows": rows,
        "place": place,
        "from_top": rows - place + 1,
        "group_part": rng.choice([10, 15, 20, 25]),
        "others_in": rng.choice([94, 95, 96, 97, 98]),
        "overall": rng.choice([88, 90]),
        "group_rows": rng.choice([5, 6, 7, 8, 9, 11, 14]),
        **rng.choice(SCENES),
    }
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction."""
    rows, place = params["rows"], params["place"]
    part, others, overall = (Fraction(params[name], 100) for name in ("group_part", "others_in", "overall"))
    covered = Fraction(place, rows + 1)
    both = Fraction(place * (place + 1), (rows + 1) * (rows + 2))
    return {
        "covered": covered,
        "largest": Fraction(rows, rows + 1),
        "both": both,
        "spread": both - covered**2,
        "group_in": (overall - (1 - part) * others) / part,
        "group_most": Fraction(params["group_rows"], params["group_rows"] + 1),
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    rows, place = params["rows"], params["place"]
    part, others, overall = (Fraction(params[name], 100) for name in ("group_part", "others_in", "overall"))
    right = answer(params)
    covered = right["covered"]
    return {
        "the share of the rows at hand": {"covered": Fraction(place, rows)},
        "one gap too few": {"covered": Fraction(place - 1, rows + 1)},
        "above in place of below": {"covered": 1 - covered},
        "nothing lies beyond the largest": {"largest": Fraction(1)},
        "the two taken for independent": {"both": covered**2},
        "the second as the first": {"both": covered},
        "the second drawn without a place more": {"both": covered * Fraction(place - 1, rows)},
        "luck of one row": {"spread": covered * (1 - covered)},
        "luck of a share of the rows": {"spread": covered * (1 - covered) / rows},
        "the same for each group": {"group_in": overall},
        "others' part forgotten": {"group_in": overall - (others - overall)},
        "the parts swapped": {"group_in": (overall - part * others) / (1 - part)},
        "as many as wanted from a few": {"group_most": Fraction(1)},
        "the rows of all": {"group_most": right["largest"]},
    }


def _fair(params):
    """No mistake may come near a right value; shares must be shares, and the group must be worse off."""
    right = answer(params)
    clear = all(
        abs(right[key] - value) > abs(right[key]) / 70
        for wrong in misconceptions(params).values()
        for key, value in wrong.items()
    )
    return clear and Fraction(3, 10) <= right["group_in"] <= Fraction(8, 10)
