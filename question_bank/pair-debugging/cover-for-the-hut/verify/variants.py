# hiretool-canary-e95dc7f5-c365-4073-b9c6-7f64ea96fea9
"""Seed -> the numbers in the prompt, and the bookings that the candidate receives."""

from functools import lru_cache

import numpy as np
import pandas as pd

TRAITS = ["days_ahead", "guests", "nights", "weekend", "climb_m", "deposit"]
LOADING, MOST = 1.20, 0.12


def _winter(rng, truth, name, count):
    days = rng.gamma(2.0, 30.0, count).astype(int) + 1
    guests = 1 + rng.poisson(2.2, count)
    nights = 1 + rng.binomial(4, 0.2, count)
    weekend = (rng.random(count) < 0.45).astype(int)
    climb = rng.choice([350, 600, 900, 1200, 1500], count)
    deposit = rng.choice([0.0, 0.1, 0.3], count, p=[0.4, 0.4, 0.2])
    price = np.round(guests * nights * rng.uniform(38, 72, count), 2)
    score = (
        truth["base"]
        + truth["days"] * (days - 60) / 40
        + truth["guests"] * (guests - 3)
        + truth["weekend"] * weekend
        + truth["climb"] * (climb - 900) / 500
        + truth["deposit"] * deposit
    )
    chance = 1 / (1 + np.exp(-score))
    return {
        "winter": np.full(count, name),
        "days_ahead": days,
        "guests": guests,
        "nights": nights,
        "weekend": weekend,
        "climb_m": climb,
        "deposit": deposit,
        "price": price,
        "cancelled": (rng.random(count) < chance).astype(int),
        "chance": chance,
    }


@lru_cache(maxsize=3)
def years(seed):
    """Three winters to learn from and the last one, with the chance that each booking had in truth."""
    rng = np.random.default_rng([seed, 1])
    truth = {
        "base": rng.uniform(-3.05, -2.75),
        "days": rng.uniform(0.45, 0.65),
        "guests": rng.uniform(0.15, 0.28),
        "weekend": rng.uniform(0.2, 0.5),
        "climb": rng.uniform(0.4, 0.6),
        "deposit": rng.uniform(-4.0, -2.5),
    }
    # Ever more huts take part; last winter there was little snow.
    sizes = {2022: 2600, 2023: 4200, 2024: 8800, 2025: 6100}
    winters = [_winter(rng, truth, name, int(size * rng.uniform(0.95, 1.05))) for name, size in sizes.items()]
    before = {name: np.concatenate([winter[name] for winter in winters[:3]]) for name in winters[0]}
    return before, winters[3]


def frame(table):
    """What is known of the bookings: all but the chance."""
    return pd.DataFrame({name: values for name, values in table.items() if name != "chance"})


def _logistic(inputs, labels, penalty):
    """Weights, the last for the constant, by Newton's method on the penalised likelihood."""
    inputs = np.column_stack([inputs, np.ones(len(inputs))])
    shrink = penalty * np.diag([1.0] * (inputs.shape[1] - 1) + [0.0])
    found = np.zeros(inputs.shape[1])
    for _ in range(10):
        chance = 1 / (1 + np.exp(-inputs @ found))
        slope = inputs.T @ (labels - chance) - shrink @ found
        found = found + np.linalg.solve((inputs.T * (chance * (1 - chance))) @ inputs + shrink, slope)
    return found


def _as_given(before, last):
    """Chances of the last winter as the project has them, without its code."""
    rng, picked = np.random.default_rng(0), []
    for name in (2022, 2023, 2024):
        cancelled = np.flatnonzero((before["winter"] == name) & (before["cancelled"] == 1))
        others = np.flatnonzero((before["winter"] == name) & (before["cancelled"] == 0))
        picked.append(np.concatenate([cancelled, others[rng.permutation(len(others))[: len(cancelled)]]]))
    traits, labels = np.column_stack([before[name] for name in TRAITS]).astype(float), before["cancelled"]
    learn, check = np.concatenate(picked[:2]), picked[2]
    mean, spread = traits[learn].mean(axis=0), traits[learn].std(axis=0)
    found = _logistic((traits[learn] - mean) / spread, labels[learn], 1.0)
    slope, constant = _logistic(
        ((traits[check] - mean) / spread @ found[:-1] + found[-1])[:, None], labels[check], 0.001
    )
    score = (np.column_stack([last[name] for name in TRAITS]) - mean) / spread @ found[:-1] + found[-1]
    return 1 / (1 + np.exp(-(slope * score + constant)))


def generate(seed):
    """Numbers that appear in the prompt."""
    before, last = years(seed)
    chance = _as_given(before, last)
    fees = np.round(LOADING * chance * last["price"], 2)
    paid = (last["price"] * last["cancelled"]).sum()
    return {
        "bookings": len(last["price"]),
        "cancelled": int(last["cancelled"].sum()),
        "fees_thousand": int(round(fees.sum() / 1000)),
        "paid_thousand": int(round(paid / 1000)),
        "ratio": round(float(fees.sum() / paid), 1),
        "offered_percent": int(round(100 * (fees <= MOST * last["price"]).mean())),
    }


def write(folder, seed):
    """Put data/before.csv and data/last.csv into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    for name, table in zip(("before", "last"), years(seed), strict=True):
        frame(table).to_csv(folder / "data" / f"{name}.csv", index=False)
