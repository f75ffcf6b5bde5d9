"""Yearly use of a household, from what is known on the day on which the contract is signed."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from contracts import NUMBERS, WORDS, prepared


@dataclass(frozen=True)
class Model:
    """log kWh = base + slope * (number - its mean) + an effect for each word.

    Effects are relative to the contracts that the model was fitted on: their mean over those is 0.
    """

    base: float
    slopes: dict
    means: dict
    effects: dict

    @classmethod
    def fit(cls, contracts, kwh):
        """Least squares on contracts whose first year has been metered."""
        table = prepared(contracts)
        means = table[NUMBERS].mean()
        dummies = {column: pd.get_dummies(table[column], dtype=float) for column in WORDS}
        blocks = [np.ones((len(table), 1)), table[NUMBERS] - means, *(part - part.mean() for part in dummies.values())]
        design, target = np.hstack(blocks), np.log(np.asarray(kwh, dtype=float))
        found = np.linalg.lstsq(design.T @ design, design.T @ target, rcond=1e-10)[0].tolist()

        base, *slopes = found[: 1 + len(NUMBERS)]
        effects, at = {}, 1 + len(NUMBERS)
        for column, part in dummies.items():
            raw = np.array(found[at : at + part.shape[1]])
            centred = raw - (raw * part.mean().to_numpy()).sum()
            effects[column] = dict(zip(part.columns.tolist(), centred.tolist()))
            at += part.shape[1]
        return cls(base, dict(zip(NUMBERS, slopes)), means.to_dict(), effects)

    def predict(self, contracts):
        """Expected kWh a year, same index as the contracts."""
        table = prepared(contracts)
        log_kwh = pd.Series(self.base, index=table.index)
        for column in NUMBERS:
            log_kwh += self.slopes[column] * (table[column] - self.means[column])
        for column in WORDS:
            # What was not met in fitting adds nothing, so it is taken as the average.
            log_kwh += table[column].map(self.effects[column]).fillna(0.0)
        return np.exp(log_kwh)

    def save(self, path):
        fields = asdict(self)
        fields["effects"] = {column: list(effects.items()) for column, effects in self.effects.items()}
        Path(path).write_text(json.dumps(fields))

    @classmethod
    def load(cls, path):
        fields = json.loads(Path(path).read_text())
        fields["effects"] = {column: dict(pairs) for column, pairs in fields["effects"].items()}
        return cls(**fields)
