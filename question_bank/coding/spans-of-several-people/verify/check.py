# hiretool-canary-4e738872-064f-4467-bc16-35a55d4510da
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import random
import tempfile
from pathlib import Path

import variants


def modules(names=("drawings", "merge")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    draw = random.Random(f"check {seed}")
    _, rows, pairs = variants.made(seed, many=20, people=5)
    pairs = set(pairs)
    known = _agreed(rows, pairs)

    made = {}

    def spans(given):
        for row in given:
            key = tuple(row.values())
            if key not in made:
                made[key] = modules["drawings"].Span(**row)
        return [made[tuple(row.values())] for row in given]

    def agreed(given, finished=pairs):
        """What comes out, as plain values and in its order."""
        found = modules["merge"].agreed(spans(given), set(finished))
        return [(one.letter, one.start, one.end, one.label) for one in found]

    def small(*drawn, people="abc"):
        """The same for one letter that `people` finished; drawn: person, start, end and perhaps a label."""
        given = [_row("L1", *one) for one in drawn]
        return [found[1:] for found in agreed(given, {("L1", person) for person in people})]

    def as_defined():
        return agreed(rows) == known

    def more_than_half():
        two = small(("a", 0, 4), ("b", 0, 4), people="abcd")
        three = small(("a", 0, 4), ("b", 1, 4), ("c", 1, 5), people="abcd")
        alone = small(("a", 2, 5), people="a")
        return (two, three, alone) == ([], [(1, 4, "person")], [(2, 5, "person")])

    def silence_counts():
        # Two of four have drawn; the other two found nothing to mark.
        return small(("a", 3, 9), ("b", 3, 9), people="abcd") == [] and small(("a", 3, 9), ("b", 3, 9)) == [
            (3, 9, "person")
        ]

    def unfinished():
        return small(("a", 0, 3), ("b", 0, 3), ("z", 0, 3), people="abcd") == [] and agreed(rows, set()) == []

    def side_by_side():
        apart = small(("a", 0, 2), ("a", 2, 4), ("b", 0, 2), ("b", 2, 4), ("c", 0, 4))
        joined = small(("a", 0, 2), ("a", 2, 4), ("b", 0, 4), ("c", 0, 4))
        covered = small(("a", 0, 3), ("b", 0, 3), ("a", 3, 6), ("b", 3, 6), ("c", 2, 4))
        return (apart, joined, covered) == (
            [(0, 2, "person"), (2, 4, "person")],
            [(0, 4, "person")],
            [(0, 3, "person"), (3, 6, "person")],
        )

    def twice():
        one_person = small(("a", 0, 4), ("a", 0, 4), ("a", 1, 6), ("b", 8, 9))
        return one_person == [] and agreed([*rows, *draw.sample(rows, 25)]) == agreed(rows)

    def labels_apart():
        both = small(("a", 0, 4), ("b", 0, 4), ("a", 2, 6, "place"), ("c", 2, 6, "place"))
        other = [row for row in rows if row["label"] == "place"]
        return both == [(0, 4, "person"), (2, 6, "place")] and agreed(other) == [
            one for one in agreed(rows) if one[3] == "place"
        ]

    def order():
        found = agreed(rows)
        return agreed(draw.sample(rows, len(rows))) == found == sorted(found)

    def unsettled():
        left = modules["merge"].unsettled(spans(rows), pairs)
        plain = [(one.letter, one.person, one.label, one.start, one.end) for one in left]
        return plain == _unsettled(rows, pairs, known) and len(plain) > 0

    def untouched():
        given, finished = spans(rows), set(pairs)
        modules["merge"].agreed(given, finished)
        modules["merge"].unsettled(given, finished)
        return finished == pairs and [(one.letter, one.start) for one in given] == [
            (row["letter"], row["start"]) for row in rows
        ]

    def files_are_read():
        # The web page reads such files with them.
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "spans.csv").write_text("letter,person,label,start,end\nL2,b,place,3,7\n", encoding="utf-8")
            Path(folder, "done.csv").write_text("letter,person\nL2,b\nL1,b\n", encoding="utf-8")
            found = modules["drawings"].spans(str(folder))
            drawn = [(one.letter, one.person, one.label, one.start, one.end) for one in found]
            finished = {tuple(pair) for pair in modules["drawings"].done(str(folder))}
            return (drawn, finished) == ([("L2", "b", "place", 3, 7)], {("L2", "b"), ("L1", "b")})

    claims = {
        "files_are_read_as_before": files_are_read,
        "as_the_rules_say": as_defined,
        "more_than_half_it_takes": more_than_half,
        "who_drew_nothing_counts": silence_counts,
        "who_has_not_finished_does_not": unfinished,
        "names_side_by_side_stay_two": side_by_side,
        "one_person_has_one_voice": twice,
        "labels_are_judged_apart": labels_apart,
        "order_does_not_matter": order,
        "what_nobody_settled_is_kept": unsettled,
        "what_is_given_stays": untouched,
    }
    return {name: _holds(claim) for name, claim in claims.items()}


def _row(letter, person, start, end, label="person"):
    return {"letter": letter, "person": person, "label": label, "start": start, "end": end}


def _agreed(rows, pairs):
    """By the definition alone, character by character."""
    found = []
    for letter in {row["letter"] for row in rows}:
        judges = {person for place, person in pairs if place == letter}
        here = [row for row in rows if row["letter"] == letter and row["person"] in judges]
        for label in {row["label"] for row in here}:
            ends = max(row["end"] for row in here)

            def have(first, last, label=label, here=here, judges=judges):
                """Whether more than half have one span from the first to the last character."""
                people = {
                    row["person"]
                    for row in here
                    if row["label"] == label and row["start"] <= first and row["end"] > last
                }
                return 2 * len(people) > len(judges)

            start = None
            for at in range(ends + 1):
                if start is not None and not have(at - 1, at):
                    found.append((letter, start, at, label))
                    start = None
                if start is None and have(at, at):
                    start = at
    return sorted(found)


def _unsettled(rows, pairs, found):
    return [
        (row["letter"], row["person"], row["label"], row["start"], row["end"])
        for row in rows
        if (row["letter"], row["person"]) in pairs
        and not any(
            one[0] == row["letter"] and one[3] == row["label"] and one[1] < row["end"] and row["start"] < one[2]
            for one in found
        )
    ]


def _holds(claim):
    """Whether the claim is true; code that raises does not hold it."""
    try:
        return bool(claim())
    except Exception:  # noqa: BLE001 - any failure of the candidate's code is an answer of 'no', never one of ours
        return False
