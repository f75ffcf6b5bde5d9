# hiretool-canary-c9ce09c4-62c8-400a-b40e-2ea5fbd0a1c7
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import json
import random

import variants


def modules(names=("answers", "sittings", "stream")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    draw = random.Random(f"check {seed}")
    gap, allowed = draw.randrange(200, 700, 50), draw.randrange(300, 1500, 50)
    rows = variants.answers(seed, many=170, gap=gap, allowed=allowed)
    known, late = _expected(rows, gap, allowed)
    Stream, made = modules["stream"].Stream, {}

    def answer(row):
        key = tuple(row.values())
        if key not in made:
            made[key] = modules["answers"].Answer(**row)
        return made[key]

    def given(found):
        return [(one.learner, one.start, one.end, one.count, one.points) for one in found]

    def steps(stream, rows):
        """What each answer finishes."""
        return [given(stream.add(answer(row))) for row in rows]

    def small(gap, allowed, *told, stream=None):
        """What each of a few answers finishes, then what is left, then how many were late; learner, start, end, count."""
        stream = stream or Stream(gap, allowed)
        closed = [[one[:4] for one in step] for step in steps(stream, [_row(*one) for one in told])]
        return [*closed, [one[:4] for one in given(stream.end())], stream.late]

    def each_once():
        stream = Stream(gap, allowed)
        found = [one for step in steps(stream, rows) for one in step] + given(stream.end())
        return sorted(found) == sorted(one for step in known for one in step)

    def at_its_time():
        stream = Stream(gap, allowed)
        return [*steps(stream, rows), given(stream.end())] == known

    def late_ones():
        stream = Stream(gap, allowed)
        steps(stream, rows)
        return stream.late == late

    def edges():
        # Of gap and allowed, each to the second.
        return (
            small(10, 5, ("a", 0), ("a", 10), ("b", 25), ("b", 26))
            == [[], [], [], [("a", 0, 10, 2)], [("b", 25, 26, 2)], 0]
            and small(10, 5, ("a", 0), ("a", 11), ("a", 6)) == [[], [], [], [("a", 0, 11, 3)], 0]
            and small(10, 5, ("a", 0), ("a", 12), ("a", 6)) == [[], [], [], [("a", 0, 0, 1), ("a", 12, 12, 1)], 1]
        )

    def earlier_ones_join():
        return small(10, 90, ("a", 50), ("a", 42), ("a", 33)) == [[], [], [], [("a", 33, 50, 3)], 0]

    def between_two():
        # The third lies between two that were apart until then; the others belong to somebody else.
        told = [("a", 50), ("a", 66), ("b", 58), ("a", 58), ("a", 90), ("a", 78)]
        return small(10, 90, *told)[-2:] == [
            [("a", 50, 66, 3), ("b", 58, 58, 1), ("a", 78, 78, 1), ("a", 90, 90, 1)],
            0,
        ]

    def clock_goes_on():
        return small(10, 5, ("a", 0), ("b", 40), ("b", 36), ("a", 34)) == [
            [],
            [("a", 0, 0, 1)],
            [],
            [],
            [("b", 36, 40, 2)],
            1,
        ]

    def others_move_it():
        found = small(10, 2, ("a", 5), ("b", 3), ("c", 6), ("d", 90))
        return found == [[], [], [], [("b", 3, 3, 1), ("a", 5, 5, 1), ("c", 6, 6, 1)], [("d", 90, 90, 1)], 0]

    def late_ones_stay_out():
        # At 60 the sitting of a is still open, and an answer of 41 would fit; it comes too late all the same.
        found = small(30, 10, ("a", 40), ("b", 60), ("a", 41), ("a", 50))
        return found == [[], [], [], [], [("a", 40, 50, 2), ("b", 60, 60, 1)], 1]

    def same_as_whole():
        stream = Stream(gap, 10**9)
        closed = steps(stream, rows)
        whole = given(modules["sittings"].sittings([answer(row) for row in rows], gap))
        return (
            not any(closed) and given(stream.end()) == whole == _expected(rows, gap, 10**9)[0][-1] and stream.late == 0
        )

    def again():
        stream = Stream(10, 20)
        one, two = _row("a", 3, "x1"), _row("a", 4, "x2")
        steps(stream, [one, two, one, one, _row("a", 23, "x3"), one])
        return given(stream.end()) == [("a", 3, 4, 2, 14), ("a", 23, 23, 1, 7)] and stream.late == 0

    def restarted():
        stream, found = Stream(gap, allowed), []
        for at, row in enumerate(rows):
            if at % 30 == 29:
                stream = modules["stream"].restored(json.loads(json.dumps(stream.state())))
            found += steps(stream, [row])
        return [*found, given(stream.end())] == known and stream.late == late

    def restart_in_a_sitting():
        stream = Stream(10, 15)
        steps(stream, [_row("a", 20, "x1"), _row("a", 36, "x2"), _row("b", 30, "x3"), _row("a", 1, "x4")])
        stream = modules["stream"].restored(json.loads(json.dumps(stream.state())))
        found = small(10, 15, ("b", 19), ("a", 28), stream=stream)
        return found == [[], [], [("a", 20, 36, 3), ("b", 30, 30, 1)], 2]

    def bounded():
        # Ever new learners; then one who never stops.
        for names in (lambda number: f"n{number // 4}", lambda number: "n1"):
            lengths = []
            for many in (90, 450):
                stream, length = Stream(300, 600), 0
                for number in range(many):
                    stream.add(answer(_row(names(number), 360_000 + 100 * number, f"x{number:05d}")))
                    if number % 5 == 0 and number > 20:
                        length = max(length, len(json.dumps(stream.state())))
                lengths.append(length)
            if lengths[1] > 1.3 * lengths[0]:
                return False
        return True

    claims = {
        "each_sitting_once": each_once,
        "each_answer_finishes_what_it_should": at_its_time,
        "late_ones_are_counted": late_ones,
        "edges_are_as_agreed": edges,
        "earlier_ones_join": earlier_ones_join,
        "one_between_two_joins_them": between_two,
        "the_clock_only_goes_on": clock_goes_on,
        "others_move_the_clock": others_move_it,
        "late_ones_stay_out": late_ones_stay_out,
        "with_time_enough_as_the_nightly_table": same_as_whole,
        "what_comes_again_counts_once": again,
        "a_restart_changes_nothing": restarted,
        "a_restart_within_a_sitting": restart_in_a_sitting,
        "the_state_does_not_grow": bounded,
    }
    return {name: _holds(claim) for name, claim in claims.items()}


def _row(learner, at, name=None):
    return {"id": name or f"{learner}{at}", "learner": learner, "at": at, "points": 7}


def _expected(rows, gap, allowed):
    """By the definition alone: for each answer what it finishes, what is left at the end, and how many were late."""
    latest = [max(row["at"] for row in rows[: place + 1]) for place in range(len(rows))]
    in_time = {row["id"]: row for place, row in enumerate(rows) if row["at"] >= latest[place] - allowed}
    late = sum(row["at"] < latest[place] - allowed for place, row in enumerate(rows))
    steps = [[] for _ in range(len(rows) + 1)]
    for learner in {row["learner"] for row in rows}:
        own = sorted((row for row in in_time.values() if row["learner"] == learner), key=lambda row: row["at"])
        cuts = [place for place in range(1, len(own)) if own[place]["at"] - own[place - 1]["at"] > gap]
        for first, last in zip([0, *cuts], [*cuts, len(own)]):
            part = own[first:last]
            if part:
                # No answer that is in time can lie within the gap any more.
                over = part[-1]["at"] + gap + allowed
                place = next((place for place, moment in enumerate(latest) if moment > over), len(rows))
                points = sum(row["points"] for row in part)
                steps[place].append((learner, part[0]["at"], part[-1]["at"], len(part), points))
    return [sorted(step, key=lambda one: (one[1], one[0])) for step in steps], late


def _holds(claim):
    """Whether the claim is true; code that raises does not hold it."""
    try:
        return bool(claim())
    except Exception:  # noqa: BLE001 - any failure of the candidate's code is an answer of 'no', never one of ours
        return False
