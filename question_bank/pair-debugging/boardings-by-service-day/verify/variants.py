# hiretool-canary-04eec456-e0b1-4e0d-b977-21a9fc90938c
"""Seed -> the numbers in the prompt, and the boardings, cities and books that the candidate receives."""

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd

# The last city of each region leaves its clocks alone.
REGIONS = [
    {"Porto": "Europe/Lisbon", "Bilbao": "Europe/Madrid", "Turku": "Europe/Helsinki", "Akureyri": "Atlantic/Reykjavik"},
    {"Albany": "America/New_York", "Omaha": "America/Chicago", "Boise": "America/Boise", "Tucson": "America/Phoenix"},
    {
        "Hobart": "Australia/Hobart",
        "Canberra": "Australia/Sydney",
        "Adelaide": "Australia/Adelaide",
        "Cairns": "Australia/Brisbane",
    },
]
# Boardings at a stop, by the hour on the wall.
BY_HOUR = [15, 14, 13, 13, 13, 11, 11, 16, 18, 13, 11, 11, 12, 12, 12, 14, 17, 19, 17, 13, 11, 11, 12, 13]


@lru_cache(maxsize=64)
def changes(year, zone):
    """Dates on which the clocks of a zone are changed, and by how many hours the day is longer or shorter."""
    found = {}
    for place in range(365):
        day = date(year, 1, 1) + timedelta(days=place)
        noon = datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo(zone))
        next_noon = noon + timedelta(days=1)
        gained = (noon.utcoffset() - next_noon.utcoffset()) / timedelta(hours=1)
        if gained:
            found[day + timedelta(days=1)] = gained
    return found


@lru_cache(maxsize=64)
def network(seed):
    """Cities and their zones, the date of the clock change, what it adds to the day, the first and the last day."""
    rng = np.random.default_rng([seed, 1])
    region = REGIONS[int(rng.integers(len(REGIONS)))]
    names = list(region)
    rest = sorted(rng.choice(3, 2, replace=False).tolist())
    cities = {name: region[name] for name in [*(names[place] for place in rest), names[3]]}
    both = sorted(changes(int(rng.integers(2023, 2026)), region[names[0]]).items())
    changed, gained = both[int(rng.integers(2))]
    first = changed - timedelta(days=int(rng.integers(4, 8)))
    return cities, changed, gained, first, changed + timedelta(days=int(rng.integers(3, 7)))


EPOCH = datetime(1970, 1, 1)


@lru_cache(maxsize=20_000)
def _ahead(half_hour, zone):
    """How far the clocks of a zone are ahead of UTC; they are changed on the stroke of a half hour, if ever."""
    return datetime.fromtimestamp(half_hour * 1800, UTC).astimezone(ZoneInfo(zone)).utcoffset()


def wall(minute, zone):
    """What the clocks show, `minute` minutes after 1970 in UTC."""
    return EPOCH + timedelta(minutes=minute) + _ahead(minute // 30, zone)


def service_day(minute, zone):
    """Day and hour as planners number them."""
    clock = wall(minute, zone)
    if clock.hour < 4:
        return f"{clock.date() - timedelta(days=1):%Y-%m-%d}", clock.hour + 24
    return f"{clock.date():%Y-%m-%d}", clock.hour


@lru_cache(maxsize=8)
def stops(seed):
    """Each stop of a tram: city, minute since 1970, boarded. A day more at either end."""
    cities, _, _, first, last = network(seed)
    rng = np.random.default_rng([seed, 2])
    rows = []
    start = int(datetime(first.year, first.month, first.day, tzinfo=UTC).timestamp()) // 60
    for city, zone in cities.items():
        count = ((last - first).days + 3) * 36
        minutes = start + np.sort(rng.integers(-1440, ((last - first).days + 2) * 1440, count))
        busy = rng.uniform(1.3, 2.4)
        hours = [wall(minute, zone).hour for minute in minutes.tolist()]
        boarded = rng.poisson([busy * BY_HOUR[hour] for hour in hours])
        rows += [(city, *pair) for pair in zip(minutes.tolist(), boarded.tolist(), strict=True)]
    return [rows[place] for place in rng.permutation(len(rows)).tolist()]


def counted(rows, cities, first, last):
    """{(city, day, hour): boarded} for service days from first to last, stop by stop."""
    sums = {}
    for city, minute, boarded in rows:
        day, hour = service_day(minute, cities[city])
        if first <= day <= last:
            sums[city, day, hour] = sums.get((city, day, hour), 0) + boarded
    return sums


def by_day(sums):
    days = {}
    for (city, day, _), boarded in sums.items():
        days[city, day] = days.get((city, day), 0) + boarded
    return days


@lru_cache(maxsize=8)
def books(seed):
    """{(city, day): boarded} as drivers wrote it down, up to four more or less than there were."""
    cities, _, _, first, last = network(seed)
    rng = np.random.default_rng([seed, 3])
    days = by_day(counted(stops(seed), cities, f"{first}", f"{last}"))
    return {key: days[key] + int(rng.integers(-4, 5)) for key in sorted(days)}


def generate(seed):
    """Numbers that appear in the prompt."""
    cities, changed, gained, first, last = network(seed)
    before = changed - timedelta(days=1)
    # The hour that is booked on another day: it starts at 04:00 of a short day, and ends there on a long one.
    hour = (f"{changed}", 4) if gained < 0 else (f"{before}", 27)
    sums = counted(stops(seed), cities, f"{before}", f"{changed}")
    city = next(iter(cities))
    moved, days, written = sums.get((city, *hour), 0), by_day(sums), books(seed)
    # Less would drown in what drivers miscount.
    if moved < 20:
        return None
    doors = [days[city, f"{before}"] - int(gained) * moved, days[city, f"{changed}"] + int(gained) * moved]
    return {
        "names": ", ".join(list(cities)[:-1]) + f" and {list(cities)[-1]}",
        "city": city,
        "still": list(cities)[-1],
        "first": f"{first}",
        "last": f"{last}",
        "day": f"{before}",
        "next_day": f"{changed}",
        "doors": doors[0],
        "book": written[city, f"{before}"],
        "next_doors": doors[1],
        "next_book": written[city, f"{changed}"],
    }


def frame(rows):
    """Stops as `boardings.csv` has them."""
    left = [f"{datetime.fromtimestamp(minute * 60, UTC):%Y-%m-%dT%H:%MZ}" for _, minute, _ in rows]
    return pd.DataFrame({"city": [row[0] for row in rows], "left": left, "boarded": [row[2] for row in rows]})


def write(folder, seed):
    """Put data/boardings.csv, data/cities.csv and data/books.csv into `folder`."""
    cities = network(seed)[0]
    data = folder / "data"
    data.mkdir(parents=True, exist_ok=True)
    frame(stops(seed)).to_csv(data / "boardings.csv", index=False)
    pd.DataFrame({"city": list(cities), "zone": list(cities.values())}).to_csv(data / "cities.csv", index=False)
    lines = [(city, day, boarded) for (city, day), boarded in sorted(books(seed).items())]
    pd.DataFrame(lines, columns=["city", "day", "boarded"]).to_csv(data / "books.csv", index=False)
