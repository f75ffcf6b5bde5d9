"""What a pupil's reading in autumn lets one expect for spring."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from tests import FEATURES


@dataclass(frozen=True)
class Expectation:
    """A linear model: one weight for each of FEATURES, and a constant."""

    weights: np.ndarray

    @classmethod
    def fit(cls, past: pd.DataFrame) -> Expectation:
        """From pupils of an earlier year: FEATURES, and their score in spring."""
        return cls(np.linalg.lstsq(_design(past), past["spring"].to_numpy(float), rcond=None)[0])

    def of(self, pupils: pd.DataFrame) -> np.ndarray:
        """The score expected for each row."""
        return (_design(pupils) @ self.weights).round(1)


def _design(pupils: pd.DataFrame) -> np.ndarray:
    return np.column_stack([pupils[FEATURES].to_numpy(float), np.ones(len(pupils))])


def past(folder: Path) -> pd.DataFrame:
    """Pupils of last year, with FEATURES and spring."""
    return pd.read_csv(Path(folder) / "past.csv")


def off_on_past(pupils: pd.DataFrame) -> float:
    """How far off the model is, in the mean, on each third pupil of last year, fitted on the others."""
    third = np.arange(len(pupils)) % 3 == 0
    model = Expectation.fit(pupils[~third])
    return float(np.abs(model.of(pupils[third]) - pupils.loc[third, "spring"]).mean())
