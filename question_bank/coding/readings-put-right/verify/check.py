# hiretool-canary-6e2270c8-ce10-4d02-84ab-6ad5d3795f65
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import math
import random
import tempfile
from pathlib import Path

import variants


def modules(names=("readings", "rolling")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    draw = random.Random(f"check {seed}")
    rows = variants.rows(seed, hours=60, far=16)
    hours, late = draw.randint(3, 6), draw.randint(4, 9)

    def rolling(given, hours=hours, late=late):
        made = modules["rolling"].Rolling(hours, late)
        for row in given:
            made.add(modules["readings"].Reading(*row))
        return made

    def mean(made, hour, told):
        try:
            return made.mean(hour, told)
        except LookupError:
            return "too far back"

    def followed(look):
        """`look` at the state after each reading, with what had come; True if it always holds."""
        made, came = rolling([]), []
        for row in rows:
            made.add(modules["readings"].Reading(*row))
            came.append(row)
            if len(came) % 3 == 0 and not look(made, came, row[0]):
                return False
        return look(made, came, came[-1][0])

    def as_told_then():
        def look(made, came, now):
            asked = [(now - draw.randint(0, late), now - draw.randint(0, late)) for _ in range(2)]
            return all(_same(mean(made, *one), _mean(came, *one, hours)) for one in asked)

        return followed(look)

    def small():
        made = rolling([(1, 1, 4.0), (2, 2, 8.0), (3, 1, 6.0), (4, 2, None)], hours=2, late=5)
        asked = [(1, 1), (2, 2), (2, 3), (2, 4), (1, 4), (4, 4), (3, 3)]
        return [mean(made, *one) for one in asked] == [4.0, 6.0, 7.0, 6.0, 6.0, None, 8.0]

    def same_hour():
        # Two readings of one hour within the hour: the one that came last stands.
        made = rolling([(5, 5, 1.0), (5, 5, 3.0), (6, 5, None), (6, 5, 9.0)], hours=1, late=3)
        return [mean(made, 5, 5), mean(made, 5, 6)] == [3.0, 9.0]

    def withdrawn():
        made = rolling([(1, 1, 10.0), (2, 2, 20.0), (3, 2, None), (5, 2, 40.0)], hours=2, late=9)
        return [mean(made, 2, told) for told in (1, 2, 3, 4, 5)] == [10.0, 15.0, 10.0, 10.0, 25.0]

    def nothing():
        made = rolling([(7, 7, None)], hours=3, late=2)
        return mean(made, 7, 7) is None and mean(made, 5, 7) is None

    def reach():
        made = rolling([(20, 20, 2.0), (30, 30, 4.0)], hours=3, late=10)
        told = [mean(made, 20, 20), mean(made, 19, 30), mean(made, 30, 19), mean(made, 20, 30)]
        return told == [2.0, "too far back", "too far back", 2.0]

    def edge_of_memory():
        # The value from long before stands until something else is told of its hour.
        quiet = [(hour, hour, float(hour)) for hour in range(1, 21)]
        made = rolling([*quiet, (20, 13, 100.0)], hours=4, late=4)
        return [mean(made, 16, 16), mean(made, 16, 20)] == [14.5, (100 + 14 + 15 + 16) / 4]

    def too_late():
        # A reading of an hour that no question can reach changes nothing and is not kept.
        made = rolling([(hour, hour, 1.0) for hour in range(1, 31)])
        before = made.held()
        made.add(modules["readings"].Reading(30, 2, 50.0))
        return made.held() == before and mean(made, 30 - late, 30) == 1.0

    def bounded():
        return followed(lambda made, came, now: made.held() <= _needed(came, now, hours, late))

    def often_put_right():
        # One hour is put right again and again; only what can still be asked for stays.
        made = rolling([(10, 10, 1.0), *((10 + step, 10, float(step)) for step in range(hours + late))])
        many = rolling([(10, 10, float(step)) for step in range(50)])
        return made.held() <= late + 1 and many.held() == 1 and mean(many, 10, 10) == 49.0

    def files_are_read():
        # Others read such files with it.
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "march.csv").write_text("told,hour,value\n2,1,4.5\n3,1,\n", encoding="utf-8")
            found = modules["readings"].read(str(Path(folder, "march.csv")))
            return [(one.told, one.hour, one.value) for one in found] == [(2, 1, 4.5), (3, 1, None)]

    claims = {
        "files_are_read_as_before": files_are_read,
        "means_are_as_told_then": as_told_then,
        "a_small_case_comes_out": small,
        "within_an_hour_the_last_stands": same_hour,
        "withdrawn_is_left_out": withdrawn,
        "no_hour_no_mean": nothing,
        "questions_reach_as_far_as_said": reach,
        "an_old_value_stands_until_replaced": edge_of_memory,
        "what_comes_too_late_is_not_kept": too_late,
        "no_more_is_kept_than_needed": bounded,
        "one_hour_put_right_often_stays_small": often_put_right,
    }
    return {name: _holds(claim) for name, claim in claims.items()}


def _mean(came, hour, told, hours):
    """By the rules alone, from all that ever came."""
    known = {}
    for when, about, value in came:
        if when <= told and hour - hours < about <= hour:
            known[about] = value
    values = [value for value in known.values() if value is not None]
    return sum(values) / len(values) if values else None


def _needed(came, now, hours, late):
    """The readings that decide some question which may still be put, withdrawals among them."""
    needed = set()
    for told in range(now - late, now + 1):
        last = {}
        for place, (when, about, _) in enumerate(came):
            if when <= told and about > now - late - hours:
                last[about] = place
        needed.update(last.values())
    return len(needed)


def _same(one, other):
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        return math.isclose(one, other, abs_tol=1e-9)
    return one is None and other is None


def _holds(claim):
    """Whether the claim is true; code that raises does not hold it."""
    try:
        return bool(claim())
    except Exception:  # noqa: BLE001 - any failure of the candidate's code is an answer of 'no', never one of ours
        return False
