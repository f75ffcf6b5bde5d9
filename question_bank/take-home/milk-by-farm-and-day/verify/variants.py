"""Seed -> the numbers in the prompt, the delivered lists, and what a right store must answer about them."""

import csv
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta, timezone

import numpy as np
import pandas as pd

FIRST = date(2026, 3, 24)
COLUMNS = ["collection", "revision", "farm", "collected_at", "litres", "status"]
# Clocks go forward on this day, so the offset that trucks write changes.
SUMMER = date(2026, 3, 29)


@dataclass(frozen=True)
class Row:
    """One line of a list: what the truck wrote, and what it means if it can be used."""

    collection: str
    revision: int
    farm: str
    collected_at: datetime
    litres: float
    status: str = "ok"
    spoiled: dict = field(default_factory=dict)

    def cells(self, comma=False):
        litres = f"{self.litres:.1f}".replace(".", "," if comma else ".")
        written = {
            "collection": self.collection,
            "revision": str(self.revision),
            "farm": self.farm,
            "collected_at": self.collected_at.isoformat(timespec="minutes"),
            "litres": "" if self.status == "withdrawn" else litres,
            "status": self.status,
        }
        return written | self.spoiled


@dataclass(frozen=True)
class Listed:
    """One delivered file."""

    name: str
    rows: tuple
    columns: tuple = tuple(COLUMNS)
    comma: bool = False

    def write(self, folder, rows=None):
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / self.name).open("w", newline="") as file:
            lines = csv.DictWriter(file, self.columns, extrasaction="ignore", lineterminator="\n")
            lines.writeheader()
            lines.writerows(row.cells(self.comma) | {"driver": "Jo"} for row in (self.rows if rows is None else rows))
        return folder / self.name


def generate(seed):
    """Numbers that appear in the prompt."""
    rng = np.random.default_rng([seed, 1])
    return {
        "farms": int(rng.integers(34, 76)),
        "trucks": int(rng.integers(4, 9)),
        "days": int(rng.integers(7, 12)),
    }


def farm_ids(seed, count):
    """Four digits, many with a zero in front."""
    return [f"{number:04d}" for number in np.sort(np.random.default_rng([seed, 2]).choice(1500, count, replace=False))]


def deliveries(seed, farms, trucks, days, first=FIRST, spoilt_lists=0.2):
    """Lists in the order in which they arrived. Holds at least: a row revised before its first version arrived, a tenth
    revision, a withdrawn row, one brought back, a list sent twice under two names. `spoilt_lists` is the share of trucks'
    lists with two rows that cannot be used."""
    rng = np.random.default_rng([seed, 3])
    lists, revised, number = [], {}, 0
    for day in range(days):
        for truck in range(trucks):
            rows = []
            for _ in range(int(rng.integers(4, 9))):
                number += 1
                rows.append(_collected(rng, f"C{number:05d}", farms, first + timedelta(days=day)))
            # One truck has no network on its round and delivers three days later.
            arrives = day + (3 if truck == 0 else 0)
            columns = [*COLUMNS, "driver"] if truck % 3 == 1 else COLUMNS
            if truck % 3 == 2:
                columns = columns[::-1]
            name = f"{first + timedelta(days=arrives)}_truck{truck + 1:02d}" + ("_late" if truck == 0 else "") + ".csv"
            mixed = list(rows)
            if rng.random() < spoilt_lists:
                number += 1
                mixed += _spoiled(rng, rows, f"C{number:05d}")
            mixed = tuple(mixed[position] for position in rng.permutation(len(mixed)))
            lists.append((arrives, Listed(name, mixed, tuple(columns), truck % 2 == 1)))
            for row in rows:
                revised.setdefault(day + 1, []).append(row)
    lists += [(day, _office(rng, first + timedelta(days=day), rows)) for day, rows in revised.items()]
    twice = lists[1][1]
    lists.append((2, replace(twice, name=twice.name.replace(".csv", "_again.csv"))))
    return [entry for _, entry in sorted(lists, key=lambda pair: (pair[0], pair[1].name))]


def _collected(rng, collection, farms, day):
    # Rounds begin before midnight: a third of the rows lie within an hour of it.
    minute = int(rng.integers(0, 1440)) if rng.random() < 0.67 else int(rng.integers(1380, 1500)) % 1440
    offset = timezone(timedelta(hours=2 if day >= SUMMER else 1))
    at = datetime(day.year, day.month, day.day, minute // 60, minute % 60, tzinfo=offset)
    return Row(collection, 1, str(rng.choice(farms)), at, float(np.round(rng.uniform(180, 4200), 1)))


def _spoiled(rng, rows, collection):
    """Two rows that cannot be used; the first is a later revision of a row that can."""
    kinds = [
        {"litres": "n/a"},
        {"litres": "-12.0"},
        {"litres": "0.0"},
        {"litres": "41000.0"},
        {"farm": "9999"},
        {"collected_at": "2026-03-27T06:10"},
        {"collected_at": "yesterday"},
        {"revision": "two"},
        {"revision": "0"},
        {"collection": ""},
        {"litres": ""},
        {"status": "?"},
    ]
    chosen = rng.choice(len(kinds), 2, replace=False)
    spoiled = [replace(rows[0], revision=7, litres=999.0, spoiled=kinds[chosen[0]])]
    return spoiled + [replace(rows[1], collection=collection, spoiled=kinds[chosen[1]])]


def _office(rng, day, rows):
    """The office's list of a morning: new revisions of yesterday's rows, some withdrawn, some brought back."""
    chosen = []
    for position, row in enumerate(rows[:: int(rng.integers(2, 4))]):
        litres = float(np.round(rng.uniform(180, 4200), 1))
        if position % 4 == 0:
            chosen += [replace(row, revision=10, litres=litres), replace(row, revision=9, litres=litres + 1)]
        elif position % 4 == 1:
            chosen.append(replace(row, revision=2, status="withdrawn"))
        elif position % 4 == 2:
            chosen += [replace(row, revision=3, litres=litres), replace(row, revision=2, status="withdrawn")]
        else:
            chosen.append(replace(row, revision=2, farm=rows[0].farm, litres=litres))
    return Listed(f"{day}_office.csv", tuple(chosen))


def current(lists):
    """What a right store holds: collection -> (revision, farm, day, litres)."""
    latest = {}
    for row in (row for entry in lists for row in entry.rows if not row.spoiled):
        if row.collection not in latest or row.revision > latest[row.collection].revision:
            latest[row.collection] = row
    return {
        name: (row.revision, row.farm, row.collected_at.date().isoformat(), row.litres)
        for name, row in latest.items()
        if row.status == "ok"
    }


def unusable(lists):
    """What a right store refuses: (file, line), the header being line 1."""
    return {(entry.name, line) for entry in lists for line, row in enumerate(entry.rows, 2) if row.spoiled}


def write(folder, seed):
    """Put data/farms.csv and data/inbox/*.csv into `folder`."""
    facts = generate(seed)
    farms = farm_ids(seed, facts["farms"])
    for entry in deliveries(seed, farms, facts["trucks"], facts["days"]):
        entry.write(folder / "data" / "inbox")
    villages = ["Au", "Berg", "Moos", "Ried", "Wies"]
    table = pd.DataFrame({"farm": farms, "village": [villages[position % 5] for position in range(len(farms))]})
    table.to_csv(folder / "data" / "farms.csv", index=False)
