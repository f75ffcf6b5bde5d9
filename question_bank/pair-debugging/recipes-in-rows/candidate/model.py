"""A small model of recipes: from the tokens so far, how likely each token is to be next."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Model:
    tokens: np.ndarray  # (token, width)
    places: np.ndarray  # (place in the recipe, width)
    query: np.ndarray
    key: np.ndarray
    value: np.ndarray
    widen: np.ndarray
    narrow: np.ndarray


def load(path):
    with np.load(path) as file:
        return Model(**{name: file[name] for name in Model.__dataclass_fields__})


def normal(x):
    return x / np.sqrt((x**2).mean(axis=-1, keepdims=True) + 1e-6)


def logs(model, tokens, places, parts):
    """(row, place, token): the log of the chance of each token to be next. Each array is (row, place)."""
    x = model.tokens[tokens] + model.places[places]
    inner = normal(x)
    scores = (inner @ model.query) @ (inner @ model.key).swapaxes(1, 2) / np.sqrt(x.shape[-1])
    seen = np.tri(tokens.shape[1], dtype=bool) & (parts[:, :, None] == parts[:, None, :])
    raised = np.where(seen, np.exp(scores - scores.max(axis=-1, keepdims=True)), 0)
    x = x + raised / raised.sum(axis=-1, keepdims=True) @ (inner @ model.value)
    x = x + np.maximum(normal(x) @ model.widen, 0) @ model.narrow
    found = normal(x) @ model.tokens.T
    top = found.max(axis=-1, keepdims=True)
    return found - top - np.log(np.exp(found - top).sum(axis=-1, keepdims=True))
