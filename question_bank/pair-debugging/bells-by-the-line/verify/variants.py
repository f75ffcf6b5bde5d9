# hiretool-canary-4f3f0ac5-3b34-4df6-bcb0-4063967e6a10
"""Seed -> the numbers in the prompt, and the logs that the candidate receives."""

import json
from functools import lru_cache

import numpy as np

CODES = ["open", "call", "express", "local", "goods", "light", "entering", "clear", "shunt", "wait", "back", "test"]
# What may follow what, each with its weight before the seed has its say.
FOLLOWS = {
    "open": {"call": 4, "test": 3},
    "call": {"express": 2, "local": 4, "goods": 2, "light": 1},
    "express": {"entering": 5, "wait": 1},
    "local": {"entering": 5, "wait": 1, "back": 1},
    "goods": {"entering": 3, "wait": 2, "back": 1},
    "light": {"entering": 3, "shunt": 2},
    "entering": {"clear": 4, "call": 1, "shunt": 1},
    "clear": {"call": 4, "test": 1, "shunt": 1},
    "shunt": {"clear": 3, "wait": 2},
    "wait": {"entering": 2, "back": 1, "shunt": 1},
    "back": {"call": 3, "clear": 1},
    "test": {"call": 3, "light": 1},
}


def _chances(rng):
    """(code before last, last code, next code); the code before last leans each choice a little."""
    base = np.zeros((len(CODES), len(CODES)))
    for one, others in FOLLOWS.items():
        for other, weight in others.items():
            base[CODES.index(one), CODES.index(other)] = weight * rng.uniform(0.7, 1.4)
    leaning = base[None] * np.exp(rng.normal(0, 1.3, (len(CODES), *base.shape)))
    return leaning / leaning.sum(axis=2, keepdims=True)


def _shifts(rng, chances, count, length):
    rung = np.zeros((count, length), dtype=int)
    for place in range(1, length):
        upto = chances[rung[:, max(place - 2, 0)], rung[:, place - 1]].cumsum(axis=1)
        rung[:, place] = (rng.random((count, 1)) * upto[:, -1:] > upto).sum(axis=1)
    return rung


@lru_cache(maxsize=4)
def box(seed):
    """Past and later shifts, and the chances that they were drawn by."""
    rng = np.random.default_rng([seed, 2])
    chances, length = _chances(rng), int(rng.integers(18, 25))
    past, later = (_shifts(rng, chances, count, length) for count in (int(rng.integers(300, 421)), 150))
    heard = set(map(tuple, past.tolist()))
    unheard = [shift for shift in later.tolist() if tuple(shift) not in heard]
    return past, np.array(unheard[:120]), chances


def generate(seed):
    """Numbers that appear in the prompt, None if too many later shifts had been rung before.

    The table's loss is counted pair by pair, in plain Python.
    """
    past, later, _ = box(seed)
    if len(later) < 120:
        return None
    heard = {}
    for shift in past.tolist():
        for one, other in zip(shift, shift[1:], strict=False):
            heard.setdefault(one, []).append(other)
    counts = {(one, other): others.count(other) for one, others in heard.items() for other in set(others)}
    lost = 0.0
    for shift in later.tolist():
        for one, other in zip(shift, shift[1:], strict=False):
            total = len(heard.get(one, [])) + 0.1 * len(CODES)
            lost -= float(np.log((counts.get((one, other), 0) + 0.1) / total))
    return {
        "past": len(past),
        "length": past.shape[1],
        "codes": len(CODES),
        "table_loss": round(lost / (later.shape[0] * (later.shape[1] - 1)), 3),
    }


def write(folder, seed):
    """Put data/past.json and data/later.json into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    for name, shifts in zip(("past", "later"), box(seed)[:2], strict=True):
        (folder / "data" / f"{name}.json").write_text(json.dumps({"codes": CODES, "shifts": shifts.tolist()}))
