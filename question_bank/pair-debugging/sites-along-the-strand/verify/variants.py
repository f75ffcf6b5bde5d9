# hiretool-canary-656e1cf8-06f8-4d03-a888-b9fe198340b3
"""Seed -> the numbers in the prompt, and the reader and stretches that the candidate receives."""

import json
from functools import lru_cache

import numpy as np

WIDTH, LAYERS, SIZE = 16, 2, 8
LETTERS = "ACGTN"


def weights(seed, heads, groups):
    """A reader as the laboratory keeps it: the two numbers of a pair stand side by side."""
    rng = np.random.default_rng([seed, 2, heads, groups])
    made = {"bases": rng.normal(0, 1, (5, WIDTH)), "site": rng.normal(0, 0.6, WIDTH)}
    for number in range(LAYERS):
        made[f"query{number}"] = rng.normal(0, 2.0 / np.sqrt(WIDTH), (WIDTH, heads * SIZE))
        made[f"key{number}"] = rng.normal(0, 2.0 / np.sqrt(WIDTH), (WIDTH, groups * SIZE))
        made[f"value{number}"] = rng.normal(0, 1.0 / np.sqrt(WIDTH), (WIDTH, groups * SIZE))
        made[f"out{number}"] = rng.normal(0, 3.0 / np.sqrt(heads * SIZE), (heads * SIZE, WIDTH))
    return made | {"heads": heads, "groups": groups, "layers": LAYERS, "order": "neighbours"}


def _level(x):
    return x / np.sqrt(np.mean(x * x, axis=1, keepdims=True) + 1e-6)


def _paired(flat, order):
    """(place, size) -> complex numbers, one a pair."""
    if order == "neighbours":
        return flat[:, 0::2] + 1j * flat[:, 1::2]
    return flat[:, : SIZE // 2] + 1j * flat[:, SIZE // 2 :]


def told(made, stretch):
    """The score as the laboratory works it out: head by head, by complex numbers, from distances alone."""
    x = made["bases"][[LETTERS.index(letter) for letter in stretch]]
    heads, groups, order = made["heads"], made["groups"], made["order"]
    back = np.subtract.outer(np.arange(len(x)), np.arange(len(x)))
    speeds = 30.0 ** (-np.arange(SIZE // 2) / (SIZE // 2))
    for number in range(made["layers"]):
        inner, parts = _level(x), []
        for head in range(heads):
            group = head * groups // heads
            own, shared = slice(head * SIZE, (head + 1) * SIZE), slice(group * SIZE, (group + 1) * SIZE)
            query = _paired(inner @ made[f"query{number}"][:, own], order)
            key = _paired(inner @ made[f"key{number}"][:, shared], order)
            scores = np.zeros(back.shape)
            for pair, speed in enumerate(speeds):
                scores += (np.outer(query[:, pair], key[:, pair].conj()) * np.exp(1j * speed * back)).real
            raised = np.exp(scores / np.sqrt(SIZE))
            parts.append(raised / raised.sum(axis=1, keepdims=True) @ (inner @ made[f"value{number}"][:, shared]))
        x = x + np.hstack(parts) @ made[f"out{number}"]
    return float(1 / (1 + np.exp(-(_level(x).mean(axis=0) @ made["site"]))))


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    rng = np.random.default_rng([seed, 1])
    return {
        "stretches": int(rng.integers(30, 61)),
        "shortest": int(rng.integers(12, 21)),
        "longest": int(rng.integers(70, 111)),
        "kilobases": int(rng.integers(20, 91)),
    }


@lru_cache(maxsize=4)
def stretches(seed):
    """[{bases, start, earlier, latest}], the last two the laboratory's scores by its two readers."""
    facts, rng = generate(seed), np.random.default_rng([seed, 3])
    earlier, latest, found = weights(seed, 4, 4), weights(seed, 4, 2), []
    for _ in range(facts["stretches"]):
        length = int(rng.integers(facts["shortest"], facts["longest"] + 1))
        shares = rng.dirichlet([3, 3, 3, 3, 0.2])
        bases = "".join(LETTERS[letter] for letter in rng.choice(5, length, p=shares))
        start = int(rng.integers(0, 1000 * facts["kilobases"] - length))
        scores = {"earlier": round(told(earlier, bases), 6), "latest": round(told(latest, bases), 6)}
        found.append({"bases": bases, "start": start, **scores})
    return found


def write(folder, seed):
    """Put data/earlier.npz, data/latest.npz and data/stretches.json into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    for name, groups in (("earlier", 4), ("latest", 2)):
        np.savez(folder / "data" / f"{name}.npz", **weights(seed, 4, groups))
    (folder / "data" / "stretches.json").write_text(json.dumps(stretches(seed)))
