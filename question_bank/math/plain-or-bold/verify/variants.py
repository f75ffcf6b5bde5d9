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
    chances, warm = _chances({"tickets": tickets})
    cuts = [cut for cut in (70, 75, 80, 85, 90, 95) if 2 <= _kept(chances, cut) < _kept(warm, cut) < 5]
    params = {
        "tickets": tickets,
        "of": sum(tickets),
        "cut": rng.choice(cuts or [0]),
        "leading": rng.choice([50, 55, 60, 65, 70]),
        "draws": rng.choice([4, 5, 6, 8, 10]),
        "length": rng.choice([5, 8, 10, 12]),
        **rng.choice(SCENES),
    }
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction."""
    chances, warm = _chances(params)
    cool = [chance**2 / sum(other**2 for other in chances) for chance in chances]
    few, more = _kept(chances, params["cut"]), _kept(warm, params["cut"])
    return {
        "low": cool[0],
        "high": warm[0],
        "one_low": _done(params, cool, 1),
        "one_high": _done(params, warm, 1),
        "some_low": _done(params, cool, params["draws"]),
        "some_high": _done(params, warm, params["draws"]),
        "cut_first": warm[0] / sum(warm[:few]),
        "setting_first": warm[0] / sum(warm[:more]),
        "never": sum(chances[:few]) ** params["length"],
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    right = answer(params)
    chances, warm = _chances(params)
    few, more = _kept(chances, params["cut"]), _kept(warm, params["cut"])
    inside, draws = sum(chances[:few]), params["draws"]
    low, high, one_low, one_high = (right[name] for name in ("low", "high", "one_low", "one_high"))
    return {
        "the setting the other way round": {
            "low": high,
            "high": low,
            "one_low": one_high,
            "one_high": one_low,
            "some_low": right["some_high"],
            "some_high": right["some_low"],
        },
        "squared and not brought to 1": {"low": chances[0] ** 2},
        "the setting changes nothing": {"low": chances[0], "high": chances[0]},
        "only tasks where the first word is right": {"one_low": low, "one_high": high},
        "as if the rest could not be done": {
            "some_low": (1 - (1 - low) ** draws) * params["leading"] / 100,
            "some_high": (1 - (1 - high) ** draws) * params["leading"] / 100,
        },
        "tasks mixed before the draws": {
            "some_low": 1 - (1 - one_low) ** draws,
            "some_high": 1 - (1 - one_high) ** draws,
        },
        "one draw in place of several": {"some_low": one_low, "some_high": one_high},
        "all draws right": {"some_low": one_low**draws, "some_high": one_high**draws},
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


def _done(params, chances, draws):
    """Share of tasks with at least one right draw; the first word is right, or else the third."""
    leading = Fraction(params["leading"], 100)
    return leading * (1 - (1 - chances[0]) ** draws) + (1 - leading) * (1 - (1 - chances[2]) ** draws)


def _chances(params):
    roots = [round(count**0.5) for count in params["tickets"]]
    return tuple([Fraction(weight, sum(weights)) for weight in weights] for weights in (params["tickets"], roots))


def _kept(chances, cut):
    """How many of the likeliest reach so many per cent together."""
    return next(count for count in range(1, 6) if 100 * sum(chances[:count]) >= cut)


def _fair(params):
    """A low setting is better for one draw and worse for several, and no mistake comes near a right value."""
    if not params["cut"]:
        return False
    right = answer(params)
    if right["one_low"] <= right["one_high"] or right["some_low"] >= right["some_high"]:
        return False
    return right["never"] > Fraction(1, 50) and all(
        abs(right[key] - value) > abs(right[key]) / 40
        for wrong in misconceptions(params).values()
        for key, value in wrong.items()
    )
