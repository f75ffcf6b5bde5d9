# hiretool-canary-b7ae550b-c07c-4685-8337-70d2121e3889
"""Seed -> the numbers in the prompt, and the records and written scores that the candidate receives."""

import math
import random
from collections import defaultdict
from functools import lru_cache

import pandas as pd

FAULTS = ("price", "minutes", "owed")
MINUTE = 1440


@lru_cache(maxsize=4)
def rows(seed):
    """First day, the day asked for (in days after it), and plain lists; times are minutes after the first midnight."""
    rng = random.Random(f"{seed} rows")
    first = pd.Timestamp("2025-11-03") + pd.Timedelta(days=rng.randrange(120))
    people, end, day = rng.randint(65, 90), 120, rng.randint(70, 85)
    names = [f"K{number}" for number in sorted(rng.sample(range(10000, 99999), people))]
    prices = [9, 12, 15, 19, 25, 35, 45]
    customers, plans, calls, ledger = [], [], [], []
    for name in names:
        joined = 0 if rng.random() < 0.85 else rng.randrange(1, end - 10)
        customers.append((name, joined))
        price = rng.choice(prices)
        plans.append((name, price, joined, joined * MINUTE - rng.randint(1, 3000)))
        for _ in range(rng.randint(0, 4)):
            valid = rng.randint(joined + 1, end)
            shift = rng.randint(1, 35) if rng.random() < 0.65 else -rng.randint(1, 20)
            plans.append((name, rng.choice(prices), valid, (valid + shift) * MINUTE + rng.randint(500, 1100)))
        for _ in range(rng.randint(1, 10)):
            calls.append((name, rng.randrange(joined * MINUTE, end * MINUTE), rng.randint(1, 24)))
        for number, issued in enumerate(range(joined + rng.randrange(30), end, 30)):
            invoice, cents = f"{name}-{number + 1}", price * 100 + rng.randrange(1900)
            entered = issued * MINUTE + rng.randint(60, 1300)
            ledger.append((name, invoice, issued, entered, cents))
            paid = entered + rng.randint(2, 44) * MINUTE
            if rng.random() < 0.15:
                credit = cents * rng.randint(10, 60) // 100
                ledger.append((name, invoice, issued, paid - MINUTE, -credit))
                cents -= credit
            if rng.random() < 0.9:
                ledger.append((name, invoice, issued, paid, -cents))
    return first, day, customers, plans, calls, ledger


def records(seed):
    """The four tables."""
    first, _, customers, plans, calls, ledger = rows(seed)

    def moment(table, **units):
        for name, unit in units.items():
            table[name] = first + pd.to_timedelta(table[name], unit=unit)
        return table

    return {
        "customers": moment(pd.DataFrame(customers, columns=["customer", "joined"]), joined="D"),
        "plans": moment(
            pd.DataFrame(plans, columns=["customer", "euros", "valid_from", "entered"]), valid_from="D", entered="min"
        ),
        "calls": moment(pd.DataFrame(calls, columns=["customer", "started", "minutes"]), started="min"),
        "ledger": moment(
            pd.DataFrame(ledger, columns=["customer", "invoice", "issued", "entered", "cents"]),
            issued="D",
            entered="min",
        ),
    }


def as_of(seed, day):
    """{customer: (price, minutes, owed)} by a plain reading of the rules; no table is involved."""
    _, _, customers, plans, calls, ledger = rows(seed)
    prices, talked, open_ = defaultdict(list), defaultdict(int), defaultdict(int)
    for name, euros, valid, entered in plans:
        if valid <= day and entered < day * MINUTE:
            prices[name].append((valid, entered, euros))
    for name, start, length in calls:
        talked[name] += length if day - 30 <= start // MINUTE < day else 0
    for name, _, _, entered, cents in ledger:
        open_[name] += cents if entered < day * MINUTE else 0
    known = {}
    for name, joined in customers:
        if joined < day:
            known[name] = (max(prices[name])[2] if prices[name] else 0, talked[name], open_[name] / 100)
    return known


def date(seed, day):
    return rows(seed)[0] + pd.Timedelta(days=int(day))


def generate(seed):
    """Numbers that appear in the prompt."""
    _, day, customers, plans, calls, ledger = rows(seed)
    return {
        "fault": FAULTS[seed % 3],
        "day": date(seed, day).strftime("%Y-%m-%d"),
        "customers": sum(joined < day for _, joined in customers),
        "today": date(seed, 120).strftime("%Y-%m-%d"),
        "rows": len(plans) + len(calls) + len(ledger),
    }


def write(folder, seed):
    """Put the four tables and written.csv into `folder`/data."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    for name, table in records(seed).items():
        table.to_csv(folder / "data" / f"{name}.csv", index=False)
    lines = ["customer,score"]
    for name, (price, minutes, owed) in sorted(as_of(seed, rows(seed)[1]).items()):
        logit = -3.1 + 0.028 * price + 0.034 * minutes + 0.011 * owed
        lines.append(f"{name},{1 / (1 + math.exp(-logit)):.6f}")
    (folder / "data" / "written.csv").write_text("\n".join(lines) + "\n")
