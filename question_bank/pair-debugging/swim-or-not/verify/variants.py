# hiretool-canary-66c78906-6a6c-42c8-9ee4-f6da3dbab6ac
"""Seed -> the numbers in the prompt, and the days that the candidate receives."""

from functools import lru_cache

import numpy as np

HEADER = "rain_mm,rain_before_mm,sun_hours,flow,level_cm,wind,water_temperature,cloudiness,acidity,bathers,germs"
COLUMNS, HIDDEN, EPOCHS, PATIENCE, RATE = 10, 24, 400, 40, 0.02


def _days(rng, count, weights, noise):
    """Rows as in HEADER. Rain and flow go together; sun kills germs, and less of it when the water is high."""
    x = rng.normal(0, 1, (count, COLUMNS))
    x[:, 3] = 0.7 * x[:, 0] + 0.7 * x[:, 3]
    x[:, 7] = -0.6 * x[:, 2] + 0.8 * x[:, 7]
    germs = 2.1 + x[:, :6] @ weights + 0.25 * np.maximum(x[:, 0], 0) * (x[:, 3] > 0) - 0.15 * x[:, 2] * x[:, 4]
    return np.column_stack([x, germs + rng.normal(0, noise, count)]).round(3)


@lru_cache(maxsize=8)
def lake(seed):
    """Past days and days of another year, one row each, columns as in HEADER."""
    rng = np.random.default_rng([seed, 2])
    weights = np.array([0.30, 0.16, -0.22, 0.20, -0.10, 0.06]) * rng.uniform(0.6, 1.4, 6)
    noise = rng.uniform(0.30, 0.42)
    past = _days(rng, int(rng.integers(42, 61)), weights, noise)
    return past, _days(rng, int(rng.integers(50, 91)), weights, noise)


def course(start, past, other, rate=RATE, patience=PATIENCE, epochs=EPOCHS):
    """Plain training from the numbers `start`: (errors, numbers after each epoch); each epoch has arrays of its own."""
    cuts = [COLUMNS * HIDDEN, (COLUMNS + 1) * HIDDEN, (COLUMNS + 2) * HIDDEN]
    numbers, speed = start, np.zeros(len(start))
    errors, passed = [], []
    while len(errors) < epochs:
        first, shift, last, base = np.split(numbers, cuts)
        middle = np.tanh(past[:, :COLUMNS] @ first.reshape(COLUMNS, HIDDEN) + shift)
        gap = middle @ last + base - past[:, -1]
        inner = gap[:, None] * last[None, :] * (1 - middle * middle)
        down = [past[:, :COLUMNS].T @ inner, inner.sum(axis=0), middle.T @ gap, gap.sum()]
        speed = 0.9 * speed - rate * 2 / len(past) * np.hstack([np.ravel(part) for part in down])
        numbers = numbers + speed
        passed.append(numbers)
        first, shift, last, base = np.split(numbers, cuts)
        said = np.tanh(other[:, :COLUMNS] @ first.reshape(COLUMNS, HIDDEN) + shift) @ last + base
        errors.append(float(np.sqrt(((said - other[:, -1]) ** 2).mean())))
        if len(errors) - 1 - int(np.argmin(errors)) >= patience:
            break
    return errors, passed


@lru_cache(maxsize=256)
def generate(seed):
    """Numbers that appear in the prompt, None where the error hardly rises again."""
    past, other = lake(seed)
    start = np.random.default_rng(0).normal(0, 0.3, (COLUMNS + 2) * HIDDEN + 1)
    errors, _ = course(start, past, other)
    best = int(np.argmin(errors))
    if len(errors) == EPOCHS or errors[-1] < 1.03 * errors[best]:
        return None
    return {
        "past": len(past),
        "other": len(other),
        "best_epoch": best + 1,
        "best_error": round(errors[best], 3),
        "last_epoch": len(errors),
        "handed_error": round(errors[-1], 3),
    }


def write(folder, seed):
    """Put data/past.csv and data/other.csv into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    for name, rows in zip(("past", "other"), lake(seed), strict=True):
        lines = [",".join(f"{value:.3f}" for value in row) for row in rows.tolist()]
        (folder / "data" / f"{name}.csv").write_text("\n".join([HEADER, *lines]) + "\n")
