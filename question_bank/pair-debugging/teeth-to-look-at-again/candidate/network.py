"""Measures of a tooth on an X-ray -> the chance that a dentist should look at it again."""

from contextlib import contextmanager

import numpy as np

JITTER = 0.25
"""Spread of what two people measure on one picture, as a share of each measure's own spread."""
DROPPED = 0.3


class Network:
    """In training each measure is jittered, and a share of the hidden numbers is dropped."""

    def __init__(self, numbers, seed=0):
        self.numbers = {name: np.array(value) for name, value in numbers.items()}
        self.rng = np.random.default_rng(seed)
        self.training = True

    def forward(self, measures):
        return self._passed(measures)[-1]

    def _passed(self, measures):
        kept = np.ones((len(measures), len(self.numbers["lift"])))
        if self.training:
            measures = measures + self.rng.normal(0, JITTER, measures.shape)
            kept = (self.rng.random(kept.shape) >= DROPPED) / (1 - DROPPED)
        hidden = np.maximum(measures @ self.numbers["in"] + self.numbers["lift"], 0) * kept
        return measures, kept, hidden, 1 / (1 + np.exp(-(hidden @ self.numbers["out"] + self.numbers["base"])))

    def slopes(self, measures, again):
        """Slopes of the mean log loss, by the name of the numbers."""
        measures, kept, hidden, chances = self._passed(measures)
        off = (chances - again) / len(again)
        back = np.outer(off, self.numbers["out"]) * kept * (hidden > 0)
        return {"in": measures.T @ back, "lift": back.sum(axis=0), "out": hidden.T @ off, "base": off.sum()}


@contextmanager
def at_rest(network):
    """Nothing is jittered or dropped in here; afterwards the network is as it was, whatever happens."""
    before = network.training
    network.training = False
    try:
        yield
    finally:
        network.training = before
