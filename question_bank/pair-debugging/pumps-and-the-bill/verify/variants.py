# hiretool-canary-fd94edc9-9127-4840-81a6-b732ac8bbe09
"""Seed -> the numbers in the prompt, and the lines, weather and bill that the candidate receives."""

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd

ZONES = ["Europe/Vienna", "Europe/Oslo", "Europe/Helsinki", "Europe/Vilnius"]
ZONES += ["America/Toronto", "America/Halifax", "America/Denver"]
ESTATES = ["Am Anger", "Birkenhof", "Kranich Row", "Lark Field", "North Meadow", "Old Dairy", "Tanner Close"]


@lru_cache(maxsize=256)
def changes(year, zone):
    """Dates on which the clocks of a zone are changed, and by how many hours the day is longer."""
    noons = [datetime(year, 1, 1, 12, tzinfo=ZoneInfo(zone)) + timedelta(days=place) for place in range(365)]
    ahead = [noon.utcoffset() for noon in noons]
    return {
        noons[place].date(): (ahead[place - 1] - ahead[place]) // timedelta(hours=1)
        for place in range(1, 365)
        if ahead[place] != ahead[place - 1]
    }


@lru_cache(maxsize=4096)
def hours_of(day, zone):
    """The hours of a day, as (hour in UTC, hour on the wall)."""
    start = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone)).astimezone(UTC)
    moments = (start + timedelta(hours=place) for place in range(26))
    walls = ((moment, moment.astimezone(ZoneInfo(zone)).replace(tzinfo=None)) for moment in moments)
    return tuple(pair for pair in walls if pair[1].date() == day)


@lru_cache(maxsize=64)
def facts(seed):
    """Zone, days, the day of the change, and the number of pumps."""
    rng = np.random.default_rng([seed, 1])
    zone = ZONES[int(rng.integers(len(ZONES)))]
    year = int(rng.integers(2022, 2026))
    changed = max(changes(year, zone))
    first = changed - timedelta(days=int(rng.integers(6, 10)))
    days = [first + timedelta(days=place) for place in range((changed - first).days + int(rng.integers(5, 9)))]
    return {
        "zone": zone,
        "days": days,
        "changed": changed,
        "pumps": int(rng.integers(6, 11)),
        "estate": ESTATES[seed % 7],
    }


def outdoors(rng, days, zone):
    """{hour in UTC: degrees}."""
    level = np.cumsum(rng.normal(-0.15, 0.9, len(days))) + rng.uniform(4, 8)
    return {
        utc: round(float(level[place] + 3 * np.sin((wall.hour - 9) / 24 * 2 * np.pi) + rng.normal(0, 0.3)), 1)
        for place, day in enumerate(days)
        for utc, wall in hours_of(day, zone)
    }


def lines_of(rng, pump, days, zone, degrees, rests=False):
    """What the meter of one pump sends: pump, number, hour on the wall, tenths of a kWh."""
    size = rng.uniform(0.8, 1.3)
    number = int(rng.integers(2000, 30000))
    rows = []
    for day in days:
        for utc, wall in hours_of(day, zone):
            mean = size * max(0.4, 2.4 - 0.13 * degrees[utc]) * (1.25 if 5 <= wall.hour <= 8 else 1.0)
            tenths = 0 if rests and wall.hour in (1, 2, 3) else int(round(10 * rng.gamma(12, mean / 12)))
            rows.append((pump, number, wall, tenths))
            number += 1
    return rows


@lru_cache(maxsize=8)
def estate(seed):
    """Lines as they arrive, {hour in UTC: degrees}, and {day: tenths of a kWh that were used}."""
    told, rng = facts(seed), np.random.default_rng([seed, 2])
    days, zone, changed = told["days"], told["zone"], told["changed"]
    degrees = outdoors(rng, days, zone)
    names = [f"P{number:02d}" for number in range(1, told["pumps"] + 1)]
    rows = [row for name in names for row in lines_of(rng, name, days, zone, degrees, rests=name == names[1])]
    used = {f"{day}": sum(row[3] for row in rows if row[2].date() == day) for day in days}

    # Some lines are lost for good; some days are sent again, that of the change among them.
    others = [day for day in days if abs((day - changed).days) > 1]
    lost = [others[place] for place in rng.choice(len(others), 2, replace=False).tolist()]
    gone = set()
    for day in lost:
        hours = rng.choice(np.arange(5, 23), 3, replace=False).tolist()
        gone |= {(names[int(rng.integers(len(names)))], day, hour) for hour in hours}
    rows = [row for row in rows if (row[0], row[2].date(), row[2].hour) not in gone]
    twice = [changed, *(others[place] for place in rng.choice(len(others), 3, replace=False).tolist())]
    sent = [(row[2], 0, row) for row in rows]
    for day in twice:
        pump = names[int(rng.integers(len(names)))]
        sent += [(row[2] + timedelta(hours=30), 1, row) for row in rows if row[0] == pump and row[2].date() == day]
    sent.sort(key=lambda entry: (entry[0], entry[1], entry[2][0], entry[2][1]))
    return [row for _, _, row in sent], degrees, used


def by_day(rows, degrees, zone):
    """{complete day: (tenths used, mean temperature)}, line by line."""
    known = {(pump, number): (wall, tenths) for pump, number, wall, tenths in rows}
    pumps = sorted({pump for pump, _ in known})
    found = {}
    for day in sorted({wall.date() for wall, _ in known.values()}):
        own = [(pump, tenths) for (pump, _), (wall, tenths) in known.items() if wall.date() == day]
        moments = hours_of(day, zone)
        if all(sum(pump == name for pump, _ in own) == len(moments) for name in pumps):
            found[f"{day}"] = sum(tenths for _, tenths in own), sum(degrees[utc] for utc, _ in moments) / len(moments)
    return found


def generate(seed):
    """Numbers that appear in the prompt."""
    told = facts(seed)
    rows, degrees, used = estate(seed)
    day = f"{told['changed']}"
    seen, ours = set(), 0
    for pump, _, wall, tenths in rows:
        # As given: an hour on the wall counts once.
        if f"{wall.date()}" == day and (pump, wall) not in seen:
            seen.add((pump, wall))
            ours += tenths
    if used[day] - ours < 60:
        return None
    return {
        "estate": told["estate"],
        "zone": told["zone"],
        "pumps": told["pumps"],
        "days": len(told["days"]),
        "day": day,
        "ours": round(ours / 10, 1),
        "billed": (used[day] + 5) // 10,
    }


def put(folder, rows, degrees, used):
    """meters.csv, weather.csv and bill.csv in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = pd.DataFrame(rows, columns=["pump", "number", "hour", "kwh"])
    lines["hour"] = [f"{wall:%Y-%m-%d %H:%M}" for wall in lines["hour"]]
    lines["kwh"] = lines["kwh"] / 10
    lines.to_csv(folder / "meters.csv", index=False)
    weather = {"utc": [f"{utc:%Y-%m-%d %H:%M}" for utc in degrees], "outdoor": list(degrees.values())}
    pd.DataFrame(weather).to_csv(folder / "weather.csv", index=False)
    bill = {"day": list(used), "kwh": [(tenths + 5) // 10 for tenths in used.values()]}
    pd.DataFrame(bill).to_csv(folder / "bill.csv", index=False)


def write(folder, seed):
    """Put data/meters.csv, data/weather.csv and data/bill.csv into `folder`."""
    put(folder / "data", *estate(seed))
