# hiretool-canary-979ccf80-f19b-4926-89db-8ade4746f85f
"""Seed -> the numbers in the prompt, and the model and tunes that the candidate receives."""

import json
from functools import lru_cache

import numpy as np

FAULTS = ("filling", "rows", "beats")
NOTES, WIDTH, LAYERS, MOST, LONGEST = 14, 12, 2, 8, 34


@lru_cache(maxsize=8)
def weights(seed):
    """{name: array}, as model.npz has them."""
    rng = np.random.default_rng([seed, 1])
    made = {
        "notes": rng.normal(0, 0.65, (NOTES, WIDTH)),
        "beats": rng.normal(0, 0.8, (MOST + 1, WIDTH)),
        "layers": LAYERS,
    }
    for layer in range(LAYERS):
        for part in ("query", "key", "value", "out"):
            made[f"{part}{layer}"] = rng.normal(0, 1.3 / WIDTH**0.5, (WIDTH, WIDTH))
        made[f"widen{layer}"] = rng.normal(0, 1.2 / WIDTH**0.5, (WIDTH, 2 * WIDTH))
        made[f"narrow{layer}"] = rng.normal(0, 1 / WIDTH**0.5, (2 * WIDTH, WIDTH))
        made[f"near{layer}"] = -0.12 * np.arange(16) + rng.normal(0, 0.5, 16)
    return made


def _norm(x):
    return x / np.sqrt((x * x).mean(-1, keepdims=True) + 1e-6)


def _last(found, tune):
    """Chances after the last note of a tune or of tunes of one length (row, place), straight from the weights."""
    tune = np.atleast_2d(tune)
    count = tune.shape[1]
    at = np.zeros(tune.shape, int)
    for row, notes in enumerate(tune):
        since = 0
        for place, note in enumerate(notes):
            since = 0 if note == 1 else min(MOST, since + 1)
            at[row, place] = since
    x = found["notes"][tune] + found["beats"][at]
    for layer in range(LAYERS):
        inner = _norm(x)
        q, k, v = (np.einsum("rpw,wu->rpu", inner, found[f"{part}{layer}"]) for part in ("query", "key", "value"))
        taken = np.zeros_like(x)
        for place in range(count):
            near = found[f"near{layer}"][np.minimum(place - np.arange(place + 1), 15)]
            raised = np.exp(np.einsum("ru,rpu->rp", q[:, place], k[:, : place + 1]) / WIDTH**0.5 + near)
            share = raised / raised.sum(1, keepdims=True)
            taken[:, place] = np.einsum("rp,rpu->ru", share, v[:, : place + 1])
        x = x + taken @ found[f"out{layer}"]
        x = x + np.clip(_norm(x) @ found[f"widen{layer}"], 0, None) @ found[f"narrow{layer}"]
    raised = np.exp(_norm(x) @ found["notes"].T)
    return raised / raised.sum(-1, keepdims=True)


def right(seed, tune):
    """(place, note): the chances after each note of one tune."""
    return _last(weights(seed), tune)[0]


def _played(found, drawn, bar, since, rng):
    """Notes as the model would have them, drawn one after another, with a bar line after every few."""
    rows = np.arange(len(drawn))
    kept = [[np.zeros((len(drawn), 0, WIDTH)), np.zeros((len(drawn), 0, WIDTH))] for _ in range(LAYERS)]
    at = np.zeros(len(drawn), int)
    for place in range(drawn.shape[1]):
        closing = since >= bar
        drawn[closing, place] = 1
        since = np.where(closing, 0, since + 1)
        at = np.where(drawn[:, place] == 1, 0, np.minimum(MOST, at + 1))
        x = found["notes"][drawn[:, place]] + found["beats"][at]
        for layer in range(LAYERS):
            inner = _norm(x)
            for side, part in enumerate(("key", "value")):
                kept[layer][side] = np.concatenate(
                    [kept[layer][side], (inner @ found[f"{part}{layer}"])[:, None]], axis=1
                )
            keys, values = kept[layer]
            near = found[f"near{layer}"][np.minimum(np.arange(place, -1, -1), 15)]
            raised = np.exp((keys @ (inner @ found[f"query{layer}"])[:, :, None])[..., 0] / WIDTH**0.5 + near)
            share = raised / raised.sum(1, keepdims=True)
            x = x + (share[:, None] @ values)[:, 0] @ found[f"out{layer}"]
            x = x + np.clip(_norm(x) @ found[f"widen{layer}"], 0, None) @ found[f"narrow{layer}"]
        if place + 1 < drawn.shape[1]:
            raised = np.exp(_norm(x) @ found["notes"].T)[:, 2:].cumsum(axis=1)
            drawn[rows, place + 1] = 2 + (raised < rng.random((len(drawn), 1)) * raised[:, -1:]).sum(axis=1)
    return drawn


@lru_cache(maxsize=8)
def tunes(seed):
    """{name: {"notes", "opening"}}."""
    rng = np.random.default_rng([seed, 2])
    count = int(rng.integers(8, 12))
    drawn = rng.integers(2, NOTES, (count, LONGEST))
    drawn = _played(weights(seed), drawn, rng.integers(3, 7, count), rng.integers(0, 3, count), rng)
    openings = rng.integers(3, 12, count)
    openings[rng.permutation(count)[:2]] = (3, 11)
    rests = rng.permutation(np.arange(6, 6 + 2 * count, 2) % 18 + 5)
    made = {}
    for row in range(count):
        end = int(min(LONGEST, openings[row] + rests[row]))
        made[f"tune-{row + 1:02}"] = {"notes": drawn[row, :end].tolist(), "opening": int(openings[row])}
    return made


def bits(seed):
    """Bits a note. Later notes have no say in earlier ones, so all tunes can be filled up behind and go through at once."""
    made = tunes(seed).values()
    told = _last(weights(seed), [tune["notes"] + [2] * (LONGEST - len(tune["notes"])) for tune in made])
    costs = []
    for row, tune in enumerate(made):
        costs += [
            -np.log2(told[row, place - 1, tune["notes"][place]]) for place in range(tune["opening"], len(tune["notes"]))
        ]
    return float(np.mean(costs))


def generate(seed):
    """Numbers that appear in the prompt."""
    made, cost = tunes(seed), bits(seed)
    if cost > 3.5:  # near guessing among 13: bar lines come at other places than the model would put them
        return None
    return {
        "fault": FAULTS[seed % 3],
        "tunes": len(made),
        "notes": sum(len(tune["notes"]) - tune["opening"] for tune in made.values()),
        "bits": round(cost, 3),
    }


def write(folder, seed):
    """Put data/model.npz and data/tunes.json into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    np.savez(folder / "data" / "model.npz", **weights(seed))
    (folder / "data" / "tunes.json").write_text(json.dumps(tunes(seed)))
