# hiretool-canary-91f53147-0ef3-4c2b-88c2-f109b7d24bcb
"""The same values item by item: each gets its weight or a partner of its kind. No cell is averaged by formula."""

from fractions import Fraction
from math import lcm

import numpy as np


def _items(params):
    """(kind, arm, good) of every item."""
    return [
        (kind, arm, place < params[f"good_{kind}_{arm}"])
        for kind in ("easy", "hard")
        for arm in ("new", "old")
        for place in range(params[f"{kind}_{arm}"])
    ]


def _share(items, **wanted):
    found = [good for kind, arm, good in items if (kind, arm) == (wanted.get("kind", kind), wanted.get("arm", arm))]
    return Fraction(sum(found), len(found))


def _weights(items, arm):
    """Items of one arm as (copies, good): each stands for so many of all items of its kind."""
    of_kind = {kind: sum(other == kind for other, _, _ in items) for kind in ("easy", "hard")}
    in_arm = {kind: sum((other, own) == (kind, arm) for other, own, _ in items) for kind in ("easy", "hard")}
    return [(Fraction(of_kind[kind], in_arm[kind]), good) for kind, own, good in items if own == arm]


def _weighted(items, arm):
    weights = _weights(items, arm)
    return sum(weight for weight, good in weights if good) / sum(weight for weight, _ in weights)


def _matched(items):
    """Mean over items of the new way of its outcome minus that of partners of its kind, each used as often as due."""
    partners = {
        kind: [good for other, arm, good in items if (other, arm) == (kind, "old")] for kind in ("easy", "hard")
    }
    every = lcm(*(len(found) for found in partners.values()))
    total = 0
    treated = [(kind, good) for kind, arm, good in items if arm == "new"]
    good_in_row = {kind: sum(found) * (every // len(found)) for kind, found in partners.items()}
    for kind, good in treated:
        total += every * good - good_in_row[kind]
    return Fraction(total, every * len(treated))


def answer(params):
    """Values from the list of items."""
    items = _items(params)
    weights = [weight for weight, _ in _weights(items, "new")]
    return {
        "plain": _share(items, arm="new") - _share(items, arm="old"),
        "gain_easy": _share(items, arm="new", kind="easy") - _share(items, arm="old", kind="easy"),
        "gain_hard": _share(items, arm="new", kind="hard") - _share(items, arm="old", kind="hard"),
        "adjusted": _weighted(items, "new") - _weighted(items, "old"),
        "weighted_new": _weighted(items, "new"),
        "for_treated": _matched(items),
        "worth": sum(weights) ** 2 / sum(weight**2 for weight in weights),
    }


def drawn(params, seed, items=200_000):
    """A trial by lot on items of the table's mix and shares, and what its weighted mean varies by."""
    rng = np.random.default_rng(seed)
    sizes = np.array([params["easy_new"] + params["easy_old"], params["hard_new"] + params["hard_old"]])
    share = {
        arm: np.array([params[f"good_{kind}_{arm}"] / params[f"{kind}_{arm}"] for kind in ("easy", "hard")])
        for arm in ("new", "old")
    }
    kind = rng.choice(2, size=items, p=sizes / sizes.sum())
    by_lot = rng.random(items) < 0.5
    good = rng.random(items) < np.where(by_lot, share["new"][kind], share["old"][kind])
    new, old = good[by_lot], good[~by_lot]
    treated = rng.choice(
        2, size=items, p=np.array([params["easy_new"], params["hard_new"]]) / (params["easy_new"] + params["hard_new"])
    )
    pair = (rng.random(items) < share["new"][treated]) * 1.0 - (rng.random(items) < share["old"][treated])
    return {
        "adjusted": (new.mean() - old.mean(), np.sqrt(new.var() / len(new) + old.var() / len(old))),
        "weighted_new": (new.mean(), new.std() / np.sqrt(len(new))),
        "for_treated": (pair.mean(), pair.std() / np.sqrt(items)),
    }
