# hiretool-canary-c34b4b78-28ed-49c7-a7df-2421d53f71e3
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction
from math import comb

SCENES = [
    {"new": "summariser", "judged": "a pair of summaries", "people": "readers", "team": "A newspaper's team"},
    {
        "new": "translator",
        "judged": "a pair of translations",
        "people": "native speakers",
        "team": "A translation team",
    },
    {"new": "voice", "judged": "a pair of recordings", "people": "listeners", "team": "A team with a reading voice"},
    {"new": "chat assistant", "judged": "a pair of answers", "people": "advisers", "team": "A bank's team"},
    {"new": "image model", "judged": "a pair of pictures", "people": "designers", "team": "A design team"},
]


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    a, b, verdicts = rng.randint(2, 7), rng.randint(1, 5), rng.randint(3, 12)
    wins = rng.randint(2, verdicts)
    params = {
        "a": a,
        "b": b,
        "won": a - 1,
        "lost": b - 1,
        "drawn": a + b - 1,
        "verdicts": verdicts,
        "wins": wins,
        **rng.choice(SCENES),
    }
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction: wins and losses are added to the two numbers of the prior."""
    a, b, wins, losses = params["a"], params["b"], params["wins"], params["verdicts"] - params["wins"]
    total = a + b + wins + losses
    return {
        "mean": Fraction(a + wins, total),
        "weight": Fraction(a + b, total),
        "both": Fraction((a + wins) * (a + wins + 1), total * (total + 1)),
        "better_before": _above_half(a, b),
        "better_after": _above_half(a + wins, b + losses),
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    a, b, wins, verdicts = params["a"], params["b"], params["wins"], params["verdicts"]
    losses, right = verdicts - wins, answer(params)
    total = a + b + verdicts
    return {
        "takes the share of wins": {"mean": Fraction(wins, verdicts)},
        "averages prior mean and share of wins": {"mean": (Fraction(a, a + b) + Fraction(wins, verdicts)) / 2},
        "gives the likeliest rate": {"mean": Fraction(a + wins - 1, total - 2)},
        "starts from an even spread": {
            "mean": Fraction(1 + wins, 2 + verdicts),
            "better_after": _above_half(1 + wins, 1 + losses),
        },
        "gives the weight of the verdicts": {"weight": Fraction(verdicts, total)},
        "weighs prior against verdicts by their ratio": {"weight": Fraction(a + b, verdicts)},
        "squares the mean": {"both": right["mean"] ** 2},
        "draws two without putting back": {"both": Fraction((a + wins) * (a + wins - 1), total * (total - 1))},
        "takes the mean for the chance to be better": {
            "better_before": Fraction(a, a + b),
            "better_after": right["mean"],
        },
        "counts one number too many": {
            "better_before": Fraction(sum(comb(a + b, below) for below in range(a)), 2 ** (a + b)),
            "better_after": Fraction(sum(comb(total, below) for below in range(a + wins)), 2**total),
        },
        "lets one number too few lie below": {
            "better_after": Fraction(sum(comb(total - 1, below) for below in range(a + wins - 1)), 2 ** (total - 1))
        },
        "gives the chance to be worse": {"better_after": 1 - right["better_after"]},
        "takes one minus the chance of so many wins from a coin": {
            "better_after": 1 - Fraction(sum(comb(verdicts, more) for more in range(wins, verdicts + 1)), 2**verdicts)
        },
    }


def _above_half(a, b):
    """The a-th smallest of a + b - 1 even numbers lies above 1/2 if fewer than a of them lie below."""
    drawn = a + b - 1
    return Fraction(sum(comb(drawn, below) for below in range(a)), 2**drawn)


def _fair(params):
    """No mistake may land on a right value; a few wins must leave something open, and the prior must matter."""
    right = answer(params)
    # A decimal within 1 % counts as right.
    distinct = all(
        abs(right[key] - value) > abs(right[key]) / 100
        for wrong in misconceptions(params).values()
        for key, value in wrong.items()
    )
    small = params["a"] > params["b"] and 6 <= params["drawn"] + params["verdicts"] <= 15
    open_still = Fraction(3, 5) <= right["better_after"] <= Fraction(49, 50)
    return distinct and small and open_still and Fraction(1, 2) < right["better_before"] <= Fraction(19, 20)
