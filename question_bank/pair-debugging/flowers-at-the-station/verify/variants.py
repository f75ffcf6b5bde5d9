# hiretool-canary-9c995259-4cd8-4971-9ab1-fe8b6181c3fe
"""Seed -> the numbers in the prompt, and the sales that the candidate receives."""

from functools import lru_cache

import numpy as np
import pandas as pd

STATIONS = [
    "Abbeyfield",
    "Birkvale",
    "Castle Halt",
    "Dunmere",
    "Eastbridge",
    "Fordham",
    "Glasshouse",
    "Harbour",
    "Ironbank",
    "Junction",
    "Kingsmoor",
    "Lindenau",
    "Marktplatz",
    "Nordhavn",
    "Old Mill",
    "Portela",
]
WEEKDAY = np.array([-0.12, -0.08, 0.0, 0.05, 0.38, 0.22, -0.30])


def story(seed):
    """Names and days of one variant."""
    rng = np.random.default_rng([seed, 1])
    start = pd.Timestamp("2025-11-03") + pd.Timedelta(weeks=int(rng.integers(0, 6)))
    days = int(rng.integers(135, 150))
    first = start + pd.Timedelta(weeks=12)
    # The wires fall on a Tuesday, Wednesday or Thursday of the third to the sixth week replayed.
    fell = first + pd.Timedelta(weeks=int(rng.integers(2, 6)), days=int(rng.integers(1, 4)))
    stalls = sorted(STATIONS[place] for place in rng.choice(len(STATIONS), int(rng.integers(8, 11)), replace=False))
    cut = sorted(str(name) for name in rng.choice(stalls, 3, replace=False))
    return {"start": start, "days": days, "first": first, "fell": fell, "stalls": stalls, "cut": cut}


@lru_cache(maxsize=8)
def kept(seed):
    """{stall: sold on each day, NaN where it was closed}, and the days."""
    facts, rng = story(seed), np.random.default_rng([seed, 2])
    days = pd.date_range(facts["start"], periods=facts["days"], freq="D")
    town = _smooth(rng.normal(0, 0.10, len(days)), 0.80)
    sold = {}
    for name in facts["stalls"]:
        level = rng.uniform(3.6, 4.8)
        own = _smooth(rng.normal(0, 0.09, len(days)), 0.75)
        mean = level + WEEKDAY[days.day_of_week] + town + own
        if name in facts["cut"]:
            mean = np.where(days == facts["fell"], mean + np.log(rng.uniform(0.05, 0.15)), mean)
        values = rng.poisson(np.exp(mean)).astype(float)
        # Some stalls are closed on Sundays, and each is closed now and then.
        shut = (rng.random(len(days)) < 0.01) | ((days.day_of_week == 6) & (rng.random() < 0.4))
        shut &= days != facts["fell"]
        sold[name] = np.where(shut, np.nan, values)
    return days, sold


def _smooth(noise, keep):
    values, value = [], 0.0
    for shock in noise.tolist():
        value = keep * value + shock
        values.append(value)
    return np.array(values)


def rows(seed):
    """The same as a table, newest day first in each stall, as the tills write it."""
    days, sold = kept(seed)
    parts = [
        pd.DataFrame({"stall": name, "day": days, "sold": values}).dropna().iloc[::-1] for name, values in sold.items()
    ]
    return pd.concat(parts, ignore_index=True).astype({"sold": int})


def recent(values, shifted=0, span=3):
    """Mean of the `span` open days before each open day of one stall. `shifted`: rows by which the window lies too late."""
    padded = np.concatenate([np.full(span, np.nan), values, np.full(span, np.nan)])
    places = np.arange(len(values))[:, None] + np.arange(span)[None, :] + shifted
    # A rolling mean has no rows before the first one, wherever its values were taken from.
    started = np.arange(len(values))[:, None] + np.arange(span)[None, :] >= span - 1
    window = np.where(started, padded[places], np.nan)
    counted = (~np.isnan(window)).sum(axis=1)
    return np.where(counted >= 2, np.nansum(window, axis=1) / np.maximum(counted, 1), np.nan)


def forecasts(seed, shifted):
    """{stall: (day numbers, forecasts)} from the first replayed day on. Arrays by stall, and normal equations."""
    facts, (_, sold) = story(seed), kept(seed)
    split = (facts["first"] - facts["start"]).days
    seen, target, asked = [], [], {}
    for name, values in sold.items():
        at = np.flatnonzero(~np.isnan(values))
        near = recent(values[at], shifted)
        before = np.where(at >= 7, values[at - 7], np.nan)
        matrix = np.column_stack(
            [np.log1p(near), np.log1p(np.where(np.isnan(before), near, before)), np.eye(7)[at % 7]]
        )
        known = ~np.isnan(near)
        past = known & (at < split)
        seen.append(matrix[past])
        target.append(np.log1p(values[at[past]]))
        asked[name] = at[known & (at >= split)], matrix[known & (at >= split)]
    matrix = np.concatenate(seen)
    weights = np.linalg.solve(matrix.T @ matrix, matrix.T @ np.concatenate(target))
    return {name: (at, np.maximum(np.expm1(part @ weights), 0)) for name, (at, part) in asked.items()}


def _together(forecast, names, at):
    return float(sum(values[days == at].sum() for days, values in (forecast[name] for name in names)))


def generate(seed):
    """Numbers that appear in the prompt. None where the day of the wires says little."""
    facts, (_, sold) = story(seed), kept(seed)
    at = (facts["fell"] - facts["start"]).days
    ordered = _together(forecasts(seed, shifted=2), facts["cut"], at)
    usual = sum(np.nanmean([sold[name][at - 7 * back] for back in (1, 2, 3, 4)]) for name in facts["cut"])
    if ordered > 0.80 * usual:
        return None
    honest = _together(forecasts(seed, shifted=0), facts["cut"], at)
    if not 0.85 * usual < honest < 1.15 * usual:
        return None
    return {
        "stalls": len(facts["stalls"]),
        "first": f"{facts['first']:%Y-%m-%d}",
        "fell": f"{facts['fell']:%Y-%m-%d}",
        "cut": f"{facts['cut'][0]}, {facts['cut'][1]} and {facts['cut'][2]}",
        "usual": round(usual),
        "ordered": round(ordered),
        "sold": int(sum(sold[name][at] for name in facts["cut"])),
    }


def write(folder, seed):
    """Put data/sales/*.csv into `folder`."""
    (folder / "data" / "sales").mkdir(parents=True, exist_ok=True)
    for name, part in rows(seed).groupby("stall"):
        part = part.assign(day=part["day"].dt.strftime("%Y-%m-%d"))
        part[["day", "sold"]].to_csv(folder / "data" / "sales" / f"{name}.csv", index=False)
