# hiretool-canary-2eed6d24-b468-4c82-aba8-d8110ec16114
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction
from math import log

SCENES = [
    {"tokens": ["freight", "late", "not"], "report": "a claims desk"},
    {"tokens": ["pump", "hums", "hardly"], "report": "a repair shop"},
    {"tokens": ["room", "clean", "never"], "report": "a hotel's manager"},
    {"tokens": ["dose", "daily", "half"], "report": "a clinic's pharmacy"},
    {"tokens": ["loan", "repaid", "partly"], "report": "a lender's auditors"},
]


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    root = rng.choice([2, 3])
    ratios = sorted(rng.sample(range(1, 9) if root == 2 else range(1, 6), 3), reverse=True)
    second, last = rng.randint(-6, 12), rng.randint(-6, 12)
    # Near what the other two give, so that the heaviest token can be spared.
    first = round(Fraction(ratios[1] * second + ratios[2] * last, ratios[1] + ratios[2])) + rng.randint(-1, 1)
    params = {
        "ratios": ratios,
        "values": [first, second, last],
        "width": root**2,
        "root": root,
        "inside": [ratio**root for ratio in ratios],
        "pads": rng.choice([2, 3, 4, 5, 6]),
        **rng.choice(SCENES),
    }
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction; a token's exponential is a whole number."""
    ratios, values, pads = params["ratios"], params["values"], params["pads"]
    output = _mean(ratios, values)
    return {
        "weight_first": Fraction(ratios[0], sum(ratios)),
        "output": output,
        "output_padded": _mean([*ratios, pads], [*values, 0]),
        "output_unscaled": _mean(params["inside"], values),
        "without_first": _mean(ratios[1:], values[1:]) - output,
        "without_last": _mean(ratios[:2], values[:2]) - output,
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    ratios, values, pads, inside = params["ratios"], params["values"], params["pads"], params["inside"]
    right = answer(params)
    output, total = right["output"], sum(ratios)
    return {
        "weighs by the numbers inside the logarithms": {
            "weight_first": Fraction(inside[0], sum(inside)),
            "output": _mean(inside, values),
        },
        "weighs by the logarithms": {
            "weight_first": log(ratios[0]) / sum(map(log, ratios)),
            "output": sum(log(ratio) * value for ratio, value in zip(ratios, values, strict=True))
            / sum(map(log, ratios)),
        },
        "divides by the width in place of its root": {
            "weight_first": ratios[0] ** (1 / params["root"]) / sum(ratio ** (1 / params["root"]) for ratio in ratios)
        },
        "takes the plain mean of the values": {"output": Fraction(sum(values), 3)},
        "takes a score of 0 for a weight of 0": {"output_padded": output},
        "counts the padding once": {"output_padded": _mean([*ratios, 1], [*values, 0])},
        "shares out evenly between tokens and padding": {"output_padded": Fraction(sum(values), 3 + pads)},
        "takes the unscaled output for the scaled one": {"output_unscaled": output},
        "multiplies the weights by the root": {"output_unscaled": params["root"] * output},
        "takes a weight's share away and gives it to none": {
            "without_first": -Fraction(ratios[0] * values[0], total),
            "without_last": -Fraction(ratios[2] * values[2], total),
        },
        "turns the change round": {"without_first": -right["without_first"], "without_last": -right["without_last"]},
        "gives the output in place of the change": {
            "without_first": right["without_first"] + output,
            "without_last": right["without_last"] + output,
        },
    }


def _mean(weights, values):
    """Weighted mean."""
    pairs = zip(weights, values, strict=True)
    return Fraction(sum(weight * value for weight, value in pairs)) / sum(weights)


def _fair(params):
    """No mistake may land on a right value; the heaviest token must move the output less than the lightest."""
    if len(set(params["values"])) < 3 or 0 in params["values"] or params["ratios"][0] < 2 * params["ratios"][2]:
        return False
    right = answer(params)
    # A decimal within 1 % counts as right.
    distinct = all(
        abs(right[key] - value) > abs(right[key]) / 100
        for wrong in misconceptions(params).values()
        for key, value in wrong.items()
    )
    reversed_ = 0 < 2 * abs(right["without_first"]) <= abs(right["without_last"])
    # Between the two others the heaviest value need not come nearer at once; the prompt asks which way it goes.
    nearer = abs(right["output_unscaled"] - params["values"][0]) < abs(right["output"] - params["values"][0])
    return distinct and reversed_ and nearer and right["output"] != 0
