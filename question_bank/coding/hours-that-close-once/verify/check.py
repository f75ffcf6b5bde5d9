# hiretool-canary-3b245abe-54c3-4005-ba26-a913094e66de
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import json
import random
import tempfile
from pathlib import Path

import variants

WIDTH = 3600


def modules(names=("readings", "hourly", "stream")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    draw = random.Random(f"check {seed}")
    allowed = draw.randrange(300, 1500, 50)
    rows = variants.readings(seed, many=190, allowed=allowed)
    known, late = _expected(rows, WIDTH, allowed)
    Stream, made = modules["stream"].Stream, {}

    def reading(row):
        key = tuple(row.values())
        if key not in made:
            made[key] = modules["readings"].Reading(**row)
        return made[key]

    def given(windows):
        return [(one.start, one.count, one.total, one.highest) for one in windows]

    def steps(stream, rows):
        """What each reading closes."""
        return [given(stream.add(reading(row))) for row in rows]

    def small(width, allowed, *moments):
        """What each of a few readings closes, then what the end closes, then how many were late; starts and counts only."""
        stream = Stream(width, allowed)
        told = [_row(f"m{number}", at) for number, at in enumerate(moments)]
        closed = [[one[:2] for one in step] for step in steps(stream, told)]
        return [*closed, [one[:2] for one in given(stream.end())], stream.late]

    def each_once():
        stream = Stream(WIDTH, allowed)
        found = [window for step in steps(stream, rows) for window in step] + given(stream.end())
        starts = [window[0] for window in found]
        return starts == sorted(set(starts)) and sorted(found) == sorted(window for step in known for window in step)

    def at_its_time():
        stream = Stream(WIDTH, allowed)
        return [*steps(stream, rows), given(stream.end())] == known

    def late_ones():
        stream = Stream(WIDTH, allowed)
        steps(stream, rows)
        return stream.late == late

    def edges():
        return (
            small(10, 5, 0, 9, 14, 15, 9) == [[], [], [], [(0, 2)], [], [(10, 2)], 1]
            and small(10, 0, 3, 10, 9) == [[], [(0, 1)], [], [(10, 1)], 1]
            and small(10, 5, 20, 14) == [[], [], [(10, 1), (20, 1)], 0]
        )

    def several_at_once():
        return small(10, 2, 5, 11, 21, 90) == [[], [], [(0, 1)], [(10, 1), (20, 1)], [(90, 1)], 0]

    def clock_goes_on():
        # The reading of 33 does not turn the clock back: by 40 the window from 20 to 29 is closed.
        return small(10, 5, 0, 40, 33, 22) == [[], [(0, 1)], [], [], [(30, 1), (40, 1)], 1]

    def empty_ones_close_too():
        # Nothing was measured from 10 to 19, and by 40 that window is closed like any other.
        return small(10, 5, 0, 40, 12) == [[], [(0, 1)], [], [(40, 1)], 1]

    def same_as_whole():
        # With enough time allowed, nothing is late, and the hourly report says the same.
        stream = Stream(WIDTH, 10**9)
        closed = steps(stream, rows)
        whole = given(modules["hourly"].windows([reading(row) for row in rows], WIDTH))
        return (
            not any(closed)
            and given(stream.end()) == whole == _expected(rows, WIDTH, 10**9)[0][-1]
            and stream.late == 0
        )

    def again():
        stream = Stream(10, 5)
        one, two = _row("m1", 3), _row("m2", 4)
        steps(stream, [one, two, one, one])
        closed = steps(stream, [_row("m3", 16)])
        return closed == [[(0, 2, 200, 100)]] and steps(stream, [one, two]) == [[], []] and stream.late == 2

    def restarted():
        stream, found = Stream(WIDTH, allowed), []
        for at, row in enumerate(rows):
            if at % 40 == 39:
                stream = modules["stream"].restored(json.loads(json.dumps(stream.state())))
            found += steps(stream, [row])
        return [*found, given(stream.end())] == known and stream.late == late

    def restart_in_a_window():
        stream = Stream(10, 5)
        steps(stream, [_row("m1", 12), _row("m2", 31), _row("m3", 27), _row("m4", 1)])
        stream = modules["stream"].restored(json.loads(json.dumps(stream.state())))
        closed = steps(stream, [_row("m2", 31), _row("m5", 14), _row("m6", 28), _row("m7", 45)])
        return closed == [[], [], [], [(20, 2, 200, 100), (30, 1, 100, 100)]] and stream.late == 2

    def bounded():
        longest = []
        for many in (90, 450):
            stream, length = Stream(WIDTH, 600), 0
            for number in range(many):
                stream.add(reading(_row(f"m{number:05d}", 360_000 + 300 * number)))
                if number % 5 == 0 and number > 20:
                    length = max(length, len(json.dumps(stream.state())))
            longest.append(length)
        return longest[1] < 1.3 * longest[0]

    def files_are_read():
        # Others read such files with it.
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "readings.csv").write_text("id,gauge,at,level\nm2,g01,70,5\nm1,g02,60,9\n", encoding="utf-8")
            found = modules["readings"].read(str(Path(folder, "readings.csv")))
            told = [(one.id, one.gauge, one.at, one.level) for one in found]
            return told == [("m2", "g01", 70, 5), ("m1", "g02", 60, 9)]

    claims = {
        "files_are_read_as_before": files_are_read,
        "each_window_once_in_order": each_once,
        "each_reading_closes_what_it_should": at_its_time,
        "late_ones_are_counted": late_ones,
        "edges_are_as_agreed": edges,
        "several_close_at_once": several_at_once,
        "the_clock_only_goes_on": clock_goes_on,
        "windows_without_readings_close_too": empty_ones_close_too,
        "with_time_enough_as_the_hourly_report": same_as_whole,
        "what_comes_again_counts_once": again,
        "a_restart_changes_nothing": restarted,
        "a_restart_within_a_window": restart_in_a_window,
        "the_state_does_not_grow": bounded,
    }
    return {name: _holds(claim) for name, claim in claims.items()}


def _row(name, at):
    return {"id": name, "gauge": "g01", "at": at, "level": 100}


def _expected(rows, width, allowed):
    """By the definition alone: for each reading what it closes, what is left at the end, and how many were late."""
    starts = [row["at"] // width * width for row in rows]
    # The first place at which some reading lies so far on that the window of this one is closed.
    ends = {
        start: next((place for place, row in enumerate(rows) if row["at"] >= start + width + allowed), len(rows))
        for start in set(starts)
    }
    late = sum(place > ends[start] for place, start in enumerate(starts))
    steps = [[] for _ in range(len(rows) + 1)]
    for start in sorted(ends):
        levels = {
            row["id"]: row["level"] for place, row in enumerate(rows) if starts[place] == start and place < ends[start]
        }
        if levels:
            steps[ends[start]].append((start, len(levels), sum(levels.values()), max(levels.values())))
    return steps, late


def _holds(claim):
    """Whether the claim is true; code that raises does not hold it."""
    try:
        return bool(claim())
    except Exception:  # noqa: BLE001 - any failure of the candidate's code is an answer of 'no', never one of ours
        return False
