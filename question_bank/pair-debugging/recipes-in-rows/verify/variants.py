# hiretool-canary-36530f2b-4e26-4732-aba7-63608c81d324
"""Seed -> the numbers in the prompt, and the model and recipes that the candidate receives."""

import json
from functools import lru_cache

import numpy as np

FAULTS = ("places", "sight", "borders")
TOKENS, WIDTH, LENGTH = 24, 12, 48


@lru_cache(maxsize=8)
def weights(seed):
    """{name: array}, as model.npz has them."""
    rng = np.random.default_rng([seed, 1])
    square = {name: rng.normal(0, 1.4 / WIDTH**0.5, (WIDTH, WIDTH)) for name in ("query", "key", "value")}
    return square | {
        "tokens": rng.normal(0, 0.6, (TOKENS, WIDTH)),
        "places": rng.normal(0, 0.5, (64, WIDTH)),
        "widen": rng.normal(0, 1.2 / WIDTH**0.5, (WIDTH, 24)),
        "narrow": rng.normal(0, 0.25, (24, WIDTH)),
    }


def _norm(x):
    return x / ((x * x).mean() + 1e-6) ** 0.5


@lru_cache(maxsize=256)
def told(seed, recipe):
    """chances, of a recipe as a tuple; kept, since recipes are asked for again and again."""
    return chances(weights(seed), recipe)


def chances(found, recipe):
    """Chances of the next token after each of a recipe, one place after another."""
    vectors = [found["tokens"][token] + found["places"][place] for place, token in enumerate(recipe)]
    inner = [_norm(vector) for vector in vectors]
    keys, values = np.array(inner) @ found["key"], np.array(inner) @ found["value"]
    made = []
    for place, vector in enumerate(vectors):
        share = np.exp(keys[: place + 1] @ (inner[place] @ found["query"]) / WIDTH**0.5)
        x = vector + share @ values[: place + 1] / share.sum()
        x = x + np.clip(_norm(x) @ found["widen"], 0, None) @ found["narrow"]
        raised = np.exp(found["tokens"] @ _norm(x))
        made.append(raised / raised.sum())
    return np.array(made)


def _next(found, drawn, rng):
    """A token for each row, as the model would have it after the tokens so far."""
    x = found["tokens"][drawn] + found["places"][: drawn.shape[1]]
    inner = x / np.sqrt((x * x).mean(-1, keepdims=True) + 1e-6)
    share = np.exp(((inner @ found["key"]) @ (inner[:, -1] @ found["query"])[:, :, None])[..., 0] / WIDTH**0.5)
    x = x[:, -1] + (share[:, None] @ (inner @ found["value"]))[:, 0] / share.sum(1, keepdims=True)
    x = x + np.clip(x / np.sqrt((x * x).mean(-1, keepdims=True)) @ found["widen"], 0, None) @ found["narrow"]
    raised = np.exp(x / np.sqrt((x * x).mean(-1, keepdims=True)) @ found["tokens"].T).cumsum(1)
    return (raised < rng.random((len(drawn), 1)) * raised[:, -1:]).sum(1)


@lru_cache(maxsize=8)
def recipes(seed):
    """Lists of tokens, drawn as the model would have them."""
    rng = np.random.default_rng([seed, 2])
    lengths = rng.integers(4, 25, rng.integers(15, 20))
    drawn = rng.integers(0, TOKENS, (len(lengths), 1))
    while drawn.shape[1] < lengths.max():
        drawn = np.column_stack([drawn, _next(weights(seed), drawn, rng)])
    return [row[:length].tolist() for row, length in zip(drawn, lengths, strict=True)]


def right(seed, some=None):
    """Mean cost over all tokens but the first of each recipe."""
    costs = []
    for recipe in some or recipes(seed):
        found = told(seed, tuple(recipe))
        costs += [-np.log(found[place, token]) for place, token in enumerate(recipe[1:])]
    return float(np.mean(costs))


def generate(seed):
    """Numbers that appear in the prompt."""
    made = recipes(seed)
    return {
        "fault": FAULTS[seed % 3],
        "recipes": len(made),
        "tokens": sum(len(recipe) - 1 for recipe in made),
        "loss": round(right(seed), 4),
    }


def write(folder, seed):
    """Put data/model.npz and data/recipes.json into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    np.savez(folder / "data" / "model.npz", **weights(seed))
    (folder / "data" / "recipes.json").write_text(json.dumps(recipes(seed)))
