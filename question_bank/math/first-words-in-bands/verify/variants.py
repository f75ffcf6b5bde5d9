# hiretool-canary-ac2cf1d5-decc-45a7-9a9b-459c61614682
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction

SCENES = [
    {"text": "notice", "firm": "A town archive"},
    {"text": "recipe", "firm": "A cookery site"},
    {"text": "job advertisement", "firm": "A job board"},
    {"text": "page", "firm": "A team that gathers training text"},
    {"text": "support article", "firm": "A software house"},
]


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    shared, only_one, only_other = rng.choice([3, 4, 6, 8]), rng.choice([1, 2, 3]), rng.choice([1, 2, 3])
    rows, bands = rng.choice([(2, 4), (3, 3), (2, 5), (3, 4), (2, 6), (3, 5), (2, 3)])
    params = {
        "shared": shared,
        "one": shared + only_one,
        "other": shared + only_other,
        "rows": rows,
        "bands": bands,
        "hashes": rows * bands,
        "far": rng.choice([1, 2, 3, 4]),
        "millions": rng.choice([2, 3, 5, 6, 8]),
        **rng.choice(SCENES),
    }
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction."""
    alike = Fraction(params["shared"], params["one"] + params["other"] - params["shared"])
    far = Fraction(params["far"], 10)
    rows, bands = params["rows"], params["bands"]
    return {
        "alike": alike,
        "met": _met(alike, rows, bands),
        "met_far": _met(far, rows, bands),
        "false_pairs": 1_000_000 * params["millions"] * _met(far, rows, bands),
        "met_longer": _met(alike, rows + 1, bands),
        "spread": alike * (1 - alike) / params["hashes"],
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    right = answer(params)
    alike, far, rows, bands = right["alike"], Fraction(params["far"], 10), params["rows"], params["bands"]
    return {
        "shared over the words of one": {"alike": Fraction(params["shared"], params["one"])},
        "shared words counted twice below the line": {
            "alike": Fraction(params["shared"], params["one"] + params["other"])
        },
        "shared twice over both": {"alike": Fraction(2 * params["shared"], params["one"] + params["other"])},
        "all bands must agree": {"met": alike ** (rows * bands)},
        "any number in any band": {"met": 1 - (1 - alike) ** (rows * bands)},
        "rows and bands swapped": {"met": 1 - (1 - alike**bands) ** rows, "met_far": 1 - (1 - far**bands) ** rows},
        "one band only": {"met": alike**rows, "met_far": far**rows},
        "chances of the bands added": {
            "met": bands * alike**rows,
            "false_pairs": 1_000_000 * params["millions"] * bands * far**rows,
        },
        "the likeness itself": {"met": alike, "met_far": far, "false_pairs": 1_000_000 * params["millions"] * far},
        "a longer band asks for a further band": {"met_longer": _met(alike, rows, bands + 1)},
        "longer bands out of the same numbers": {"met_longer": right["met"]},
        "spread not divided": {"spread": alike * (1 - alike)},
        "divided by the bands": {"spread": alike * (1 - alike) / bands},
    }


def _met(alike, rows, bands):
    """Chance that at least one band agrees in all its rows."""
    return 1 - (1 - alike**rows) ** bands


def _fair(params):
    """No mistake may come near a right value; the near pair must be nearer than the far one."""
    right = answer(params)
    clear = all(
        abs(right[key] - value) > abs(right[key]) / 40
        for wrong in misconceptions(params).values()
        for key, value in wrong.items()
    )
    return clear and right["alike"] > Fraction(params["far"], 10) + Fraction(1, 10) and right["met"] < Fraction(99, 100)
