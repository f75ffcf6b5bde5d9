# hiretool-canary-706548c5-273e-4814-a9aa-cdcdce839f75
"""Seed -> the numbers in the prompt, and the files that the candidate receives."""

import csv

import numpy as np

NAMES = ["harbour", "north", "mill", "station", "hill", "market", "canal", "airport", "quarry", "bridge"]
FIELDS = ["id", "depot", "promised", "low", "high", "taken"]


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    rng = np.random.default_rng([seed, 1])
    return {
        "machines": int(rng.integers(6, 41)),
        "per_day": int(rng.integers(20, 91)) * 10_000,
        "rows": int(rng.integers(700, 1_400)),
        "depots": int(rng.integers(5, 9)),
        "parts": int(rng.integers(8, 13)),
    }


def deliveries(seed, many=None):
    """Rows as dictionaries. One depot has a single delivery; depots differ in size and in how late they are."""
    facts, rng = generate(seed), np.random.default_rng([seed, 2])
    many = facts["rows"] if many is None else many
    depots = rng.permutation(NAMES)[: facts["depots"]]
    share = rng.dirichlet(np.full(len(depots) - 1, 1.5))
    late = rng.integers(-4, 9, len(depots))
    depot = np.append(rng.choice(len(depots) - 1, many - 1, p=share), len(depots) - 1)
    promised = rng.integers(18, 75, many)
    width = rng.integers(4, 13, many)
    taken = promised + late[depot] + np.round(rng.gamma(2.0, 5.0, many) - 8).astype(int)
    number = 100_000 + np.cumsum(rng.integers(1, 90, many))
    return [
        {
            "id": f"D{number[place]}",
            "depot": str(depots[depot[place]]),
            "promised": int(promised[place]),
            "low": int(max(1, promised[place] - width[place])),
            "high": int(promised[place] + width[place]),
            "taken": int(np.clip(taken[place], 1, 360)),
        }
        for place in rng.permutation(many)
    ]


def write(folder, seed):
    """Put data/deliveries.csv and the same rows, cut by machine, as data/parts/*.csv into `folder`."""
    rows, parts = deliveries(seed), generate(seed)["parts"]
    (folder / "data" / "parts").mkdir(parents=True, exist_ok=True)
    _csv(folder / "data" / "deliveries.csv", rows)
    # A machine serves one or two depots; the first one had nothing to do that day.
    rng = np.random.default_rng([seed, 4])
    by_depot = sorted(rows, key=lambda row: row["depot"])
    places = [0, 0, *np.sort(rng.choice(np.arange(1, len(rows)), parts - 2, replace=False)), len(rows)]
    for number, (start, end) in enumerate(zip(places, places[1:]), start=1):
        _csv(
            folder / "data" / "parts" / f"machine-{number:02d}.csv",
            sorted(by_depot[start:end], key=lambda row: row["id"]),
        )


def _csv(path, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, FIELDS)
        writer.writeheader()
        writer.writerows(rows)
