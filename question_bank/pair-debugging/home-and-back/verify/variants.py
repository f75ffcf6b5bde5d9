# hiretool-canary-d8e66024-87b3-4378-a4cb-0c7230fc111f
"""Seed -> the numbers in the prompt, and the file of legs that the candidate receives."""

import random
from collections import Counter
from datetime import datetime, timedelta
from functools import lru_cache

FAULTS = ("moves", "days", "names")
WARDS = ["Cardiology", "Geriatrics", "Orthopaedics", "Stroke unit", "Surgery", "Urology", "General med."]
START = datetime(2025, 1, 6)


def _stay(rng, wards, arrived):
    """Legs of one stay as (ward, arrived, left, went), and when and from where it ended."""
    legs = []
    while True:
        ward = rng.choice([some for some in wards if not legs or some != legs[-1][0]])
        left = arrived + timedelta(days=rng.randint(1, 5))
        if legs or rng.random() < 0.7:
            left = left.replace(hour=rng.randint(9, 16), minute=rng.randrange(60))
            return [*legs, (ward, arrived, left, "home")]
        night = rng.random() < 0.4
        left = left.replace(hour=23 if night else rng.randint(8, 20), minute=rng.randint(40, 59))
        legs.append((ward, arrived, left, "ward"))
        arrived = left + timedelta(minutes=rng.randint(21, 50))


@lru_cache(maxsize=8)
def hospital(seed):
    """(legs, {ward: (home, again)}): the register is kept while the patients are made, not from the legs."""
    rng = random.Random(f"{seed} hospital")
    wards = sorted(rng.sample(WARDS, rng.randint(4, 6)))
    first = START + timedelta(days=rng.randrange(60))
    main = rng.sample(range(1000, 9999), rng.randint(170, 220))
    # The emergency desk counts from 1000 on its own, without leading zeros.
    names = [f"{number:06d}" for number in main]
    twins = rng.sample(main, len(main) // 9)
    names += [str(number) for number in twins]
    rows, home, again, began = [], Counter(), Counter(), {}
    for name in names:
        number = int(name)
        arrived = first + timedelta(days=rng.randrange(90), hours=rng.randint(6, 22), minutes=rng.randrange(60))
        if number in began:
            # Two strangers with one number, in hospital one soon after the other.
            arrived = began[number] + timedelta(days=rng.randint(3, 20), hours=rng.randint(1, 5))
        while True:
            legs = _stay(rng, wards, arrived)
            ward, _, left, went = legs[-1]
            if rng.random() < 0.03:
                legs[-1] = (ward, arrived, left, "died") if len(legs) == 1 else (*legs[-1][:3], "died")
            rows += [(name, *leg) for leg in legs]
            began[number] = left
            if legs[-1][3] == "died":
                break
            home[ward] += 1
            kind = rng.random()
            if kind > 0.34:
                break
            # Back in the evening of the same day, within the days, on the thirtieth, on the day after, or much later.
            days = 0 if kind < 0.04 else rng.randint(1, 29) if kind < 0.12 else 30 if kind < 0.19 else 31
            days = days if kind < 0.25 else rng.randint(32, 70)
            later = days == 30 and rng.random() < 0.8
            hour = (
                rng.randint(17, 22) if days == 0 or later else rng.randint(5, 8) if days == 31 else rng.randint(6, 22)
            )
            arrived = (left + timedelta(days=days)).replace(hour=hour, minute=rng.randrange(60))
            again[ward] += days <= 30
    rng.shuffle(rows)
    return rows, {ward: (home[ward], again[ward]) for ward in sorted(home)}


def generate(seed):
    """Numbers that appear in the prompt."""
    rows, register = hospital(seed)
    home, again = (sum(column) for column in zip(*register.values()))
    top = max(register, key=lambda ward: (register[ward][0], ward))
    return {
        "fault": FAULTS[seed % 3],
        "wards": len(register),
        "legs": len(rows),
        "home": home,
        "again": again,
        "rate": round(100 * again / home, 1),
        "largest": top,
        "largest_home": register[top][0],
        "largest_again": register[top][1],
    }


def write(folder, seed):
    """Put data/legs.csv into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    lines = ["patient,ward,arrived,left,went"]
    for name, ward, arrived, left, went in hospital(seed)[0]:
        lines.append(f"{name},{ward},{arrived:%Y-%m-%d %H:%M},{left:%Y-%m-%d %H:%M},{went}")
    (folder / "data" / "legs.csv").write_text("\n".join(lines) + "\n")
