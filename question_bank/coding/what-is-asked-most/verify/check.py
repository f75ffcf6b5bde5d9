# hiretool-canary-28368bb6-586f-4d84-ab7b-44195cb6d056
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import json
import random
import tempfile
from collections import Counter
from pathlib import Path

import variants


def modules(names=("asked", "counts")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    draw = random.Random(f"check {seed}")
    module = modules["counts"]

    def counted(rows, size, made=None):
        made = made or module.Counts(size)
        for question, times in rows:
            made.add(question, times)
        return made

    def rows(many, weights=(1,)):
        return [(question, draw.choice(weights)) for question in variants.questions(draw, many)]

    def truth(rows):
        found = Counter()
        for question, times in rows:
            found[question] += times
        return found

    def holds(made, known, size):
        """The promise: between low and high, which are no further apart than allowed."""
        total = sum(known.values())
        if made.total != total:
            return False
        some = draw.sample(sorted(known), min(60, len(known)))
        for question in ["never asked", *some, *(name for name, _ in known.most_common(9))]:
            low, high = made.bounds(question)
            # A little more than the total, for whoever adds the width as a float.
            if not low <= known[question] <= high or (high - low) * (size + 1) > total * (1 + 1e-12) + 1e-9:
                return False
        return True

    def passed(made):
        """As it comes out of JSON."""
        return module.restored(json.loads(json.dumps(made.state())))

    def one_by_one():
        for many, size in ((400, 9), (400, 40), (300, 1)):
            told = rows(many)
            if not holds(counted(told, size), truth(told), size):
                return False
        return True

    def at_any_time():
        told, made = rows(150), module.Counts(6)
        for place, (question, times) in enumerate(told):
            made.add(question, times)
            if place % 5 == 0 and not holds(made, truth(told[: place + 1]), 6):
                return False
        return True

    def many_times_at_once():
        told = rows(200, (1, 1, 2, 50, 1_000_000))
        turned = [(f"q{number}", times) for number, times in enumerate((5, 1, 7, 1_000, 3, 3, 10**12, 2))]
        return holds(counted(told, 12), truth(told), 12) and holds(counted(turned, 2), truth(turned), 2)

    def exact_while_there_is_room():
        told = [(f"q{draw.randrange(15)}", draw.choice([1, 3])) for _ in range(80)]
        made, known = counted(told, 15), truth(told)
        return all(tuple(made.bounds(question)) == (known[question],) * 2 for question in [*known, "never asked"])

    def none_is_missed():
        for many, size in ((500, 15), (300, 60)):
            told = rows(many, (1, 1, 4))
            made, known = counted(told, size), truth(told)
            total = sum(known.values())
            for share in (1.01 / (size + 1), 0.06, 0.12):
                if share * (size + 1) <= 1:
                    continue
                found = list(made.often(share))
                must = {question for question, times in known.items() if times > share * total}
                may = {question for question, times in known.items() if times > (share - 1 / (size + 1)) * total}
                lows = [made.bounds(question)[0] for question in found]
                in_order = sorted(found, key=lambda question: (-made.bounds(question)[0], question))
                if not must <= set(found) <= may or found != in_order or lows != sorted(lows, reverse=True):
                    return False
        return True

    def late_ones_too():
        # First many that are asked once, then one that is more than half.
        told = [(f"once {number}", 1) for number in range(200)] + [("late", 1)] * 210
        made = counted(told, 5)
        return holds(made, truth(told), 5) and made.often(0.5) == ["late"]

    def does_not_grow():
        lengths = [len(json.dumps(counted(rows(many), 20).state())) for many in (300, 2_000)]
        joint = module.joined([counted(rows(200), 20).state() for _ in range(8)])
        return max(lengths) <= 20 * 110 + 200 and len(json.dumps(joint.state())) <= 20 * 110 + 200

    def few_are_kept():
        # Whoever knows of a question that it was asked at all, keeps it; some may be swept later.
        told, made = rows(700), module.Counts(15)
        known = truth(told)
        for place, (question, times) in enumerate(told):
            made.add(question, times)
            if place % 90 == 89 and sum(made.bounds(each)[0] > 0 for each in known) > 3 * 15:
                return False
        return True

    def all_together():
        for many, size, parts in ((600, 9, 6), (400, 30, 3), (200, 3, 8)):
            told = rows(many, (1, 1, 1, 9))
            cut = [told[part::parts] for part in range(parts)]
            states = [json.loads(json.dumps(counted(part, size).state())) for part in cut]
            before = json.dumps(states)
            at_once = module.joined(states)
            steps = module.joined([module.joined(states[:2]).state(), module.joined(states[2:][::-1]).state()])
            more = rows(60)
            if (
                not (holds(at_once, truth(told), size) and holds(steps, truth(told), size))
                or json.dumps(states) != before
            ):
                return False
            if not holds(counted(more, size, at_once), truth(told + more), size):
                return False
        return True

    def unlike_parts():
        # Each part has its own questions, and one is in all of them, a little.
        size = 6
        parts = [
            [(f"part {part} {number}", 3 + number) for number in range(9)] + [("everywhere", 8)] for part in range(7)
        ]
        made = module.joined([counted(part, size).state() for part in parts])
        full = [[(f"own {part} {number}", 10 + number) for number in range(size)] for part in range(4)]
        exact = module.joined([counted(part, size).state() for part in full])
        return holds(made, truth(sum(parts, [])), size) and holds(exact, truth(sum(full, [])), size)

    def restarted():
        told, made = rows(240), module.Counts(8)
        for place in range(0, 240, 20):
            made = passed(counted(told[place : place + 20], 8, made))
        return holds(made, truth(told), 8)

    def apart():
        # States are kept for other sums while the counting goes on.
        made = counted(rows(50), 5)
        state = made.state()
        before = json.dumps(state)
        one = module.joined([state, state])
        for counts in (made, one, module.restored(state)):
            counted([(question, 3) for question in counts.often(0)] + rows(50), 5, counts)
        return json.dumps(state) == before

    def files_are_read():
        # Others read such files with it.
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "asked.csv").write_text(
                "office,question\noffice 2,is rent taxed\noffice 1,is rent taxed\n", encoding="utf-8"
            )
            found = modules["asked"].read(str(Path(folder, "asked.csv")))
            return [tuple(one) for one in found] == [("office 2", "is rent taxed"), ("office 1", "is rent taxed")]

    claims = {
        "files_are_read_as_before": files_are_read,
        "between_low_and_high": one_by_one,
        "at_any_time": at_any_time,
        "many_times_at_once": many_times_at_once,
        "exact_while_there_is_room": exact_while_there_is_room,
        "none_that_is_frequent_is_missed": none_is_missed,
        "late_ones_are_found_too": late_ones_too,
        "a_state_does_not_grow": does_not_grow,
        "few_are_kept_at_any_time": few_are_kept,
        "joined_it_still_holds": all_together,
        "joined_from_unlike_parts": unlike_parts,
        "a_restart_changes_nothing": restarted,
        "states_stand_by_themselves": apart,
    }
    return {name: _holds(claim) for name, claim in claims.items()}


def _holds(claim):
    """Whether the claim is true; code that raises does not hold it."""
    try:
        return bool(claim())
    except Exception:  # noqa: BLE001 - any failure of the candidate's code is an answer of 'no', never one of ours
        return False
