# hiretool-canary-4b21410e-00e4-4d1a-8a1b-76ada04cf75c
"""Seed -> the numbers in the prompt, and the rows that the candidate receives."""

import json
from functools import lru_cache

import numpy as np

STITCHES = ["edge", "turn", "k1", "p1", "yo", "k2tog", "ssk", "sl1", "m1", "kfb", "c4f", "bobble"]
# What may follow what, each with its weight before the seed has its say.
FOLLOWS = {
    "edge": {"sl1": 4, "k1": 2},
    "sl1": {"k1": 4, "p1": 2},
    "k1": {"k1": 2, "yo": 3, "k2tog": 2, "turn": 1},
    "p1": {"p1": 2, "c4f": 2, "yo": 1, "turn": 1},
    "yo": {"ssk": 4, "k2tog": 2, "m1": 1},
    "k2tog": {"yo": 3, "p1": 2, "kfb": 1},
    "ssk": {"k1": 3, "p1": 2},
    "m1": {"k1": 3, "bobble": 1},
    "kfb": {"ssk": 2, "p1": 2},
    "c4f": {"p1": 4, "k1": 1, "turn": 1},
    "bobble": {"p1": 3, "k1": 1},
}


def _chances(rng):
    """(stitch before last, last stitch, next stitch); the one before last leans each choice."""
    base = np.zeros((len(STITCHES), len(STITCHES)))
    for one, others in FOLLOWS.items():
        for other, weight in others.items():
            base[STITCHES.index(one), STITCHES.index(other)] = weight * rng.uniform(0.7, 1.4)
    base[1, 1] = 1
    leaning = base[None] * np.exp(rng.normal(0, 1.0, (len(STITCHES), *base.shape)))
    return leaning / leaning.sum(axis=2, keepdims=True)


def _rows(rng, chances, count):
    """Rows of 9 stitches or more, edge and turn included; longer ones than 36 are not kept."""
    upto, rows = chances.cumsum(axis=2), []
    while len(rows) < count:
        row = [0]
        while row[-1] != 1 and len(row) < 37:
            before = row[-2] if len(row) > 1 else 0
            drawn = int(np.searchsorted(upto[before, row[-1]], rng.random(), side="right"))
            row.append(min(drawn, len(STITCHES) - 1))
        if 9 <= len(row) <= 36 and row[-1] == 1:
            rows.append(row)
    return rows


@lru_cache(maxsize=4)
def books(seed):
    """Past and new rows; no new row is among the past ones."""
    rng = np.random.default_rng([seed, 2])
    chances = _chances(rng)
    past = _rows(rng, chances, int(rng.integers(240, 341)))
    known = set(map(tuple, past))
    return past, [row for row in _rows(rng, chances, 150) if tuple(row) not in known][:100]


@lru_cache(maxsize=256)
def generate(seed):
    """Numbers that appear in the prompt, None if too few rows are new. The table is counted in plain Python."""
    past, new = books(seed)
    if len(new) < 100:
        return None
    heard = {}
    for row in past:
        for one, other in zip(row, row[1:], strict=False):
            heard.setdefault(one, []).append(other)
    counts = {(one, other): others.count(other) for one, others in heard.items() for other in set(others)}
    lost = [
        -np.log((counts.get(pair, 0) + 0.1) / (len(heard.get(pair[0], [])) + 0.1 * len(STITCHES)))
        for row in new
        for pair in zip(row, row[1:], strict=False)
    ]
    return {
        "past": len(past),
        "stitches": len(STITCHES) - 2,
        "longest": max(map(len, past)) - 2,
        "table_loss": round(float(np.mean(lost)), 3),
    }


def write(folder, seed):
    """Put data/past.json and data/new.json into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    for name, rows in zip(("past", "new"), books(seed), strict=True):
        (folder / "data" / f"{name}.json").write_text(json.dumps({"stitches": STITCHES, "rows": rows}))
