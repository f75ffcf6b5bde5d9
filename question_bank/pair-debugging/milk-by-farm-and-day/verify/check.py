# hiretool-canary-6187cce2-8a10-4bf3-88db-a5212eef1b5c
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import tempfile
from pathlib import Path

import variants

SYMPTOM = "totals_are_those_of_the_latest_versions"

ONE = ["M1", 1, "Alm", "2026-03-02", 400, "ok"]
NEXT = ["M2", 1, "Alm", "2026-03-02", 100, "ok"]


def _as(entry, version, **changed):
    """A later version of the collection."""
    fields = dict(zip(variants.COLUMNS, entry, strict=True)) | {"version": version} | changed
    return [fields[name] for name in variants.COLUMNS]


def _filled(cells):
    """Cells that hold milk; one that is empty may be listed as 0 or not at all."""
    return {tuple(cell): int(litres) for cell, litres in dict(cells).items() if litres}


def _concerned(before, night):
    """Cells that some version of a collection with news in this night has named."""
    news = {entry[0] for entry in night}
    return {(entry[2], entry[3]) for entry in [*before, *night] if entry[0] in news}


class Dairy:
    """Books, and what payroll believes from the cells that updates have handed over."""

    def __init__(self, modules, folder):
        self.load, self.update, self.table = modules["books"].load, modules["totals"].update, modules["totals"].table
        self.books, self.path = modules["books"].opened(":memory:"), folder / "night.csv"
        self.seen, self.payroll = [], {}
        self.held = {"totals": True, "payroll": True, "only_what_is_concerned": True}

    def night(self, *nights):
        """Load these nights, update once, and compare with a plain sum over all that has been seen."""
        entries = [entry for night in nights for entry in night]
        for night in nights:
            variants.write_night(self.path, night)
            self.load(self.books, self.path)
        written = {(farm, day): int(litres) for farm, day, litres in self.update(self.books)}
        self.held["only_what_is_concerned"] &= set(written) <= _concerned(self.seen, entries)
        self.seen += entries
        self.payroll |= written
        expected = variants.right(self.seen)
        self.held["totals"] &= _filled(self.table(self.books)) == expected
        self.held["payroll"] &= _filled(self.payroll) == expected

    def close(self):
        self.books.close()
        return self.held


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    arrived, _ = variants.nights(seed)
    nights = list(arrived.values())
    expected = variants.right([entry for night in nights for entry in night])
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)

        def played(*parts):
            """What held over parts, each a list of nights with one update at its end."""
            dairy = Dairy(modules, folder)
            for part in parts:
                dairy.night(*part)
            return dairy.close()

        def small(*nights_of_entries):
            held = played(*[[night] for night in nights_of_entries])
            return held["totals"] and held["payroll"]

        variants.write(folder, seed)
        replayed = modules["report"].replay(folder / "data")
        found = _filled(modules["totals"].table(replayed))
        again = modules["totals"].update(replayed)
        repeated = _filled(modules["totals"].table(replayed))
        replayed.close()

        nightly = played(*[[night] for night in nights])
        weekly = played(*[nights[place : place + 5] for place in range(0, len(nights), 5)])
        at_once = played(nights)
        twice = played(*[[night, night] for night in nights[:6]], *[[night] for night in nights[3:9]])

        farm, day = {"farm": "Bekk"}, {"day": "2026-03-01"}
        moves = [_as(ONE, 2, **farm), _as(ONE, 3, **day)]
        less, more = _as(ONE, 2, litres=370), _as(NEXT, 2, litres=120)
        held = {
            "a_collection_that_changes_its_farm_leaves_the_old_one": small([ONE, NEXT], [_as(ONE, 2, **farm)]),
            "a_collection_that_changes_its_day_leaves_the_old_one": small([ONE], [_as(ONE, 2, **day)]),
            "two_moves_in_one_night_leave_nothing_behind": small([ONE, NEXT], moves),
            "a_collection_that_comes_back_counts_once": small([ONE], [_as(ONE, 2, **farm)], [_as(ONE, 3)]),
            "a_void_counts_nowhere": small([ONE, NEXT], [_as(ONE, 2, state="void")])
            and small([ONE], [_as(ONE, 2, **farm), _as(ONE, 3, **farm, state="void")]),
            "an_old_version_that_comes_last_changes_nothing": small([_as(ONE, 2, **farm)], [ONE], [NEXT]),
            "corrected_litres_replace_the_first": small([ONE, NEXT], [less], [more]),
        }
    return {
        SYMPTOM: found == expected,
        "totals_are_right_after_every_night": nightly["totals"],
        "payroll_is_told_of_every_change": nightly["payroll"] and weekly["payroll"],
        "payroll_is_told_of_nothing_else": nightly["only_what_is_concerned"] and weekly["only_what_is_concerned"],
        "an_update_a_week_gives_the_same": weekly["totals"],
        "books_loaded_at_once_stay_right": at_once["totals"] and at_once["payroll"],
        "an_update_without_news_changes_nothing": not list(again) and repeated == found,
        "a_night_that_is_loaded_twice_changes_nothing": twice["totals"] and twice["payroll"],
        **held,
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    arrived, _ = variants.nights(seed)
    entries = [entry for night in arrived.values() for entry in night]
    expected = variants.right(entries)
    with tempfile.TemporaryDirectory() as scratch:
        variants.write(Path(scratch), seed)
        books = modules["report"].replay(Path(scratch) / "data")
        found = _filled(modules["totals"].table(books))
        books.close()
    first = {entry[0]: entry[2:4] for entry in entries if entry[1] == 1}
    moved = {entry[0] for entry in entries if entry[2:4] != first[entry[0]]}
    days = {day for (_, day) in found.keys() | expected.keys()}
    off = [
        day
        for day in days
        if sum(litres for (_, at), litres in found.items() if at == day)
        != sum(litres for (_, at), litres in expected.items() if at == day)
    ]
    return {
        "collections": len(first),
        "corrected_percent": 100 * len({entry[0] for entry in entries if entry[1] > 1}) / len(first),
        "moved_percent": 100 * len(moved) / len(first),
        "over_percent": 100 * (sum(found.values()) / sum(expected.values()) - 1),
        "days_off": len(off),
        "cells_off": sum(found.get(cell, 0) != expected.get(cell, 0) for cell in found.keys() | expected.keys()),
    }


def modules(names=("books", "totals", "report")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
