# hiretool-canary-76f02212-c86b-4afe-a6cb-4f56b867ec5c
"""Seed -> the numbers in the prompt, and the tables that the candidate receives."""

from functools import lru_cache

import numpy as np
import pandas as pd

FAULTS = ("sessions", "opened", "arms")
DAYS = 14


def _draw(rng):
    """Users as arrays: arm, first day, and for each session its user, day and booking. Some open the app in the test never."""
    people = int(rng.integers(620, 800))
    new = rng.random(people) < rng.uniform(0.22, 0.3)
    first = rng.integers(20, 40, people)
    keen = rng.random(people) < 0.45
    opens = np.where(keen, rng.poisson(6.5, people), rng.poisson(1.1, people))
    # The new screen asks for a position first; who opens the app seldom gives up before the session counts.
    opens = np.where(new & ~keen & (rng.random(people) < 0.6), 0, opens)
    user = np.repeat(np.arange(people), opens)
    day = first[user] + rng.integers(0, DAYS, len(user))
    chance = np.where(keen[user], 0.42, 0.12) * np.where(new[user], 1.07, 1.0)
    booked = (rng.random(len(user)) < chance).astype(int)
    # Before and after the test people ride as well.
    others = rng.integers(0, people, 2 * people)
    apart = np.where(
        rng.random(2 * people) < 0.6, first[others] - rng.integers(1, 15, 2 * people), first[others] + DAYS
    )
    return (
        new,
        first,
        np.concatenate([user, others]),
        np.concatenate([day, apart]),
        np.concatenate([booked, (rng.random(2 * people) < 0.4).astype(int)]),
    )


def counted(new, first, user, day, booked):
    """(difference, half, opened) over everybody assigned, users as units; no table is involved."""
    inside = (day >= first[user]) & (day < first[user] + DAYS)
    rides = np.bincount(user[inside], weights=booked[inside], minlength=len(new))
    opened = np.bincount(user[inside], minlength=len(new))
    return (*_compared(rides, new), rides, opened)


def _compared(rides, new):
    one, other = rides[new], rides[~new]
    half = 1.96 * np.sqrt(one.var(ddof=1) / len(one) + other.var(ddof=1) / len(other))
    return float(one.mean() - other.mean()), float(half)


@lru_cache(maxsize=4)
def test(seed):
    """The drawn arrays of the first draw in which the true interval holds 0 and each fault would tell otherwise."""
    rng = np.random.default_rng([seed, 1])
    for _ in range(300):
        drawn = _draw(rng)
        difference, half, rides, opened = counted(*drawn)
        ratio = difference / half
        if 0.68 < ratio < 0.93:
            filtered, other_half = _compared(rides[opened > 0], drawn[0][opened > 0])
            if filtered > 1.3 * other_half:
                return drawn
    return None


def tables(seed):
    """assigned and sessions, as they stand in the files."""
    new, first, user, day, booked = test(seed)
    rng = np.random.default_rng([seed, 2])
    names = np.array([f"u{number}" for number in rng.choice(90000, len(new), replace=False) + 10000])
    assigned = pd.DataFrame({"user": names, "arm": np.where(new, "new", "old"), "first": first})
    sessions = pd.DataFrame({"user": names[user], "day": day, "booked": booked})
    return assigned, sessions.iloc[rng.permutation(len(sessions))].sort_values("day", kind="stable").reset_index(
        drop=True
    )


def generate(seed):
    """Numbers that appear in the prompt."""
    drawn = test(seed)
    if drawn is None:
        return None
    difference, half, _, _ = counted(*drawn)
    return {
        "fault": FAULTS[seed % 3],
        "users": len(drawn[0]),
        "new": int(drawn[0].sum()),
        "difference": f"{difference:.3f}",
        "half": f"{half:.3f}",
        "sessions": len(drawn[2]),
    }


def write(folder, seed):
    """Put data/assigned.csv and data/sessions.csv into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    for name, table in zip(("assigned", "sessions"), tables(seed), strict=True):
        table.to_csv(folder / "data" / f"{name}.csv", index=False)
