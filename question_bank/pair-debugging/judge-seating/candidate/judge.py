"""The judge: given a question and two answers, how likely is it that people prefer the first?

Weights come from the evaluation group, who fitted them to preferences of staff and publish them as judge.json.
"""

import json
from pathlib import Path

import numpy as np


def traits(question, answer):
    """What the judge sees of one answer: words of the question taken up, length, figures given, hedging."""
    words = answer.lower().replace(",", " ").replace(".", " ").split()
    asked = {word for word in question.lower().strip("?").split() if len(word) > 3}
    return np.array(
        [
            len(asked & set(words)) / max(len(asked), 1),
            np.log(len(words) + 1),
            any(word[0].isdigit() for word in words),
            sum(word in {"perhaps", "usually", "may", "might"} for word in words),
        ],
        dtype=float,
    )


class Judge:
    def __init__(self, weights):
        self.weights = {name: np.asarray(values, dtype=float) for name, values in weights.items()}

    @classmethod
    def load(cls, path):
        return cls(json.loads(Path(path).read_text()))

    def verdict(self, question, first, second):
        """Probability, 0..1, that `first` is preferred to `second`."""
        score = traits(question, first) @ self.weights["first"] + traits(question, second) @ self.weights["second"]
        return float(1 / (1 + np.exp(-(score + self.weights["base"]))))
