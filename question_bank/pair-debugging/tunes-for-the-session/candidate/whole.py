"""One tune from beginning to end in one pass, as in training."""

import numpy as np

from model import after, attended, beats, chances, normal


def told(model, tune):
    """(place, note): after each note of the tune, the chance of each note to be next."""
    notes = np.asarray(tune)[None]
    seen = np.tri(notes.shape[1], dtype=bool)
    x = model.notes[notes] + model.beats[beats(notes)]
    for layer in model.layers:
        inner = normal(x)
        x = x + attended(layer, inner @ layer["query"], inner @ layer["key"], inner @ layer["value"], seen)
        x = after(layer, x)
    return chances(model, x)[0]
