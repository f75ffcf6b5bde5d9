"""The tune model: weights as they were trained, and what a pass over notes is made of."""

from dataclasses import dataclass

import numpy as np

FILL, BAR = 0, 1  # nothing at all; a bar line; every other number is a note
MOST = 8  # beats that are told apart


@dataclass(frozen=True)
class Model:
    notes: np.ndarray
    """(note, width): a vector for each note."""
    beats: np.ndarray
    """(beat, width): a vector for each beat of a bar."""
    layers: tuple
    """For each layer its matrices query, key, value, out, widen, narrow, and near: a number for each distance."""


def load(path):
    with np.load(path) as file:
        parts = ("query", "key", "value", "out", "widen", "narrow", "near")
        layers = tuple({part: file[f"{part}{number}"] for part in parts} for number in range(int(file["layers"])))
        return Model(file["notes"], file["beats"], layers)


def beats(notes, before=0):
    """(row, place): how many notes since the last bar line. Filling counts for nothing."""
    found = []
    for column in notes.T:
        before = np.where(column == BAR, 0, np.minimum(before + (column > BAR), MOST))
        found.append(before)
    return np.stack(found, axis=1)


def normal(x):
    return x / np.sqrt((x**2).mean(axis=-1, keepdims=True) + 1e-6)


def softmax(scores):
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return raised / raised.sum(axis=-1, keepdims=True)


def attended(layer, query, keys, values, seen):
    """What the last places take from all places, by likeness and distance, where they are `seen`."""
    places = np.arange(keys.shape[-2])
    apart = places[-query.shape[-2] :, None] - places
    near = layer["near"][np.clip(apart, 0, len(layer["near"]) - 1)]
    scores = query @ keys.swapaxes(-1, -2) / np.sqrt(query.shape[-1]) + near
    return softmax(np.where(seen, scores, -1e9)) @ values @ layer["out"]


def after(layer, x):
    """The part of a layer that looks at each place alone."""
    return x + np.maximum(normal(x) @ layer["widen"], 0) @ layer["narrow"]


def chances(model, x):
    """The chance of each note to be next."""
    return softmax(normal(x) @ model.notes.T)
