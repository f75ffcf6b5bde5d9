# hiretool-canary-ecdb39a9-e584-411f-90c5-46a14468cad9
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction

SCENES = [
    {"firm": "A tram works", "report": "fault report"},
    {"firm": "A post office", "report": "complaint"},
    {"firm": "A seed bank", "report": "blight sample"},
    {"firm": "A payment house", "report": "failed transfer"},
    {"firm": "A help line", "report": "question"},
]

# So many kinds with a chance of so many twentieths each.
WORLDS = [
    [(2, 5), (5, 2)],
    [(2, 6), (4, 2)],
    [(2, 7), (6, 1)],
    [(2, 4), (6, 2)],
    [(2, 8), (4, 1)],
    [(3, 4), (4, 2)],
    [(3, 5), (5, 1)],
    [(4, 4), (4, 1)],
]


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    world = rng.choice(WORLDS)
    params = {
        "reports": rng.choice([400, 500, 600, 800]),
        "seen": [
            rng.choice([20, 24, 30, 36, 40]),
            rng.choice([8, 10, 12, 14]),
            rng.choice([4, 5, 6]),
            rng.choice([2, 3]),
        ],
        "frequent": rng.choice([6, 7, 8, 9]),
        "draws": rng.choice([2, 3]),
        "kinds": [kinds for kinds, _ in world],
        "percents": [5 * twentieths for _, twentieths in world],
        **rng.choice(SCENES),
    }
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction."""
    once, twice, reports = params["seen"][0], params["seen"][1], params["reports"]
    known = sum(params["seen"]) + params["frequent"]
    kept = sum(Fraction(count * (2**times - 1), 2**times) for times, count in _seen(params)) + params["frequent"]
    return {
        "new": Fraction(once, reports),
        "together": Fraction(2 * twice, reports),
        "single": Fraction(2 * twice, reports * once),
        "next": _sum(params, lambda p: p * (1 - p) ** params["draws"]),
        "shown": _sum(params, lambda p: p * (1 - p) ** (params["draws"] - 1)),
        "kept": kept,
        "brought": known - kept,
        "new_half": sum(Fraction(count * times, 2**times) for times, count in _seen(params)) * 2 / reports,
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    once, twice, reports, draws = params["seen"][0], params["seen"][1], params["reports"], params["draws"]
    right = answer(params)
    known = sum(params["seen"]) + params["frequent"]
    return {
        "counts are chances": {"new": Fraction(0), "together": Fraction(once, reports), "single": Fraction(1, reports)},
        "kinds for reports": {"new": Fraction(once, known), "together": Fraction(twice, known)},
        "one more of each": {"new": Fraction(1, reports + known + 1), "single": Fraction(2, reports + known + 1)},
        "one for the new": {"new": Fraction(1, reports + 1)},
        "kinds over reports": {"new": Fraction(known, reports)},
        "kinds seen twice, counted as one report": {
            "together": Fraction(twice, reports),
            "single": Fraction(twice, reports * once),
        },
        "one report too few": {"next": right["shown"]},
        "one report too many": {"shown": right["next"]},
        "how many kinds are missing": {"next": _sum(params, lambda p: (1 - p) ** draws)},
        "how many came once": {"shown": draws * right["shown"]},
        "half the kinds": {"kept": Fraction(known, 2), "brought": Fraction(known, 2)},
        "only those seen once can go": {"kept": known - Fraction(once, 2), "brought": Fraction(once, 2)},
        "none is lost": {"kept": Fraction(known)},
        "frequent ones forgotten": {"kept": right["kept"] - params["frequent"]},
        "the same share": {"new_half": right["new"]},
        "twice the share": {"new_half": 2 * right["new"]},
        "divided by the whole log": {"new_half": right["new_half"] / 2},
        "kinds that are lost": {"new_half": right["brought"] * 2 / reports},
    }


def _seen(params):
    return list(enumerate(params["seen"], 1))


def _sum(params, of_chance):
    pairs = zip(params["kinds"], params["percents"])
    return sum(kinds * of_chance(Fraction(percent, 100)) for kinds, percent in pairs)


def _fair(params):
    """Fewer were seen twice than once, and no mistake comes near a right value."""
    right = answer(params)
    fewer = 2 * params["seen"][1] < params["seen"][0] * Fraction(9, 10)
    return fewer and all(
        abs(right[key] - value) > abs(right[key]) / 40
        for wrong in misconceptions(params).values()
        for key, value in wrong.items()
    )
