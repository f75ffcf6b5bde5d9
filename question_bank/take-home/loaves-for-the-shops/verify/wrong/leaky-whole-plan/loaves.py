# hiretool-canary-9401c30c-3365-4a7d-90c7-01b8c46465c6
"""What the shops sold -> what they will sell in the next seven days. The rules stand in README.md."""

import csv
from collections import defaultdict
from datetime import date, timedelta

RECENT, LONG = 28, 84


def _rows(path: str) -> list[dict[str, str]]:
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def known_sales(rows: list[dict[str, str]], before: str | None) -> dict[tuple[str, str, str], int]:
    """(date, shop, product) -> sold, by the last entry made before a day; by the last one of all if there is no such day."""
    found: dict[tuple[str, str, str], tuple[str, int]] = {}
    for row in rows:
        key = (row["date"], row["shop"], row["product"])
        if (before is None or row["entered"] < before) and (key not in found or found[key][0] < row["entered"]):
            found[key] = (row["entered"], int(row["sold"]))
    return {key: sold for key, (_, sold) in sorted(found.items())}


def known_plan(rows: list[dict[str, str]], before: str) -> tuple[set, set]:
    """(date, shop, product) of promotions and (date, shop) of closed days, as decided before a day."""
    promoted, closed = set(), set()
    for row in rows:
        at, last = date.fromisoformat(row["first"]), date.fromisoformat(row["last"])
        while at <= last:
            if row["what"] == "closed":
                closed.add((at.isoformat(), row["shop"]))
            else:
                promoted.add((at.isoformat(), row["shop"], row["product"]))
            at += timedelta(days=1)
    return promoted, closed


def _ratio(pairs: list[tuple[float, float]], weight: float, prior: float) -> float:
    """Sum over sum, drawn towards `prior` as if that had been seen on `weight` units as well."""
    return (sum(a for a, _ in pairs) + weight * prior) / (sum(b for _, b in pairs) + weight)


def _forecast_pairs(sold: dict, promoted: set, closed: set, day: str) -> dict[tuple[str, str], list[float]]:
    start = date.fromisoformat(day)
    weekday = {key[0]: date.fromisoformat(key[0]).weekday() for key in sold}
    age = {at: (start - date.fromisoformat(at)).days for at in weekday}
    plain = {key: value for key, value in sold.items() if key not in promoted and age[key[0]] <= LONG}
    levels = defaultdict(list)
    for (_, shop, product), value in plain.items():
        levels[shop, product].append(value)
    level = {pair: sum(values) / len(values) for pair, values in levels.items()}
    # The week of a shop, from all its products together.
    week = defaultdict(list)
    for (at, shop, product), value in plain.items():
        week[shop, weekday[at]].append((value, level[shop, product]))

    def of_week(shop, number):
        return _ratio(week[shop, number], 20.0, 1.0)

    pairs = sorted({key[1:] for key in sold})
    fresh = {}
    for pair in pairs:
        last = [(key[0], value) for key, value in plain.items() if key[1:] == pair and age[key[0]] <= RECENT]
        mine = [(value, of_week(pair[0], weekday[at])) for at, value in last]
        fresh[pair] = _ratio(mine, 1e-9, level.get(pair, 0.0))
    lift = defaultdict(list)
    for key, value in sold.items():
        if key in promoted and age[key[0]] <= LONG and key[1:] in level:
            lift[key[2]].append((value, level[key[1:]] * of_week(key[1], weekday[key[0]])))
    overall = _ratio([one for some in lift.values() for one in some], 50.0, 1.4)
    found = {}
    for shop, product in pairs:
        found[shop, product] = []
        for ahead in range(7):
            at = start + timedelta(days=ahead)
            value = fresh[shop, product] * of_week(shop, at.weekday())
            if (at.isoformat(), shop, product) in promoted:
                value *= _ratio(lift[product], 100.0, overall)
            found[shop, product].append(0.0 if (at.isoformat(), shop) in closed else value)
    return found


def _summed(pairs: dict[tuple[str, str], list[float]]) -> dict[str, list[float]]:
    found: dict[str, list[float]] = {}
    for (shop, product), values in pairs.items():
        for name in (f"{shop}/{product}", shop, product, "all"):
            found[name] = [a + b for a, b in zip(found.get(name, [0.0] * 7), values)]
    return found


def _made(sales: list, plan: list, day: str) -> dict[str, list[float]]:
    promoted, closed = known_plan(plan, day)
    return _summed(_forecast_pairs(known_sales(sales, day), promoted, closed, day))


def forecast(sales: str, plan: str, day: str) -> dict[str, list[float]]:
    """Name of a pair, a shop, a product or `all` -> seven numbers, for `day` and the six days after it."""
    return _made(_rows(sales), _rows(plan), day)


def backtest(sales: str, plan: str, days: list[str]) -> dict[str, dict[str, float]]:
    """`pair`, `shop`, `product` and `all` -> `error` of the forecasts made for `days`, and `naive`, that of the week before."""
    rows, decided = _rows(sales), _rows(plan)
    final = known_sales(rows, None)
    off, off_naive, total = defaultdict(float), defaultdict(float), defaultdict(float)
    for day in days:
        dates = [date.fromisoformat(day) + timedelta(days=ahead) for ahead in range(7)]
        made, held = _made(rows, decided, day), known_sales(rows, day)
        pairs = {key[1:] for key in held}
        true = _summed({pair: [final.get((str(at), *pair), 0) for at in dates] for pair in pairs})
        naive = _summed({pair: [held.get((str(at - timedelta(days=7)), *pair), 0) for at in dates] for pair in pairs})
        shops, products = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
        for name, values in true.items():
            level = "all" if name == "all" else "shop" if name in shops else "product" if name in products else "pair"
            off[level] += sum(abs(a - b) for a, b in zip(made[name], values))
            off_naive[level] += sum(abs(a - b) for a, b in zip(naive[name], values))
            total[level] += sum(values)
    return {level: {"error": off[level] / total[level], "naive": off_naive[level] / total[level]} for level in total}
