# hiretool-canary-5d442485-3de9-4f1c-8fcf-c46966af144f
"""Seed -> the numbers in the prompt, and the sales and promotions that the candidate receives."""

from functools import lru_cache

import numpy as np

HORIZON = 14


@lru_cache(maxsize=8)
def sales(seed):
    """units, promo (shop by day) and the first Monday of the backtest."""
    rng = np.random.default_rng([seed, 1])
    shops, weeks = int(rng.integers(8, 13)), int(rng.integers(19, 23))
    days = 7 * weeks
    base = rng.uniform(35, 95, shops)
    week = rng.uniform(0.7, 1.4, (shops, 7))
    # A shop's trade wanders from week to week; neighbours' road works, weather, a school that is shut.
    walk = np.cumsum(rng.normal(0, 0.26, (shops, weeks)), axis=1)
    walk -= 0.5 * walk.mean(axis=1, keepdims=True)
    promo = np.zeros((shops, days))
    reaction = np.ones((shops, days))
    for shop in range(shops):
        for start in np.cumsum(rng.integers(24, 40, 9)):
            if start + 4 < days:
                promo[shop, start : start + 4] = rng.choice([10, 15, 20, 25])
                late = start > 0.55 * days
                reaction[shop, start : start + 4] = rng.uniform(2.2, 3.4) if late else rng.uniform(0.3, 1.0)
    lift = 1 + 0.04 * reaction * promo
    mean = base[:, None] * np.tile(week, weeks) * np.exp(np.repeat(walk, 7, axis=1)) * lift
    return rng.poisson(np.minimum(mean, 900)).astype(float), promo, 7 * (weeks - 8)


def _plain(units, promo, origin, peek=False):
    """One shop: the forecast before its level is set, by counting back from the origin; nothing later is touched.

    peek: count back from the day that is told, so that the second week sees the first. Only to see what a variant would show.
    """
    sold, cut = units[:origin], promo[:origin]
    ordinary = sold[cut == 0].mean()
    percent = cut.sum()
    each = (sold[cut > 0] / ordinary - 1).sum() / percent if percent else 0.0
    sold, cut, planned = sold[-14:].tolist(), cut[-14:].tolist(), promo[origin : origin + HORIZON].tolist()
    told = []
    for ahead in range(HORIZON):
        alike = [sold[day] for day in (ahead % 7, 7 + ahead % 7) if not cut[day]]
        if peek and ahead >= 7:
            seen = (units[origin + ahead - 7], promo[origin + ahead - 7]), (sold[ahead], cut[ahead])
            alike = [some for some, off in seen if not off]
        usual = sum(alike) / len(alike) if alike else 0.0
        told.append(usual * (1 + each * planned[ahead]))
    return np.array(told)


def told(seed, origin, peek=False):
    """The forecast as it was sent on the morning, shop by shop."""
    units, promo, _ = sales(seed)
    lines = []
    for sold, cut in zip(units, promo, strict=True):
        week = _plain(sold, cut, origin - 7)[:7].sum()
        lines.append(_plain(sold, cut, origin, peek) * (sold[origin - 7 : origin].sum() / week) ** 0.5)
    return np.array(lines)


@lru_cache(maxsize=8)
def live(seed, peek=False):
    """Error of the forecasts that were sent, by Monday."""
    units, _, first = sales(seed)
    origins = range(first, units.shape[1] - HORIZON + 1, 7)
    return {
        origin: float(np.abs(told(seed, origin, peek) - units[:, origin : origin + HORIZON]).mean())
        for origin in origins
    }


def generate(seed):
    """Numbers that appear in the prompt."""
    units, _, first = sales(seed)
    sent = live(seed)
    # Where a peek at the first week hardly moves the figure, by one weekday's luck, the variant has another fault.
    moves = sum(live(seed, True).values()) < 0.96 * sum(sent.values())
    fault = "level" if moves and seed % 4 else ("gain", "drift")[seed // 4 % 2]
    return {
        "fault": fault,
        "shops": len(units),
        "days": units.shape[1],
        "first": first,
        "mondays": len(sent),
        "live": round(float(np.mean(list(sent.values()))), 2),
        "sold": round(float(units[:, first:].mean()), 1),
    }


def write(folder, seed):
    """Put data/units.csv and data/promo.csv into `folder`."""
    units, promo, _ = sales(seed)
    (folder / "data").mkdir(parents=True, exist_ok=True)
    np.savetxt(folder / "data" / "units.csv", units, fmt="%d", delimiter=",")
    np.savetxt(folder / "data" / "promo.csv", promo, fmt="%d", delimiter=",")
