# hiretool-canary-032608f9-f00e-4df7-ac47-d6a8eb5449f0
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import random


def modules(names=("shelf",)):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}


def plain(size, keep, steps):
    """The rules word for word, over a history that forgets nothing but what has gone."""
    rows, given = [], []
    for number, (name, *step) in enumerate(steps):
        at = step[-1]
        rows = [row for row in rows if at - row["put"] < keep]
        mine = [row for row in rows if row["key"] == step[0]]
        if name == "kept":
            given.append(sorted(row["key"] for row in rows))
        elif name == "get":
            given.append(mine[0]["answer"] if mine else None)
            for row in mine:
                row["uses"].append(number)
        else:
            given.append(None)
            uses = mine[0]["uses"] if mine else []
            rows = [row for row in rows if row not in mine]
            if len(rows) == size:
                rows.remove(min(rows, key=lambda row: (len(row["uses"]), row["uses"][-1])))
            rows.append({"key": step[0], "answer": step[1], "put": at, "uses": [*uses, number]})
    return given


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    draw = random.Random(f"check {seed}")
    played = modules["shelf"].played

    def last(size, keep, *steps):
        return list(played(size, keep, list(steps)))[-1]

    def ends():
        steps = [("put", "a", 1, 10), ("get", "a", 10), ("get", "a", 109), ("get", "a", 110)]
        return played(3, 100, steps) == [None, 1, 1, None]

    def reading_does_not_renew():
        return last(3, 100, ("put", "a", 1, 0), ("get", "a", 60), ("get", "a", 99), ("get", "a", 120)) is None

    def putting_renews():
        return last(3, 100, ("put", "a", 1, 0), ("put", "a", 2, 60), ("get", "a", 159)) == 2

    def fewest_uses_go():
        put = [("put", key, key, 0) for key in "abc"]
        return last(3, 100, *put, ("get", "a", 1), ("get", "c", 2), ("put", "d", 4, 3), ("kept", 3)) == ["a", "c", "d"]

    def equal_uses():
        put = [("put", key, key, 0) for key in "abc"]
        used = [("get", key, 1) for key in "cab"]
        return last(3, 100, *put, *used, ("put", "d", 4, 1), ("kept", 1)) == ["a", "b", "d"]

    def often_beats_late():
        steps = [("put", "a", 1, 0), ("get", "a", 1), ("get", "a", 2), ("put", "b", 2, 3), ("get", "b", 4)]
        return last(2, 100, *steps, ("put", "c", 3, 5), ("kept", 5)) == ["a", "c"]

    def what_has_ended_takes_no_room():
        steps = [("put", "a", 1, 0), ("get", "a", 1), ("get", "a", 2), ("put", "b", 2, 50), ("put", "c", 3, 100)]
        return last(2, 100, *steps, ("kept", 100)) == ["b", "c"]

    def misses_are_no_uses():
        steps = [("put", "a", 1, 0), ("get", "b", 1), ("get", "b", 2), ("get", "a", 3), ("put", "b", 2, 4)]
        return last(2, 100, *steps, ("put", "c", 3, 5), ("kept", 5)) == ["a", "c"]

    def an_ended_one_starts_afresh():
        steps = [("put", "a", 1, 0), ("get", "a", 1), ("get", "a", 2), ("put", "a", 2, 100), ("put", "b", 3, 101)]
        return last(2, 100, *steps, ("get", "b", 102), ("put", "c", 4, 103), ("kept", 103)) == ["b", "c"]

    def put_again_keeps_its_uses():
        steps = [("put", "a", 1, 0), ("get", "a", 1), ("put", "a", 2, 2), ("put", "b", 3, 3), ("get", "b", 4)]
        return last(2, 100, *steps, ("put", "c", 4, 5), ("kept", 5)) == ["a", "c"]

    def put_again_pushes_nobody_out():
        return last(2, 100, ("put", "a", 1, 0), ("put", "b", 2, 1), ("put", "b", 3, 2), ("kept", 2)) == ["a", "b"]

    def as_the_rules_say():
        for _ in range(3):
            size, keep, at, steps = draw.randint(2, 5), draw.randint(20, 60), 0, []
            for number in range(120):
                at += draw.choice([0, 1, 2, 3, 9])
                key = draw.choice("abcdefgh")
                steps.append(draw.choice([("get", key, at), ("get", key, at), ("put", key, number, at), ("kept", at)]))
            if list(played(size, keep, steps)) != plain(size, keep, steps):
                return False
        return True

    claims = {
        "an_answer_ends_in_time": ends,
        "reading_does_not_renew": reading_does_not_renew,
        "putting_renews": putting_renews,
        "fewest_uses_go_first": fewest_uses_go,
        "of_equal_uses_the_one_longest_ago": equal_uses,
        "often_beats_late": often_beats_late,
        "what_has_ended_takes_no_room": what_has_ended_takes_no_room,
        "a_miss_is_no_use": misses_are_no_uses,
        "an_ended_one_starts_afresh": an_ended_one_starts_afresh,
        "put_again_keeps_its_uses": put_again_keeps_its_uses,
        "put_again_pushes_nobody_out": put_again_pushes_nobody_out,
        "as_the_rules_say": as_the_rules_say,
    }
    return {name: _holds(claim) for name, claim in claims.items()}


def _holds(claim):
    """Whether the claim is true; code that raises does not hold it."""
    try:
        return bool(claim())
    except Exception:  # noqa: BLE001 - any failure of the candidate's code is an answer of 'no', never one of ours
        return False
