# hiretool-canary-dc1023c4-8aa9-414c-a6b1-6e2215eba66f
"""The same values from ten thousand requests in a ledger, from all sixteen plans, and from pairs of draws.

No gain of a band is worked out: each plan's ledger is added up whole. Two answers agree if two tickets have one name.
"""

from collections import Counter
from fractions import Fraction
from itertools import product

import numpy as np


def _ledger(params, plan):
    """(right ones, price) of ten thousand requests, if the bands of *plan* are handed on after the small one's try."""
    right, price = 0, 0
    for band, (share, small, large) in enumerate(zip(params["shares"], params["small"], params["large"])):
        right += share * (large if band in plan else small)
        price += 100 * share + (100 * share * params["price"] if band in plan else 0)
    return right, price


def _net(params, plan):
    right, price = _ledger(params, plan)
    return Fraction(params["worth"] * right - price, 10_000)


def _draws(params):
    """What pairs of draws do, of a hundred requests by a hundred tickets by a hundred."""
    found = Counter()
    kinds = [(params["plain"], {"right": params["plain_right"]})]
    kinds.append((100 - params["plain"], {"right": params["odd_right"], "wrong": params["odd_wrong"]}))
    for count, names in kinds:
        lone = 100 - sum(names.values())
        tickets = [*names.items(), *((f"alone {place}", 1) for place in range(lone))]
        for (first, many), (second, more) in product(tickets, repeat=2):
            same = first == second and not first.startswith("alone")
            found[first if same else "handed"] += count * many * more
    return found


def answer(params):
    """Values from ledgers and tickets."""
    everything = _ledger(params, range(4))
    cut = _ledger(params, (0, 1))
    plans = [[band for band in range(4) if bits[band]] for bits in product((0, 1), repeat=4)]
    # The price is a line in what is handed on: where does it meet the large one's alone?
    none, all_ = (_ledger(params, plan)[1] for plan in ((), range(4)))
    draws = _draws(params)
    asked, agreed = sum(draws.values()), draws["right"] + draws["wrong"]
    return {
        "right_large": Fraction(everything[0], 10_000),
        "right_cut": Fraction(cut[0], 10_000),
        "cost_cut": Fraction(cut[1], 10_000),
        "most": Fraction(10_000 * params["price"] - none, all_ - none),
        "gain_line": max(_net(params, range(count)) for count in range(5)) - _net(params, ()),
        "gain_best": max(_net(params, plan) for plan in plans) - _net(params, ()),
        "handed": Fraction(draws["handed"], asked),
        "right_agreed": Fraction(draws["right"], agreed),
        "cost_twice": Fraction(asked + asked + draws["handed"] * params["price"], asked),
    }


def drawn(params, seed, requests=200_000):
    """Requests that are asked twice; an answer of its own never comes again."""
    rng = np.random.default_rng(seed)
    plain = rng.random(requests) < params["plain"] / 100
    first, second = (rng.random(requests) for _ in range(2))
    right = np.where(plain, params["plain_right"], params["odd_right"]) / 100
    wrong = np.where(plain, 0, params["odd_wrong"]) / 100
    both, same = (first < right) & (second < right), np.ones(requests, bool)
    for draw in (first, second):
        same &= (draw >= right) & (draw < right + wrong)
    agreed = both | same
    values = {"handed": ((~agreed).mean(), requests), "right_agreed": (both[agreed].mean(), agreed.sum())}
    return {key: (share, (share * (1 - share) / count) ** 0.5) for key, (share, count) in values.items()}
