# hiretool-canary-3223fc7b-5332-46ab-970c-77b9bd15e60d
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import json
import random
import tempfile
from pathlib import Path


def modules(names=("boxes", "line")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}


class Book:
    """What a line should say, from a list of all that has happened, gone through afresh for each question."""

    def __init__(self, seconds, attempts):
        self.seconds, self.attempts, self.names, self.events = seconds, attempts, [], []

    def is_(self, name, now):
        given = [event for event in self.events if event[0] == "take" and event[1] == name]
        if any(event[0] == "finish" and event[1] == name for event in self.events):
            return "done"
        if given:
            _, _, place, at = given[-1]
            failed = any(event[0] == "fail" and event[2] == place for event in self.events)
            if not failed and now < at + self.seconds:
                return "out"
        return "given_up" if len(given) >= self.attempts else "waiting"

    def counts(self, now):
        states = [self.is_(name, now) for name in self.names]
        return {state: states.count(state) for state in ("waiting", "out", "done", "given_up")}

    def next(self, now):
        return next((name for name in self.names if self.is_(name, now) == "waiting"), None)

    def first(self, name):
        """Place of the loan whose result came first, and the result."""
        return next((event[2:4] for event in self.events if event[0] == "finish" and event[1] == name), None)


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    draw = random.Random(f"check {seed}")
    Line, Box = modules["line"].Line, modules["boxes"].Box

    def boxes(*names):
        return [Box(name, 100) for name in names]

    def line(*names, seconds=100, attempts=3):
        made = Line(seconds, attempts)
        made.add(boxes(*names))
        return made

    def again(made):
        return modules["line"].restored(json.loads(json.dumps(made.state())))

    def taken(made, *times):
        """Ids of the boxes that are handed out at these times."""
        return [loan and loan.box for loan in (made.take(now) for now in times)]

    def counts(made, now):
        found = made.counts(now)
        return [found[state] for state in ("waiting", "out", "done", "given_up")]

    def history(restarts):
        """Anything that may happen, in any order, compared with the book at each step."""
        seconds, attempts = draw.choice([30, 50]), draw.choice([1, 2, 3])
        names = [f"b{number}" for number in range(7)]
        made, book, loans, now = line(*names, seconds=seconds, attempts=attempts), Book(seconds, attempts), [], 0
        book.names += names
        for step in range(60):
            now += draw.choice([0, 1, 5, 12, seconds])
            what = draw.choices(["take", "finish", "fail", "add"], [5, 3, 3, 1])[0]
            if restarts and step % 9 == 8:
                made = again(made)
            if what == "add":
                new = [f"b{number}" for number in range(draw.randint(5, 9))]
                made.add(boxes(*new))
                book.names += [name for name in new if name not in book.names]
            elif what == "take":
                name, loan = book.next(now), made.take(now)
                if (name, name and now + seconds) != (loan and loan.box, loan and loan.until):
                    return False
                if loan:
                    if loan.number in [known.number for known in loans]:
                        return False
                    book.events.append(("take", name, len(loans), now))
                    loans.append(loan)
            elif loans:
                place = draw.randrange(max(0, len(loans) - 6), len(loans))
                loan = loans[place]
                if what == "finish":
                    result = f"text {step}"
                    counts_ = made.finish(loan.number, result, now)
                    if book.first(loan.box) is None:
                        book.events.append(("finish", loan.box, place, result))
                    if counts_ is not (book.first(loan.box)[0] == place):
                        return False
                else:
                    made.fail(loan.number, now)
                    book.events.append(("fail", loan.box, place, now))
            found = {name: book.first(name)[1] for name in book.names if book.first(name)}
            if made.counts(now) != book.counts(now) or made.results() != found:
                return False
        return True

    def in_order():
        made = line("a", "b", "c")
        made.add(boxes("b", "d", "a"))
        return taken(made, 0, 0, 1, 1, 2) == ["a", "b", "c", "d", None] and counts(made, 2) == [0, 4, 0, 0]

    def runs_out():
        made = line("a", "b")
        return taken(made, 0, 40, 99, 100, 139, 140) == ["a", "b", None, "a", None, "b"] and counts(made, 199) == [
            0,
            2,
            0,
            0,
        ]

    def given_up():
        made = line("a", "b", attempts=2)
        first = made.take(0)
        made.fail(first.number, 5)
        found = taken(made, 5, 6)
        return (
            found == ["a", "b"]
            and counts(made, 104) == [0, 2, 0, 0]
            and counts(made, 105) == [0, 1, 0, 1]
            and (
                taken(made, 106, 205, 206, 306, 900) == ["b", None, None, None, None]
                and counts(made, 900) == [0, 0, 0, 2]
            )
        )

    def old_place():
        made = line("a", "b", "c")
        first = made.take(0)
        made.fail(first.number, 1)
        return taken(made, 2, 2, 2) == ["a", "b", "c"]

    def late_failure():
        # The first machine was slow and says so when the box is in other hands; the other one says so twice.
        made = line("a", attempts=9)
        slow, second = made.take(0), made.take(100)
        made.fail(slow.number, 110)
        still_out = counts(made, 110) == [0, 1, 0, 0] and taken(made, 111) == [None]
        made.fail(second.number, 120)
        found = taken(made, 121)
        made.fail(second.number, 122)
        return still_out and found == ["a"] and taken(made, 123) == [None] and counts(made, 123) == [0, 1, 0, 0]

    def first_result():
        made = line("a")
        slow, quick = made.take(0), made.take(100)
        told = [
            made.finish(quick.number, "quick", 130),
            made.finish(slow.number, "slow", 140),
            made.finish(quick.number, "quick", 150),
            made.finish(slow.number, "slow", 160),
        ]
        made.fail(quick.number, 170)
        made.fail(slow.number, 171)
        return (
            told == [True, False, True, False]
            and made.results() == {"a": "quick"}
            and counts(made, 300) == [0, 0, 1, 0]
        )

    def late_result():
        # Of a loan that has run out, while another has the box, and of a box that was given up.
        made = line("a", "b", attempts=1)
        one, two = made.take(0), made.take(0)
        late = made.finish(one.number, "late", 150)
        made.fail(two.number, 160)
        return (
            late
            and counts(made, 170) == [0, 0, 1, 1]
            and made.finish(two.number, "after all", 180)
            and (
                counts(made, 190) == [0, 0, 2, 0]
                and made.results() == {"a": "late", "b": "after all"}
                and taken(made, 500) == [None]
            )
        )

    def numbers():
        made = line("a", "b", "c", attempts=5)
        loans = [made.take(0), made.take(0)]
        for now in (10, 20):
            made.fail(loans[-1].number, now)
            made = again(made)
            loans.append(made.take(now))
        late = made.finish(loans[0].number, "of a", 30)
        return len({loan.number for loan in loans}) == 4 and late and made.results() == {"a": "of a"}

    def restart():
        made = line("a", "b", "c", attempts=2)
        first, second = made.take(0), made.take(10)
        made.finish(first.number, {"text": "ä", "sure": 0.5}, 20)
        made.fail(second.number, 30)
        made = again(again(made))
        made.add(boxes("a", "b"))
        third = made.take(40)
        told = made.finish(first.number, "other", 50), made.finish(third.number, "b", 60), counts(made, 60)
        return (
            third.box == "b"
            and told == (True, True, [1, 0, 2, 0])
            and made.results()["a"] == {"text": "ä", "sure": 0.5}
        )

    def apart():
        # A state is kept while the line goes on.
        made = line("a", "b")
        state = made.state()
        before = json.dumps(state)
        one, other = modules["line"].restored(state), modules["line"].restored(state)
        one.finish(one.take(0).number, "x", 1)
        made.take(0)
        return json.dumps(state) == before and other.results() == {} and counts(other, 0) == [2, 0, 0, 0]

    def files_are_read():
        # Others read such files with it.
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "boxes.csv").write_text("id,pages\nb2,70\nb1,90\n", encoding="utf-8")
            found = modules["boxes"].read(str(Path(folder, "boxes.csv")))
            return [(one.id, one.pages) for one in found] == [("b2", 70), ("b1", 90)]

    claims = {
        "files_are_read_as_before": files_are_read,
        "whatever_happens": lambda: all(history(False) for _ in range(6)),
        "whatever_happens_with_restarts": lambda: all(history(True) for _ in range(6)),
        "in_the_order_of_adding": in_order,
        "a_loan_runs_out": runs_out,
        "not_more_often_than_allowed": given_up,
        "a_box_keeps_its_place": old_place,
        "late_failures_do_no_harm": late_failure,
        "the_first_result_stays": first_result,
        "late_results_count": late_result,
        "each_loan_has_a_number_of_its_own": numbers,
        "a_restart_changes_nothing": restart,
        "a_state_stands_by_itself": apart,
    }
    return {name: _holds(claim) for name, claim in claims.items()}


def _holds(claim):
    """Whether the claim is true; code that raises does not hold it."""
    try:
        return bool(claim())
    except Exception:  # noqa: BLE001 - any failure of the candidate's code is an answer of 'no', never one of ours
        return False
