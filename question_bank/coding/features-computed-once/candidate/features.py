"""What the forecast of a house's use of electricity is made from."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np


@dataclass(frozen=True)
class Feature:
    name: str
    needs: tuple
    """Names of columns of the table, or of other features."""
    compute: Callable
    """Takes a dict of what it needs, name -> array, and the settings by name; gives an array of the same length."""
    version: int = 1
    """Whoever changes what `compute` gives raises it."""
    settings: dict = field(default_factory=dict)
    """Numbers and texts by name."""


def per_person(inputs):
    return inputs["used_kwh"] / inputs["people"]


def house_mean(inputs, weight):
    """Mean use of the house, drawn towards the mean of all; the more so the fewer rows it has."""
    _, house = np.unique(inputs["house"], return_inverse=True)
    rows, total = np.bincount(house), np.bincount(house, inputs["used_kwh"])
    return ((total + weight * inputs["used_kwh"].mean()) / (rows + weight))[house]


def above_mean(inputs):
    return inputs["used_kwh"] - inputs["house_mean"]


def sun_share(inputs, panels_kw):
    return np.minimum(inputs["sun_hours"] * panels_kw / inputs["used_kwh"], 1.0)


def weekday(inputs):
    """0 is Monday."""
    return (inputs["day"].astype("datetime64[D]").astype("int64") + 3) % 7


def odd_day(inputs, limit):
    return (np.abs(inputs["above_mean"]) > limit) & (inputs["weekday"] < 5)


FEATURES = {
    feature.name: feature
    for feature in (
        Feature("per_person", ("used_kwh", "people"), per_person),
        Feature("house_mean", ("house", "used_kwh"), house_mean, version=3, settings={"weight": 8}),
        Feature("above_mean", ("used_kwh", "house_mean"), above_mean),
        Feature("sun_share", ("sun_hours", "used_kwh"), sun_share, version=2, settings={"panels_kw": 0.4}),
        Feature("weekday", ("day",), weekday),
        Feature("odd_day", ("above_mean", "weekday"), odd_day, settings={"limit": 4.5}),
    )
}
