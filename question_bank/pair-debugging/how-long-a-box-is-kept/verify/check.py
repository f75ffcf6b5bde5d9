# hiretool-canary-4b3c873b-c926-4559-ae23-9cf71f042a71
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import random
import tempfile
from datetime import timedelta
from pathlib import Path

import numpy as np
import variants

SYMPTOM = "the_shares_are_those_of_the_rule"


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng = random.Random(f"{seed} check")
    keep, made = modules["keep"], variants.spells(seed)
    end = variants.WEEKS
    ledgers = {
        "all": made,
        "some": (some := rng.sample(made, 120)),
        "some_mixed": rng.sample(some, len(some)),
        "new": [one for one in made if one[2] >= 0][::2],
        "stopped": [one for one in made if one[5] == "stopped"][::2],
        # carried over at week 2 and stopped in week 4; new, still there after 3; moved in week 2; came back and stopped
        "known": [
            (1, "small", -2, 0, 2, "stopped"),
            (2, "large", end - 3, end - 3, end, ""),
            (3, "small", 5, 5, 7, "moved"),
            (4, "large", 10, 10, 12, "stopped"),
            (4, "large", 15, 15, 16, "stopped"),
        ],
    }
    read = {}
    with tempfile.TemporaryDirectory() as scratch:
        for name, rows in ledgers.items():
            variants.put(Path(scratch) / f"{name}.csv", rows)
            read[name] = modules["ledger"].read(str(Path(scratch) / f"{name}.csv"))

    def same(told, wanted):
        return len(told) == len(wanted) and bool(np.allclose(told, wanted, rtol=0, atol=1e-9))

    sizes = keep.by_size(read["all"])
    parts = {size: [one for one in made if one[1] == size] for size in variants.SIZES}
    table = [tuple(one) for one in modules["weeks"].table(read["some"], 30)]
    return {
        SYMPTOM: same(keep.shares(read["all"]), variants.right(made)),
        "by_size_too": set(sizes) == set(parts) and all(same(sizes[one], variants.right(parts[one])) for one in parts),
        "who_counts_and_who_stops": table == variants.counts(some, 30),
        "weeks_between_two_deliveries": modules["weeks"].between(variants.BEGIN, variants.BEGIN + timedelta(weeks=7)) == 7,
        "order_of_the_rows_has_no_say": same(keep.shares(read["some_mixed"], 20), variants.right(some, 20)),
        "a_ledger_with_nobody_carried_over": same(keep.shares(read["new"], 80), variants.right(ledgers["new"], 80)),
        "a_ledger_in_which_all_stopped": same(keep.shares(read["stopped"], 60), variants.right(ledgers["stopped"], 60)),
        "five_spells_by_hand": same(keep.shares(read["known"], 5), [0.75, 0.5, 0.5, 0.0, 0.0]),
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    made = variants.spells(seed)
    with tempfile.TemporaryDirectory() as scratch:
        variants.put(Path(scratch) / "l.csv", made)
        read = modules["ledger"].read(str(Path(scratch) / "l.csv"))
    told, right = modules["keep"].shares(read), variants.right(made)
    return {f"more_{week}": 100 * (told[week - 1] - right[week - 1]) for week in (4, 13, 26, 52)} | {
        "year": 100 * right[51],
        "quarter": 100 * right[12],
        "spells": len(made),
        "carried": sum(one[3] > one[2] for one in made),
        "again": len(made) - len({one[0] for one in made}),
        "stops": sum(one[5] == "stopped" for one in made),
        "moved": sum(one[5] == "moved" for one in made),
    }


def modules(names=("ledger", "weeks", "keep")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
