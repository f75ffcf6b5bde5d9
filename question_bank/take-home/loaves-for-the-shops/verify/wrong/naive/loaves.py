# hiretool-canary-9401c30c-3365-4a7d-90c7-01b8c46465c6
"""What the shops sold -> what they will sell in the next seven days: the same as a week before."""

import csv
from datetime import date, timedelta


def _before(path, day):
    with open(path, encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: row["entered"])
    return {(row["date"], row["shop"], row["product"]): int(row["sold"]) for row in rows if row["entered"] < day}


def forecast(sales, plan, day):
    held, found = _before(sales, day), {}
    for shop, product in sorted({key[1:] for key in held}):
        for ahead in range(7):
            at = date.fromisoformat(day) + timedelta(days=ahead - 7)
            for name in (f"{shop}/{product}", shop, product, "all"):
                found.setdefault(name, [0] * 7)[ahead] += held.get((str(at), shop, product), 0)
    return found


def backtest(sales, plan, days):
    final = _before(sales, "9999")
    off, total, pairs = {}, {}, {key[1:] for key in final}
    for day in days:
        for name, values in forecast(sales, plan, day).items():
            shop = any(pair[0] == name for pair in pairs)
            level = "all" if name == "all" else "pair" if "/" in name else "shop" if shop else "product"
            for ahead, value in enumerate(values):
                at = str(date.fromisoformat(day) + timedelta(days=ahead))
                true = sum(final.get((at, *pair), 0) for pair in pairs if name in ("all", *pair, "/".join(pair)))
                off[level] = off.get(level, 0) + abs(value - true)
                total[level] = total.get(level, 0) + true
    return {level: {"error": off[level] / total[level], "naive": off[level] / total[level]} for level in off}
