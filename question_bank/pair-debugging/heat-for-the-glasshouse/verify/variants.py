# hiretool-canary-42b0c506-eeea-4fe9-82b6-d7db1a1168f9
"""Seed -> the numbers in the prompt, and the nights that the candidate receives."""

from functools import lru_cache

import numpy as np

HEADER = "frost,wind,cloud,snow,humidity,sun_before,soil,moon,fans,visitors,pressure,heat"
COLUMNS, HIDDEN, EPOCHS, PATIENCE, RATE = 11, 16, 300, 30, 0.01


def _nights(rng, count, weights, noise):
    x = rng.normal(0, 1, (count, COLUMNS))
    x[:, 3] = 0.6 * x[:, 0] + 0.8 * x[:, 3]
    heat = 38 + x @ weights + 3.0 * np.maximum(x[:, 0], 0) * (x[:, 1] > 0)
    return np.column_stack([x, heat + rng.normal(0, noise, count)]).round(3)


@lru_cache(maxsize=8)
def winters(seed):
    """Past nights and nights of another winter, one row each, columns as in HEADER."""
    rng = np.random.default_rng([seed, 2])
    weights = np.array([9.0, 4.0, -3.5, 2.0, 0.8, -3.0, -1.0, 0.0, 1.5, 0.0, 0.5]) * rng.uniform(0.8, 1.2, COLUMNS)
    noise = rng.uniform(3.0, 4.5)
    past = _nights(rng, int(rng.integers(45, 66)), weights, noise)
    return past, _nights(rng, int(rng.integers(60, 101)), weights, noise)


def start(seed=0):
    """The numbers of a fresh network."""
    rng = np.random.default_rng(seed)
    first, last = rng.normal(0, 0.5, (COLUMNS, HIDDEN)), rng.normal(0, 0.5, HIDDEN)
    return first, np.zeros(HIDDEN), last, 20.0


def course(numbers, past, other, rate=RATE, epochs=EPOCHS, patience=PATIENCE):
    """Plain training: (errors, what is told of the other nights after each epoch), until none of the last was the best."""
    first, lift, last, base = numbers
    errors, told = [], []
    for _ in range(epochs):
        middle = np.tanh(past[:, :-1] @ first + lift)
        gap = middle @ last + base - past[:, -1]
        inner = gap[:, None] * last[None, :] * (1 - middle * middle)
        share = 2 * rate / len(past)
        first, lift = first - share * past[:, :-1].T @ inner, lift - share * inner.sum(axis=0)
        last, base = last - share * middle.T @ gap, base - share * gap.sum()
        told.append(np.tanh(other[:, :-1] @ first + lift) @ last + base)
        errors.append(float(np.sqrt(((told[-1] - other[:, -1]) ** 2).mean())))
        if len(errors) - 1 - int(np.argmin(errors)) >= patience:
            break
    return errors, told


def as_given(errors, most=5):
    """The epoch, from 0, whose network is handed over if the shelf goes by its names."""
    names = []
    for epoch, error in enumerate(errors):
        names = sorted([*names, (f"{error:.2f}-epoch{epoch + 1:03d}", epoch)])[:most]
    return names[0][1]


@lru_cache(maxsize=256)
def generate(seed):
    """Numbers that appear in the prompt, None where training does not stop by itself or the error stays above 9."""
    past, other = winters(seed)
    errors, _ = course(start(), past, other)
    best, handed = int(np.argmin(errors)), as_given(errors)
    if len(errors) == EPOCHS or errors[best] > 9 or errors[handed] < 1.1 * errors[best]:
        return None
    return {
        "past": len(past),
        "other": len(other),
        "best_epoch": best + 1,
        "best_error": round(errors[best], 2),
        "epochs": len(errors),
        "handed_error": round(errors[handed], 2),
    }


def write(folder, seed):
    """Put data/past.csv and data/other.csv into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    for name, rows in zip(("past", "other"), winters(seed), strict=True):
        lines = [",".join(f"{value:.3f}" for value in row) for row in rows.tolist()]
        (folder / "data" / f"{name}.csv").write_text("\n".join([HEADER, *lines]) + "\n")
