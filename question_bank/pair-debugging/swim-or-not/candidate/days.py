"""Days at a bathing place: what was measured in the morning, and what the laboratory found two days later."""

import csv
from dataclasses import dataclass

import numpy as np

MEASURED = ("rain_mm", "rain_before_mm", "sun_hours", "flow", "level_cm", "wind")
MEASURED += ("water_temperature", "cloudiness", "acidity", "bathers")


@dataclass(frozen=True)
class Days:
    measured: np.ndarray
    """One row a day, one column for each of MEASURED, each brought to mean 0 and spread 1 over all years."""
    germs: np.ndarray
    """Logarithm, base 10, of the germs in 100 ml."""


def load(path):
    with open(path, newline="") as file:
        rows = list(csv.DictReader(file))
    measured = np.array([[float(row[name]) for name in MEASURED] for row in rows])
    return Days(measured, np.array([float(row["germs"]) for row in rows]))
