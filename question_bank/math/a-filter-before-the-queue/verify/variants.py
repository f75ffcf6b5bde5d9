# hiretool-canary-baa8c366-b732-4cf6-8638-676961c56110
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction

SCENES = [
    {"item": "claim", "bad": "false", "good": "honest", "reader": "adjuster", "rule": "claims below the excess"},
    {
        "item": "listing",
        "bad": "forbidden",
        "good": "allowed",
        "reader": "moderator",
        "rule": "listings of old sellers",
    },
    {
        "item": "scan",
        "bad": "suspicious",
        "good": "harmless",
        "reader": "radiologist",
        "rule": "scans without any shadow",
    },
    {
        "item": "invoice",
        "bad": "double",
        "good": "single",
        "reader": "bookkeeper",
        "rule": "invoices with a new number",
    },
    {
        "item": "message",
        "bad": "urgent",
        "good": "ordinary",
        "reader": "nurse",
        "rule": "messages that only say thanks",
    },
]
WEIGHTS_BAD, WEIGHTS_GOOD = (1, 2, 3, 5, 7), (6, 5, 4, 2, 1)


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    params = {
        "bad_at": _spread(rng, rng.choice([10, 16, 20]), WEIGHTS_BAD),
        "good_at": _spread(rng, rng.choice([25, 40, 50]), WEIGHTS_GOOD),
        **rng.choice(SCENES),
    }
    at_one = params["good_at"][0]
    if at_one < 6 or min(params["good_at"]) < 1 or min(params["bad_at"][1:]) < 1:
        return None
    params["dropped"] = rng.randint(at_one // 2, at_one - 1)
    params["bads"], params["goods"] = sum(params["bad_at"]), sum(params["good_at"])
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction, from the counts at each score."""
    bad_at, good_at = params["bad_at"], params["good_at"]
    bads, goods = sum(bad_at), sum(good_at)
    won, tied = _pairs(bad_at, good_at)
    left_at = [good_at[0] - params["dropped"], *good_at[1:]]
    won_after, tied_after = _pairs(bad_at, left_at)
    return {
        "auc": (won + Fraction(tied, 2)) / (bads * goods),
        "rank_sum": bads * Fraction(bads + 1, 2) + won + Fraction(tied, 2),
        "auc_bad_last": Fraction(won + tied, bads * goods),
        "auc_bad_first": Fraction(won, bads * goods),
        "auc_after": (won_after + Fraction(tied_after, 2)) / (bads * sum(left_at)),
        "bad_at_top": Fraction(bad_at[4], bad_at[4] + good_at[4]),
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    bad_at, good_at = params["bad_at"], params["good_at"]
    bads, goods, dropped = sum(bad_at), sum(good_at), params["dropped"]
    won, tied = _pairs(bad_at, good_at)
    right = answer(params)
    everyone = bads + goods
    return {
        "counts a tie as won": {"auc": right["auc_bad_last"]},
        "counts a tie as lost": {"auc": right["auc_bad_first"]},
        "leaves ties out": {"auc": Fraction(won, bads * goods - tied)},
        "takes pairs of any two": {"auc": (won + Fraction(tied, 2)) / Fraction(everyone * (everyone - 1), 2)},
        "gives rank 1 to the highest score": {"rank_sum": bads * (everyone + 1) - right["rank_sum"]},
        "gives each tied row the lowest of the places": {"rank_sum": _lowest_ranks(bad_at, good_at)},
        "takes the sum of places for the pairs won": {
            "auc_bad_last": right["auc_bad_last"] + Fraction(bads + 1, 2 * goods)
        },
        "has the file's order the other way round": {
            "auc_bad_last": right["auc_bad_first"],
            "auc_bad_first": right["auc_bad_last"],
        },
        "thinks that an order within ties cannot matter": {"auc_bad_last": right["auc"], "auc_bad_first": right["auc"]},
        "thinks that rows far from the top cannot matter": {"auc_after": right["auc"]},
        "takes the dropped rows out below the line only": {
            "auc_after": (won + Fraction(tied, 2)) / (bads * (goods - dropped))
        },
        "takes the dropped rows out above the line only": {
            "auc_after": right["auc_after"] * Fraction(goods - dropped, goods)
        },
        "gives the share of the bad that is found": {"bad_at_top": Fraction(bad_at[4], bads)},
        "gives the odds": {"bad_at_top": Fraction(bad_at[4], good_at[4])},
    }


def _spread(rng, total, weights):
    at = [0] * len(weights)
    for score in rng.choices(range(len(weights)), weights, k=total):
        at[score] += 1
    return at


def _pairs(bad_at, good_at):
    """Pairs of one bad and one good in which the bad has the higher score, and those with equal scores."""
    won = sum(bad * sum(good_at[:score]) for score, bad in enumerate(bad_at))
    tied = sum(bad * good for bad, good in zip(bad_at, good_at, strict=True))
    return won, tied


def _lowest_ranks(bad_at, good_at):
    below, total = 0, 0
    for bad, good in zip(bad_at, good_at, strict=True):
        total += bad * (below + 1)
        below += bad + good
    return Fraction(total)


def _fair(params):
    """No mistake may land on a right value, the score must be of use, and the filter must be felt."""
    right = answer(params)
    distinct = all(right[key] != value for wrong in misconceptions(params).values() for key, value in wrong.items())
    of_use = Fraction(7, 10) <= right["auc"] <= Fraction(9, 10) and right["bad_at_top"] >= Fraction(1, 2)
    return distinct and of_use and right["auc"] - right["auc_after"] >= Fraction(1, 25)
