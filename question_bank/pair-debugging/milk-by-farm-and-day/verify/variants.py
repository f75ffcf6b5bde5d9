# hiretool-canary-6187cce2-8a10-4bf3-88db-a5212eef1b5c
"""Seed -> the numbers in the prompt, and the nights and the weighbridge's figures that the candidate receives."""

import csv
from datetime import date, timedelta
from functools import lru_cache
from random import Random

FARMS = [
    "Alm", "Bekk", "Cerro", "Dalen", "Esker", "Furze", "Grange", "Holm", "Iver", "Jarro", "Kamp", "Lea", "Moor", "Ness",
    "Oaks", "Pike",
]  # fmt: skip
COLUMNS = ["collection", "version", "farm", "day", "litres", "state"]


def _corrected(rng, entry, farms, days):
    """The same collection, with some part of it put right."""
    collection, version, farm, day, litres, state = entry
    kind = rng.random()
    if kind < 0.40:
        litres = max(50, litres + rng.choice([-90, -60, -30, 20, 40, 80]) * rng.randint(1, 4))
    elif kind < 0.68:
        farm = rng.choice([name for name in farms if name != farm])
    elif kind < 0.90:
        # A handheld whose clock had stopped: one to three days too late or too early.
        place = days.index(day) + rng.choice([-3, -2, -1, 1, 2, 3])
        day = days[min(max(place, 0), len(days) - 1)]
    else:
        state = "void"
    return [collection, version + 1, farm, day, litres, state]


@lru_cache(maxsize=16)
def nights(seed):
    """{night: entries in order of arrival}, and the days of the period."""
    rng = Random(seed)
    first = date(2026, 1, 5) + timedelta(days=rng.randrange(0, 240))
    count = rng.randint(16, 21)
    days = [f"{first + timedelta(days=place)}" for place in range(count)]
    farms = sorted(rng.sample(FARMS, rng.randint(9, 13)))
    sent, number = [], rng.randrange(1000, 9000)
    for place, day in enumerate(days):
        for farm in farms:
            for _ in range(rng.choice([0, 1, 1, 1, 2])):
                number += rng.randint(1, 3)
                entry = [f"M{number}", 1, farm, day, rng.randint(30, 260) * 10, "ok"]
                # Some handhelds have no signal for a day or two.
                night = place + rng.choice([0, 0, 0, 0, 0, 0, 0, 1, 2])
                sent.append((night, entry))
                chance = 0.15
                while rng.random() < chance and entry[5] == "ok":
                    entry, chance = _corrected(rng, entry, farms, days), 0.35
                    # Twice in one night, or a week later; now and then before the driver's own entry has come in.
                    night += rng.choice([0, 0, 1, 2, 4, 7]) if entry[1] > 2 else rng.choice([-1, 0, 1, 2, 3, 5, 8])
                    sent.append((max(night, place), entry))
    order = list(range(len(sent)))
    rng.shuffle(order)
    arrived = {}
    for place in sorted(order, key=lambda place: sent[place][0]):
        night, entry = sent[place]
        arrived.setdefault(f"{first + timedelta(days=night + 1)}", []).append(entry)
    return arrived, days


def right(entries):
    """{(farm, day): litres} by the highest version of each collection; no cell without milk."""
    last = {}
    for entry in entries:
        if entry[0] not in last or entry[1] > last[entry[0]][1]:
            last[entry[0]] = entry
    cells = {}
    for _, _, farm, day, litres, state in last.values():
        if state == "ok":
            cells[farm, day] = cells.get((farm, day), 0) + litres
    return cells


def as_given(arrived):
    """Cells as the project keeps them: added up anew where a collection with news is now, left where it was."""
    seen, kept = [], {}
    for entries in arrived.values():
        seen += entries
        now = right(seen)
        news, last = {entry[0] for entry in entries}, {}
        for entry in seen:
            if entry[0] in news and entry[1] > last.get(entry[0], (None, 0))[1]:
                last[entry[0]] = entry
        kept |= {(entry[2], entry[3]): now.get((entry[2], entry[3]), 0) for entry in last.values()}
    return kept


@lru_cache(maxsize=16)
def weighbridge(seed):
    """Litres taken in on each day, which is what was collected, to within one in 500."""
    arrived, days = nights(seed)
    rng = Random(seed + 50_000)
    cells = right([entry for entries in arrived.values() for entry in entries])
    sums = {day: sum(litres for (_, at), litres in cells.items() if at == day) for day in days}
    return {day: round(litres * rng.uniform(0.998, 1.002)) for day, litres in sums.items()}


def generate(seed):
    """Numbers that appear in the prompt."""
    arrived, days = nights(seed)
    entries = [entry for night in arrived.values() for entry in night]
    paid, weighed = sum(as_given(arrived).values()), sum(weighbridge(seed).values())
    if paid < 1.02 * weighed:
        return None
    return {
        "farms": len({entry[2] for entry in entries}),
        "days": len(days),
        "first": days[0],
        "paid": paid,
        "weighed": weighed,
        "over_percent": round(100 * (paid / weighed - 1), 1),
    }


def write_night(path, entries):
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([COLUMNS, *entries])


def write(folder, seed):
    """Put data/nights/*.csv and data/weighbridge.csv into `folder`."""
    data = folder / "data"
    (data / "nights").mkdir(parents=True, exist_ok=True)
    for night, entries in nights(seed)[0].items():
        write_night(data / "nights" / f"{night}.csv", entries)
    with (data / "weighbridge.csv").open("w", newline="") as file:
        csv.writer(file).writerows([["day", "litres"], *weighbridge(seed).items()])
