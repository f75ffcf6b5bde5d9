# hiretool-canary-fd8e8b09-49e4-4234-800c-d76461b05247
"""Seed -> parameters; parameters -> exact answers, and the answers that known mistakes give."""

import random
from fractions import Fraction

SCENES = [
    {"firm": "A hiking club", "page": "page", "ranked": "routes and huts"},
    {"firm": "A museum of tools", "page": "card", "ranked": "tools and trades"},
    {"firm": "A maker of pumps", "page": "leaflet", "ranked": "parts and faults"},
    {"firm": "A school of cookery", "page": "sheet", "ranked": "dishes and methods"},
    {"firm": "A harbour office", "page": "notice", "ranked": "berths and rules"},
]
NAMES = "ABCD"


def generate(seed):
    """Parameters of one variant, or None for a draw that would make a poor question."""
    rng = random.Random(seed)
    cut = [rng.choice([0, 0, 20, 30, 40, 50, 60, 70, 80, 100, 100]) for _ in range(4)]
    params = {
        "links": [
            [0, cut[0], 100 - cut[0], 0],
            [cut[1], 0, 100 - cut[1], 0],
            [cut[2], 100 - cut[2], 0, 0],
            rng.sample([cut[3], 100 - cut[3], 0], 3) + [0],
        ],
        "jump": rng.choice([10, 20, 25, 30, 40]),
        "new": rng.choice([2, 3, 4, 6, 8]),
        **rng.choice(SCENES),
    }
    return params if _fair(params) else None


def answer(params):
    """Each asked value as an exact fraction."""
    jump = Fraction(params["jump"], 100)
    new, stay = params["new"], 1 - jump
    even = _shares(params["links"], params["jump"], [1, 1, 1, 1], 4)
    home = _shares(params["links"], params["jump"], [1, 0, 0, 0], 1)
    rest = _shares([*params["links"][:3], [0, 0, 0, 0]], params["jump"], [1, 1, 1, 1], 4 + new)
    return {
        **{name.lower(): share for name, share in zip(NAMES, even)},
        "walk": 1 / jump,
        "a_home": home[0],
        "b_home": home[1],
        "d_farm": (1 + stay * new) / ((4 + new) * (1 + stay)),
        "a_farm": rest[0],
    }


def misconceptions(params):
    """Known mistake -> the wrong values that it gives; each must be marked wrong."""
    right = answer(params)
    jump = Fraction(params["jump"], 100)
    stay, new, links = 1 - jump, params["new"], params["links"]
    bare = _shares(links, 0, [0, 0, 0, 0], 1)
    return {
        "shares of links added up": {
            name: Fraction(sum(row[place] for row in links), 400) for place, name in enumerate("abc")
        },
        "all pages alike": {name: Fraction(1, 4) for name in "abcd"},
        "links without jumps": dict(zip("abc", bare)),
        "no link, no reader": {"d": Fraction(0)},
        "a whole jump": {"d": jump},
        "links in place of pages": {"walk": stay / jump},
        "one over the chance to follow": {"walk": 1 / stay},
        "shares as before": {"a_home": right["a"], "b_home": right["b"], "a_farm": right["a"]},
        "the jump added to the old share": {"a_home": jump + stay * right["a"]},
        "what jumps bring": {"a_home": jump, "d_farm": jump / (4 + new)},
        "one round only": {"d_farm": jump / (4 + new) * (1 + stay * new)},
        "jumps to the old pages only": {"d_farm": (1 + stay * new) / (4 * (1 + stay))},
        "the whole corner": {"d_farm": Fraction(1 + new, 4 + new)},
        "shrunk as the pages grew": {"a_farm": right["a"] * 4 / (4 + new)},
    }


def _shares(links, jump, start, whole):
    """Long-run shares if a jump leads to a page with so many chances of *whole*; with no jumps they add up to one.

    No link leads to D, so it has what jumps bring. For A, B and C there are three equations.
    """
    last = Fraction(jump * start[3], 100 * whole)
    rows = [
        [10_000 * (place == other) - (100 - jump) * links[other][place] for other in range(3)] for place in range(3)
    ]
    right = [Fraction(100 * jump * start[place], whole) + (100 - jump) * links[3][place] * last for place in range(3)]
    if not jump:
        rows[0], right[0] = [1, 1, 1], 1
    below = _three(rows)
    columns = [[[*row[:place], value, *row[place + 1 :]] for row, value in zip(rows, right)] for place in range(3)]
    return [*(_three(column) / below for column in columns), last]


def _three(rows):
    """Determinant."""
    (a, b, c), (d, e, f), (g, h, i) = rows
    return Fraction(a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g))


def _fair(params):
    """A, B and C lead to each other, not all by two links, and no mistake comes near a right value."""
    links = params["links"]
    reach = [{to for to in range(3) if row[to]} for row in links[:3]]
    for _ in range(3):
        reach = [seen.union(*(reach[other] for other in seen)) for seen in reach]
    if any(len(seen) < 3 for seen in reach) or not 5 <= sum(share > 0 for row in links for share in row) <= 7:
        return False
    right = answer(params)
    return all(
        abs(right[key] - value) > abs(right[key]) / 40
        for wrong in misconceptions(params).values()
        for key, value in wrong.items()
    )
