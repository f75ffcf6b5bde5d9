# hiretool-canary-69f4be40-a914-415c-9658-b0395d9336e3
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction

SCENES = [
    {"firm": "a ferry line", "event": "a crossing is called off"},
    {"firm": "an ice rink", "event": "the hall is full"},
    {"firm": "a vineyard", "event": "it rains"},
    {"firm": "a power company", "event": "the reserve is called on"},
    {"firm": "a mountain road office", "event": "the pass is closed"},
]


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    rare, other = rng.choice([(2, "0.018"), (2, "0.017"), (4, "0.036"), (4, "0.034"), (5, "0.045"), (5, "0.043")])
    params = {
        "chances": [rng.choice([10, 15, 20]), rng.choice([35, 40, 45]), rng.choice([70, 75, 80])],
        "days": rng.choice([[100, 60, 40], [80, 80, 40], [120, 40, 40], [60, 100, 40], [100, 40, 60], [140, 40, 20]]),
        "shares": [rng.choice([5, 10]), rng.choice([25, 30, 35]), rng.choice([60, 65])],
        "rare": rare,
        "other": other,
        **rng.choice(SCENES),
    }
    params["came"] = [days * share // 100 for days, share in zip(params["days"], params["shares"])]
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction."""
    rows, total, overall = _rows(params)
    flat, rare = overall * (1 - overall), Fraction(params["rare"], 100)
    off = sum(days * (chance - share) ** 2 for chance, days, share in rows) / total
    told = sum(days * (share - overall) ** 2 for _, days, share in rows) / total
    return {
        "miss": flat - told + off,
        "flat": flat,
        "excess": off,
        "told": told,
        "luck": sum(chance * (1 - chance) for chance, _, _ in rows) / total,
        "saved": (told - off) / flat,
        "other_saved": 1 - Fraction(params["other"]) / (rare * (1 - rare)),
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    rows, total, overall = _rows(params)
    right = answer(params)
    shown = sum(days * chance for chance, days, _ in rows) / total
    plain = sum(share for _, _, share in rows) / 3
    other = Fraction(params["other"])
    return {
        "distances in place of squares": {
            "miss": sum(days * (share * (1 - chance) + (1 - share) * chance) for chance, days, share in rows) / total,
            "excess": sum(days * abs(chance - share) for chance, days, share in rows) / total,
        },
        "days that came only": {"miss": sum(days * share * (1 - chance) ** 2 for chance, days, share in rows) / total},
        "the luck of the shares shown": {"miss": sum(days * share * (1 - share) for _, days, share in rows) / total},
        "shares in place of days": {"miss": right["excess"]},
        "three kinds counted alike": {
            "flat": plain * (1 - plain),
            "excess": sum((chance - share) ** 2 for chance, _, share in rows) / 3,
            "told": sum((share - plain) ** 2 for _, _, share in rows) / 3,
        },
        "one half for the one number": {"flat": Fraction(1, 4)},
        "the squared share": {"flat": overall**2},
        "the distance of the two means": {"excess": (shown - overall) ** 2},
        "the numbers shown for the shares": {
            "told": sum(days * (chance - shown) ** 2 for chance, days, _ in rows) / total
        },
        "the whole fall": {"told": right["told"] - right["excess"]},
        "no loss by luck": {"luck": Fraction(0)},
        "the luck of one day": {"luck": sum(days * chance * (1 - chance) for chance, days, _ in rows) / total},
        "one kind of day": {"luck": right["flat"] / total},
        "divided by the days of one kind": {"luck": sum(chance * (1 - chance) / days for chance, days, _ in rows)},
        "what is left for what was saved": {
            "saved": right["miss"] / right["flat"],
            "other_saved": 1 - right["other_saved"],
        },
        "one less the miss": {"saved": 1 - right["miss"], "other_saved": 1 - other},
        "only the telling apart": {"saved": right["told"] / right["flat"]},
        "measured by the wrong place": {"other_saved": 1 - other / right["flat"]},
    }


def _rows(params):
    rows = [
        (Fraction(chance, 100), days, Fraction(came, days))
        for chance, days, came in zip(params["chances"], params["days"], params["came"])
    ]
    return rows, sum(params["days"]), Fraction(sum(params["came"]), sum(params["days"]))


def _fair(params):
    """The place with few has the smaller miss and saves less, and no mistake comes near a right value."""
    right = answer(params)
    good = right["saved"] > right["other_saved"] + Fraction(1, 20) and right["excess"] > right["luck"]
    return good and all(
        abs(right[key] - value) > abs(right[key]) / 40
        for wrong in misconceptions(params).values()
        for key, value in wrong.items()
    )
