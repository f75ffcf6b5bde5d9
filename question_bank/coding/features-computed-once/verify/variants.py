# hiretool-canary-4eea05ff-cc59-4e68-bfbb-217265eed2d3
"""Seed -> the numbers in the prompt, and a table of houses and days."""

import csv

import numpy as np


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    rng = np.random.default_rng([seed, 1])
    return {
        "houses": int(rng.integers(40, 90)),
        "days": int(rng.integers(25, 60)),
        "minutes": int(rng.integers(25, 95)),
        "features": int(rng.integers(120, 400)),
        "builds": int(rng.integers(8, 30)),
    }


def days(seed, houses=None, many=None):
    """Column -> array: one row for each house and day. The sun of some was not measured."""
    facts, rng = generate(seed), np.random.default_rng([seed, 2])
    houses, many = houses or facts["houses"], many or facts["days"]
    rows = houses * many
    sun = np.round(rng.uniform(0, 9, rows), 1)
    sun[rng.random(rows) < 0.03] = np.nan
    return {
        "house": np.repeat([f"h{number:03d}" for number in range(houses)], many),
        "day": np.tile(np.datetime64("2026-02-01") + np.arange(many).astype("timedelta64[D]"), houses),
        "people": np.repeat(rng.integers(1, 6, houses), many),
        "used_kwh": np.round(rng.gamma(3.0, 3.0, rows) + 0.5, 2),
        "sun_hours": sun,
    }


def write(folder, seed):
    """Put data/days.csv into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    table = days(seed)
    columns = [["" if value != value else str(value) for value in values.tolist()] for values in table.values()]
    with open(folder / "data" / "days.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(table)
        writer.writerows(zip(*columns))
