# hiretool-canary-0730b4de-af69-4fef-89b9-32a23c9ce7b3
"""Seed -> the numbers in the prompt, and what the cameras of some sorting belts say of each day, with and without a change."""

import datetime

import numpy as np

FIRST = datetime.date(2025, 3, 3)
DAY = datetime.timedelta(days=1)
HEAD = "day,parcels,mean,spread"
KINDS = ("jump", "creep", "wide")


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    rng = np.random.default_rng([seed, 1])
    return {
        "belts": int(rng.integers(10, 15)),
        "days": int(rng.integers(54, 65)) * 7,
        "alarms": int(rng.integers(130, 190)),
    }


def belt(rng, days, kind=None, begin=None):
    """Rows (day, parcels, mean, spread) of one belt. From day number `begin` on something changes, if a kind is named."""
    unit = rng.choice([1.0, 10.0, 0.4])
    usual, width = unit * rng.uniform(25, 60), unit * rng.uniform(8, 16)
    noise = width * rng.uniform(0.05, 0.09)
    week = np.concatenate([rng.normal(0, 1.5, 6), [rng.choice([-1, 1]) * rng.uniform(6, 10)]]) * noise
    volume = np.concatenate([rng.uniform(0.8, 1.2, 6), [rng.uniform(0.04, 0.07)]]) * rng.uniform(900, 2500)
    shocks, carry = rng.normal(0, 1, days), 0.0
    odd = rng.random(days) < 5 / 365
    rows, sign = [], rng.choice([-1, 1])
    for number in range(days):
        carry = 0.25 * carry + shocks[number] * np.sqrt(1 - 0.25**2)
        weekday = number % 7
        parcels = max(4, int(volume[weekday] * rng.lognormal(0, 0.15)))
        mean, spread = usual + week[weekday] + noise * carry, width
        if odd[number]:
            # A holiday, or somebody held a sheet of paper before the camera.
            mean, parcels = mean + noise * rng.choice([-1, 1]) * rng.uniform(6, 12), max(4, parcels // 6)
        since = -1 if begin is None else number - begin
        if since >= 0 and kind == "jump":
            mean += sign * 5.0 * noise
        if since >= 0 and kind == "creep":
            mean += sign * noise * min(6.0, 0.2 * (since + 1))
        if since >= 0 and kind == "wide":
            spread *= 1.35
        mean += spread / np.sqrt(parcels) * rng.normal()
        spread *= np.exp(rng.normal(0, 0.035)) * np.sqrt(rng.chisquare(parcels - 1) / (parcels - 1))
        rows.append((FIRST + DAY * number, parcels, round(mean, 4), round(spread, 4)))
    gone = set(rng.choice(np.arange(60, days), 4, replace=False).tolist())
    return [row for number, row in enumerate(rows) if number not in gone]


def text(rows):
    return "\n".join([HEAD, *(",".join(str(value) for value in row) for row in rows)]) + "\n"


def write(folder, seed):
    """Put data/belts/*.csv into `folder`, and data/found.csv with the changes that somebody found at three of them."""
    facts, rng = generate(seed), np.random.default_rng([seed, 2])
    (folder / "data" / "belts").mkdir(parents=True, exist_ok=True)
    changed = dict(zip(rng.choice(facts["belts"], 3, replace=False).tolist(), KINDS))
    found = ["belt,first_day,what"]
    for number in range(facts["belts"]):
        kind, begin = changed.get(number), int(rng.integers(120, facts["days"] - 60))
        rows = belt(rng, facts["days"], kind, begin if kind else None)
        (folder / "data" / "belts" / f"belt-{number:02d}.csv").write_text(text(rows), encoding="utf-8", newline="\n")
        if kind:
            found.append(f"belt-{number:02d},{FIRST + DAY * begin},{kind}")
    (folder / "data" / "found.csv").write_text("\n".join(found) + "\n", encoding="utf-8", newline="\n")
