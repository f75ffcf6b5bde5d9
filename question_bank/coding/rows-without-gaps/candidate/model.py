"""Stands in for the model: one step of attention, with weights of chance."""

import numpy as np

TOKENS, PLACES, WIDTH = 64, 64, 8
_draw = np.random.default_rng(7)
_TOKEN, _PLACE = _draw.normal(size=(TOKENS, WIDTH)), _draw.normal(size=(PLACES, WIDTH))


def forward(tokens, places, sees):
    """What the model makes of each place of a row, a number for each. `sees[i, j]`: whether place i sees place j."""
    read = _TOKEN[np.asarray(tokens)] + _PLACE[np.asarray(places)]
    scores = np.where(sees, read @ read.T / np.sqrt(WIDTH), -np.inf)
    scores = np.exp(scores - scores.max(axis=1, keepdims=True))
    return (scores / scores.sum(axis=1, keepdims=True) @ read).sum(axis=1)
