# hiretool-canary-31fccb8e-c341-4042-ace3-fb7195c19f90
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction

SCENES = [
    {"source": "manual", "question": "question", "judged": "answered right"},
    {"source": "letter writer", "question": "page", "judged": "transcribed right"},
    {"source": "film", "question": "subtitle", "judged": "timed right"},
    {"source": "ward", "question": "scan", "judged": "read right"},
    {"source": "codebase", "question": "change", "judged": "mended right"},
]


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    right = rng.choice([50, 60, 70, 80])
    params = {
        "sources": rng.choice([20, 40, 50, 80]),
        "each": rng.choice([5, 9, 10, 11, 20, 25]),
        "right": right,
        "agree": right * right // 100 + rng.choice([2, 3, 4, 5, 6, 8]),
        **rng.choice(SCENES),
    }
    # Some sources have many questions and some few, with the same mean.
    params["many"], params["few"] = params["each"] * 2 - 2, 2
    params["total"] = params["sources"] * params["each"]
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction."""
    sources, each, right, agree = _numbers(params)
    luck, alike = right * (1 - right), _alike(params)
    factor = 1 + (each - 1) * alike
    total = sources * each
    squares = sources // 2 * (params["many"] ** 2 + params["few"] ** 2)
    return {
        "alike": alike,
        "factor": factor,
        "worth": total / factor,
        "variance": luck * factor / total,
        "at_most": sources / alike,
        "uneven": luck * (total * (1 - alike) + alike * squares) / total**2,
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    sources, each, right, agree = _numbers(params)
    told = answer(params)
    alike, luck, total = told["alike"], right * (1 - right), sources * each
    return {
        "the chance that both are right": {"alike": agree},
        "the other one's chance once one is right": {"alike": agree / right},
        "the joint variance not divided": {"alike": agree - right**2},
        "divided by the share in place of the variance": {"alike": (agree - right**2) / right},
        "the number itself in place of one less": {"factor": 1 + each * alike},
        "the factor without the one": {"factor": (each - 1) * alike},
        "a square root too early": {"worth": total / (1 + (each - 1) * alike**2)},
        "all questions count": {"worth": Fraction(total), "variance": luck / total},
        "sources count": {"worth": Fraction(sources), "variance": luck / sources},
        "multiplied by the factor": {"worth": total * told["factor"]},
        "no limit": {"at_most": Fraction(total)},
        "one for each source": {"at_most": Fraction(sources)},
        "only the mean number counts": {"uneven": told["variance"]},
        "sources taken alike": {"uneven": luck / total},
    }


def _numbers(params):
    return params["sources"], params["each"], Fraction(params["right"], 100), Fraction(params["agree"], 100)


def _alike(params):
    """Joint variance of two answers of one source over the variance of one."""
    right, agree = Fraction(params["right"], 100), Fraction(params["agree"], 100)
    return (agree - right**2) / (right * (1 - right))


def _fair(params):
    """No mistake may come near a right value; two right ones cannot be likelier than one."""
    if not params["right"] ** 2 / 100 < params["agree"] < params["right"]:
        return False
    right = answer(params)
    clear = all(
        abs(right[key] - value) > abs(right[key]) / 40
        for wrong in misconceptions(params).values()
        for key, value in wrong.items()
    )
    return clear and right["alike"] <= Fraction(4, 10)
