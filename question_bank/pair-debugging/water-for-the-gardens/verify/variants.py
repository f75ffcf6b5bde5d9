# hiretool-canary-ef34c1c6-219f-40e9-a1f2-43b11a4233a3
"""Seed -> the numbers in the prompt, and the records that the candidate receives."""

import random
from datetime import datetime, timedelta
from functools import lru_cache

FAULTS = ("midnight", "numbers", "rows")
PLOTS = "Alder Birch Cherry Damson Elm Fig Gorse Hazel Ivy Juniper Larch Maple Medlar Pear Quince Rowan".split()


@lru_cache(maxsize=8)
def drawn(seed):
    """[(number, garden, litres, at) as it is in truth, (garden, litres, at) as it came first or None, minutes it was late]."""
    rng = random.Random(f"{seed} water")
    gardens = rng.sample(PLOTS, rng.randint(11, 13))
    first, days = datetime(2026, 6, 1) + timedelta(days=rng.randint(0, 40)), rng.randint(13, 17)
    made = []
    for number in range(rng.randint(130, 165)):
        at = first + timedelta(days=rng.randrange(days), minutes=rng.choice((0, 6, 7, 8, 12, 17, 18, 19, 20, 21)) * 60)
        if rng.random() < 0.75 and at.hour:
            at += timedelta(minutes=rng.randrange(60))
        garden, litres = rng.choice(gardens), rng.randint(4, 60) * 5
        wrong, kind = None, rng.random()
        if kind < 0.08:
            wrong = (garden, litres + 5 * rng.randint(1, 20), at)
        elif kind < 0.2:
            wrong = (rng.choice([name for name in gardens if name != garden]), litres, at)
        elif kind < 0.29:
            wrong = (garden, litres, at - timedelta(hours=rng.choice((12, 24))))
        late = rng.choice((30, 600, 900, 1300, 1380) if wrong else (1, 2, 30, 600, 1300, 2700))
        made.append(((f"T{number:04}", garden, litres, at), wrong, late))
    return made


def rows(seed):
    """(number, garden, litres, at, came) in the order in which they came; some come twice, as they are."""
    rng = random.Random(f"{seed} came")
    found = []
    for (number, garden, litres, at), wrong, late in drawn(seed):
        came = at + timedelta(minutes=late)
        if wrong:
            found.append((number, *wrong, came - timedelta(minutes=late - 1)))
        found.append((number, garden, litres, at, came))
        if rng.random() < 0.12:
            found.append((number, garden, litres, at, came + timedelta(minutes=rng.randint(1, 60))))
    return sorted(found, key=lambda row: (row[4], row[0]))


def right(seed):
    """{(day, garden): litres}, from what was drawn in truth."""
    totals = {}
    for (_, garden, litres, at), _, _ in drawn(seed):
        totals[at.date(), garden] = totals.get((at.date(), garden), 0) + litres
    return totals


def generate(seed):
    """Numbers that appear in the prompt."""
    totals = right(seed)
    gardens = sorted({garden for _, garden in totals})
    garden = random.Random(f"{seed} garden").choice(gardens)
    return {
        "fault": FAULTS[seed % 3],
        "gardens": len(gardens),
        "records": len(rows(seed)),
        "total": sum(totals.values()),
        "garden": garden,
        "litres": sum(litres for (_, name), litres in totals.items() if name == garden),
        "days": len({day for day, _ in totals}),
    }


def write(folder, seed):
    """Put data/records.csv into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    lines = ["number,garden,litres,at,came"]
    for number, garden, litres, at, came in rows(seed):
        lines.append(
            f"{number},{garden},{litres},{at.isoformat(timespec='minutes')},{came.isoformat(timespec='minutes')}"
        )
    (folder / "data" / "records.csv").write_text("\n".join(lines) + "\n")
