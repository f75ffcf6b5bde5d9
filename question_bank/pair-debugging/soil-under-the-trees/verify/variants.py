# hiretool-canary-98ff88fb-9efa-4fb6-ba25-a28610fab651
"""Seed -> the numbers in the prompt, and the readings that the candidate receives."""

from functools import lru_cache

import numpy as np
import pandas as pd

ORCHARDS = ["Apple slope", "Brook side", "Cherry hill", "Deer fence", "Elder lane", "Far corner", "Gate", "Hedge"]
DAYS = 9
SLOTS = DAYS * 144


@lru_cache(maxsize=32)
def facts(seed):
    """{station: make}, and the first day."""
    rng = np.random.default_rng([seed, 1])
    names = sorted(ORCHARDS[place] for place in rng.choice(len(ORCHARDS), 6, replace=False).tolist())
    makes = [("Arve", "Brenn")[place % 2] for place in rng.permutation(6).tolist()]
    return dict(zip(names, makes, strict=True)), pd.Timestamp("2026-03-09") + pd.Timedelta(
        days=int(rng.integers(0, 30))
    )


def _gone(rng, often):
    """Ten minutes without a reading, in stretches of one to six, more often at night."""
    gone = np.zeros(SLOTS, bool)
    hour = np.arange(SLOTS) // 6 % 24
    for place in np.flatnonzero(rng.random(SLOTS) < np.where(hour < 8, often, often / 4)).tolist():
        gone[place : place + int(rng.integers(1, 7))] = True
    return gone


@lru_cache(maxsize=8)
def orchard(seed):
    """{station: (soil, temperature, rain in tenths, millivolts)} by ten minutes; None where there was no reading; hand values."""
    (makes, _), rng = facts(seed), np.random.default_rng([seed, 2])
    hour = np.arange(SLOTS) / 6 % 24
    air = 32 + 45 * np.sin((hour - 9) / 24 * 2 * np.pi) + 18 * np.sin(np.arange(SLOTS) / SLOTS * 6 + rng.uniform(0, 6))
    wet = np.zeros(SLOTS, bool)
    for place in rng.integers(0, SLOTS, 5).tolist():
        wet[place : place + int(rng.integers(6, 30))] = True
    found, by_hand = {}, []
    for name, make in makes.items():
        rain = np.where(wet & (rng.random(SLOTS) < 0.8), rng.poisson(2.2, SLOTS), 0)
        soil = rng.uniform(207, 262) + np.cumsum(rain * 0.18 - rng.uniform(0.012, 0.03)) + rng.normal(0, 2, SLOTS)
        soil, temperature = soil.round().astype(int), (air + rng.normal(0, 4, SLOTS)).round().astype(int)
        volts = (3750 + 60 * np.sin(hour / 24 * 6) + rng.normal(0, 8, SLOTS)).round().astype(int)
        # A Brenn loses all of a reading, an Arve a sensor's.
        gone = _gone(rng, 0.055 if make == "Brenn" else 0.03)
        lost = {"soil": gone, "temperature": gone, "rain": gone, "volts": gone}
        if make == "Arve":
            lost = {
                "soil": gone,
                "temperature": _gone(rng, 0.01),
                "rain": _gone(rng, 0.01),
                "volts": np.zeros(SLOTS, bool),
            }
        columns = {"soil": soil, "temperature": temperature, "rain": rain, "volts": volts}
        found[name] = {
            key: [
                None if lack else value for value, lack in zip(columns[key].tolist(), lost[key].tolist(), strict=True)
            ]
            for key in columns
        }
        for place in sorted(rng.choice(SLOTS // 6, 30, replace=False).tolist()):
            by_hand.append((name, place, int(round(soil[6 * place : 6 * place + 6].mean() + rng.normal(0, 3)))))
    return found, by_hand


def hour_of(columns, place):
    """Soil, temperature and rain of one hour, in tenths; None where it is blank."""
    means = []
    for name in ("soil", "temperature"):
        there = [value for value in columns[name][6 * place : 6 * place + 6] if value is not None]
        means.append(sum(there) / len(there) if len(there) >= 4 else None)
    rain = columns["rain"][6 * place : 6 * place + 6]
    return *means, None if None in rain else sum(rain)


def hours(found):
    """{(station, hour by number): (soil, temperature, rain)}."""
    places = {name: range(len(columns["soil"]) // 6) for name, columns in found.items()}
    return {(name, place): hour_of(found[name], place) for name in found for place in places[name]}


def as_given(found, makes):
    """What the project takes the readings for: a Brenn's lost ones are 0."""
    return {
        name: {key: [0 if value is None else value for value in values] for key, values in columns.items()}
        if makes[name] == "Brenn"
        else columns
        for name, columns in found.items()
    }


def watered(table, name):
    """{night: (mean soil, water)} of one station."""
    nights = {}
    for (station, place), (soil, _, _) in table.items():
        if station == name and place % 24 < 6:
            nights.setdefault(place // 24, []).append(soil)
    means = {}
    for night, values in nights.items():
        there = [value for value in values if value is not None]
        means[night] = sum(there) / len(there) if there else None
    return {night: (mean, mean is not None and mean < 200) for night, mean in means.items()}


def off(table, by_hand, name):
    """Hours compared, and the mean of ours less the probe's, in percent of volume."""
    pairs = [(table[name, place][0], soil) for station, place, soil in by_hand if station == name]
    apart = [ours - soil for ours, soil in pairs if ours is not None]
    return len(apart), sum(apart) / len(apart) / 10


def lacking(found, name):
    return sum(value is None for value in found[name]["soil"])


def generate(seed):
    """Numbers that appear in the prompt."""
    (makes, _), (found, by_hand) = facts(seed), orchard(seed)
    given, right = hours(as_given(found, makes)), hours(found)
    nights = {name: sum(water for _, water in watered(given, name).values()) for name in makes}
    due = {name: sum(water for _, water in watered(right, name).values()) for name in makes}
    named = max(makes, key=lambda name: (nights[name] - due[name], name))
    other = max(makes, key=lambda name: (makes[name] == "Arve", lacking(found, name)))
    _, apart = off(given, by_hand, named)
    if makes[named] != "Brenn" or nights[named] - due[named] < 3 or apart > -0.5:
        return None
    return {
        "stations": len(makes),
        "days": DAYS,
        "named": named,
        "watered": nights[named],
        "due": due[named],
        "below": round(-apart, 1),
        "lacking": lacking(found, named),
        "other": other,
        "other_lacking": lacking(found, other),
    }


def frame(found, makes, start, missing=-999):
    """Readings as the stations send them."""
    parts = []
    for name, columns in found.items():
        code = missing if makes[name] == "Arve" else 0
        sensors = ("soil", "temperature", "rain")
        table = {key: [code if value is None else value / 10 for value in columns[key]] for key in sensors}
        table["volts"] = [0 if value is None else value / 1000 for value in columns["volts"]]
        times = pd.date_range(start, periods=len(columns["soil"]), freq="10min")
        parts.append(pd.DataFrame({"station": name, "time": times, **table}))
    return pd.concat(parts).sort_values(["time", "station"], ignore_index=True)


def put(folder, found, makes, start, by_hand):
    """stations.csv, readings.csv, gateway.csv and by_hand.csv in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    pd.DataFrame({"station": list(makes), "make": list(makes.values())}).to_csv(folder / "stations.csv", index=False)
    frame(found, makes, start).to_csv(folder / "readings.csv", index=False, date_format="%Y-%m-%d %H:%M")
    counts = {"station": list(makes), "lacking": [lacking(found, name) for name in makes]}
    pd.DataFrame(counts).to_csv(folder / "gateway.csv", index=False)
    rows = [(name, start + pd.Timedelta(hours=place), soil / 10) for name, place, soil in by_hand]
    table = pd.DataFrame(rows, columns=["station", "hour", "soil"])
    table.to_csv(folder / "by_hand.csv", index=False, date_format="%Y-%m-%d %H:%M")


def write(folder, seed):
    """Put data/stations.csv, readings.csv, gateway.csv and by_hand.csv into `folder`."""
    makes, start = facts(seed)
    found, by_hand = orchard(seed)
    put(folder / "data", found, makes, start, by_hand)
