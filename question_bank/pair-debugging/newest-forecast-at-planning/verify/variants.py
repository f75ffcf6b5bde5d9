# hiretool-canary-97654797-eba0-4523-8396-c8163704db91
"""Seed -> the numbers in the prompt, and the forecast, heat and live-plan archives that the candidate receives."""

from functools import lru_cache

import numpy as np
import pandas as pd

ZONE = "Europe/Helsinki"
COEFFICIENTS = (1.46, 0.31, 0.28)
BASE = 4.2
LEADS = 48


def period(seed):
    """First and last planned date. The clock change of 29 March always lies inside."""
    rng = np.random.default_rng([seed, 1])
    first = pd.Timestamp("2026-02-01") + pd.Timedelta(days=int(rng.integers(0, 22)))
    return first, pd.Timestamp("2026-03-29") + pd.Timedelta(days=int(rng.integers(5, 22)))


def _clock(first, last):
    start = (first - pd.Timedelta(days=4)).tz_localize("UTC")
    return pd.date_range(start, (last + pd.Timedelta(days=3)).tz_localize("UTC"), freq="h")


def _smooth(noise, keep):
    values, value = [], 0.0
    for shock in noise.tolist():
        value = keep * value + shock
        values.append(value)
    return np.array(values)


@lru_cache(maxsize=4)
def plant(seed):
    """Everything that happened: the hours, the heat, and each run of the weather model. Times are hours since the first."""
    clock = _clock(*period(seed))
    rng = np.random.default_rng([seed, 2])
    days = np.arange(len(clock)) / 24
    daily = 3.1 * np.sin(2 * np.pi * (clock.hour.to_numpy() - 9) / 24)
    temperature = -9 + 0.17 * days + daily + _smooth(rng.normal(0, 0.30, len(clock)), 0.985)
    wind = np.exp(1.2 + _smooth(rng.normal(0, 0.10, len(clock)), 0.96))

    noise = rng.normal(0, 0.55, len(clock)).tolist()
    by_weather = (BASE + COEFFICIENTS[0] * np.clip(17 - temperature, 0, None) + COEFFICIENTS[1] * wind).tolist()
    heat = []
    for place, (part, shock) in enumerate(zip(by_weather, noise, strict=True)):
        before = heat[place - 48] if place >= 48 else part / (1 - COEFFICIENTS[2])
        heat.append(round(part + COEFFICIENTS[2] * before + shock, 2))

    run = np.arange(0, len(clock) - LEADS, 6)
    # From the time in the name to the arrival of the file: 3.3 to 5.6 hours.
    delay = rng.uniform(3.3, 5.6, len(run))
    # Now and then the run of 12 UTC arrives in the night, after the run of 18 UTC.
    noon = np.flatnonzero(run % 24 == 12)
    slow = rng.choice(noon, max(12, len(noon) // 4), replace=False)
    delay[slow] = rng.uniform(13.0, 14.6, len(slow))
    minute = np.round((run + delay) * 60).astype(int)
    minute += minute % 60 == 0  # never on the stroke of the hour, when plans are made
    leads = np.arange(LEADS)
    places = run[:, None] + leads
    spread = 0.25 + 0.13 * leads
    return {
        "clock": clock,
        "heat": np.array(heat),
        "run": run,
        "received": minute / 60,
        "minute": minute,
        "temperature": np.round(temperature[places] + spread * rng.normal(size=places.shape), 1),
        "wind": np.round(wind[places] * np.exp(0.012 * leads * rng.normal(size=places.shape)), 1),
    }


def forecasts(seed):
    """The archive of runs. One row for each run and each hour covered by it."""
    facts = plant(seed)
    clock, run = facts["clock"], facts["run"]
    return pd.DataFrame(
        {
            "run": np.repeat(clock[run], LEADS),
            "received": np.repeat(clock[0] + pd.to_timedelta(facts["minute"], unit="min"), LEADS),
            "valid": clock[(run[:, None] + np.arange(LEADS)).ravel()],
            "temperature": facts["temperature"].ravel(),
            "wind": facts["wind"].ravel(),
        }
    )


def heat(seed):
    """Heat sent into the network, indexed by hour."""
    facts = plant(seed)
    return pd.Series(facts["heat"], index=facts["clock"].rename("hour"), name="mw")


def plans(seed):
    """For each date: its name, the hour of planning, the hours planned, the run held then, and the run named latest."""
    facts, (first, last) = plant(seed), period(seed)
    start = facts["clock"][0]
    for date in pd.date_range(first, last, freq="D"):
        made, begin, end = (
            int(((date + pd.Timedelta(hours=hour)).tz_localize(ZONE).tz_convert("UTC") - start) / pd.Timedelta(hours=1))
            for hour in (6, 8, 32)
        )
        held = np.flatnonzero(facts["received"] <= made).max(initial=-1)
        yield f"{date:%Y-%m-%d}", made, np.arange(begin, end), held, np.flatnonzero(facts["run"] <= made).max()


def values(seed, place, valid):
    """Temperature, wind and heat two days before, at the hours `valid`, by one run."""
    facts = plant(seed)
    lead = valid - facts["run"][place]
    return facts["temperature"][place, lead], facts["wind"][place, lead], facts["heat"][valid - 48]


def errors(seed):
    """Mean absolute error of each date, MW: with the run held at planning, and with the run named latest."""
    facts, rows = plant(seed), {}
    for date, _, valid, held, named in plans(seed):
        both = []
        for place in (held, named):
            temperature, wind, before = values(seed, place, valid)
            expected = BASE + COEFFICIENTS[0] * np.clip(17 - temperature, 0, None) + COEFFICIENTS[1] * wind
            both.append(np.abs(expected + COEFFICIENTS[2] * before - facts["heat"][valid]).mean())
        rows[date] = both
    return pd.DataFrame.from_dict(rows, orient="index", columns=["live", "named"]).rename_axis("date")


def generate(seed):
    """Numbers that appear in the prompt."""
    first, last = period(seed)
    error = errors(seed)
    return {
        "first": f"{first:%Y-%m-%d}",
        "last": f"{last:%Y-%m-%d}",
        "days": len(error),
        "backtest_mw": round(float(error["named"].mean()), 2),
        "live_mw": round(float(error["live"].mean()), 2),
        "heat_mw": int(plant(seed)["heat"].mean().round()),
    }


def write(folder, seed):
    """Put data/forecasts.csv, data/heat.csv and data/live.csv into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    forecasts(seed).to_csv(folder / "data" / "forecasts.csv", index=False, date_format="%Y-%m-%dT%H:%MZ")
    heat(seed).to_csv(folder / "data" / "heat.csv", date_format="%Y-%m-%dT%H:%MZ")
    errors(seed)["live"].rename("error").round(3).to_csv(folder / "data" / "live.csv")
