# hiretool-canary-2151c856-0abd-4739-8d4c-64c787d6dd85
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction

SCENES = [
    {"row": "photo", "case": "roof", "task": "which roofs have loose tiles"},
    {"row": "recording", "case": "pump", "task": "which pumps will need a new bearing"},
    {"row": "scan", "case": "letter", "task": "which letters were written by a clerk"},
    {"row": "picture", "case": "leaf", "task": "which leaves carry rust"},
    {"row": "reading", "case": "battery", "task": "which batteries will not last the winter"},
]


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    alike = rng.choice([2, 3, 4])
    rows = rng.choice([many for many in (12, 16, 18, 20, 24, 30, 36, 40) if many % alike == 0])
    draws = rng.choice([many for many in (rows // 2, 3 * rows // 4, rows) if many % alike == 0])
    params = {
        "rows": rows,
        "alike": alike,
        "draws": draws,
        "cases": draws // alike,
        "trees": rng.choice([4, 5, 6, 8]),
        "seen": rng.choice([90, 92, 95, 98]),
        "unseen": rng.choice([60, 65, 70, 75, 80]),
        **rng.choice(SCENES),
    }
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction: a product over draws."""
    rows, alike, draws = params["rows"], params["alike"], params["draws"]
    out = Fraction(rows - 1, rows) ** draws
    # A row that is out leaves rows - 1 to draw from, alike - 1 of them its twins.
    twin_in = 1 - Fraction(rows - alike, rows - 1) ** draws
    seen, unseen = (Fraction(params[name], 100) for name in ("seen", "unseen"))
    return {
        "row_out": out,
        "different": rows * (1 - out),
        "no_verdict": (1 - out) ** params["trees"],
        "twin_in": twin_in,
        "score": twin_in * seen + (1 - twin_in) * unseen,
        "case_out": Fraction(rows - alike, rows) ** params["cases"],
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    rows, alike, draws, trees = (params[name] for name in ("rows", "alike", "draws", "trees"))
    right = answer(params)
    out, twin_in = right["row_out"], right["twin_in"]
    seen, unseen = (Fraction(params[name], 100) for name in ("seen", "unseen"))
    with_several = {
        "looks at one twin": {"twin_in": 1 - Fraction(rows - 2, rows - 1) ** draws},
        "multiplies the chances of the twins": {"twin_in": (1 - out) ** (alike - 1)},
    }
    return {
        **(with_several if alike > 2 else {}),
        "gives the chance of being in": {"row_out": 1 - out},
        "takes draws without replacement": {"row_out": 1 - Fraction(draws, rows + 1), "different": Fraction(draws)},
        "counts the rows that are out": {"different": rows * out},
        "takes the chance of being out of all bags": {"no_verdict": out**trees},
        "adds the chances over trees": {"no_verdict": 1 - trees * out},
        "holds twins for independent of the rows": {"twin_in": Fraction(0), "score": unseen},
        "asks for a row in and a twin in": {"twin_in": (1 - out) * twin_in},
        "takes the plain mean of the two shares": {"score": (seen + unseen) / 2},
        "swaps the two shares": {"score": twin_in * unseen + (1 - twin_in) * seen},
        "draws single rows and asks for whole cases": {"case_out": Fraction(rows - alike, rows) ** draws},
        "keeps the chance of a row for a case": {"case_out": out},
    }


def _fair(params):
    """No mistake may come near a right value, and the twins must matter."""
    right = answer(params)
    clear = all(
        abs(right[key] - value) > right[key] / 40
        for wrong in misconceptions(params).values()
        for key, value in wrong.items()
    )
    return clear and right["score"] - Fraction(params["unseen"], 100) >= Fraction(1, 20) and params["cases"] >= 2
