# hiretool-canary-0065228d-8f3b-45f9-8f47-4e83dc9253c0
"""Seed -> the numbers in the prompt, and the readings that the candidate receives."""

from functools import lru_cache

import numpy as np
import pandas as pd

SENT = ["door_s", "offset_mm", "motor_a", "trips", "days_since_service"]
STREETS = [
    "Quay",
    "Mill",
    "Abbey",
    "Garden",
    "Station",
    "Tower",
    "Canal",
    "Market",
    "Bridge",
    "Harbour",
    "Castle",
    "Park",
]
VISIT_FROM = 0.25


@lru_cache(maxsize=4)
def fleet(seed):
    """Buildings and their lifts. Some buildings are hard on their lifts, and some are busy."""
    rng = np.random.default_rng([seed, 1])
    count = int(rng.integers(13, 17))
    numbers = rng.choice(60, count, replace=False) + 1
    streets = rng.integers(0, len(STREETS), count)
    names = sorted(f"{STREETS[street]} {number}" for street, number in zip(streets, numbers, strict=True))
    sizes = rng.integers(4, 19, count)
    wear = rng.permutation(np.linspace(-2.2, 1.7, count)) + rng.normal(0, 0.1, count)
    busy = rng.normal(0, 0.35, count)
    rng.choice(count, 3, replace=False)  # keeps each seed's variant what it was when the figures were measured
    place = np.repeat(np.arange(count), sizes)
    return {
        "building": np.array(names)[place],
        "lift": np.array([f"L{number + 101}" for number in range(len(place))]),
        "wear": wear[place],
        "busy": busy[place],
        "bare": np.isin(place, rng.choice(count, 3, replace=False)),
    }


def _mornings(seed, stream, first, weeks):
    rng, lifts = np.random.default_rng([seed, stream]), fleet(seed)
    count, rows = len(lifts["lift"]), []
    age = rng.integers(5, 80, count)
    for week in range(weeks):
        scale = 0.9 * lifts["wear"] + (age - 45) / 55 + rng.normal(0, 0.4, count)
        trips = np.exp(5.4 + lifts["busy"] + rng.normal(0, 0.25, count)).astype(int)
        chance = 1 / (1 + np.exp(-(-3.3 + 2.0 * scale + 0.5 * (np.log(trips) - 5.4))))
        stopped = rng.random(count) < chance
        gaps = rng.random((3, count)) < np.array([[0.05], [0.07], [0.08]])
        rows.append(
            {
                "building": lifts["building"],
                "lift": lifts["lift"],
                "day": np.full(count, str(np.datetime64(first) + np.timedelta64(7 * week, "D"))),
                "door_s": np.where(gaps[0], np.nan, (3.4 + 0.55 * scale + rng.normal(0, 0.23, count)).round(2)),
                "offset_mm": np.where(gaps[1], np.nan, (5 + 2.1 * scale + rng.normal(0, 1.2, count)).round(1)),
                "motor_a": np.where(
                    gaps[2] | lifts["bare"], np.nan, (14 + 1.6 * scale + rng.normal(0, 1.2, count)).round(1)
                ),
                "trips": trips,
                "days_since_service": age,
                "stopped": stopped.astype(int),
            }
        )
        age = np.where(stopped | (age > 95), rng.integers(0, 7, count), age + 7)
    return pd.DataFrame({name: np.concatenate([row[name] for row in rows]) for name in rows[0]})


@lru_cache(maxsize=4)
def tables(seed):
    """The training table, and the month after it."""
    return {"training": _mornings(seed, 2, "2026-01-05", 7), "month": _mornings(seed, 3, "2026-02-23", 4)}


def usual(table):
    """Median, mean and spread of each reading, gaps filled first. Plain arrays, no frames."""
    values = table[SENT].to_numpy(float)
    median = np.array([np.median(column[~np.isnan(column)]) for column in values.T])
    filled = np.where(np.isnan(values), median, values)
    mean = filled.sum(axis=0) / len(filled)
    return median, mean, np.sqrt(((filled - mean) ** 2).sum(axis=0) / len(filled))


def scaled(table, median, mean, spread):
    values = table[SENT].to_numpy(float)
    return (np.where(np.isnan(values), median, values) - mean) / spread


@lru_cache(maxsize=4)
def learnt(seed):
    """Base and weights from the training table, by weighted least squares over and over, and what is usual there."""
    table = tables(seed)["training"]
    about = usual(table)
    inputs = np.column_stack([scaled(table, *about), np.ones(len(table))])
    stopped = table["stopped"].to_numpy(float)
    ridge = np.eye(len(SENT) + 1)[: len(SENT)]
    found = np.zeros(len(SENT) + 1)
    for _ in range(12):
        chance = 1 / (1 + np.exp(-inputs @ found))
        weight = chance * (1 - chance)
        target = inputs @ found + (stopped - chance) / weight
        root = np.sqrt(weight)
        found = np.linalg.lstsq(
            np.vstack([inputs * root[:, None], ridge]), np.concatenate([target * root, np.zeros(len(SENT))]), rcond=None
        )[0]
    return found, about


def risks(seed, table):
    """Risk of each row, by what was usual in training."""
    found, about = learnt(seed)
    return 1 / (1 + np.exp(-(scaled(table, *about) @ found[:-1] + found[-1])))


def _as_given(seed, values):
    """Risk of each row of `values`, by what is usual in `values` themselves."""
    found, _ = learnt(seed)
    parts = np.zeros(values.shape)
    for place, column in enumerate(values.T):
        sent = ~np.isnan(column)
        if not sent.any():
            continue
        filled = np.where(sent, column, np.median(column[sent]))
        deviation = np.sqrt(((filled - filled.mean()) ** 2).mean())
        parts[:, place] = (filled - filled.mean()) / (deviation if deviation > 0 else 1.0)
    return 1 / (1 + np.exp(-(parts @ found[:-1] + found[-1])))


def generate(seed):
    """Numbers that appear in the prompt. None if the service does not fall far behind the test."""
    month = tables(seed)["month"]
    stopped = month["stopped"].to_numpy() == 1
    values, day, building = month[SENT].to_numpy(float), month["day"].to_numpy(), month["building"].to_numpy()
    tested = _as_given(seed, values) >= VISIT_FROM
    served = np.zeros(len(month), dtype=bool)
    for monday in sorted(set(day.tolist())):
        for place in sorted(set(building.tolist())):
            rows = (day == monday) & (building == place)
            served[rows] = _as_given(seed, values[rows]) >= VISIT_FROM
    found = {name: int((visits & stopped).sum()) for name, visits in (("test", tested), ("service", served))}
    if found["test"] - found["service"] < 0.15 * stopped.sum():
        return None
    return {
        "buildings": month["building"].nunique(),
        "lifts": month["lift"].nunique(),
        "breakdowns": int(stopped.sum()),
        "test_visits": int(tested.sum()),
        "service_visits": int(served.sum()),
        "test_found": found["test"],
        "service_found": found["service"],
    }


def write(folder, seed):
    """Put data/training.csv and data/month.csv into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    for name, table in tables(seed).items():
        table.to_csv(folder / "data" / f"{name}.csv", index=False)
