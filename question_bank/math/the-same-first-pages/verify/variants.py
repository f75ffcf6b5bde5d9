# hiretool-canary-be9fc8f1-8d5a-4d2a-9ab0-8744f7c07b63
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction

SCENES = [
    {"firm": "A dealer in tractors", "book": "manual"},
    {"firm": "A chain of pharmacies", "book": "price list"},
    {"firm": "A railway", "book": "timetable"},
    {"firm": "A house of auctions", "book": "catalogue"},
    {"firm": "A builder of kitchens", "book": "parts list"},
]


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    params = {
        "rules": rng.choice([3000, 4000, 6000, 8000]),
        "own": rng.choice([400, 500, 600, 800]),
        "write": rng.choice([120, 125, 130, 150]),
        "read": rng.choice([10, 20, 25]),
        "minutes": rng.choice([4, 5, 6]),
        "chance": rng.choice([16, 20, 24, 30, 32, 36, 40]),
        "machines": rng.choice([4, 8]),
        "write_long": rng.choice([180, 200, 220]),
        "minutes_long": rng.choice([20, 30, 40]),
        "shares": rng.choice([[50, 30, 20], [60, 20, 20], [60, 30, 10], [50, 40, 10], [40, 40, 20], [70, 20, 10]]),
        **rng.choice(SCENES),
    }
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction; costs in tokens of the plain price."""
    write, read, long = (Fraction(params[name], 100) for name in ("write", "read", "write_long"))
    alone = Fraction(params["chance"], 100)
    hits, hits_lot = _hits(alone, params["minutes"]), _hits(alone / params["machines"], params["minutes"])
    shares = [Fraction(share, 100) for share in params["shares"]]
    return {
        "even": (write - 1) / (write - read),
        "hits": hits,
        "cost": _cost(params, hits, write),
        "hits_lot": hits_lot,
        "cost_lot": _cost(params, hits_lot, write),
        "cost_long": _cost(params, _hits(alone / params["machines"], params["minutes_long"]), long),
        "last_one": sum(share**2 for share in shares),
        "last_two": sum(
            one * (one + sum(two * one / (1 - two) for place, two in enumerate(shares) if place != own))
            for own, one in enumerate(shares)
        ),
        "fixed_two": shares[0] + shares[1],
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    right = answer(params)
    write, read = (Fraction(params[name], 100) for name in ("write", "read"))
    alone, minutes, machines = Fraction(params["chance"], 100), params["minutes"], params["machines"]
    rules, own, hits, lot = params["rules"], params["own"], right["hits"], right["hits_lot"]
    shares = [Fraction(share, 100) for share in params["shares"]]
    return {
        "a hit for free": {"even": (write - 1) / write, "cost": rules * (1 - hits) * write + own},
        "hits for each miss": {"even": (write - 1) / (1 - read)},
        "the two prices against each other": {"even": read / write},
        "chances of the minutes added": {"hits": alone * minutes, "hits_lot": alone * minutes / machines},
        "the newest minute only": {"hits": alone, "hits_lot": alone / machines},
        "one in every minute": {"hits": alone**minutes},
        "the chance of none": {"hits": 1 - hits, "hits_lot": 1 - lot},
        "writing at the plain price": {
            "cost": _cost(params, hits, 1),
            "cost_lot": _cost(params, lot, 1),
            "cost_long": _cost(params, _hits(alone / machines, params["minutes_long"]), 1),
        },
        "the question from the store as well": {"cost": (right["cost"] - own) * (rules + own) / rules},
        "the question forgotten": {name: right[name] - own for name in ("cost", "cost_lot", "cost_long")},
        "hits shared out among the machines": {
            "hits_lot": hits / machines,
            "cost_lot": _cost(params, hits / machines, write),
        },
        "each machine as the one before": {"hits_lot": hits, "cost_lot": right["cost"]},
        "the short price of writing": {
            "cost_long": _cost(params, _hits(alone / machines, params["minutes_long"]), write)
        },
        "the most asked one": {"last_one": max(shares)},
        "all asked alike": {"last_one": Fraction(1, 3), "last_two": Fraction(2, 3)},
        "one of the last two requests": {"last_two": 1 - sum(share * (1 - share) ** 2 for share in shares)},
        "the last two are the most asked": {"last_two": right["fixed_two"]},
        "twice the last one": {"last_two": 2 * right["last_one"]},
        "no better than the last two": {"fixed_two": right["last_two"]},
    }


def _hits(chance, minutes):
    return 1 - (1 - chance) ** minutes


def _cost(params, hits, write):
    return params["rules"] * (hits * Fraction(params["read"], 100) + (1 - hits) * write) + params["own"]


def _fair(params):
    """No mistake may come near a right value."""
    right = answer(params)
    return all(
        abs(right[key] - value) > abs(right[key]) / 40
        for wrong in misconceptions(params).values()
        for key, value in wrong.items()
    )
