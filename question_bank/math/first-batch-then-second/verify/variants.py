# hiretool-canary-3290e5fa-8b0c-47d2-bcfe-7027b25662ad
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction
from math import comb

SCENES = [
    {"team": "A bakery", "newcomer": "recipe", "judge": "tasters"},
    {"team": "A speech team", "newcomer": "voice", "judge": "listeners"},
    {"team": "A translation desk", "newcomer": "system", "judge": "translators"},
    {"team": "A maker of headphones", "newcomer": "padding", "judge": "wearers"},
    {"team": "A team with a chat assistant", "newcomer": "version", "judge": "readers"},
]


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    first, second = rng.choice([4, 5, 6, 7]), rng.choice([4, 5, 6, 7])
    params = {
        "first": first,
        "second": second,
        "all": first + second,
        "bar_first": first - rng.choice([0, 1]),
        "bar_all": first + second - rng.choice([1, 2, 3]),
        "wins": (chance := rng.choice([(2, 3), (3, 4), (3, 5), (4, 5), (7, 10)]))[0],
        "of": chance[1],
        **rng.choice(SCENES),
    }
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction, by adding up tails."""
    half, better = Fraction(1, 2), Fraction(params["wins"], params["of"])
    return {
        "false_first": _tail(params["first"], params["bar_first"], half),
        "false_all": _tail(params["all"], params["bar_all"], half),
        "false_either": _either(params, half),
        "true_all": _tail(params["all"], params["bar_all"], better),
        "true_either": _either(params, better),
        "verdicts": params["all"] - params["second"] * _tail(params["first"], params["bar_first"], better),
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    right = answer(params)
    half, better = Fraction(1, 2), Fraction(params["wins"], params["of"])
    first, last = right["false_first"], right["false_all"]
    true_first = _tail(params["first"], params["bar_first"], better)
    return {
        "the chance of the bar alone, not of the bar or more": {
            "false_all": comb(params["all"], params["bar_all"]) * half ** params["all"]
        },
        "one order of the wins counted": {"false_all": half ** params["all"]},
        "strictly more than the bar": {"false_all": _tail(params["all"], params["bar_all"] + 1, half)},
        "the two chances added": {"false_either": first + last},
        "the two looks taken for independent": {"false_either": 1 - (1 - first) * (1 - last)},
        "the last look only": {"false_either": last},
        "the bar of all applied to the second batch": {
            "false_either": first + (1 - first) * _tail(params["second"], params["bar_all"] - params["bar_first"], half)
        },
        "no gain from a first look": {"true_either": right["true_all"]},
        "the two chances added, for a better newcomer": {"true_either": true_first + right["true_all"]},
        "one minus the false calls": {"true_all": 1 - last, "true_either": 1 - right["false_either"]},
        "the chance of an idle newcomer for when it ends": {"verdicts": params["all"] - params["second"] * first},
        "first and second swapped in the mean": {"verdicts": params["first"] + params["second"] * true_first},
        "all verdicts always given": {"verdicts": Fraction(params["all"])},
    }


def _tail(tries, bar, chance):
    """Chance of so many wins or more."""
    return sum(comb(tries, wins) * chance**wins * (1 - chance) ** (tries - wins) for wins in range(bar, tries + 1))


def _either(params, chance):
    """A call at the first look, or none there and one at the second."""
    first, second = params["first"], params["second"]
    late = sum(
        comb(first, wins)
        * chance**wins
        * (1 - chance) ** (first - wins)
        * _tail(second, max(params["bar_all"] - wins, 0), chance)
        for wins in range(params["bar_first"])
    )
    return _tail(first, params["bar_first"], chance) + late


def _fair(params):
    """No mistake may come near a right value, and the false calls must be of a size that somebody would accept."""
    right = answer(params)
    clear = all(
        abs(right[key] - value) > abs(right[key]) / 40
        for wrong in misconceptions(params).values()
        for key, value in wrong.items()
    )
    sizes = Fraction(1, 100) <= right["false_all"] <= Fraction(12, 100) and right["false_first"] <= Fraction(13, 100)
    return clear and sizes and params["bar_all"] > params["bar_first"] + 1
