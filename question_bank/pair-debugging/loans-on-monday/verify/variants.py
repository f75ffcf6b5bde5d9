# hiretool-canary-4ffb3b44-0db8-4977-8505-ac0f942cad83
"""Seed -> the numbers in the prompt, and two exports of the same applications."""

import random
import zlib
from functools import lru_cache

FAULTS = ("lots", "promises", "ties")
COLUMNS = ["number", "placed", "state", "euros", "income", "debts", "years"]


def _points(row):
    _, _, _, euros, income, debts, years = row
    score = 62 * (income - debts) / max(income, 1) + 2 * min(years, 12) + 22 - 30 * euros / max(12 * income, 1)
    return max(0, min(100, round(score)))


def by_lot(rows, week):
    """Numbers for the clerk, as the project without a fault draws them."""
    return {row[0] for row in rows if zlib.crc32(f"{week}/{row[0]}".encode()) % 100 < 8}


def right(rows, cents, clerk):
    """{number: decision} by a plain reading of the rules, in whole cents; clerk: numbers that a person decides."""
    decisions, waiting = {}, []
    for row in rows:
        if row[2] == "promised":
            cents -= round(row[3] * 100)
        elif row[0] in clerk:
            decisions[row[0]] = "clerk"
        elif _points(row) < 50:
            decisions[row[0]] = "no"
        else:
            waiting.append((100 - _points(row), row[1], row[0], round(row[3] * 100)))
    waiting.sort()
    fits = 0
    while fits < len(waiting) and sum(one[3] for one in waiting[: fits + 1]) <= cents:
        fits += 1
    return decisions | {one[2]: "yes" if place < fits else "wait" for place, one in enumerate(waiting)}


@lru_cache(maxsize=8)
def week(seed):
    """(rows as on Monday, the same rows again in another order, budget in cents, number of the week)."""
    rng = random.Random(f"{seed} week")
    count, number = rng.randint(150, 200), 202600 + rng.randint(6, 40)
    moments = sorted(rng.sample(range(5 * 9 * 3600), count))
    rows = []
    for name, moment in zip(rng.sample(range(100000, 999999), count), moments, strict=True):
        day, second = divmod(moment, 9 * 3600)
        placed = f"2026-03-{2 + day:02d}T{8 + second // 3600:02d}:{second // 60 % 60:02d}:{second % 60:02d}"
        income = float(rng.randint(1500, 5200))
        debts = round(income * rng.uniform(0.05, 0.75), 2)
        state = "promised" if rng.random() < 0.3 else "open"
        euros = round(rng.uniform(700, 14000), 2)
        rows.append([f"L{name}", placed, state, euros, income, debts, rng.randint(0, 15)])
    promised = sum(round(row[3] * 100) for row in rows if row[2] == "promised")
    clerk = by_lot(rows, number)
    able = [row for row in rows if row[2] == "open" and row[0] not in clerk and _points(row) >= 50]
    waiting = sorted((100 - _points(row), row[1], round(row[3] * 100)) for row in able)
    # The budget was set on Friday so that a round number of loans fits, to the cent; two of the same points meet there.
    places = [place for place in range(20, len(waiting) - 10) if waiting[place][0] == waiting[place - 1][0]]
    cents = promised + sum(one[2] for one in waiting[: rng.choice(places)])
    budget = cents / 100

    def seen(some):
        # One by one: from Python 3.12 on, sum() of floats is too exact to show it.
        rest = budget
        for row in some:
            if row[2] == "promised":
                rest -= row[3]
        return 100 * rest < cents - promised

    def as_they_come(some):
        rest, kept = cents - promised, set()
        for row in sorted([row for row in some if row in able], key=_points, reverse=True):
            if round(row[3] * 100) > rest:
                break
            rest -= round(row[3] * 100)
            kept.add(row[0])
        return kept

    monday, again = rows[:], rows[:]
    rng.shuffle(monday)
    # Of the orders in which an export may come, two in which the promises do not leave the same last digit and ties part.
    for _ in range(400):
        rng.shuffle(again)
        if seen(again) != seen(monday) and as_they_come(again) != as_they_come(monday):
            break
    else:
        return None
    return monday, again, cents, number


def generate(seed):
    """Numbers that appear in the prompt."""
    made = week(seed)
    if made is None:
        return None
    monday, _, cents, number = made
    return {
        "fault": FAULTS[seed % 3],
        "applications": len(monday),
        "open": sum(row[2] == "open" for row in monday),
        "budget": f"{cents / 100:.2f}",
        "cents": cents,
        "week": number,
    }


def write(folder, seed):
    """Put data/monday.csv and data/again.csv into `folder`."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    for name, rows in zip(("monday", "again"), week(seed)[:2], strict=True):
        lines = [",".join(COLUMNS)] + [
            f"{row[0]},{row[1]},{row[2]},{row[3]:.2f},{row[4]:.2f},{row[5]:.2f},{row[6]}" for row in rows
        ]
        (folder / "data" / f"{name}.csv").write_text("\n".join(lines) + "\n")
