"""The heating curve: how much an estate uses on a day, by how cold it is."""

import numpy as np


def fit(days):
    """kWh at 0 degrees, and what one degree more adds (it is below 0)."""
    slope, at_zero = np.polyfit(days["outdoor"], days["kwh"], 1)
    return float(at_zero), float(slope)


def expected(weights, outdoor):
    """kWh for each temperature."""
    at_zero, slope = weights
    return at_zero + slope * outdoor
