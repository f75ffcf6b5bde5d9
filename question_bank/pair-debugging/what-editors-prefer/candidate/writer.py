"""A small writer of travel texts: after each word, the chance of each word to be next."""

import numpy as np

END = 0
"""Stands before the first word of a text and after the last."""


class Writer:
    def __init__(self, scores: np.ndarray):
        """scores: (word, next word)."""
        self.scores = np.array(scores, dtype=float)

    def chances(self) -> np.ndarray:
        raised = np.exp(self.scores - self.scores.max(axis=1, keepdims=True))
        return raised / raised.sum(axis=1, keepdims=True)

    def logs(self, text: np.ndarray) -> np.ndarray:
        """Log of the chance of each word of a text after the word before it, the end included."""
        return np.log(self.chances())[np.concatenate([[END], text]), np.concatenate([text, [END]])]

    def slope_of_mean(self, text: np.ndarray) -> np.ndarray:
        """Slope of the mean of `logs` with the scores."""
        before, after = np.concatenate([[END], text]), np.concatenate([text, [END]])
        slope = np.zeros_like(self.scores)
        np.add.at(slope, (before, after), 1)
        slope -= slope.sum(axis=1, keepdims=True) * self.chances()
        return slope / len(before)

    def typical_length(self) -> float:
        """Words that a text of this writer has in the mean."""
        inner = self.chances()[1:, 1:]
        return float(self.chances()[END, 1:] @ np.linalg.solve(np.eye(len(inner)) - inner, np.ones(len(inner))))
