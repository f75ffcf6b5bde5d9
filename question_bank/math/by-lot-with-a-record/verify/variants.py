# hiretool-canary-c5adc63b-7922-44be-80a4-d2f308e0a6fd
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction

SCENES = [
    {"chat": "chat", "firm": "A bank", "good": "settled", "long": "long"},
    {"chat": "request", "firm": "A town office", "good": "answered in full", "long": "foreign-language"},
    {"chat": "ticket", "firm": "A software house", "good": "closed for good", "long": "technical"},
    {"chat": "letter", "firm": "An insurer", "good": "filed in the right place", "long": "handwritten"},
    {"chat": "question", "firm": "A law library", "good": "answered with a source", "long": "multi-part"},
]


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    params = {
        "chance_short": rng.choice([10, 20, 25]),
        "chance_long": rng.choice([50, 60, 75, 80]),
        "short": rng.choice([800, 1000, 1200, 1600]),
        "long_ones": rng.choice([400, 500, 600, 800]),
        "next_long": rng.choice([50, 60, 70]),
    }
    share = {"short_large": rng.choice([90, 94, 95]), "short_small": rng.choice([80, 85, 88])}
    share |= {"long_large": rng.choice([60, 65, 70]), "long_small": rng.choice([40, 45, 50])}
    for kind, size in (("short", "short"), ("long", "long_ones")):
        due = params[size] * params[f"chance_{kind}"] // 100
        # A lot is a lot: what went to the large one is near what was due and not equal to it.
        went = due + rng.choice([-1, 1]) * rng.choice([10, 20, 20])
        params[f"{kind}_large"], params[f"{kind}_small"] = went, params[size] - went
    params |= {f"good_{cell}": round(params[cell] * share[cell] / 100) for cell in share}
    params |= rng.choice(SCENES)
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction."""
    share, whole = _shares(params), params["short"] + params["long_ones"]
    weight = {kind: Fraction(100, params[f"chance_{kind}"]) for kind in ("short", "long")}
    stand_for = sum(weight[kind] * params[f"{kind}_large"] for kind in weight)
    good_for = sum(weight[kind] * params[f"good_{kind}_large"] for kind in weight)
    gain = {kind: share[f"{kind}_large"] - share[f"{kind}_small"] for kind in weight}
    later = Fraction(params["next_long"], 100)
    return {
        "plain": _plain(params, "large") - _plain(params, "small"),
        "stand_for": stand_for,
        "over_all": good_for / whole,
        "over_weights": good_for / stand_for,
        "by_kind": (params["short"] * share["short_large"] + params["long_ones"] * share["long_large"]) / whole,
        "next_gain": (1 - later) * gain["short"] + later * gain["long"],
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    share, right = _shares(params), answer(params)
    whole = params["short"] + params["long_ones"]
    chance = {kind: Fraction(params[f"chance_{kind}"], 100) for kind in ("short", "long")}
    later = Fraction(params["next_long"], 100)
    gain = {kind: share[f"{kind}_large"] - share[f"{kind}_small"] for kind in chance}
    to_large = params["short_large"] + params["long_large"]
    upside_down = sum(chance[kind] * params[f"good_{kind}_large"] for kind in chance) / sum(
        chance[kind] * params[f"{kind}_large"] for kind in chance
    )
    swapped = sum(params[f"good_{kind}_large"] / (1 - chance[kind]) for kind in chance) / sum(
        params[f"{kind}_large"] / (1 - chance[kind]) for kind in chance
    )
    return {
        "shares of the kinds averaged": {
            "plain": (gain["short"] + gain["long"]) / 2,
            "by_kind": (share["short_large"] + share["long_large"]) / 2,
        },
        "good ones over all, not over those that went there": {
            "plain": Fraction(
                params["good_short_large"]
                + params["good_long_large"]
                - params["good_short_small"]
                - params["good_long_small"],
                whole,
            )
        },
        "the weights added up without the numbers": {"stand_for": 1 / chance["short"] + 1 / chance["long"]},
        "those that went to the large one counted once each": {"stand_for": Fraction(to_large)},
        "weights with the chance in place of one over it": {"over_weights": upside_down},
        "weights with the chance of the small one": {"over_weights": swapped},
        "no weights": {"over_all": _plain(params, "large"), "by_kind": _plain(params, "large")},
        "the weighted sum over those that went there": {
            "over_all": right["over_weights"] * right["stand_for"] / to_large
        },
        "this month's mix for next month": {
            "next_gain": (params["short"] * gain["short"] + params["long_ones"] * gain["long"]) / whole
        },
        "the kinds of next month swapped": {"next_gain": later * gain["short"] + (1 - later) * gain["long"]},
        "gains added up": {"next_gain": gain["short"] + gain["long"]},
    }


def _shares(params):
    cells = [f"{kind}_{way}" for kind in ("short", "long") for way in ("large", "small")]
    return {cell: Fraction(params[f"good_{cell}"], params[cell]) for cell in cells}


def _plain(params, way):
    good = params[f"good_short_{way}"] + params[f"good_long_{way}"]
    return Fraction(good, params[f"short_{way}"] + params[f"long_{way}"])


def _fair(params):
    """No mistake may come near a right value; the sign must turn, and the two weighted shares must differ."""
    right = answer(params)
    clear = all(
        abs(right[key] - value) > abs(right[key]) / 40
        for wrong in misconceptions(params).values()
        for key, value in wrong.items()
    )
    apart = abs(right["over_all"] - right["over_weights"]) > Fraction(1, 100)
    return clear and apart and right["plain"] < -Fraction(2, 100) and right["over_all"] < 1
