# hiretool-canary-dc1023c4-8aa9-414c-a6b1-6e2215eba66f
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction

SCENES = [
    {"firm": "A maker of hearing aids", "asked": "customers' questions"},
    {"firm": "A water company", "asked": "questions on bills"},
    {"firm": "A harbour museum", "asked": "visitors' questions"},
    {"firm": "A school book publisher", "asked": "teachers' questions"},
    {"firm": "A co-operative of growers", "asked": "members' questions"},
]


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    small = [rng.choice([25, 30, 35, 40]), rng.choice([50, 55, 60]), rng.choice([75, 80, 85]), rng.choice([93, 95, 97])]
    over = [rng.choice([2, 5, 10]), rng.choice([20, 25, 30, 35]), rng.choice([5, 8, 10, 12]), rng.choice([1, 2])]
    params = {
        "shares": rng.choice(
            [[10, 20, 30, 40], [15, 25, 30, 30], [20, 20, 25, 35], [20, 30, 20, 30], [25, 15, 20, 40]]
        ),
        "small": small,
        "large": [before + more for before, more in zip(small, over)],
        "price": rng.choice([6, 8, 10, 12, 15]),
        "worth": rng.choice([30, 40, 50, 60, 80, 100]),
        "plain": rng.choice([60, 70, 75, 80]),
        "plain_right": rng.choice([80, 85, 90]),
        "odd_right": rng.choice([10, 15, 20, 30]),
        "odd_wrong": rng.choice([50, 60, 65, 70]),
        **rng.choice(SCENES),
    }
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction."""
    shares, small, large = _bands(params)
    price, worth = params["price"], params["worth"]
    handed = shares[0] + shares[1]
    wins = [share * (worth * (better - right) - price) for share, right, better in zip(shares, small, large)]
    agree, right = _agree(params)
    return {
        "right_large": _sum(shares, large),
        "right_cut": _sum(shares, large[:2] + small[2:]),
        "cost_cut": 1 + handed * price,
        "most": 1 - Fraction(1, price),
        "gain_line": max(sum(wins[:count]) for count in range(5)),
        "gain_best": sum(win for win in wins if win > 0),
        "handed": 1 - agree,
        "right_agreed": right / agree,
        "cost_twice": 2 + (1 - agree) * price,
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    shares, small, large = _bands(params)
    right = answer(params)
    price, worth = params["price"], params["worth"]
    handed, cut, alone = shares[0] + shares[1], right["right_cut"], _sum(shares, small)
    plain, once, odd_once = (Fraction(params[name], 100) for name in ("plain", "plain_right", "odd_right"))
    mean = plain * once + (1 - plain) * odd_once
    agree, both = _agree(params)
    return {
        "bands all alike": {"right_large": sum(large) / 4, "right_cut": (sum(large[:2]) + sum(small[2:])) / 4},
        "what is handed on is right": {"right_cut": handed + _sum(shares[2:], small[2:])},
        "the small one alone": {"right_cut": alone},
        "handed on without the first try": {"cost_cut": 1 - handed + handed * price, "most": Fraction(1)},
        "the wrong part handed on": {"cost_cut": 1 + (1 - handed) * price},
        "all paid twice": {"cost_cut": Fraction(1 + price)},
        "prices set against each other": {"most": Fraction(1, price)},
        "worth without price": {
            "gain_line": worth * (cut - alone),
            "gain_best": worth * (right["right_large"] - alone),
        },
        "all that the large one does better": {
            "gain_line": worth * (right["right_large"] - alone) - price,
            "gain_best": worth * (right["right_large"] - alone) - price,
        },
        "the best band only, as if all lay there": {"gain_best": right["gain_best"] / shares[1]},
        "least sure first": {"gain_best": right["gain_line"]},
        "the ones that agree": {"handed": agree},
        "kinds mixed before the draws": {"handed": 1 - mean**2},
        "only right ones agree": {
            "handed": 1 - both,
            "right_agreed": Fraction(1),
            "cost_twice": 2 + (1 - both) * price,
        },
        "right as in one draw": {"right_agreed": mean},
        "right and agreed, of all": {"right_agreed": both},
        "one draw paid": {"cost_twice": 1 + (1 - agree) * price},
        "draws not paid if handed on": {"cost_twice": 2 * agree + (1 - agree) * price},
    }


def _bands(params):
    return tuple([Fraction(value, 100) for value in params[name]] for name in ("shares", "small", "large"))


def _sum(shares, rights):
    return sum(share * right for share, right in zip(shares, rights))


def _agree(params):
    """Chance that two draws agree, and that they agree and are right."""
    names = ("plain", "plain_right", "odd_right", "odd_wrong")
    plain, once, odd_once, wrong = (Fraction(params[name], 100) for name in names)
    both = plain * once**2 + (1 - plain) * odd_once**2
    return both + (1 - plain) * wrong**2, both


def _fair(params):
    """The band that gains is not the least sure one, and no mistake comes near a right value."""
    if params["odd_right"] + params["odd_wrong"] >= 100:
        return False
    right = answer(params)
    wins = [
        params["worth"] * (more - less) > 100 * params["price"] for less, more in zip(params["small"], params["large"])
    ]
    return (
        wins[1]
        and not wins[0]
        and not wins[3]
        and right["gain_line"] > 0
        and all(
            abs(right[key] - value) > abs(right[key]) / 45
            for wrong in misconceptions(params).values()
            for key, value in wrong.items()
        )
    )
