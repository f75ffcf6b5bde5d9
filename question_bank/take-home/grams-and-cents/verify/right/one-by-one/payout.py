# hiretool-canary-1b68c399-616e-4f87-95e6-b9ac96c8468a
"""What farms are paid for a month, in plain Python: one pickup at a time, in fractions."""

from bisect import bisect_right
from collections import defaultdict
from fractions import Fraction
from math import floor, nan

import pandas as pd


class History:
    """What held for a key at a time: the last row that began by then."""

    def __init__(self, table, key, value):
        rows = sorted(zip(table["from"], table[key], table[value]), key=lambda row: row[0])
        self.begins, self.values = defaultdict(list), defaultdict(list)
        for begin, name, held in rows:
            self.begins[name].append(begin)
            self.values[name].append(None if pd.isna(held) else held)

    def at(self, name, time):
        position = bisect_right(self.begins[name], time)
        return self.values[name][position - 1] if position else None


def _grams(pickups, weighings):
    weights = dict(zip(weighings["tour"], weighings["kg"]))
    stops = defaultdict(list)
    for row in pickups.itertuples():
        stops[row.tour].append((row.pickup, Fraction(round(row.litres * 10), 10)))
    grams = {}
    for tour, rows in stops.items():
        if tour not in weights:
            continue
        weight, litres = int(weights[tour]) * 1000, sum(part for _, part in rows)
        exact = {name: weight * part / litres for name, part in rows}
        whole = {name: floor(share) for name, share in exact.items()}
        order = sorted(exact, key=lambda name: (whole[name] - exact[name], name))
        for name in order[: weight - sum(whole.values())]:
            whole[name] += 1
        grams |= whole
    return grams


def shares(pickups, weighings):
    grams = _grams(pickups, weighings)
    return pd.Series([grams.get(name, nan) for name in pickups["pickup"]], index=pd.Index(pickups["pickup"]))


def owners(pickups, tanks):
    farms = History(tanks, "tank", "farm")
    found = [farms.at(row.tank, row.at) for row in pickups.itertuples()]
    return pd.Series(found, index=pd.Index(pickups["pickup"]), dtype=object)


def _settled(pickups, weighings, tanks, contracts, prices):
    """(pickup, grams, farm, price, reason) of each pickup; the reason is None if it can be paid."""
    grams = _grams(pickups, weighings)
    farms, kinds = History(tanks, "tank", "farm"), History(contracts, "farm", "kind")
    costs = History(prices, "kind", "cents_per_100kg")
    for row in pickups.sort_values("pickup").itertuples():
        farm = farms.at(row.tank, row.at)
        kind = farm and kinds.at(farm, row.at)
        price = kind and costs.at(kind, row.at)
        if row.pickup not in grams:
            reason = "no weight yet"
        elif farm is None:
            reason = "whose tank?"
        else:
            reason = None if price else "no contract"
        yield row.pickup, grams.get(row.pickup, 0), farm, price, reason


def statement(pickups, weighings, tanks, contracts, prices):
    grams, money = defaultdict(int), defaultdict(Fraction)
    for _, weight, farm, price, reason in _settled(pickups, weighings, tanks, contracts, prices):
        if reason is None:
            grams[farm] += weight
            money[farm] += Fraction(weight * int(price), 100_000)
    rows = [(farm, grams[farm], floor(money[farm] + Fraction(1, 2))) for farm in sorted(grams)]
    return pd.DataFrame(rows, columns=["farm", "grams", "cents"])


def open_items(pickups, weighings, tanks, contracts, prices):
    rows = [
        (name, grams, reason)
        for name, grams, _, _, reason in _settled(pickups, weighings, tanks, contracts, prices)
        if reason is not None
    ]
    return pd.DataFrame(rows, columns=["pickup", "grams", "reason"])
