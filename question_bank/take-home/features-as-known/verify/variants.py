# hiretool-canary-653984cf-89c0-4752-a773-6d52ca09e676
"""Seed -> the numbers in the prompt, and a season of machines: what happened, and when it was heard of."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

FIRST = pd.Timestamp("2026-01-05")
DAYS = 190


@dataclass(frozen=True)
class Season:
    """The tables that the candidate's functions are given."""

    readings: pd.DataFrame
    orders: pd.DataFrame
    failures: pd.DataFrame
    evenings: pd.DataFrame


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    rng = np.random.default_rng([seed, 1])
    return {
        "machines": int(rng.integers(64, 100)),
        "horizon": int(rng.choice([10, 12, 14])),
        "delay": int(rng.choice([6, 8, 10])),
        "fetched": int(rng.integers(8, 13)),
    }


def season(seed, machines, horizon, delay, signal, days=DAYS, every=10):
    """A season of `machines` machines with an evening of decisions each `every` days.

    With `signal`, the thirteen days before a failure show in readings that arrive in time; without, nothing that is known on an
    evening has to do with what fails. What is entered after a failure points at it in both cases.
    """
    rng = np.random.default_rng([seed, 2, int(signal)])
    names = [f"M{number:03d}" for number in np.sort(rng.choice(900, machines, replace=False))]
    readings, orders, failures = [], [], []
    for name in names:
        failed = _failure_days(rng, days)
        readings += _readings(rng, name, failed, days, signal)
        orders += _orders(rng, name, failed, days, delay)
        failures += [(name, day, day + rng.uniform(0.1, delay)) for day in failed]
    evenings = [(name, day + 0.75) for day in range(30, days - horizon, every) for name in names]
    return Season(
        _readings_table(rng, readings),
        _table(rng, orders, ["machine", "kind", "opened_at", "entered_at"], "order", "W"),
        _table(rng, failures, ["machine", "failed_at", "reported_at"], "failure", "F"),
        _table(None, evenings, ["machine", "decided_at"], "evening", "E"),
    )


def _failure_days(rng, days):
    # Without a memory: having just failed says nothing about the next failure.
    failed, day = [], rng.exponential(75.0)
    while day < days:
        failed.append(day)
        day += rng.exponential(75.0)
    return failed


def _readings(rng, name, failed, days, signal):
    """(machine, measured, [(received, hours, pressure, faults), ...]) for each day on which the machine worked."""
    base, rows, failed = rng.normal(4.2, 0.25), [], np.array(failed)
    # Some machines work where there is no network and send everything when they come back.
    away = rng.random() < 0.3
    for day in np.flatnonzero(rng.random(days) < 0.85):
        measured = day + rng.uniform(0.25, 0.95)
        ahead = failed[failed > measured] - measured
        near = ahead.min() if len(ahead) else np.inf
        worn = max(0.0, 1 - near / 13) if signal else 0.0
        hours, faults = rng.gamma(4.0, 1.6), rng.poisson(0.15 + 2.2 * worn)
        pressure = base - 0.9 * worn + rng.normal(0, 0.12)
        late = rng.uniform(3, 18) if rng.random() < (0.35 if away else 0.05) else rng.exponential(0.08)
        versions = [(measured + late, hours, pressure, faults)]
        if near < 6 and rng.random() < 0.8:
            # After a failure the workshop reads the machine's own memory and revises the days before.
            versions.append((measured + max(near, late) + rng.uniform(0.5, 3), hours, pressure - 0.5, faults + 3))
        elif rng.random() < 0.1:
            versions.append(
                (measured + late + rng.uniform(0.5, 15), hours * rng.uniform(0.8, 1.2), pressure + 0.1, faults + 1)
            )
        if len(versions) == 2 and rng.random() < 0.2:
            versions.append((versions[1][0] + rng.uniform(0.5, 5), hours, pressure, faults))
        rows.append((name, measured, versions))
    return rows


def _orders(rng, name, failed, days, delay):
    rows, day = [], rng.uniform(0, 60)
    while day < days:
        rows.append((name, "service", day, day + rng.choice([0.1, 1.2, 9.0], p=[0.6, 0.3, 0.1])))
        day += rng.uniform(40, 75)
    for day in failed:
        # The order is dated to the first complaint and typed in when the machine has been repaired.
        rows.append((name, "repair", max(0.0, day - rng.uniform(0.5, 6)), day + rng.uniform(1, delay)))
    return rows


def _readings_table(rng, rows):
    ids = rng.permutation(len(rows)) + 1
    lines = [
        (f"R{number:06d}", revision, name, measured, received, round(hours, 2), round(pressure, 3), int(faults))
        for number, (name, measured, versions) in zip(ids, rows)
        for revision, (received, hours, pressure, faults) in enumerate(versions, 1)
    ]
    # Gateways send some lines twice, the second time later.
    again = [
        (*lines[i][:4], lines[i][4] + rng.uniform(0.1, 4), *lines[i][5:])
        for i in rng.choice(len(lines), len(lines) // 50)
    ]
    columns = ["reading", "revision", "machine", "measured_at", "received_at", "hours", "pressure", "faults"]
    table = pd.DataFrame(lines + again, columns=columns)
    return _timed(table.iloc[rng.permutation(len(table))].reset_index(drop=True))


def _table(rng, rows, columns, key, letter):
    order = range(len(rows)) if rng is None else rng.permutation(len(rows))
    table = pd.DataFrame([rows[position] for position in order], columns=columns)
    table.insert(0, key, [f"{letter}{number:05d}" for number in range(1, len(table) + 1)])
    return _timed(table)


def _timed(table):
    """Days since FIRST -> timestamps in whole seconds, UTC without an offset."""
    for column in table.columns[table.columns.str.endswith("_at")]:
        table[column] = (FIRST + pd.to_timedelta(table[column].astype(float), unit="D")).dt.floor("s")
    return table


def write(folder, seed):
    """Put data/readings.csv, orders.csv, failures.csv and evenings.csv into `folder`."""
    facts = generate(seed)
    made = season(seed, facts["machines"], facts["horizon"], facts["delay"], signal=True)
    (folder / "data").mkdir(parents=True, exist_ok=True)
    for name in ("readings", "orders", "failures", "evenings"):
        getattr(made, name).to_csv(folder / "data" / f"{name}.csv", index=False)
