"""In the toy notes arrive a few at a time, and what is needed of earlier ones is kept."""

import numpy as np

from model import after, attended, chances, normal, turned


class Kept:
    """Keys and values of the notes that later ones can still hear, for one layer."""

    def __init__(self, width):
        self.keys = np.zeros((0, width))
        self.values = np.zeros((0, width))

    def __len__(self):
        return len(self.keys)

    def add(self, keys, values, most):
        """Put new ones behind; drop the oldest, so that at most `most` stay."""
        self.keys = np.concatenate([self.keys, keys])[-most:]
        self.values = np.concatenate([self.values, values])[-most:]


class Toy:
    def __init__(self, model):
        self.model = model
        self.kept = [Kept(model.notes.shape[1]) for _ in model.layers]
        self.next = None
        """The chances after the last note heard."""

    def hear(self, notes):
        """Go on by some notes. (place, note): after each of them, the chance of each note to be next."""
        start = len(self.kept[0])
        places = np.arange(start, start + len(notes))
        back = places[:, None] - np.arange(start + len(notes))
        heard = (back >= 0) & (back < self.model.window)
        x = self.model.notes[notes]
        for layer, kept in zip(self.model.layers, self.kept, strict=True):
            inner = normal(x)
            query, keys = turned(inner @ layer["query"], places), turned(inner @ layer["key"], places)
            values = inner @ layer["value"]
            all_keys, all_values = np.concatenate([kept.keys, keys]), np.concatenate([kept.values, values])
            x = after(layer, x + attended(layer, query, all_keys, all_values, heard))
            kept.add(keys, values, self.model.window)
        found = chances(self.model, x)
        self.next = found[-1]
        return found

    def play(self, count, rng):
        """Go on by `count` notes of its own, each drawn by the chances so far. Something must have been heard."""
        played = []
        for _ in range(count):
            played.append(int(rng.choice(len(self.next), p=self.next)))
            self.hear(played[-1:])
        return played
