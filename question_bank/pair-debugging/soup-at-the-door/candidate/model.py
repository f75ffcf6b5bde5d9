"""The model of the minutes from order to door: one weight a feature, kept as JSON."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np


@dataclass(frozen=True)
class Model:
    names: list  # of the features, in the order of the weights
    weights: list
    start: float
    usual: dict  # by feature: what stands in for a value that nobody has

    def minutes(self, vectors):
        """Minutes for rows of features, in the order of `names`."""
        return self.start + np.asarray(vectors, dtype=float) @ np.asarray(self.weights)

    def save(self, path):
        Path(path).write_text(json.dumps(asdict(self), indent=1))

    @classmethod
    def load(cls, path):
        return cls(**json.loads(Path(path).read_text()))
