# hiretool-canary-16343c91-7694-447b-9cdf-2f0e7099fa3f
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import random
import tempfile
from datetime import date, timedelta
from pathlib import Path

import variants

SYMPTOM = "as_many_as_the_app_had_on_its_shelves"
MONDAY = date(2026, 3, 2)


def _small():
    """Two readers who lent the same, one who is to be served, and their days before (-) and after the Monday."""
    rows = [("A", "x", -9), ("A", "y", -8), ("A", "z", -7), ("B", "x", -9), ("B", "y", -6), ("C", "x", -5)]
    return [(reader, title, MONDAY + timedelta(days=day)) for reader, title, day in rows]


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng = random.Random(f"{seed} check")
    replay, shelf, loan = modules["replay"], modules["shelf"], modules["loans"].Loan
    made, start = variants.loans(seed), variants.monday(seed)
    kinds = (shelf.Popular, shelf.Alike)

    def counted(told, begin, k=10):
        both = [replay.found(kind, told, begin, k) for kind in kinds]
        return (both[0][0], both[0][1], both[1][1]) if both[0][0] == both[1][0] else None

    def small(*rows, k=1):
        added = [loan(who, what, MONDAY + timedelta(days=day)) for who, what, day in rows]
        return counted([*few, *added], MONDAY, k)

    few = [loan(*row) for row in _small()]
    past = rng.sample(made, len(made))
    past = [row for row in past if (row[2] - start).days < 7]
    with tempfile.TemporaryDirectory() as scratch:
        variants.write(Path(scratch), seed)
        read = modules["loans"].read(Path(scratch) / "data" / "loans.csv")
        lines = ["reader,title,day"] + [f"{reader},{title},{day}" for reader, title, day in past]
        (Path(scratch) / "past.csv").write_text("\n".join(lines) + "\n")
        past = modules["loans"].read(Path(scratch) / "past.csv")
    other = start + timedelta(days=14)
    shown = replay.shelves(shelf.Alike, read, start)
    before = {(who, what) for who, what, day in made if day < start}
    wanted = variants.right(made, start)
    first = shelf.Alike(few)
    return {
        SYMPTOM: counted(read, start) == wanted,
        "on_another_monday_with_shorter_shelves": counted(read, other, 6) == variants.right(made, other, 6),
        "what_came_after_and_the_order_of_the_file_have_no_say": counted(past, start) == wanted,
        "a_loan_again_was_on_no_shelf": small(("C", "x", 1), k=3) == (1, 0, 0),
        "nobody_sees_what_they_have_had": all(
            (reader, title) not in before for reader, titles in shown.items() for title in titles
        ),
        "titles_that_nobody_took_have_their_places": small(("C", "z", 2)) == (1, 0, 0)
        and small(("C", "z", 2), k=2) == (1, 1, 1),
        "a_title_that_was_new_in_the_week_was_on_no_shelf": small(("C", "new", 2), k=9) == (1, 0, 0),
        "shelves_are_full": all(len(titles) == 10 for titles in shown.values()),
        "new_readers_have_no_shelf": small(("D", "x", 3), ("C", "y", 6)) == (1, 1, 1),
        "a_week_has_seven_days": small(("C", "y", 6)) == (1, 1, 1) and small(("C", "y", 0), ("C", "z", 7)) == (1, 1, 1),
        "the_shelf_itself_is_as_it_was": first.top({"x"}, {"x", "y", "z"}, 3) == ["y", "z", "x"]
        and shelf.Popular(few).top(set(), {"x", "z"}, 3) == ["x", "z"],
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    made, start = variants.loans(seed), variants.monday(seed)
    rows = [modules["loans"].Loan(*row) for row in made]
    tried, *right = variants.right(made, start)
    found = [
        modules["replay"].found(kind, rows, start)[1] for kind in (modules["shelf"].Popular, modules["shelf"].Alike)
    ]
    return {
        "tried": tried,
        "right_popular": 100 * right[0] / tried,
        "right_alike": 100 * right[1] / tried,
        "popular_more": 100 * (found[0] - right[0]) / tried,
        "alike_more": 100 * (found[1] - right[1]) / tried,
        "gain": 100 * (found[1] - found[0]) / tried,
    }


def modules(names=("loans", "shelf", "replay")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
