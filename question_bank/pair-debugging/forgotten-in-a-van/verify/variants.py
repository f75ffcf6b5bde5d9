# hiretool-canary-c4fa7311-08fd-47ad-90a8-4cf1c9d67ef7
"""Seed -> the numbers in the prompt, and the rides that the candidate receives."""

import math
from functools import lru_cache

import numpy as np
import pandas as pd

INPUTS = ["minutes", "km", "charge", "battery_c"]
FIRST_WEEK, WEEKS = 18, 10


def _rides(rng, count, warmer=0.0):
    """Rides of one stretch of time. Batteries tell their temperature, `warmer` than it is."""
    km = 0.3 + 8.2 * rng.beta(1.6, 3.2, count)
    minutes = np.clip(km * rng.uniform(3.2, 5.2, count) + rng.uniform(0, 4, count), 1, 45)
    charge = 15 + 85 * rng.beta(2.2, 1.6, count)
    battery = 8 + 24 * rng.beta(2.5, 2.5, count)
    # Cold batteries give less. The model knows it, by the temperature that it is told.
    whole, told = 0.42 + 0.006 * (battery - 20), 0.42 + 0.006 * (battery + warmer - 20)
    left = np.clip(charge * whole - km, 0, None) + rng.normal(0, 0.8, count)
    return {
        "ended": np.where(rng.random(count) < 0.03, "call centre", "lock"),
        "minutes": minutes.round(1),
        "km": km.round(2),
        "charge": charge.round(),
        "battery_c": (battery + warmer).round(1),
        "promised_km": np.clip(charge * told - km, 0, None).round(1),
        "left_km": np.clip(left, 0, None).round(1),
    }


@lru_cache(maxsize=4)
def fleet(seed):
    """Training rides, rides by week, the week of the forgotten scooter and the week of the new batteries."""
    rng = np.random.default_rng([seed, 1])
    van, new = int(rng.integers(1, 5)), int(rng.integers(5, 8))
    warmer = float(rng.integers(7, 11))
    since = []
    for number in range(WEEKS):
        week = _rides(rng, int(rng.integers(420, 620)), warmer if number >= new else 0.0)
        since.append({"week": np.full(len(week["km"]), f"2026-{FIRST_WEEK + number}"), **week})
    hours = int(rng.integers(60, 120))
    lost = int(rng.integers(0, 400))
    since[van]["ended"][lost], since[van]["minutes"][lost] = "lock", 60.0 * hours
    return {
        "training": _rides(rng, int(rng.integers(3600, 4400))),
        "since": since,
        "van": van,
        "new": new,
        "warmer": warmer,
        "hours": hours,
    }


def locked(table):
    """Columns of the rides that the lock ended."""
    kept = table["ended"] == "lock"
    return {name: values[kept] for name, values in table.items()}


def spread_index(then, now):
    """The index as the project has it: each side in ten equal ranges between its own ends."""
    parts = []
    for values in (then, now):
        values = np.sort(np.asarray(values, dtype=float))
        ends = np.linspace(values[0], values[-1], 11)
        below = np.searchsorted(values, ends[1:-1], side="left")
        counts = np.diff(np.concatenate([[0], below, [len(values)]]))
        parts.append(np.maximum(counts / len(values), 1e-4))
    return math.fsum((new - old) * (math.log(new) - math.log(old)) for old, new in zip(*parts, strict=True))


def generate(seed):
    """Numbers that appear in the prompt. None if some other week is marked, or the new batteries are."""
    facts = fleet(seed)
    training, since = locked(facts["training"]), [locked(week) for week in facts["since"]]
    found = [{name: spread_index(training[name], week[name]) for name in INPUTS} for week in since]
    loud = [(number, name) for number, row in enumerate(found) for name, value in row.items() if value >= 0.25]
    if loud != [(facts["van"], "minutes")]:
        return None
    errors = [float(np.abs(week["promised_km"] - week["left_km"]).mean()) for week in since]
    return {
        "van_week": FIRST_WEEK + facts["van"],
        "van_index": round(found[facts["van"]]["minutes"], 2),
        "hours": facts["hours"],
        "new_week": FIRST_WEEK + facts["new"],
        "new_index": round(max(row["battery_c"] for row in found[facts["new"] :]), 2),
        "error_before": round(float(np.mean(errors[: facts["new"]])), 1),
        "error_after": round(float(np.mean(errors[facts["new"] :])), 1),
    }


def write(folder, seed):
    """Put data/training.csv and data/since.csv into `folder`."""
    facts = fleet(seed)
    (folder / "data").mkdir(parents=True, exist_ok=True)
    pd.DataFrame(facts["training"]).to_csv(folder / "data" / "training.csv", index=False)
    pd.concat(map(pd.DataFrame, facts["since"])).to_csv(folder / "data" / "since.csv", index=False)
