"""How likely a lift is to break down within seven days."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from readings import SENT


def prepared(table):
    """What the model looks at: gaps filled by the median, each reading in spreads from its mean.

    Training and service both come through here, so that neither can be changed without the other.
    """
    values = table[SENT].astype(float)
    values = values.fillna(values.median())
    spread = values.std(ddof=0).replace(0.0, 1.0)
    # Some makes lack a sensor altogether; such a reading has no say.
    return ((values - values.mean()) / spread).fillna(0.0).to_numpy()


@dataclass(frozen=True)
class Model:
    base: float
    weights: dict

    def risks(self, table):
        """Probability of a breakdown for each row."""
        score = self.base + prepared(table) @ np.array([self.weights[name] for name in SENT])
        return 1 / (1 + np.exp(-score))

    def save(self, path):
        Path(path).write_text(json.dumps(asdict(self), indent=1))

    @classmethod
    def load(cls, path):
        return cls(**json.loads(Path(path).read_text()))


def fit(table, penalty=1.0):
    """Logistic regression by Newton's method, with a light penalty on the weights."""
    inputs = np.column_stack([np.ones(len(table)), prepared(table)])
    stopped = table["stopped"].to_numpy(float)
    shrink = penalty * np.diag([0.0] + [1.0] * len(SENT))
    found = np.zeros(inputs.shape[1])
    for _ in range(12):
        chance = 1 / (1 + np.exp(-inputs @ found))
        slope = inputs.T @ (stopped - chance) - shrink @ found
        found = found + np.linalg.solve((inputs.T * (chance * (1 - chance))) @ inputs + shrink, slope)
    base, *weights = found.tolist()
    return Model(
        base=base,
        weights=dict(zip(SENT, weights, strict=True)),
    )
