"""Log of past orders -> the table that the model was fitted on, and its predictions."""

import csv
from datetime import datetime

import numpy as np

RUSH = range(18, 21)  # dinner, by the clock in the kitchen


def read(path):
    """One dict an order, as logged. The log has local times with their distance from UTC; an empty cell is unknown."""
    with open(path, newline="") as lines:
        return list(csv.DictReader(lines))


def columns(orders):
    """{feature: values, nan where unknown}."""

    def numbers(name):
        return np.array([float(order[name]) if order[name] else np.nan for order in orders])

    placed = [datetime.fromisoformat(order["placed"]) for order in orders]
    return {
        "kilometres": numbers("kilometres"),
        "dishes": numbers("dishes"),
        "waiting": numbers("waiting"),
        "rain": numbers("rain"),
        "rush": np.array([float(moment.hour in RUSH) for moment in placed]),
        "weekend": np.array([float(moment.weekday() >= 5) for moment in placed]),
    }


def predictions(model, orders):
    """Minutes by order, as when the model was fitted."""
    found = columns(orders)
    filled = [np.where(np.isnan(found[name]), model.usual[name], found[name]) for name in model.names]
    return model.minutes(np.column_stack(filled))
