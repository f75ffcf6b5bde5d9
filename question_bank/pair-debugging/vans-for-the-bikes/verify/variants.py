# hiretool-canary-28b1aeb2-3fa7-4eb2-a22c-16829c871afc
"""Seed -> the numbers in the prompt, and the trips and forecasts that the candidate receives."""

from bisect import bisect_left
from functools import lru_cache

import numpy as np
import pandas as pd

STATIONS = [
    "Arsenal",
    "Bath Street",
    "Canal",
    "Docks",
    "East Gate",
    "Fountain",
    "Green",
    "Hospital",
    "Institute",
    "Jetty",
]
STATIONS += ["Kiln Yard"]
ROUNDS = [390, 450, 930]
DAY = 1440
# Bikes by half hour of a working day, as parts of the busiest one.
SHAPE = [1, 1, 0, 0, 0, 0, 0, 0, 0, 1, 3, 7, 14, 30, 62, 90, 100, 74, 46, 36, 30, 30, 34, 38]
SHAPE += [42, 42, 40, 38, 36, 38, 46, 60, 80, 96, 100, 88, 66, 50, 40, 34, 28, 24, 18, 14, 10, 6, 4, 2]


@lru_cache(maxsize=64)
def facts(seed):
    """Stations, the first day, the number of days, and the day (by number) from which on rounds are replayed."""
    rng = np.random.default_rng([seed, 1])
    start = pd.Timestamp("2026-03-02") + pd.Timedelta(weeks=int(rng.integers(0, 20)))
    names = sorted(STATIONS[place] for place in rng.choice(len(STATIONS), 6, replace=False).tolist())
    return {"stations": names, "start": start, "days": 24, "first": 14}


@lru_cache(maxsize=8)
def taken(seed):
    """{station: sorted minutes since the start at which a bike was taken}."""
    told, rng = facts(seed), np.random.default_rng([seed, 2])
    slots = told["days"] * 48
    weekend = np.repeat(np.arange(told["days"]) % 7 >= 5, 48)
    shape = np.where(weekend, 12.0, 1.0) * np.where(weekend, 1.0, np.tile(SHAPE, told["days"])) / 100
    town = _smooth(rng.normal(0, 0.13, slots), 0.93)
    found = {}
    for name in told["stations"]:
        own = _smooth(rng.normal(0, 0.13, slots), 0.9)
        counts = rng.poisson(rng.uniform(3.5, 6.5) * shape * np.exp(town + own))
        minutes = np.repeat(np.arange(slots) * 30, counts) + rng.integers(0, 30, counts.sum())
        found[name] = sorted(minutes.tolist())
    return found


def _smooth(noise, keep):
    values, value = [], 0.0
    for shock in noise.tolist():
        value = keep * value + shock
        values.append(value)
    return np.array(values)


def between(minutes, start, end):
    """Bikes taken from `start` on and before `end`."""
    return bisect_left(minutes, end) - bisect_left(minutes, start)


def moments(seed):
    """Minutes since the start of all rounds on working days."""
    return [day * DAY + start for day in range(facts(seed)["days"]) if day % 7 < 5 for start in ROUNDS]


def right(minutes, moment):
    """The last half hour and the last three hours before a moment."""
    return between(minutes, moment - 30, moment), between(minutes, moment - 180, moment)


def half_hour_ahead(minutes, moment):
    """As given, while later trips are there: the half hour that begins at the moment, and five before it."""
    return between(minutes, moment, moment + 30), between(minutes, moment - 150, moment + 30)


def at_the_last_trip(minutes, moment):
    """As given, in the service: the half hour of the station's last trip, and five before it."""
    place = bisect_left(minutes, moment)
    slot = minutes[place - 1] // 30 * 30 if place else 0
    return between(minutes, slot, slot + 30) if place else 0, between(minutes, slot - 150, slot + 30) if place else 0


class Fit:
    """The model by normal equations."""

    def __init__(self, seed, recent):
        split = facts(seed)["first"] * DAY
        asked = [(name, moment) for name in taken(seed) for moment in moments(seed) if moment < split]
        after = [between(taken(seed)[name], moment, moment + 120) for name, moment in asked]
        groups = {}
        for (name, moment), count in zip(asked, after, strict=True):
            groups.setdefault((name, moment % DAY), []).append(count)
        self.usual = {key: sum(counts) / len(counts) for key, counts in groups.items()}
        matrix = np.array([self._row(name, moment, recent(taken(seed)[name], moment)) for name, moment in asked])
        self.weights = np.linalg.solve(matrix.T @ matrix, matrix.T @ np.array(after, float))

    def _row(self, name, moment, recent):
        return [*map(float, recent), self.usual[name, moment % DAY], 1.0]

    def forecast(self, name, moment, recent):
        return max(0.0, float(np.dot(self._row(name, moment, recent), self.weights)))


@lru_cache(maxsize=8)
def fit(seed, as_given):
    return Fit(seed, half_hour_ahead if as_given else right)


def forecasts(seed, as_given, recent):
    """{(station, moment): (forecast, taken)} for the rounds that are replayed."""
    model, split = fit(seed, as_given), facts(seed)["first"] * DAY
    return {
        (name, moment): (model.forecast(name, moment, recent(minutes, moment)), between(minutes, moment, moment + 120))
        for name, minutes in taken(seed).items()
        for moment in moments(seed)
        if moment >= split
    }


def judged(found):
    """Forecasts in percent of what was taken, and how far they are off, in percent of it."""
    total = sum(pair[1] for pair in found.values())
    return 100 * sum(pair[0] for pair in found.values()) / total, 100 * sum(
        abs(a - b) for a, b in found.values()
    ) / total


def generate(seed):
    """Numbers that appear in the prompt."""
    told = facts(seed)
    _, off = judged(forecasts(seed, True, half_hour_ahead))
    _, sent_off = judged(forecasts(seed, True, at_the_last_trip))
    if sent_off < off + 4:
        return None
    return {
        "stations": len(told["stations"]),
        "trips": sum(map(len, taken(seed).values())),
        "first": f"{told['start'] + pd.Timedelta(days=told['first']):%Y-%m-%d}",
        "off": round(off, 1),
        "sent_off": round(sent_off, 1),
    }


def frame(seed, found):
    """Trips as `trips.read` gives them, in the order in which they were taken."""
    rows = sorted((minute, name) for name, minutes in found.items() for minute in minutes)
    left = facts(seed)["start"] + pd.to_timedelta([minute for minute, _ in rows], unit="min")
    return pd.DataFrame({"station": [name for _, name in rows], "left": left})


def write(folder, seed):
    """Put data/trips.csv and data/sent.csv into `folder`."""
    data = folder / "data"
    data.mkdir(parents=True, exist_ok=True)
    trips = frame(seed, taken(seed))
    trips.assign(left=trips["left"].dt.strftime("%Y-%m-%d %H:%M")).to_csv(data / "trips.csv", index=False)
    sent = forecasts(seed, True, at_the_last_trip)
    start = facts(seed)["start"]
    rows = [(name, start + pd.Timedelta(minutes=moment), round(pair[0], 2)) for (name, moment), pair in sent.items()]
    rows.sort(key=lambda row: (row[1], row[0]))
    pd.DataFrame(rows, columns=["station", "moment", "forecast"]).to_csv(data / "sent.csv", index=False)
