# hiretool-canary-4460d8ae-fdbf-4ecf-8ed4-57002908f5b2
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction

SCENES = [
    {"who": "editors", "item": "letter", "mark": "insulting"},
    {"who": "inspectors", "item": "weld", "mark": "cracked"},
    {"who": "foresters", "item": "treetop", "mark": "infested"},
    {"who": "clerks", "item": "claim", "mark": "urgent"},
    {"who": "archivists", "item": "scan", "mark": "illegible"},
]


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    first, second = rng.sample([8, 10, 12, 16, 20, 24, 30], 2)
    params = {
        "both": rng.choice([20, 24, 30, 36, 40, 50]),
        "first_only": first,
        "second_only": second,
        "found": rng.choice([70, 75, 80, 85, 90]),
        "alarm": rng.choice([2, 4, 5, 8, 10]),
        "rare": rng.choice([2, 4, 5, 8]),
        **rng.choice(SCENES),
    }
    params["neither"] = 200 - params["both"] - first - second
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction."""
    both, first, second = _ticks(params)
    agree, chance = 1 - first - second + 2 * both, first * second + (1 - first) * (1 - second)
    rare = Fraction(params["rare"], 100)
    found, alarm = _reader(params)
    return {
        "agree": agree,
        "chance": chance,
        "corrected": (agree - chance) / (1 - chance),
        "ceiling": (1 - abs(first - second) - chance) / (1 - chance),
        "also": 2 * both / (first + second),
        "half": _expected(params, Fraction(1, 2)),
        "few": _expected(params, rare),
        "sure": rare * found**2 / (rare * found**2 + (1 - rare) * alarm**2),
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    both, first, second = _ticks(params)
    right = answer(params)
    agree, chance = right["agree"], right["chance"]
    rare = Fraction(params["rare"], 100)
    found, alarm = _reader(params)
    ticked = rare * found + (1 - rare) * alarm
    return {
        "ticked by both only": {"agree": both, "also": both},
        "a coin each": {"chance": Fraction(1, 2), "corrected": 2 * agree - 1},
        "ticks by lot only": {"chance": first * second},
        "both blank by lot only": {"chance": (1 - first) * (1 - second)},
        "not scaled": {"corrected": agree - chance},
        "scaled by the chance": {"corrected": (agree - chance) / chance},
        "the share of agreement": {"corrected": agree},
        "one can always be reached": {"ceiling": Fraction(1)},
        "the largest agreement": {"ceiling": 1 - abs(first - second)},
        "the fewer ticks over the more": {"ceiling": min(first, second) / max(first, second)},
        "of those that anybody ticked": {"also": both / (first + second - both)},
        "the first one's ticks": {"also": both / first},
        "the second one's ticks": {"also": both / second},
        "agreement for the corrected figure": {
            "half": _agreement(params, Fraction(1, 2)),
            "few": _agreement(params, rare),
        },
        "the mix does not matter": {"few": right["half"]},
        "found less wrongly ticked": {"half": found - alarm, "few": found - alarm},
        "both find it": {"half": found**2, "sure": found**2},
        "what the first alone tells": {"sure": rare * found / ticked},
        "found for what a tick means": {"sure": found},
    }


def _ticks(params):
    both = Fraction(params["both"], 200)
    return both, both + Fraction(params["first_only"], 200), both + Fraction(params["second_only"], 200)


def _reader(params):
    return Fraction(params["found"], 100), Fraction(params["alarm"], 100)


def _expected(params, share):
    """Covariance of two readers through the truth, over the variance of one."""
    found, alarm = _reader(params)
    ticked = share * found + (1 - share) * alarm
    return share * (1 - share) * (found - alarm) ** 2 / (ticked * (1 - ticked))


def _agreement(params, share):
    found, alarm = _reader(params)
    return share * (found**2 + (1 - found) ** 2) + (1 - share) * (alarm**2 + (1 - alarm) ** 2)


def _fair(params):
    """Agreement rises where the corrected figure falls, and no mistake comes near a right value."""
    right = answer(params)
    rare = Fraction(params["rare"], 100)
    opposed = _agreement(params, rare) > _agreement(params, Fraction(1, 2)) + Fraction(1, 50)
    return (
        opposed
        and right["few"] < right["half"] * Fraction(3, 4)
        and all(
            abs(right[key] - value) > abs(right[key]) / 40
            for wrong in misconceptions(params).values()
            for key, value in wrong.items()
        )
    )
