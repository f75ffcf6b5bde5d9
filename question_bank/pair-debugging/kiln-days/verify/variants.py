# hiretool-canary-bff383c3-2a85-4de4-9125-68446650a8aa
"""Seed -> the numbers in the prompt, and the book of loads that the candidate receives."""

from functools import lru_cache

import numpy as np

HEADER = ["thickness_mm", "density", "moisture_in", "moisture_out", "temperature", "days"]


def _draw(rng, count, pace, fastest):
    """Rows of the book. Thick, dense and wet wood takes longer, a hot kiln less; a tenth is chance."""
    thickness = rng.choice([22, 27, 32, 38, 45, 52, 60, 70], count, p=[0.16, 0.18, 0.16, 0.14, 0.12, 0.1, 0.08, 0.06])
    density = rng.normal(520, 75, count).clip(360, 720).round()
    wet = rng.uniform(32, 85, count).round(1)
    dry = rng.choice([8, 10, 12, 15], count)
    heat = rng.uniform(48, fastest, count).round(1)
    days = pace * (thickness / 30) ** 1.4 * (density / 500) ** 1.3 * np.log(wet / dry) * np.exp((60 - heat) / 25)
    return np.column_stack([thickness, density, wet, dry, heat, (days * rng.lognormal(0, 0.1, count)).round(1)])


@lru_cache(maxsize=8)
def book(seed):
    """Past and later loads, one row each, columns as in HEADER."""
    rng = np.random.default_rng([seed, 2])
    pace, fastest = rng.uniform(2.6, 4.2), rng.uniform(68, 76)
    return _draw(rng, int(rng.integers(220, 341)), pace, fastest), _draw(rng, int(rng.integers(80, 131)), pace, fastest)


def generate(seed):
    """Numbers that appear in the prompt. The line comes from the normal equations of centred columns."""
    past, later = book(seed)
    middle = past.mean(axis=0)
    centred = past - middle
    slopes = np.linalg.solve(centred[:, :5].T @ centred[:, :5], centred[:, :5].T @ centred[:, 5])
    said = middle[5] + (later[:, :5] - middle[:5]) @ slopes
    return {
        "past": len(past),
        "later": len(later),
        "line_error": round(float(np.sqrt(((said - later[:, 5]) ** 2).mean())), 2),
        "mean_days": int(round(middle[5])),
        "shortest": round(float(later[:, 5].min()), 1),
        "longest": round(float(later[:, 5].max()), 1),
    }


def write(folder, seed):
    """Put data/past.csv and data/later.csv into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    for name, rows in zip(("past", "later"), book(seed), strict=True):
        lines = [",".join(f"{value:g}" for value in row) for row in rows.tolist()]
        (folder / "data" / f"{name}.csv").write_text("\n".join([",".join(HEADER), *lines]) + "\n")
