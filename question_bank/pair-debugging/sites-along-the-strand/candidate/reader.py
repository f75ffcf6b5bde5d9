"""The service's reader: the bases of a stretch and where it begins -> the score of a binding site."""

import numpy as np

from weights import Reader

LETTERS = "ACGTN"


def softmax(scores: np.ndarray) -> np.ndarray:
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return raised / raised.sum(axis=-1, keepdims=True)


def level(x: np.ndarray) -> np.ndarray:
    return x / np.sqrt((x**2).mean(axis=-1, keepdims=True) + 1e-6)


def turned(vectors: np.ndarray, places: np.ndarray) -> np.ndarray:
    """(head, place, number): each pair turned by an angle that grows with the place, slower from pair to pair."""
    half = vectors.shape[-1] // 2
    angles = places[:, None] * 30.0 ** (-np.arange(half) / half)
    first, second, cos, sin = vectors[..., :half], vectors[..., half:], np.cos(angles), np.sin(angles)
    return np.concatenate([first * cos - second * sin, first * sin + second * cos], axis=-1)


def in_heads(x: np.ndarray, heads: int) -> np.ndarray:
    """(place, all numbers) -> (head, place, numbers of the head)."""
    return x.reshape(len(x), heads, -1).swapaxes(0, 1)


def score(reader: Reader, stretch: str, start: int = 0) -> float:
    """How surely the stretch, whose first base lies at `start` on the strand, holds a site; between 0 and 1."""
    x = reader.bases[[LETTERS.index(letter) for letter in stretch]]
    places = start + np.arange(len(x))
    share = reader.heads // reader.groups
    for layer in reader.layers:
        inner = level(x)
        query = turned(in_heads(inner @ layer["query"], reader.heads), places)
        key = turned(in_heads(inner @ layer["key"], reader.groups), places).repeat(share, axis=0)
        value = in_heads(inner @ layer["value"], reader.groups).repeat(share, axis=0)
        looks = softmax(query @ key.swapaxes(1, 2) / np.sqrt(query.shape[-1]))
        x = x + (looks @ value).swapaxes(0, 1).reshape(len(x), -1) @ layer["out"]
    return float(1 / (1 + np.exp(-level(x).mean(axis=0) @ reader.site)))
