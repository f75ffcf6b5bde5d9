# hiretool-canary-1b68c399-616e-4f87-95e6-b9ac96c8468a
"""Seed -> the numbers in the prompt, and a month of milk: what was collected, weighed, owned, agreed and priced."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

FIRST = pd.Timestamp("2026-03-01")
LONG_AGO = pd.Timestamp("2025-06-01")
KINDS = ("meadow", "organic", "standard")


@dataclass(frozen=True)
class Month:
    """The tables that the candidate's functions are given."""

    pickups: pd.DataFrame
    weighings: pd.DataFrame
    tanks: pd.DataFrame
    contracts: pd.DataFrame
    prices: pd.DataFrame

    def tables(self):
        return {name: getattr(self, name).copy() for name in ("pickups", "weighings", "tanks", "contracts", "prices")}


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    rng = np.random.default_rng([seed, 1])
    return {
        "farms": int(rng.integers(28, 61)),
        "tours": int(rng.integers(3, 7)),
        "days": int(rng.integers(22, 32)),
    }


def month(seed, farms, tours, days):
    """Holds at least: a tank that moves, one that is taken away, one that comes late, a farm whose contract changes and one
    whose contract ends, tours that were not weighed, pickups in the minutes around a midnight on which something changes."""
    rng = np.random.default_rng([seed, 2])
    names = [f"{number:04d}" for number in np.sort(rng.choice(1800, farms, replace=False))]
    changes = FIRST + pd.to_timedelta(np.sort(rng.choice(np.arange(3, days - 3), 6, replace=False)), unit="D")
    owned, tanks = _tanks(rng, names, changes)
    pickups, weighings = _tours(rng, owned, tours, days, changes)
    return Month(
        _mixed(rng, pickups, ["pickup", "tour", "tank", "at", "litres"]),
        _mixed(rng, weighings, ["tour", "kg"]),
        _mixed(rng, tanks, ["tank", "farm", "from"]),
        _mixed(rng, _contracts(rng, names, changes), ["farm", "kind", "from"]),
        _mixed(rng, _prices(rng, changes), ["kind", "from", "cents_per_100kg"]),
    )


def _tanks(rng, names, changes):
    numbers = [f"{number:03d}" for number in rng.choice(700, len(names) + len(names) // 4, replace=False)]
    rows = []
    for position, tank in enumerate(numbers):
        farm = names[position % len(names)]
        rows.append((tank, farm, changes[0] if position == 3 else LONG_AGO))
        if position % 5 == 0:
            rows.append((tank, names[(position + 7) % len(names)], changes[position % 6]))
        if position % 15 == 0:
            # Back where it was, on the last of the days of change.
            rows.append((tank, farm, changes[5] + pd.Timedelta(days=1)))
        if position == 4:
            rows.append((tank, None, changes[2]))
    return numbers, rows


def _contracts(rng, names, changes):
    rows = []
    for position, farm in enumerate(names):
        kind = KINDS[position % 3]
        rows.append((farm, kind, LONG_AGO))
        if position % 6 == 1:
            rows.append((farm, KINDS[(position + 1) % 3], changes[(position + 2) % 6]))
        if position == 2:
            rows.append((farm, None, changes[3]))
    return rows


def _prices(rng, changes):
    rows = []
    for kind in KINDS:
        price = int(rng.integers(4200, 6200))
        for day in (LONG_AGO, changes[1], changes[4]):
            rows.append((kind, day, price))
            price += int(rng.integers(-180, 240))
    return rows


def _tours(rng, tanks, tours, days, changes):
    pickups, weighings, number = [], [], 0
    for day in range(days):
        for tour in range(tours):
            name = f"{FIRST + pd.Timedelta(days=day):%m%d}-{tour + 1}"
            stops = rng.choice(len(tanks), int(rng.integers(4, 9)), replace=False)
            if tour == 0:
                # The tanks that change are visited each day.
                stops = np.unique([0, 2 + day % 3, 4, 5, *stops])
            # Every other tour begins before midnight and ends after it.
            start = FIRST + pd.Timedelta(days=day, hours=22, minutes=int(rng.integers(20, 70)))
            start -= pd.Timedelta(hours=0 if (tour + day) % 2 else 14)
            litres = []
            for stop in stops:
                number += 1
                litres.append(0.0 if rng.random() < 0.02 else float(np.round(rng.uniform(150, 3800), 1)))
                pickups.append((f"P{number:05d}", name, tanks[stop], start, litres[-1]))
                start += pd.Timedelta(minutes=int(rng.integers(9, 34)))
            if (day * tours + tour) % 17 != 5:
                weighings.append((name, int(np.round(sum(litres) * 1.03 * rng.uniform(0.985, 1.012)))))
    for change in changes[:3]:
        # A short tour in the night, with the last second of the old day and the first of the new one.
        name, litres = f"{change:%m%d}-9", []
        for shift, tank in ((-1, tanks[0]), (0, tanks[0]), (1500, tanks[1])):
            number += 1
            litres.append(float(np.round(rng.uniform(150, 3800), 1)))
            pickups.append((f"P{number:05d}", name, tank, change + pd.Timedelta(seconds=shift), litres[-1]))
        weighings.append((name, int(np.round(sum(litres) * 1.03))))
    return pickups, weighings


def _mixed(rng, rows, columns):
    table = pd.DataFrame(rows, columns=columns)
    for column in {"at", "from"} & set(columns):
        table[column] = table[column].astype("datetime64[s]")
    return table.iloc[rng.permutation(len(table))].reset_index(drop=True)


def write(folder, seed):
    """Put the five tables as CSV files into `folder`/data."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    for name, table in month(seed, **generate(seed)).tables().items():
        table.to_csv(folder / "data" / f"{name}.csv", index=False)
