"""The handset's own program, as it is burnt in: reads a file and multiplies. It cannot be changed."""

import numpy as np


class Handset:
    def __init__(self, path):
        with np.load(path) as file:
            self.word, self.now, self.past = file["word"], file["now"], file["past"]
            self.tell = file["tell"] if "tell" in file else self.word.T

    def chances(self, call):
        """(place, word): after each word of the call."""
        x = self.word[call]
        past = np.cumsum(x, axis=0) / np.arange(1, len(x) + 1)[:, None]
        scores = np.tanh(x @ self.now + past @ self.past) @ self.tell
        raised = np.exp(scores - scores.max(axis=1, keepdims=True))
        return raised / raised.sum(axis=1, keepdims=True)
