"""Nights in a glasshouse: what was forecast in the evening, and the heat that the night took."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np


@dataclass(frozen=True)
class Nights:
    forecast: np.ndarray
    """One row a night: frost, wind, cloud, snow, humidity and so on, each brought to mean 0 and spread 1."""
    heat: np.ndarray
    """Kilowatt-hours."""


def load(path: Path) -> Nights:
    rows = np.loadtxt(path, delimiter=",", skiprows=1)
    return Nights(rows[:, :-1], rows[:, -1])
