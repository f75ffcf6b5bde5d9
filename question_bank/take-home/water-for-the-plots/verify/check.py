# hiretool-canary-156cbf89-5fc0-4816-852d-9824be60fba0
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import tempfile
from functools import cache
from pathlib import Path

import variants

PLOTS, DAYS, BILLS = 12, 112, 4
NAMES = ("litres", "users", "statement", "open_items")


def _held(claim):
    # An answer that raises has not kept the promise; the reason is the candidate's to find.
    try:
        return bool(claim())
    except Exception:
        return False


def _from(rows, name, moment):
    """What held for a name from a moment on, by looking through all rows."""
    begun = [row for row in rows if row[0] == name and row[2] <= moment]
    return max(begun, key=lambda row: row[2])[1] if begun else ""


def _truth(tables):
    """What a right answer says; cents are handed out one at a time. Shares no code with an answer."""
    litres, users, moment = {}, {}, {}
    for reading, meter, at, counter in tables["readings"]:
        before = [row for row in tables["readings"] if row[1] == meter and row[2] < at]
        if not before:
            continue
        _, _, begun, old = max(before, key=lambda row: row[2])
        litres[reading] = counter - old + (variants.AROUND if counter < old else 0)
        users[reading] = _from(tables["tenants"], _from(tables["meters"], meter, begun), begun)
        moment[reading] = at
    statement, left = {}, {}
    for bill, after, until, issued, cents in tables["bills"]:
        inside = [reading for reading, at in moment.items() if after < at <= until]
        total, rest, given, cut = sum(litres[reading] for reading in inside), abs(cents), {}, {}
        for reading in inside:
            given[reading], cut[reading] = divmod(abs(cents) * litres[reading], total)
            rest -= given[reading]
        while rest:
            reading = min(cut, key=lambda name: (-cut[name], name))
            given[reading], cut[reading], rest = given[reading] + 1, -1, rest - 1
        for reading in inside:
            share = given[reading] if cents > 0 else -given[reading]
            account = _from(tables["accounts"], users[reading], issued) if users[reading] else ""
            if account:
                statement[account] = statement.get(account, 0) + share
            else:
                left[f"{bill}/{reading}"] = share
    return {"litres": litres, "users": users, "statement": statement, "open_items": left}


def _claims(modules, seed, folder):
    water = modules["water"]
    tables = variants.year(seed + 5000, PLOTS, DAYS, BILLS)
    count = iter(range(100))

    def put(changed):
        place = folder / f"{next(count)}"
        variants.save(place, changed)
        return str(place)

    here = put(tables)

    def ask(name, place):
        return {
            str(key): (value or "" if name == "users" else int(value))
            for key, value in getattr(water, name)(place).items()
        }

    @cache
    def asked(name):
        return ask(name, here)

    @cache
    def truth():
        return _truth(tables)

    def all_of(place):
        return {name: ask(name, place) for name in NAMES}

    def same_as_here(changed):
        return all_of(put(changed)) == {name: asked(name) for name in NAMES}

    def nothing_lost():
        return sum(asked("statement").values()) + sum(asked("open_items").values()) == sum(
            row[4] for row in tables["bills"]
        )

    def later():
        moment = max(row[2] for row in tables["readings"]) + variants.DAY * 90
        tenants = [(plot, "t999", moment) for plot in {row[0] for row in tables["tenants"]}]
        accounts = [(tenant, "a999", moment) for tenant in {row[0] for row in tables["accounts"]}]
        meters = [(meter, "", moment) for meter in {row[0] for row in tables["meters"]}]
        more = {"tenants": tenants, "accounts": accounts, "meters": meters}
        return same_as_here({name: rows + more.get(name, []) for name, rows in tables.items()})

    def one_by_one():
        """A bill alone is shared as among others, and statements of single bills add up."""
        sums, left = {}, {}
        for bill in tables["bills"]:
            place = put({**tables, "bills": [bill]})
            for account, cents in ask("statement", place).items():
                sums[account] = sums.get(account, 0) + cents
            left |= ask("open_items", place)
        return sums == asked("statement") and left == asked("open_items")

    def turned():
        """Every sign turned: each amount is turned as well."""
        place = put({**tables, "bills": [(*row[:4], -row[4]) for row in tables["bills"]]})
        return all(ask(name, place) == {key: -value for key, value in asked(name).items()} for name in NAMES[2:])

    def around():
        """A counter that has turned over at one reading and one that has not are both whole litres from 0 on."""
        rows = [(*row[:3], (row[3] + 50_000) % variants.AROUND) for row in tables["readings"]]
        return (
            ask("litres", put({**tables, "readings": rows})) == asked("litres") and min(asked("litres").values()) >= 0
        )

    def left_alone():
        place = put(tables)
        before = {path.name: path.read_bytes() for path in Path(place).iterdir()}
        all_of(place)
        return {path.name: path.read_bytes() for path in Path(place).iterdir()} == before

    return {
        "litres_are_those_since_the_reading_before": lambda: asked("litres") == truth()["litres"],
        "counters_may_turn_over": around,
        "the_user_is_who_held_the_plot_meanwhile": lambda: asked("users") == truth()["users"],
        "bills_are_shared_without_loss": nothing_lost,
        "statements_are_right_to_the_cent": lambda: asked("statement") == truth()["statement"],
        "open_items_are_right_to_the_cent": lambda: asked("open_items") == truth()["open_items"],
        "a_credit_is_a_bill_turned_round": turned,
        "order_of_rows_is_irrelevant": lambda: same_as_here({name: rows[::-1] for name, rows in tables.items()}),
        "what_begins_later_has_no_say": later,
        "a_bill_alone_is_as_among_others": one_by_one,
        "the_folder_is_left_alone": left_alone,
    }


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    with tempfile.TemporaryDirectory() as folder:
        return {name: _held(claim) for name, claim in _claims(modules, seed, Path(folder)).items()}


def modules(names=("water",)):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
