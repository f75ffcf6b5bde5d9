# hiretool-canary-156cbf89-5fc0-4816-852d-9824be60fba0
"""Seed -> the numbers in the prompt, and a year of water in an allotment society: meters, readings, tenants, accounts, bills."""

import datetime

import numpy as np

FIRST = datetime.datetime(2025, 3, 1)
HOUR = datetime.timedelta(hours=1)
DAY = 24 * HOUR
HEADS = {
    "meters": "meter,plot,from",
    "readings": "reading,meter,at,counter",
    "tenants": "plot,tenant,from",
    "accounts": "tenant,account,from",
    "bills": "bill,after,until,issued,cents",
}
AROUND = 100_000


def generate(seed):
    """Numbers that appear in the prompt and shape the data."""
    rng = np.random.default_rng([seed, 1])
    return {"plots": int(rng.integers(38, 71)), "days": 28 * int(rng.integers(6, 9)), "bills": int(rng.integers(5, 9))}


def year(seed, plots, days, count):
    """Table -> rows, in the order of HEADS."""
    rng = np.random.default_rng([seed, 2])
    names = iter(f"t{number:03d}" for number in rng.permutation(999))
    numbers = iter(f"r{number:05d}" for number in rng.permutation(99_999))
    tables = {name: [] for name in HEADS}
    where, moves, tenants = {}, [], []

    def at(day):
        return FIRST + DAY * int(day) + HOUR * int(rng.integers(8, 19))

    for number in range(plots):
        plot = f"p{number + 1:02d}"
        tables["meters"].append((f"m{number:03d}", plot, FIRST))
        where[f"m{number:03d}"] = plot
        tenant = next(names)
        tenants.append(tenant)
        tables["tenants"].append((plot, tenant, FIRST))
        # Some plots change hands, some stay empty for a while.
        day = int(rng.integers(15, days))
        if rng.random() < 0.45 and day < days - 20:
            if rng.random() < 0.5:
                end = at(day)
                tables["tenants"].append((plot, "", end))
                moves.append((end, plot))
                day += int(rng.integers(5, 15))
            tenant = next(names)
            tenants.append(tenant)
            begin = at(day)
            tables["tenants"].append((plot, tenant, begin))
            moves.append((begin, plot))
    events = [(moment, meter) for moment, plot in moves for meter, held in where.items() if held == plot]
    # Some meters are taken out and put into another plot a fortnight later; there is a reading both times.
    for meter in rng.choice(sorted(where), max(1, plots // 8), replace=False).tolist():
        out = at(rng.integers(20, days - 25))
        back = out + DAY * int(rng.integers(3, 16))
        other = f"p{int(rng.integers(plots)) + 1:02d}"
        events = [(moment, held) for moment, held in events if held != meter or moment < out]
        events += [(out, meter), (back, meter)]
        # It counts on in its new plot, whose changes of hands are read there as well.
        events += [(moment, meter) for moment, plot in moves if plot == other and moment > back]
        tables["meters"] += [(meter, "", out), (meter, other, back)]
    for day in range(0, days + 1, 28):
        events += [(at(day), meter) for meter in where]
    # Every fourth counter is about to turn over.
    counters = {meter: int(rng.integers(AROUND)) for meter in where}
    counters.update({meter: AROUND - int(rng.integers(1, 900)) for meter in sorted(where)[::4]})
    pace = {meter: float(rng.uniform(20, 160)) for meter in where}
    last = {meter: None for meter in where}
    for moment, meter in sorted(set(events)):
        held = [plot for name, plot, begin in tables["meters"] if name == meter and begin < moment]
        if last[meter] is not None and held and held[-1]:
            used = pace[meter] * (moment - last[meter]) / DAY * rng.uniform(0.3, 1.7)
            counters[meter] = (counters[meter] + int(used)) % AROUND
        last[meter] = moment
        tables["readings"].append((next(numbers), meter, moment, counters[meter]))
    for tenant in tenants:
        account = f"a{int(rng.integers(1, 1 + plots * 3 // 4)):03d}"
        if rng.random() < 0.93:
            tables["accounts"].append((tenant, account, FIRST))
        if rng.random() < 0.35:
            other = "" if rng.random() < 0.3 else f"a{int(rng.integers(1, 1 + plots * 3 // 4)):03d}"
            tables["accounts"].append((tenant, other, at(rng.integers(10, days + 20))))
    for number in range(count):
        after = FIRST + DAY + DAY * int(28 * rng.integers(0, days // 28 - 1))
        until = after + DAY * 28 * int(rng.integers(1, 3))
        size = int(rng.integers(8_000, 90_000))
        credit = number % 3 == 2
        cents = -size // 4 if credit else size
        tables["bills"].append((f"b{number + 1:02d}", after, until, until + DAY * int(rng.integers(10, 40)), cents))
    return {name: [rows[int(place)] for place in rng.permutation(len(rows))] for name, rows in tables.items()}


def save(folder, tables):
    """Write each table as a file of `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in tables.items():
        lines = [
            ",".join(value.isoformat() if isinstance(value, datetime.datetime) else str(value) for value in row)
            for row in rows
        ]
        (folder / f"{name}.csv").write_text("\n".join([HEADS[name], *lines]) + "\n", encoding="utf-8", newline="\n")


def write(folder, seed):
    """Put data/*.csv into `folder`."""
    facts = generate(seed)
    save(folder / "data", year(seed, facts["plots"], facts["days"], facts["bills"]))
