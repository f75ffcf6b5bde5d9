# hiretool-canary-fb6beb0c-e821-4b0c-b3af-24c5930b3006
"""Seed -> the numbers in the prompt, and the model, adapters and calls that the candidate receives."""

import json
from functools import lru_cache

import numpy as np

WIDTH = 12
HARBOURS = {"Northpier": ("now",), "Oldquay": ("now", "past"), "Westmole": ("now", "past", "tell")}


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    rng = np.random.default_rng([seed, 1])
    return {
        "words": int(rng.integers(30, 61)),
        "calls": int(rng.integers(20, 41)),
        "rank": int(rng.integers(2, 5)),
        "scale": float(rng.choice([0.5, 1.5, 2.0])),
    }


@lru_cache(maxsize=4)
def weights(seed):
    facts, rng = generate(seed), np.random.default_rng([seed, 2])
    return {
        "word": rng.normal(0, 0.8, (facts["words"], WIDTH)),
        "now": rng.normal(0, WIDTH**-0.5, (WIDTH, WIDTH)),
        "past": rng.normal(0, WIDTH**-0.5, (WIDTH, WIDTH)),
    }


def adapters(seed, layers, salt=0):
    """{layer: (down, up, scale)}."""
    facts, rng = generate(seed), np.random.default_rng([seed, 3, salt, len(layers)])
    made = {}
    for layer in layers:
        to = facts["words"] if layer == "tell" else WIDTH
        size = 1.2 / np.sqrt(WIDTH * facts["rank"])
        made[layer] = (
            rng.normal(0, 1, (WIDTH, facts["rank"])),
            rng.normal(0, size, (facts["rank"], to)),
            facts["scale"],
        )
    return made


def told(given, call, added=()):
    """(place, word), word by word; added: sets of adapters as above, all of them on."""
    rows, seen = [], np.zeros(WIDTH)
    tell = given["tell"] if "tell" in given else given["word"].T
    for place, word in enumerate(call):
        x = given["word"][word]
        seen = seen + x
        sums = {"now": x @ given["now"], "past": seen / (place + 1) @ given["past"]}
        for some in added:
            for layer, source in (("now", x), ("past", seen / (place + 1))):
                if layer in some:
                    down, up, scale = some[layer]
                    sums[layer] = sums[layer] + scale * ((source @ down) @ up)
        hidden = np.tanh(sums["now"] + sums["past"])
        scores = hidden @ tell
        for some in added:
            if "tell" in some:
                down, up, scale = some["tell"]
                scores = scores + scale * ((hidden @ down) @ up)
        raised = np.exp(scores - scores.max())
        rows.append(raised / raised.sum())
    return np.array(rows)


@lru_cache(maxsize=4)
def calls(seed):
    facts, rng = generate(seed), np.random.default_rng([seed, 4])
    return [rng.integers(0, facts["words"], int(rng.integers(5, 19))).tolist() for _ in range(facts["calls"])]


def write(folder, seed):
    """Put data/model.npz, data/adapters.npz and data/calls.json into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    np.savez(folder / "data" / "model.npz", **weights(seed))
    parts = {
        f"{harbour}.{layer}.{part}": value
        for harbour, layers in HARBOURS.items()
        for layer, values in adapters(seed, layers).items()
        for part, value in zip(("down", "up", "scale"), values, strict=True)
    }
    np.savez(folder / "data" / "adapters.npz", **parts)
    (folder / "data" / "calls.json").write_text(json.dumps(calls(seed)))
