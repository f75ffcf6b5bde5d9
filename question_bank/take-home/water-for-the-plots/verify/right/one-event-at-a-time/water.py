# hiretool-canary-156cbf89-5fc0-4816-852d-9824be60fba0
"""Water of a year, by going once through everything that happened, in order of time; shares as fractions."""

import csv
import math
import os
from fractions import Fraction


def _read(folder, name):
    with open(os.path.join(folder, name + ".csv"), newline="", encoding="utf-8") as file:
        return [tuple(row) for row in list(csv.reader(file))[1:]]


def _walk(folder):
    """reading -> (at, litres, tenant). At one moment readings come before what begins then: they close what was."""
    happened = [(at, 0, reading, (meter, int(counter))) for reading, meter, at, counter in _read(folder, "readings")]
    happened += [(begin, 1, meter, plot) for meter, plot, begin in _read(folder, "meters")]
    happened += [(begin, 2, plot, tenant) for plot, tenant, begin in _read(folder, "tenants")]
    # The user of a stretch is fixed when it begins, so everything of that moment must have happened.
    sits, holds, counters, open_for, found = {}, {}, {}, [], {}
    users = {}

    def settle():
        for meter in open_for:
            users[meter] = holds.get(sits.get(meter, ""), "")
        open_for.clear()

    moment = None
    for at, what, name, value in sorted(happened, key=lambda row: (row[0], row[1], row[2])):
        if at != moment:
            settle()
            moment = at
        if what == 1:
            sits[name] = value
        elif what == 2:
            holds[name] = value
        else:
            meter, counter = value
            if meter in counters:
                gone = counter - counters[meter]
                found[name] = (at, gone if gone >= 0 else gone + 100_000, users[meter])
            counters[meter] = counter
            open_for.append(meter)
    return found


def _account(rows, tenant, moment):
    held = [(begin, account) for name, account, begin in rows if name == tenant and begin <= moment]
    return max(held)[1] if held else ""


def _settled(folder):
    found, accounts = _walk(folder), _read(folder, "accounts")
    for bill, after, until, issued, cents in _read(folder, "bills"):
        inside = sorted(name for name, (at, _, _) in found.items() if after < at <= until)
        total = sum(found[name][1] for name in inside)
        exact = {name: Fraction(abs(int(cents)) * found[name][1], total) for name in inside}
        given = {name: math.floor(share) for name, share in exact.items()}
        left = abs(int(cents)) - sum(given.values())
        for name in sorted(inside, key=lambda name: (given[name] - exact[name], name))[:left]:
            given[name] += 1
        for name in inside:
            tenant = found[name][2]
            yield (
                bill,
                name,
                _account(accounts, tenant, issued) if tenant else "",
                given[name] * (-1 if int(cents) < 0 else 1),
            )


def litres(folder):
    return {name: amount for name, (_, amount, _) in _walk(folder).items()}


def users(folder):
    return {name: tenant for name, (_, _, tenant) in _walk(folder).items()}


def statement(folder):
    sums = {}
    for _, _, account, cents in _settled(folder):
        sums[account] = sums.get(account, 0) + cents
    sums.pop("", None)
    return sums


def open_items(folder):
    return {f"{bill}/{name}": cents for bill, name, account, cents in _settled(folder) if account == ""}
