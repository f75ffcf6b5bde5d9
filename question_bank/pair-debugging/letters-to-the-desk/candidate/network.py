"""The words of a letter -> the chance that it cannot wait until tomorrow."""

import numpy as np


class Network:
    """Each word is looked at by itself; a letter is the mean of what its words gave."""

    def __init__(self, numbers):
        self.numbers = {name: np.array(value) for name, value in numbers.items()}

    def _by_word(self, words, lengths):
        """(letter, place, width) what goes in and (letter, place, hidden) what comes out."""
        written = np.arange(words.shape[1]) < lengths[:, None]
        # Whatever a line is filled up with goes in as nought.
        seen = self.numbers["word"][words] * written[:, :, None]
        return seen, np.tanh(seen @ self.numbers["in"] + self.numbers["lift"])

    def pooled(self, words, lengths):
        """(letter, hidden): the mean over the words of each letter. A letter without words gives noughts."""
        hidden = self._by_word(words, lengths)[1]
        return hidden.sum(axis=1) / np.maximum(lengths, 1)[:, None]

    def chances(self, words, lengths):
        return 1 / (1 + np.exp(-(self.pooled(words, lengths) @ self.numbers["out"] + self.numbers["base"])))

    def loss_and_gradients(self, words, lengths, urgent):
        """Mean log loss over the letters, and its gradient by the name of the numbers."""
        seen, hidden = self._by_word(words, lengths)
        count = np.maximum(lengths, 1)[:, None]
        pooled = hidden.sum(axis=1) / count
        chances = 1 / (1 + np.exp(-(pooled @ self.numbers["out"] + self.numbers["base"])))
        loss = -np.log(np.where(urgent, chances, 1 - chances)).mean()

        off = (chances - urgent) / len(urgent)
        to_pooled = np.outer(off, self.numbers["out"]) / count
        to_sum = to_pooled[:, None, :] * (1 - hidden**2)
        to_seen = to_sum @ self.numbers["in"].T
        word = np.zeros_like(self.numbers["word"])
        for line, length in enumerate(lengths):
            np.add.at(word, words[line, :length], to_seen[line, :length])
        return loss, {
            "word": word,
            "in": np.einsum("npw,nph->wh", seen, to_sum),
            "lift": to_sum.sum(axis=(0, 1)),
            "out": pooled.T @ off,
            "base": off.sum(),
        }
