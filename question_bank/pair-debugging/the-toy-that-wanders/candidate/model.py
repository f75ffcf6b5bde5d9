"""The tune model: weights as the studio trained them, and the layers that studio and toy share."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Model:
    notes: np.ndarray
    """(note, width): a vector for each note."""
    layers: tuple
    """For each layer its matrices query, key, value, out, widen, narrow."""
    window: int
    """How many notes a note can hear in each layer, itself included."""


def load(path):
    with np.load(path) as file:
        parts = ("query", "key", "value", "out", "widen", "narrow")
        layers = tuple({part: file[f"{part}{number}"] for part in parts} for number in range(int(file["layers"])))
        return Model(file["notes"], layers, int(file["window"]))


def turned(vectors, places):
    """Pairs of numbers turned by an angle that grows with the place: products then tell how far apart places are."""
    half = vectors.shape[-1] // 2
    angles = np.asarray(places)[:, None] * 0.6 ** np.arange(half)
    one, other, cos, sin = vectors[..., :half], vectors[..., half:], np.cos(angles), np.sin(angles)
    return np.concatenate([one * cos - other * sin, one * sin + other * cos], axis=-1)


def normal(x):
    return x / np.sqrt((x**2).mean(axis=-1, keepdims=True) + 1e-6)


def softmax(scores):
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return raised / raised.sum(axis=-1, keepdims=True)


def attended(layer, query, keys, values, heard):
    """What each query takes from the values that it has `heard`."""
    scores = query @ keys.T / np.sqrt(query.shape[-1])
    return softmax(np.where(heard, scores, -np.inf)) @ values @ layer["out"]


def after(layer, x):
    """The part of a layer that looks at each note alone."""
    return x + np.maximum(normal(x) @ layer["widen"], 0) @ layer["narrow"]


def chances(model, x):
    """The chance of each note to be next."""
    return softmax(normal(x) @ model.notes.T)
