# hiretool-canary-7ae0438f-dde3-4cfb-9fb8-e6acdf92f5bb
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction

SCENES = [
    {"firm": "A maker of jams", "text": "label", "words": ["ripe", "dark", "tart", "wild", "blue"]},
    {"firm": "A travel magazine", "text": "caption", "words": ["quiet", "steep", "white", "windy", "lost"]},
    {"firm": "A seed house", "text": "plant note", "words": ["hardy", "early", "sweet", "tall", "shy"]},
    {"firm": "A theatre", "text": "programme note", "words": ["bright", "cruel", "tender", "short", "odd"]},
    {"firm": "A toy shop", "text": "riddle", "words": ["round", "red", "heavy", "loud", "thin"]},
]


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    tickets = [root**2 for root in sorted(rng.sample(range(1, 10), 5), reverse=True)]
    params = {
        "tickets": tickets,
        "of": sum(tickets),
        "cut": rng.choice([70, 75, 80, 85, 90, 95]),
        "first": rng.choice([52, 55, 60, 64, 65, 70]),
        "ways": rng.choice([3, 4, 5]),
        "main": rng.choice([80, 90, 94]),
        "length": rng.choice([10, 20, 30]),
        **rng.choice(SCENES),
    }
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction."""
    chances, warm = _chances(params)
    first, ways, main = Fraction(params["first"], 100), params["ways"], Fraction(params["main"], 100)
    other = 1 - first
    few, more = _kept(chances, params["cut"]), _kept(warm, params["cut"])
    return {
        "low": chances[0] ** 2 / sum(chance**2 for chance in chances),
        "high": warm[0],
        "step_by_step": first / ways,
        "likeliest": other * main,
        "x_words": first**2 / (first**2 + other**2),
        "x_texts": first**2 / ways / (first**2 / ways + other**2 * (main**2 + (1 - main) ** 2 / 2)),
        "cut_first": warm[0] / sum(warm[:few]),
        "setting_first": warm[0] / sum(warm[:more]),
        "never": sum(chances[:few]) ** params["length"],
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    right = answer(params)
    chances, warm = _chances(params)
    first, ways, main = Fraction(params["first"], 100), params["ways"], Fraction(params["main"], 100)
    few, more = _kept(chances, params["cut"]), _kept(warm, params["cut"])
    inside = sum(chances[:few])
    return {
        "the setting the other way round": {"low": right["high"], "high": right["low"]},
        "squared and not brought to 1": {"low": chances[0] ** 2},
        "the setting changes nothing": {"low": chances[0], "high": chances[0]},
        "half-way to all alike": {"high": (chances[0] + Fraction(1, 5)) / 2},
        "the first word's chance": {"step_by_step": first, "likeliest": 1 - first},
        "the second word's chance": {"step_by_step": Fraction(1, ways), "likeliest": main},
        "the likeliest words make the likeliest text": {"likeliest": right["step_by_step"]},
        "as drawn without a setting": {"x_words": first, "x_texts": first},
        "words and texts alike": {"x_words": right["x_texts"], "x_texts": right["x_words"]},
        "texts counted": {"x_texts": Fraction(ways, ways + 3)},
        "cut and left at 1": {"cut_first": chances[0] / inside},
        "what was cut not shared out": {"cut_first": warm[0], "setting_first": warm[0]},
        "the order makes no difference": {"cut_first": right["setting_first"], "setting_first": right["cut_first"]},
        "one word too few kept": {
            "cut_first": warm[0] / sum(warm[: few - 1]),
            "setting_first": warm[0] / sum(warm[: more - 1]),
        },
        "one word only": {"never": inside},
        "at least one": {"never": 1 - right["never"]},
        "not all of them": {"never": 1 - (1 - inside) ** params["length"]},
        "as if each word were the likeliest": {"never": chances[0] ** params["length"]},
    }


def _chances(params):
    roots = [round(count**0.5) for count in params["tickets"]]
    return tuple([Fraction(weight, sum(weights)) for weight in weights] for weights in (params["tickets"], roots))


def _kept(chances, cut):
    """How many of the likeliest reach so many per cent together."""
    return next(count for count in range(1, 6) if 100 * sum(chances[:count]) >= cut)


def _fair(params):
    """The likeliest words miss the likeliest text, both orders keep other words, and no mistake comes near a right value."""
    chances, warm = _chances(params)
    few, more = _kept(chances, params["cut"]), _kept(warm, params["cut"])
    if (
        not 2 <= few < more <= 5
        or params["first"] * 10 >= params["ways"] * (100 - params["first"]) * params["main"] / 10
    ):
        return False
    right = answer(params)
    return (
        right["never"] > Fraction(1, 50)
        and 100 * right["x_texts"] < params["first"]
        and all(
            abs(right[key] - value) > abs(right[key]) / 40
            for wrong in misconceptions(params).values()
            for key, value in wrong.items()
        )
    )
