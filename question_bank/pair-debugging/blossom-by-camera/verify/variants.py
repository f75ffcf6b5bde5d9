# hiretool-canary-ab46dc3e-3d02-4bfb-864b-abed9f21b135
"""Seed -> the numbers in the prompt, and the pictures and counts that the candidate receives."""

from functools import lru_cache

import numpy as np

ROWS, COLUMNS = 24, 32
LIGHT = {"last_year": 0.5, "overcast": 0.5, "sun": 0.78, "dusk": 0.1}
SORTS = ["Boskoop", "Discovery", "Elstar", "Gala", "Idared", "Jonagold", "Pinova", "Topaz"]


@lru_cache(maxsize=8)
def orchard(seed):
    """{day: (first, second, clusters counted)} and the dark picture, all as bytes."""
    rng = np.random.default_rng([seed, 1])
    dark = np.clip(rng.normal(9, 2, (ROWS, COLUMNS)).round(), 3, 30)
    # A few points of the sensor are never quite dark.
    dark[rng.random(dark.shape) < 0.01] += 25
    dark = dark.astype(np.uint8)
    trees, found = int(rng.integers(22, 31)), {}
    for day, light in LIGHT.items():
        part = rng.uniform(0.04, 0.36, trees)
        kind = rng.random((trees, ROWS, COLUMNS))
        blossom = kind < part[:, None, None]
        shade = kind > 0.8
        scene = np.where(blossom, rng.normal(170, 18, kind.shape), np.where(shade, 6, rng.normal(60, 5, kind.shape)))
        noisy = (dark + light * scene + rng.normal(0, 1.6, kind.shape) for _ in range(2))
        exposures = [np.clip(exposure.round(), 0, 255).astype(np.uint8) for exposure in noisy]
        counts = (12 + 420 * blossom.mean(axis=(1, 2)) + rng.normal(0, 4, trees)).round().astype(int)
        found[day] = (*exposures, np.maximum(counts, 0))
    return found, dark


def cleaned(first, second, dark):
    """The mean of what is left of both, in whole numbers that have room for it."""
    left = [np.maximum(exposure.astype(int) - dark.astype(int), 0) for exposure in (first, second)]
    return (left[0] + left[1]) // 2


def in_bytes(first, second, dark):
    """As given: what does not fit into a byte goes round."""
    left = [(exposure.astype(int) - dark.astype(int)) % 256 for exposure in (first, second)]
    return (left[0] + left[1]) % 256 // 2


def shares(pictures):
    """The points of each picture in order; the middle one lies between two of them."""
    points = np.sort(pictures.reshape(len(pictures), -1), axis=1)
    half = points.shape[1] // 2
    least = 1.7 * np.maximum((points[:, half - 1] + points[:, half]) / 2, 1)
    found = [
        points.shape[1] - np.searchsorted(row, level, side="left") for row, level in zip(points, least, strict=True)
    ]
    return np.array(found) / points.shape[1]


@lru_cache(maxsize=16)
def by_day(seed, as_given):
    """{day: (mean by hand, mean by camera)}, by a line through last year's trees."""
    found, dark = orchard(seed)
    clean = in_bytes if as_given else cleaned
    part = {day: shares(clean(*taken[:2], dark)) for day, taken in found.items()}
    x, y = part["last_year"], found["last_year"][2]
    slope = ((x - x.mean()) * (y - y.mean())).sum() / ((x - x.mean()) ** 2).sum()
    start = y.mean() - slope * x.mean()
    days = ("overcast", "sun", "dusk")
    return {day: (float(found[day][2].mean()), float(start + slope * part[day].mean())) for day in days}


def generate(seed):
    """Numbers that appear in the prompt."""
    given, right = by_day(seed, True), by_day(seed, False)
    found, _ = orchard(seed)
    # Under an overcast sky both agree; in the sun the camera is low, at dusk high.
    fair = abs(given["overcast"][1] - given["overcast"][0]) < 12 and given["sun"][1] < 0.8 * given["sun"][0]
    if not fair or given["dusk"][1] < given["dusk"][0] + 12 or abs(right["dusk"][1] - right["dusk"][0]) > 12:
        return None
    names = {
        f"{day}_{who}": round(pair[at]) for day, pair in given.items() for at, who in enumerate(("hand", "camera"))
    }
    return {"sort": SORTS[seed % len(SORTS)], "trees": len(found["sun"][2]), **names}


def write(folder, seed):
    """Put data/<day>.npz, data/dark.npy and data/counted.csv into `folder`."""
    data = folder / "data"
    data.mkdir(parents=True, exist_ok=True)
    found, dark = orchard(seed)
    lines = ["day,tree,clusters"]
    for day, (first, second, counts) in found.items():
        np.savez_compressed(data / f"{day}.npz", first=first, second=second)
        lines += [f"{day},{number + 1},{count}" for number, count in enumerate(counts.tolist())]
    np.save(data / "dark.npy", dark)
    (data / "counted.csv").write_text("\n".join(lines) + "\n")
