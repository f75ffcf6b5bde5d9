# hiretool-canary-9401c30c-3365-4a7d-90c7-01b8c46465c6
"""Loaves: one regression of the logarithm on pair, day of the week and promotion; old days weigh less."""

import csv
import datetime
import functools

import numpy as np

HALF = 28


class Known:
    """The two files, read once, and what they said in the night before a day."""

    def __init__(self, sales, plan):
        with open(sales, newline="", encoding="utf-8") as file:
            self.sales = sorted((*row[:3], row[4], int(row[3])) for row in list(csv.reader(file))[1:])
        with open(plan, newline="", encoding="utf-8") as file:
            self.plan = sorted(tuple(row) for row in list(csv.reader(file))[1:])

    def sold(self, before="9999"):
        table = {}
        # Sorted by date, shop, product and then by time of entry: the last one stays.
        for at, shop, product, entered, sold in self.sales:
            if entered < before:
                table[at, shop, product] = sold
        return table

    def on(self, what, before):
        """(date, shop, product) of each day of the spans of a kind; no product if a shop is closed."""
        spans = [row for row in self.plan if row[4] == what and row[5] < before]
        return {(_after(row[0], n), *row[2:4]) for row in spans for n in range(_number(row[1]) - _number(row[0]) + 1)}


@functools.cache
def _number(at):
    return datetime.date.fromisoformat(at).toordinal()


@functools.cache
def _after(day, ahead):
    return (datetime.date.fromisoformat(day) + datetime.timedelta(days=ahead)).isoformat()


def _pairs(known, day):
    table = known.sold(day)
    promoted, shut = known.on("promotion", day), known.on("closed", day)
    pairs = sorted({key[1:] for key in table})
    shops, products = sorted({pair[0] for pair in pairs}), sorted({pair[1] for pair in pairs})
    place = {pair: number for number, pair in enumerate(pairs)}
    first = len(pairs)
    lifts = first + 7 * len(shops)

    def fill(row, key):
        row[place[key[1:]]] = 1
        row[first + 7 * shops.index(key[1]) + _number(key[0]) % 7] = 1
        row[lifts + products.index(key[2])] = key in promoted

    wide = lifts + len(products)
    keys = [key for key in table if _number(day) - _number(key[0]) <= 4 * HALF]
    design = np.zeros((len(keys), wide))
    for row, key in zip(design, keys):
        fill(row, key)
    sold = np.array([table[key] for key in keys], dtype=float)
    weight = np.array([0.5 ** ((_number(day) - _number(key[0])) / HALF) for key in keys])
    goal = np.log1p(sold)
    centre = np.average(goal, weights=weight)
    ridge = np.full(wide, 0.2)
    ridge[:first] = 0.01
    normal = design.T @ (design * weight[:, None]) + np.diag(ridge)
    found = np.linalg.solve(normal, design.T @ (weight * (goal - centre)))
    fitted = np.exp(centre + design @ found)
    back = (weight * sold).sum() / (weight * fitted).sum()
    made = {}
    for pair in pairs:
        made[pair] = []
        for at in (_after(day, ahead) for ahead in range(7)):
            row = np.zeros(wide)
            fill(row, (at, *pair))
            made[pair].append(0.0 if (at, pair[0], "") in shut else float(back * np.exp(centre + row @ found)))
    return made


def _tree(pairs):
    tree = {}
    for (shop, product), values in pairs.items():
        for name in (f"{shop}/{product}", shop, product, "all"):
            tree[name] = tree.get(name, np.zeros(7)) + np.array(values)
    return tree


def forecast(sales, plan, day):
    return {name: values.tolist() for name, values in _tree(_pairs(Known(sales, plan), day)).items()}


def backtest(sales, plan, days):
    known = Known(sales, plan)
    final = known.sold()
    sums = {}
    for day in days:
        made, held = _pairs(known, day), known.sold(day)
        true = {pair: [final.get((_after(day, n), *pair), 0) for n in range(7)] for pair in made}
        before = {pair: [held.get((_after(day, n - 7), *pair), 0) for n in range(7)] for pair in made}
        trees = [_tree(one) for one in (made, before, true)]
        shops = {pair[0] for pair in made}
        for name in trees[0]:
            level = "pair" if "/" in name else "all" if name == "all" else "shop" if name in shops else "product"
            here = [np.abs(tree[name] - trees[2][name]).sum() for tree in trees[:2]] + [trees[2][name].sum()]
            sums[level] = sums.get(level, np.zeros(3)) + here
    return {level: {"error": float(one[0] / one[2]), "naive": float(one[1] / one[2])} for level, one in sums.items()}
