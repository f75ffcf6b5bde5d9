# hiretool-canary-ef34c1c6-219f-40e9-a1f2-43b11a4233a3
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import random
import tempfile
from datetime import date, datetime, time, timedelta
from pathlib import Path

import variants

SYMPTOM = "the_store_holds_what_the_caretaker_counted"


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng = random.Random(f"{seed} check")
    nightly, store, record = modules["nightly"], modules["store"].Store, modules["records"].Record
    with tempfile.TemporaryDirectory() as scratch:
        variants.write(Path(scratch), seed)
        read = modules["records"].read(Path(scratch) / "data" / "records.csv")
    wanted = variants.right(seed)
    first, last = min(day for day, _ in wanted), max(day for day, _ in wanted)
    begin, end = first, last + timedelta(days=3)

    def holds(found, totals):
        """The store has these litres, and no more than them."""
        days = [first + timedelta(days=number) for number in range(-3, (last - first).days + 4)]
        gardens = sorted({garden for _, garden in totals})
        same = all(found.litres(day, name) == totals.get((day, name), 0) for day in days for name in gardens[:3])
        by_garden = {name: sum(litres for key, litres in totals.items() if key[1] == name) for name in gardens}
        same = same and all(found.total(name) == litres for name, litres in by_garden.items())
        return bool(same and found.total() == sum(totals.values()))

    built = nightly.nights(read, begin, end)
    as_built = holds(built, wanted)
    for _ in range(2):
        nightly.night(built, read, datetime.combine(last + timedelta(days=3), time(3)))
    mixed = nightly.nights(rng.sample(read, len(read)), begin, end)

    def one(number, garden, litres, at, came):
        noon = datetime(2026, 7, 1, 12)
        return record(number, garden, litres, noon + timedelta(hours=at), noon + timedelta(hours=came))

    def small(*some, until=4):
        found = nightly.nights([one(*row) for row in some], date(2026, 7, 1), date(2026, 7, until))
        return [found.litres(date(2026, 7, day), garden) for day in (1, 2) for garden in ("Fig", "Elm")]

    put = store()
    put.put(date(2026, 7, 1), {"Fig": 5, "Elm": 7})
    put.put(date(2026, 7, 2), {"Fig": 2})
    put.put(date(2026, 7, 1), {"Fig": 6})
    return {
        SYMPTOM: as_built,
        "building_again_changes_nothing": holds(built, wanted),
        "order_of_the_file_has_no_say": holds(mixed, wanted),
        "midnight_belongs_to_the_day_that_begins": small(("T1", "Fig", 10, 12, 12.5)) == [0, 0, 10, 0]
        and small(("T1", "Fig", 10, -12, 0)) == [10, 0, 0, 0],
        "the_last_minute_belongs_to_its_day": small(("T1", "Fig", 10, 11.99, 12.5)) == [10, 0, 0, 0],
        "litres_put_right": small(("T1", "Fig", 10, 0, 1), ("T1", "Fig", 20, 0, 20)) == [20, 0, 0, 0],
        "garden_put_right": small(("T1", "Fig", 10, 0, 1), ("T1", "Elm", 10, 0, 20)) == [0, 10, 0, 0],
        "time_put_right": small(("T1", "Fig", 10, 0, 1), ("T1", "Fig", 10, 14, 20)) == [0, 0, 10, 0],
        "sent_again_as_it_was": small(("T1", "Fig", 10, 0, 1), ("T1", "Fig", 10, 0, 30)) == [10, 0, 0, 0],
        "two_records_of_one_minute_are_two": small(("T1", "Fig", 10, 0, 1), ("T2", "Fig", 10, 0, 1)) == [20, 0, 0, 0],
        "a_night_knows_what_had_come": small(("T1", "Fig", 10, 0, 1), ("T1", "Fig", 20, 0, 20), until=2)
        == [10, 0, 0, 0],
        "late_ones_are_counted": small(("T1", "Fig", 10, 0, 47)) == [10, 0, 0, 0],
        "a_day_put_again_is_as_it_was_put_last": put.litres(date(2026, 7, 1), "Elm") == 0
        and [put.litres(date(2026, 7, 1), "Fig"), put.total("Fig"), put.total()] == [6, 8, 8],
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    with tempfile.TemporaryDirectory() as scratch:
        variants.write(Path(scratch), seed)
        read = modules["records"].read(Path(scratch) / "data" / "records.csv")
    wanted = variants.right(seed)
    first, last = min(day for day, _ in wanted), max(day for day, _ in wanted)
    found = modules["nightly"].nights(read, first, last + timedelta(days=3))
    total = sum(wanted.values())
    return {"total": total, "more_percent": 100 * (found.total() - total) / total, "records": len(read)}


def modules(names=("records", "store", "nightly")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
