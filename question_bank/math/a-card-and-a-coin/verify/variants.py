# hiretool-canary-1d508404-00a6-49bd-85a2-870cb1d1629d
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction

SCENES = [
    {"who": "employees", "firm": "A hospital", "ask": "pasted patient notes into a chat assistant"},
    {"who": "students", "firm": "A university", "ask": "had an essay written by a machine"},
    {"who": "drivers", "firm": "A haulier", "ask": "drove on after falling asleep"},
    {"who": "annotators", "firm": "A labelling firm", "ask": "let a model label for them"},
    {"who": "players", "firm": "A chess league", "ask": "looked at an engine during a game"},
]


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    truth_in, of = rng.choice([(1, 2), (1, 3), (2, 3), (3, 4), (1, 4), (2, 5), (3, 5)])
    people = rng.choice([300, 400, 600, 800, 1200])
    # Half of the others say yes by the coin; some more come from the truth.
    by_coin = people * (of - truth_in) // (2 * of)
    params = {
        "people": people,
        "truth_in": truth_in,
        "of": of,
        "yes": by_coin + people * truth_in * rng.choice([5, 8, 10, 15, 20, 25]) // (of * 100),
        **rng.choice(SCENES),
    }
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction; a straight answer with chance h, else a coin's."""
    straight, seen, people = _shares(params)
    coin = (1 - straight) / 2
    ratio = (straight + coin) / coin
    truth = (seen - coin) / straight
    return {
        "truth": truth,
        "given_yes": truth * (straight + coin) / seen,
        "variance": seen * (1 - seen) / (people * straight**2),
        "times": seen * (1 - seen) / (straight**2 * truth * (1 - truth)),
        "ratio": ratio,
        "ratio_five": ratio**5,
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    straight, seen, people = _shares(params)
    coin = (1 - straight) / 2
    right = answer(params)
    truth = right["truth"]
    return {
        "the share of yes": {"truth": seen},
        "over the straight part only": {"truth": seen / straight},
        "the coin's yes taken off only": {"truth": seen - coin},
        "all coin answers taken for yes": {"truth": (seen - (1 - straight)) / straight},
        "a yes is true if straight": {"given_yes": straight},
        "the truth itself": {"given_yes": truth},
        "the coin forgotten for those who did": {"given_yes": truth * straight / seen},
        "the luck of yes": {"variance": seen * (1 - seen) / people},
        "divided once": {"variance": seen * (1 - seen) / (people * straight)},
        "the luck of the truth": {"variance": truth * (1 - truth) / people, "times": Fraction(1)},
        "one over the straight part": {"times": 1 / straight},
        "one over its square": {"times": 1 / straight**2},
        "straight over coin": {"ratio": straight / coin},
        "straight over all of the coin": {"ratio": straight / (1 - straight)},
        "five times the ratio": {"ratio_five": 5 * right["ratio"]},
        "five questions as one": {"ratio_five": right["ratio"]},
    }


def _shares(params):
    return Fraction(params["truth_in"], params["of"]), Fraction(params["yes"], params["people"]), params["people"]


def _fair(params):
    """No mistake may come near a right value; the share must be a share."""
    right = answer(params)
    clear = all(
        abs(right[key] - value) > abs(right[key]) / 40
        for wrong in misconceptions(params).values()
        for key, value in wrong.items()
    )
    return clear and Fraction(2, 100) <= right["truth"] <= Fraction(4, 10)
