# hiretool-canary-eb522b94-08f7-47bf-9f02-2f97dff66a4d
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import math
import tempfile
from collections import Counter
from itertools import count
from pathlib import Path
from random import Random

import variants

SYMPTOM = "each_parcel_of_an_evening_has_one_row"
EVENTS = ["fine", "fine", "lost", "unheard", "down", "down late"]


def _risk(parcel):
    effort = -2.6 + 0.9 * parcel["failed_before"] + 0.06 * parcel["km"] + 0.7 * parcel["before_noon"]
    return round(1 / (1 + math.exp(-effort)), 4)


def _rows(evenings):
    """What the table has to hold, once each."""
    return [(evening["date"], parcel["id"], _risk(parcel)) for evening in evenings for parcel in evening["parcels"]]


def _found(rows):
    return [(row["evening"], row["parcel"], row["risk"]) for row in rows]


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng = Random(seed + 10_000)
    evenings = variants.evenings(seed)
    # Three batches, and the evening after on which the whole list comes back.
    parcels = evenings[0]["parcels"][: 2 * variants.BATCH + rng.randrange(3, 30)]
    again = [parcel | {"failed_before": parcel["failed_before"] + 1} for parcel in parcels]

    with tempfile.TemporaryDirectory() as scratch:
        number = count()

        def played(chosen):
            """Rows and requests after these evenings."""
            folder = Path(scratch) / str(next(number))
            folder.mkdir()
            table = modules["replay"].play(chosen, folder)
            return [dict(row) for row in table.rows], int(table.calls)

        def small(*networks):
            lists = zip(("2026-03-02", "2026-03-03"), (parcels, again), networks, strict=False)
            return [{"date": date, "parcels": list_of, "network": network} for date, list_of, network in lists]

        def right(*networks):
            chosen = small(*networks)
            return Counter(_found(played(chosen)[0])) == Counter(_rows(chosen))

        replayed, _ = played(evenings)
        calm, calls = played(small([]))
        silent = ["fine", *["lost"] * 9, "fine", *["lost"] * 7]
        stormy = [[rng.choice(EVENTS) for _ in range(rng.randint(4, 14))] for _ in range(6)]
        tables = [played(small(network))[0] for network in stormy]
        held = {
            "the_next_evening_has_rows_of_its_own": right([], []),
            "an_answer_that_is_lost_writes_nothing_twice": right(["fine", "unheard", "unheard"]),
            "a_request_that_is_lost_is_sent_again": right(["lost", "fine", "lost", "lost"]),
            "a_job_started_again_writes_nothing_twice": right(["fine", "down late"]),
            "a_job_started_again_leaves_nothing_out": right(["fine", "down", "down"]),
            "a_table_that_does_not_answer_for_long_is_tried_later": right(silent),
            "two_stormy_evenings_are_as_two_calm_ones": right(["unheard", "down", "fine", "down late"], stormy[0]),
        }
    columns = {"evening", "parcel", "risk", "scored"}
    return {
        SYMPTOM: Counter(_found(replayed)) == Counter(_rows(evenings)),
        "no_parcel_is_left_out": set(_found(replayed)) == set(_rows(evenings)),
        "a_calm_evening_takes_one_request_a_batch": calls == 3 and _found(calm) == _rows(small([])),
        "rows_keep_their_columns": all(set(row) == columns for row in calm)
        and all(row["scored"].startswith("2026-03-02T20:") for row in calm),
        "no_network_leaves_a_parcel_out": all(set(_found(rows)) == set(_rows(small([]))) for rows in tables),
        "no_network_writes_a_row_twice": all(len(_found(rows)) == len(set(_found(rows))) for rows in tables),
        **held,
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    evenings = variants.evenings(seed)
    expected = {(evening["date"], parcel["id"]) for evening in evenings for parcel in evening["parcels"]}
    with tempfile.TemporaryDirectory() as scratch:
        table = modules["replay"].play(evenings, Path(scratch))
    rows = Counter((row["evening"], row["parcel"]) for row in table.rows)
    return {
        "parcels": len(expected),
        "more_percent": 100 * (sum(rows.values()) - len(rows)) / len(expected),
        "left_out_percent": 100 * (len(expected) - len(rows)) / len(expected),
        "total_percent": 100 * (sum(rows.values()) / len(expected) - 1),
        "three_or_more": max(rows.values()),
        "repeats": table.repeats,
        "calls": table.calls,
    }


def modules(names=("store", "sender", "job", "replay")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
