# hiretool-canary-156cbf89-5fc0-4816-852d-9824be60fba0
"""A year of water -> what each account owes, and what nobody can be asked for. The rules stand in README.md."""

import csv
from bisect import bisect_right
from collections import defaultdict
from pathlib import Path

AROUND = 100_000


def _table(folder: str, name: str) -> list[dict[str, str]]:
    with open(Path(folder) / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class History:
    """What held for a key: each row from its moment on, until the next one. Moments are text and compare as such."""

    def __init__(self, rows: list[dict[str, str]], key: str, value: str):
        self.begins, self.values = defaultdict(list), defaultdict(list)
        for row in sorted(rows, key=lambda row: row["from"]):
            self.begins[row[key]].append(row["from"])
            self.values[row[key]].append(row[value])

    def at(self, name: str, moment: str) -> str:
        """What held from that moment on; empty if nothing did."""
        place = bisect_right(self.begins[name], moment)
        return self.values[name][place - 1] if place else ""


def _used(folder: str) -> list[tuple[str, str, str, int, str]]:
    """(reading, at, meter, litres, moment of the reading before) of each reading but the first of a meter, by number."""
    by_meter = defaultdict(list)
    for row in _table(folder, "readings"):
        by_meter[row["meter"]].append((row["at"], row["reading"], int(row["counter"])))
    found = []
    for meter, rows in by_meter.items():
        rows.sort()
        for (begun, _, before), (at, reading, counter) in zip(rows, rows[1:]):
            found.append((reading, at, meter, (counter - before) % AROUND, begun))
    return sorted(found)


def _users(folder: str) -> dict[str, str]:
    """Whoever had the plot in which the meter sat, from the reading before on."""
    plots = History(_table(folder, "meters"), "meter", "plot")
    tenants = History(_table(folder, "tenants"), "plot", "tenant")
    return {reading: tenants.at(plots.at(meter, begun), begun) for reading, _, meter, _, begun in _used(folder)}


def shared(cents: int, parts: dict[str, int]) -> dict[str, int]:
    """Whole cents in proportion to parts that add up to `cents`; a credit as a bill of the same size with its sign turned."""
    sign, size, total = (-1 if cents < 0 else 1), abs(cents), sum(parts.values())
    whole = {name: round(size * part / total) for name, part in parts.items()}
    return {name: sign * value for name, value in whole.items()}


def _shares(folder: str):
    """(bill, reading, account, cents) of each share of each bill; an empty account if nobody can be asked."""
    used, users_of = _used(folder), _users(folder)
    accounts = History(_table(folder, "accounts"), "tenant", "account")
    for bill in sorted(_table(folder, "bills"), key=lambda row: row["bill"]):
        parts = {reading: amount for reading, at, _, amount, _ in used if bill["after"] < at <= bill["until"]}
        for reading, cents in shared(int(bill["cents"]), parts).items():
            user = users_of[reading]
            yield bill["bill"], reading, accounts.at(user, bill["issued"]) if user else "", cents


def litres(folder: str) -> dict[str, int]:
    """reading -> litres since the meter's reading before; a meter's first reading is left out."""
    return {reading: amount for reading, _, _, amount, _ in _used(folder)}


def users(folder: str) -> dict[str, str]:
    """reading -> the tenant who used these litres, an empty text if there was none; the same readings as `litres`."""
    return _users(folder)


def statement(folder: str) -> dict[str, int]:
    """account -> cents of all bills together."""
    sums: dict[str, int] = defaultdict(int)
    for _, _, account, cents in _shares(folder):
        if account:
            sums[account] += cents
    return dict(sums)


def open_items(folder: str) -> dict[str, int]:
    """`bill/reading` -> cents that no account can be asked for."""
    return {f"{bill}/{reading}": cents for bill, reading, account, cents in _shares(folder) if not account}
