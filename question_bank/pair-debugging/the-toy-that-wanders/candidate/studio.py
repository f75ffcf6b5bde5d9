"""In the studio a tune is there from beginning to end, and is gone through in one piece."""

import numpy as np

from model import after, attended, chances, normal, turned


def told(model, tune):
    """(place, note): after each note of the tune, the chance of each note to be next."""
    places = np.arange(len(tune))
    back = places[:, None] - places
    heard = (back >= 0) & (back < model.window)
    x = model.notes[tune]
    for layer in model.layers:
        inner = normal(x)
        query, keys = turned(inner @ layer["query"], places), turned(inner @ layer["key"], places)
        x = after(layer, x + attended(layer, query, keys, inner @ layer["value"], heard))
    return chances(model, x)
