# hiretool-canary-8bd7b089-cc7b-4423-b698-9b466375da6b
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction

SCENES = [
    {"judges": "editors", "things": "summaries", "names": ["Plain", "Brief", "Lively"]},
    {"judges": "nurses", "things": "handover notes", "names": ["Listed", "Told", "Mixed"]},
    {"judges": "teachers", "things": "explanations", "names": ["Stepwise", "Pictured", "Short"]},
    {"judges": "shop staff", "things": "replies to complaints", "names": ["Warm", "Exact", "Formal"]},
    {"judges": "guides", "things": "descriptions of walks", "names": ["Map", "Story", "List"]},
]
ODDS = [Fraction(3, 2), Fraction(2), Fraction(3), Fraction(4), Fraction(7, 3)]


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    scene = rng.choice(SCENES)
    odds = [rng.choice(ODDS), rng.choice(ODDS)]
    pairs = [10 * rng.randint(3, 12) for _ in range(2)] + [10 * rng.randint(2, 8)]
    wins = [int(count * ratio / (1 + ratio)) for count, ratio in zip(pairs, odds, strict=False)]
    expected = pairs[2] * odds[0] * odds[1] / (1 + odds[0] * odds[1])
    params = {"pairs": pairs, "wins": [*wins, int(expected) - rng.randint(2, 6)], **scene}
    exact = all(
        Fraction(won, count) == ratio / (1 + ratio) for won, count, ratio in zip(wins, pairs, odds, strict=False)
    )
    return params if exact and _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction."""
    odds = _odds(params, 0) * _odds(params, 1)
    chance = odds / (1 + odds)
    spread = _variance(params, 0) + _variance(params, 1)
    return {
        "odds": odds,
        "chance": chance,
        "expected": params["pairs"][2] * chance,
        "slope": params["pairs"][2] * chance - params["wins"][2],
        "spread": spread,
        "direct": 1 / (spread * chance * (1 - chance)),
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    right = answer(params)
    first, second = _odds(params, 0), _odds(params, 1)
    one, two = first / (1 + first), second / (1 + second)
    pairs, spread = params["pairs"], right["spread"]
    return {
        "adds the odds": {"odds": first + second},
        "averages the odds": {"odds": (first + second) / 2},
        "takes the first link for the chain": {"odds": first, "chance": one},
        "multiplies the chances": {"chance": one * two, "expected": pairs[2] * one * two},
        "averages the chances": {"chance": (one + two) / 2, "expected": pairs[2] * (one + two) / 2},
        "takes odds for a chance": {"chance": 1 / right["odds"]},
        "expects half": {"expected": Fraction(pairs[2], 2)},
        "takes seen less expected": {"slope": -right["slope"]},
        "takes shares for counts": {"slope": right["slope"] / pairs[2]},
        "lets the first pairs pull as well": {"slope": right["slope"] + pairs[0] * one - params["wins"][0] / 2},
        "lets what was seen pull": {"slope": Fraction(-params["wins"][2])},
        "takes the larger variance": {"spread": max(_variance(params, 0), _variance(params, 1))},
        "averages the variances": {"spread": spread / 2},
        "takes a quarter for every pair": {"spread": Fraction(4, pairs[0]) + Fraction(4, pairs[1])},
        "forgets one minus the chance": {"spread": 1 / (pairs[0] * one) + 1 / (pairs[1] * two)},
        "takes as many as in the chain": {"direct": Fraction(pairs[0] + pairs[1])},
        "takes even chances for the direct ones": {"direct": 4 / spread},
        "takes the shorter link": {"direct": Fraction(min(pairs[:2]))},
    }


def _odds(params, link):
    return Fraction(params["wins"][link], params["pairs"][link] - params["wins"][link])


def _variance(params, link):
    """One over n p (1 - p)."""
    won, count = params["wins"][link], params["pairs"][link]
    return Fraction(count, won * (count - won))


def _fair(params):
    """No mistake may come near a right value."""
    right = answer(params)
    clear = all(
        abs(right[key] - value) > abs(right[key]) / 40
        for wrong in misconceptions(params).values()
        for key, value in wrong.items()
    )
    return clear and params["wins"][2] > params["pairs"][2] / 2 and right["slope"] >= 1
