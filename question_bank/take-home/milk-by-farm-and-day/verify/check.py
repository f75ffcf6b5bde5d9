"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import shutil
import tempfile
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import variants

TRUCKS, DAYS, FARMS = 3, 2, 24
# The clocks go forward within these days.
FIRST = date(2026, 3, 28)


class _Dairy:
    """One store in a scratch folder, and the lists that it is given."""

    def __init__(self, milk, scratch, farms, name):
        self.milk, self.farms = milk, set(farms)
        self.inbox, self.store = scratch / f"{name}-inbox", scratch / name
        self.store.mkdir()

    def take_in(self, lists):
        return [self.milk.take_in(self.store, entry.write(self.inbox), set(self.farms)) for entry in lists]

    def collections(self):
        table = self.milk.collections(self.store)
        rows = zip(table["collection"], table["revision"], table["farm"], table["day"], table["litres"])
        return {str(name): (int(rev), str(farm), str(day)[:10], round(float(litres), 3)) for name, rev, farm, day, litres in rows}

    def daily(self):
        table = self.milk.daily(self.store)
        rows = zip(table["farm"], table["day"], table["litres"], table["collections"])
        return {(str(farm), str(day)[:10]): (round(float(litres), 3), int(count)) for farm, day, litres, count in rows}

    def refused(self):
        table = self.milk.refused(self.store)
        return sorted((str(file), int(line)) for file, line in zip(table["file"], table["line"]))

    def all(self):
        return self.collections(), self.daily(), self.refused()


def _sums(collections):
    sums = {}
    for _, farm, day, litres in collections.values():
        before = sums.get((farm, day), (0.0, 0))
        sums[farm, day] = (round(before[0] + litres, 3), before[1] + 1)
    return sums


def _close(one, other):
    return one.keys() == other.keys() and all(np.allclose(one[key], other[key], atol=0.01) for key in one)


def _held(claim):
    # An answer that raises has not kept the promise; the reason is the candidate's to find.
    try:
        return bool(claim())
    except Exception:
        return False


def _claims(milk, seed, scratch):
    """Name and test of each invariant; a later one does not rest on an earlier one's store unless it says so."""
    farms = variants.farm_ids(seed, FARMS)
    lists = variants.deliveries(seed, farms, TRUCKS, DAYS, FIRST, 1.0)
    right, refused = variants.current(lists), sorted(variants.unusable(lists))
    shuffled = [lists[position] for position in np.random.default_rng([seed, 9]).permutation(len(lists))]
    stores = {}

    def store(name):
        return _Dairy(milk, scratch, farms, name)

    def in_order():
        stores["main"] = store("main")
        stores["answers"] = stores["main"].take_in(lists)
        stores["left"] = {path.name: path.read_bytes() for path in stores["main"].inbox.iterdir()}
        return stores["main"].collections() == right

    def lines_are_accounted_for():
        return all(
            answer["lines"] == len(entry.rows)
            and answer["refused"] == sum(bool(row.spoiled) for row in entry.rows)
            and answer["taken"] + answer["refused"] == answer["lines"]
            for answer, entry in zip(stores["answers"], lists, strict=True)
        )

    def twice():
        before = stores["main"].all()
        again = stores["main"].take_in(lists)
        return stores["main"].all() == before and again == stores["answers"]

    def any_order():
        other = store("other")
        other.take_in(shuffled)
        return other.collections() == right and other.refused() == refused

    def grown_file():
        other, entry = store("grown"), lists[0]
        milk.take_in(other.store, entry.write(other.inbox, entry.rows[:3]), set(farms))
        other.take_in([entry])
        return other.collections() == variants.current([entry]) and other.refused() == sorted(variants.unusable([entry]))

    def lives_on_disk():
        moved = store("moved")
        shutil.copytree(stores["main"].store, moved.store, dirs_exist_ok=True)
        return moved.collections() == right and store("empty").collections() == {}

    def lacking_column():
        before = stores["main"].all()
        entry = variants.replace(lists[0], name="short.csv", columns=tuple(variants.COLUMNS[:4] + variants.COLUMNS[5:]))
        try:
            stores["main"].take_in([entry])
        except ValueError:
            return stores["main"].all() == before
        return False

    def days_are_the_farms():
        found = {name: row[2] for name, row in stores["main"].collections().items()}
        shared = found.keys() & right.keys()
        return len(shared) > len(right) / 2 and all(found[name] == right[name][2] for name in shared)

    return {
        "the_highest_usable_revision_counts": in_order,
        "lines_are_accounted_for": lines_are_accounted_for,
        "sums_agree_with_the_collections": lambda: _close(stores["main"].daily(), _sums(right)),
        "unusable_lines_are_listed": lambda: stores["main"].refused() == refused,
        "each_refusal_has_a_reason": lambda: milk.refused(stores["main"].store)["reason"].map(str).str.strip().ne("").all(),
        "taking_in_again_changes_nothing": twice,
        "order_of_files_is_irrelevant": any_order,
        "a_file_may_grow": grown_file,
        "the_store_lives_on_disk": lives_on_disk,
        "a_file_that_lacks_a_column_changes_nothing": lacking_column,
        "the_day_is_the_farms": days_are_the_farms,
        "delivered_files_are_left_alone": lambda: stores["left"] == {
            entry.name: entry.write(scratch / "fresh").read_bytes() for entry in lists
        },
    }


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    with tempfile.TemporaryDirectory() as folder:
        claims = _claims(modules["milk"], seed, Path(folder))
        return {name: _held(claim) for name, claim in claims.items()}


def figures(modules, seed):
    """Litres in the answer over litres that count; never part of pass or fail. NaN if there is no answer."""
    with tempfile.TemporaryDirectory() as folder:
        farms = variants.farm_ids(seed, FARMS)
        lists = variants.deliveries(seed, farms, TRUCKS, DAYS, FIRST, 1.0)
        dairy = _Dairy(modules["milk"], Path(folder), farms, "figures")
        try:
            dairy.take_in(lists)
            litres = float(pd.to_numeric(dairy.milk.daily(dairy.store)["litres"]).sum())
        except Exception:
            return {"litres_over_truth": float("nan")}
    return {"litres_over_truth": litres / sum(row[3] for row in variants.current(lists).values())}


def modules(names=("milk",)):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
