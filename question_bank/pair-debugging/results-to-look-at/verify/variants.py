"""Seed -> the numbers in the prompt, and the samples that the candidate receives."""

from collections import Counter
from functools import lru_cache

import numpy as np
import pandas as pd

WARDS = ["Cardiology", "Dialysis", "Emergency", "Maternity", "Nephrology", "Oncology", "Surgery", "Surgery East"]
TOWNS = ["Alvik", "Brno", "Cork", "Dakar", "Elche", "Fukui", "Graz", "Hue", "Izmir", "Jaipur", "Kumasi", "Lodz"]
NUMBERS = ["haemolysis", "potassium", "minutes_to_lab", "age"]


@lru_cache(maxsize=8)
def samples(seed):
    """Every tube of the period, as lists by column; None is a blank."""
    rng = np.random.default_rng([seed, 1])
    count = int(rng.integers(1250, 1500))
    first = np.datetime64("2026-01-05T00:00") + np.timedelta64(int(rng.integers(0, 200)) * 1440, "m")
    # More blood is drawn in the morning.
    hour = np.where(rng.random(count) < 0.6, rng.integers(6, 12, count), rng.integers(0, 24, count))
    minutes = np.sort(rng.integers(0, 21, count) * 1440 + hour * 60 + rng.integers(0, 60, count))
    analysers = rng.choice(["A1", "A2", "B1"], count, p=[0.45, 0.35, 0.2])
    haemolysis = rng.gamma(1.6, 14.0, count).round()
    transport = (rng.gamma(3.0, 14.0, count) + 8).round().astype(int)
    age = rng.integers(18, 96, count)
    spoiled = haemolysis / 60 + np.clip(transport - 60, 0, None) / 90
    potassium = 4.15 + 0.38 * rng.normal(size=count) + 0.55 * spoiled
    logit = -6.0 + 2.0 * haemolysis / 30 + 0.9 * (transport - 45) / 30 + 1.8 * (potassium - 4.4)
    measured = potassium.round(1).tolist()
    withdrawn = rng.random(count) < 1 / (1 + np.exp(-logit))
    looked_at = withdrawn | (rng.random(count) < 0.12)
    no_result = (rng.random(count) < rng.uniform(0.07, 0.13)).tolist()
    optical = (analysers != "B1").tolist()
    return {
        "sample": [f"K{number:05d}" for number in rng.choice(90000, count, replace=False).tolist()],
        "arrived": [moment.replace("T", " ") for moment in np.datetime_as_string(first + minutes, unit="m").tolist()],
        "ward": rng.choice(WARDS, count).tolist(),
        "analyser": analysers.tolist(),
        "age": age.tolist(),
        "minutes_to_lab": transport.tolist(),
        "haemolysis": [value if known else None for value, known in zip(haemolysis.tolist(), optical, strict=True)],
        "potassium": [None if empty else value for value, empty in zip(measured, no_result, strict=True)],
        "withdrawn": [
            int(gone) if looked and not empty else None
            for gone, looked, empty in zip(withdrawn.tolist(), looked_at.tolist(), no_result, strict=True)
        ],
    }


def with_result(tubes):
    kept = [place for place, value in enumerate(tubes["potassium"]) if value is not None]
    return {column: [values[place] for place in kept] for column, values in tubes.items()}


def _quantile(ordered, share):
    """Between the two values next to it, in proportion."""
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def plain(tubes):
    """The features and the outcome of each sample, one sample at a time."""
    columns = []
    for name in NUMBERS:
        ordered = sorted(value for value in tubes[name] if value is not None)
        low, middle, high = (_quantile(ordered, share) for share in (0.25, 0.5, 0.75))
        columns.append([0.0 if value is None else (value - middle) / ((high - low) / 2) for value in tubes[name]])
    hours = [(analyser, arrived[:13]) for analyser, arrived in zip(tubes["analyser"], tubes["arrived"], strict=True)]
    waiting = Counter(hours)
    columns.append([waiting[hour] / 5 for hour in hours])
    return np.array(columns).T, np.array([value or 0.0 for value in tubes["withdrawn"]], dtype=float)


def taken_apart(seed):
    """What the project makes of it as given: the features by place, the rest by the number of the line in the file."""
    tubes = samples(seed)
    kept = [place for place, value in enumerate(tubes["potassium"]) if value is not None]
    values, outcome = plain(with_result(tubes))
    at = {place: row for row, place in enumerate(kept)}
    rows = [at.get(place) for place in range(len(kept))]
    values[:, -1] = _moved(values[:, -1], rows)
    return values, _moved(outcome, rows)


def _moved(column, rows):
    return np.array([0.0 if row is None else column[row] for row in rows])


def fitted(values, outcome):
    """Weights of the penalised logistic regression, run until nothing moves any more."""
    design = np.column_stack([values, np.ones(len(values))])
    penalty = np.array([1.0] * values.shape[1] + [0.0])
    weights = np.zeros(design.shape[1])
    for _ in range(40):
        chance = 1 / (1 + np.exp(-design @ weights))
        slope = design.T @ (chance - outcome) + penalty * weights
        bend = (design.T * (chance * (1 - chance))) @ design + np.diag(penalty)
        step = np.linalg.solve(bend, slope)
        weights = weights - step
        if np.abs(step).max() < 1e-12:
            break
    return weights


def in_first_tenth(score, outcome):
    first = sorted(range(len(score)), key=lambda place: (-score[place], place))[: max(1, round(0.1 * len(score)))]
    return float(sum(outcome[place] for place in first) / outcome.sum())


def compared(values, outcome):
    """Withdrawn among the ranked, and the part of them that the model finds."""
    cut = int(0.6 * len(values))
    weights = fitted(values[:cut], outcome[:cut])
    return int(outcome[cut:].sum()), in_first_tenth(values[cut:] @ weights[:-1], outcome[cut:])


def by_index(tubes):
    """The same for the haemolysis index."""
    cut = int(0.6 * len(tubes["sample"]))
    outcome = np.array([value or 0.0 for value in tubes["withdrawn"]], dtype=float)[cut:]
    return int(outcome.sum()), in_first_tenth([value or 0.0 for value in tubes["haemolysis"]][cut:], outcome)


def generate(seed):
    """Numbers that appear in the prompt."""
    tubes = samples(seed)
    withdrawn, index = by_index(with_result(tubes))
    counted, model = compared(*taken_apart(seed))
    told = {
        "town": TOWNS[seed % len(TOWNS)],
        "tubes": len(tubes["sample"]),
        "withdrawn": withdrawn,
        "counted": counted,
        "index_percent": round(100 * index),
        "model_percent": round(100 * model),
    }
    # The two figures have to be far apart, and so have the two counts of what was withdrawn.
    return told if index > 0.35 and model < 0.6 * index and abs(counted - withdrawn) > 2 else None


def write(folder, seed):
    """Put data/samples.csv into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    frame = pd.DataFrame(samples(seed))
    frame["withdrawn"] = frame["withdrawn"].astype("Int64")
    frame.to_csv(folder / "data" / "samples.csv", index=False)


# hiretool-canary-251d82e3-4457-40ee-a802-019c79d7dbe9
