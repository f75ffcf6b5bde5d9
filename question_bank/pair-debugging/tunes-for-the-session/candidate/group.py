"""Tunes that are continued side by side, a note of each at a time; what is needed of earlier notes is kept."""

import numpy as np

from model import FILL, after, attended, beats, chances, normal


def without(array, row):
    """The rows that stay: the last one takes the place of the one that leaves."""
    array = array.copy()
    array[row] = array[-1]
    return array[:-1]


class Kept:
    """Keys and values of all places so far, for one layer: (row, place, width)."""

    def __init__(self, rows, width):
        self.keys = np.zeros((rows, 0, width))
        self.values = np.zeros((rows, 0, width))

    def add(self, keys, values):
        self.keys = np.concatenate([self.keys, keys], axis=1)
        self.values = np.concatenate([self.values, values], axis=1)

    def leave(self, row):
        self.keys = without(self.keys, row)
        self.values = without(self.values, row)


class Group:
    """Begins with {name: opening}. Openings may have unlike lengths: short ones are filled up in front."""

    def __init__(self, model, openings):
        self.model, self.names = model, list(openings)
        longest = max(len(opening) for opening in openings.values())
        rows = [[FILL] * (longest - len(opening)) + list(opening) for opening in openings.values()]
        self.real = np.zeros((len(rows), 0), dtype=bool)
        self.beats = np.zeros(len(rows), dtype=int)
        self.kept = [Kept(len(rows), model.notes.shape[1]) for _ in model.layers]
        self.next = self._hear(np.array(rows))
        """{name: the chance of each note to be next}."""

    def _hear(self, notes):
        fresh = notes.shape[1]
        self.real = np.concatenate([self.real, notes != FILL], axis=1)
        places = np.arange(self.real.shape[1])
        seen = (places <= places[-fresh:, None]) & self.real[:, None, :]
        at = beats(notes, self.beats)
        self.beats = at[:, -1]
        x = self.model.notes[notes] + self.model.beats[at]
        for layer, kept in zip(self.model.layers, self.kept, strict=True):
            inner = normal(x)
            kept.add(inner @ layer["key"], inner @ layer["value"])
            x = x + attended(layer, inner @ layer["query"], kept.keys, kept.values, seen)
            x = after(layer, x)
        return dict(zip(self.names, chances(self.model, x[:, -1]), strict=True))

    def add(self, notes):
        """One more note of each tune: {name: note}."""
        self.next = self._hear(np.array([[notes[name]] for name in self.names]))

    def leave(self, name):
        """This tune has come to its end; the others go on."""
        row = self.names.index(name)
        self.names[row] = self.names[-1]
        self.names.pop()
        self.real, self.beats = without(self.real, row), without(self.beats, row)
        for kept in self.kept:
            kept.leave(row)
