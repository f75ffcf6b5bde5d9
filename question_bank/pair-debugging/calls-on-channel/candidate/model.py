"""A small model of radio calls: after each word of a call, the chance of each word to be next."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Adapter:
    """What a harbour adds to one layer: the layer's input goes down to a few numbers and up again."""

    down: np.ndarray
    up: np.ndarray
    scale: float

    def added(self, x: np.ndarray) -> np.ndarray:
        return self.scale * (x @ self.down @ self.up)


def matrix(weights: dict[str, np.ndarray], layer: str) -> np.ndarray:
    """What a layer multiplies by. Scores are told by the vectors of the words, unless there is a matrix of its own for them."""
    if layer == "tell" and "tell" not in weights:
        return weights["word"].T
    return weights[layer]


def chances(weights, call, adapters=None) -> np.ndarray:
    """(place, word) for a call, an array of words; adapters: {layer: Adapter}, for "now", "past" and "tell"."""

    def passed(layer, x):
        out = x @ matrix(weights, layer)
        return out + adapters[layer].added(x) if adapters and layer in adapters else out

    x = weights["word"][call]
    past = np.cumsum(x, axis=0) / np.arange(1, len(x) + 1)[:, None]
    hidden = np.tanh(passed("now", x) + passed("past", past))
    scores = passed("tell", hidden)
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    return raised / raised.sum(axis=1, keepdims=True)
