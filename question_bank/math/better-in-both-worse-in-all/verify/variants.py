# hiretool-canary-91f53147-0ef3-4c2b-88c2-f109b7d24bcb
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction

SCENES = [
    {"item": "letter", "new": "new draft writer", "old": "old templates", "good": "answered at once", "kind": "short"},
    {"item": "parcel", "new": "new router", "old": "old table", "good": "in time", "kind": "local"},
    {"item": "patient call", "new": "new triage model", "old": "nurse's list", "good": "well placed", "kind": "mild"},
    {"item": "repair", "new": "new parts finder", "old": "paper catalogue", "good": "done at once", "kind": "small"},
    {"item": "translation", "new": "new system", "old": "old system", "good": "taken unchanged", "kind": "plain"},
]


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    # Items by (kind, arm): easy ones went mostly to the old way, hard ones mostly to the new.
    easy_old, hard_new = rng.choice([300, 400, 600, 800]), rng.choice([300, 400, 600, 800])
    easy_new, hard_old = rng.choice([100, 200]), rng.choice([100, 200])
    easy, hard = rng.choice([80, 85, 90]), rng.choice([30, 40, 50])
    gain_easy, gain_hard = rng.choice([2, 4, 5, 6, 8]), rng.choice([4, 5, 6, 8, 10, 12])
    items = {"easy_new": easy_new, "easy_old": easy_old, "hard_new": hard_new, "hard_old": hard_old}
    percent = {"easy_new": easy + gain_easy, "easy_old": easy, "hard_new": hard + gain_hard, "hard_old": hard}
    params = {
        **items,
        **{f"good_{cell}": items[cell] * percent[cell] // 100 for cell in items},
        **rng.choice(SCENES),
    }
    whole = all(items[cell] * percent[cell] % 100 == 0 for cell in items)
    return params if whole and _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction, strata weighted."""
    share, easy, hard = _shares(params)
    gain_easy, gain_hard = (share[f"{kind}_new"] - share[f"{kind}_old"] for kind in ("easy", "hard"))
    new_worth = (easy + hard) ** 2 / sum(
        Fraction(size**2, params[f"{kind}_new"]) for kind, size in (("easy", easy), ("hard", hard))
    )
    return {
        "plain": _plain(params, "new") - _plain(params, "old"),
        "gain_easy": gain_easy,
        "gain_hard": gain_hard,
        "adjusted": (easy * gain_easy + hard * gain_hard) / (easy + hard),
        "weighted_new": (easy * share["easy_new"] + hard * share["hard_new"]) / (easy + hard),
        "for_treated": (params["easy_new"] * gain_easy + params["hard_new"] * gain_hard)
        / Fraction(params["easy_new"] + params["hard_new"]),
        "worth": new_worth,
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    right = answer(params)
    share, easy, hard = _shares(params)
    treated, untreated = (params[f"easy_{arm}"] + params[f"hard_{arm}"] for arm in ("new", "old"))
    gain_easy, gain_hard = right["gain_easy"], right["gain_hard"]
    chance = {"easy": Fraction(params["easy_new"], easy), "hard": Fraction(params["hard_new"], hard)}
    by_chance = {kind: params[f"{kind}_new"] * chance[kind] for kind in chance}
    return {
        "averages the shares of the kinds": {
            "plain": (share["easy_new"] + share["hard_new"] - share["easy_old"] - share["hard_old"]) / 2
        },
        "takes old minus new": {"plain": -right["plain"], "gain_easy": -gain_easy, "gain_hard": -gain_hard},
        "divides by all items of a kind": {
            "gain_easy": Fraction(params["good_easy_new"] - params["good_easy_old"], easy),
            "gain_hard": Fraction(params["good_hard_new"] - params["good_hard_old"], hard),
        },
        "takes the plain difference for the adjusted": {"adjusted": right["plain"]},
        "weights both kinds alike": {"adjusted": (gain_easy + gain_hard) / 2},
        "adds up the gains": {"adjusted": gain_easy + gain_hard},
        "adjusts to the items of the other way": {
            "for_treated": (params["easy_old"] * gain_easy + params["hard_old"] * gain_hard) / Fraction(untreated)
        },
        "takes the mix of all for the treated": {"for_treated": right["adjusted"]},
        "weights with the chance in place of one over it": {
            "weighted_new": sum(by_chance[kind] * share[f"{kind}_new"] for kind in chance) / sum(by_chance.values())
        },
        "takes the share as it stands": {"weighted_new": _plain(params, "new")},
        "divides the weighted sum by the items of the new way": {
            "weighted_new": right["weighted_new"] * (easy + hard) / treated
        },
        "counts the items of the new way": {"worth": Fraction(treated)},
        "counts all items": {"worth": Fraction(easy + hard)},
        "averages the weights before squaring each": {
            "worth": Fraction(easy + hard) / sum(1 / chance[kind] for kind in chance) * 2
        },
    }


def _shares(params):
    """Share of good ones by cell, and how many easy and hard items there are."""
    cells = [f"{kind}_{arm}" for kind in ("easy", "hard") for arm in ("new", "old")]
    easy, hard = (params[f"{kind}_new"] + params[f"{kind}_old"] for kind in ("easy", "hard"))
    return {cell: Fraction(params[f"good_{cell}"], params[cell]) for cell in cells}, easy, hard


def _plain(params, arm):
    good = params[f"good_easy_{arm}"] + params[f"good_hard_{arm}"]
    return Fraction(good, params[f"easy_{arm}"] + params[f"hard_{arm}"])


def _fair(params):
    """No mistake may come near a right value; the signs must turn, and the three mixes must differ."""
    right = answer(params)
    clear = all(
        abs(right[key] - value) > abs(right[key]) / 40
        for wrong in misconceptions(params).values()
        for key, value in wrong.items()
    )
    turns = right["plain"] <= -Fraction(1, 20) and right["gain_easy"] > 0 and right["gain_hard"] > 0
    return clear and turns and params["good_easy_new"] < params["easy_new"]
