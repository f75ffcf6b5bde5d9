# hiretool-canary-792764ac-2940-4917-b928-b07ac07abbd2
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import random
import tempfile
from pathlib import Path


def modules(names=("letters", "quota")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}


MINUTE = 60_000


class Plain:
    """The rules word for word; it keeps all and looks at each moment at which anything can change."""

    def __init__(self, calls, tokens):
        self.calls, self.tokens, self.sent, self.closed = calls, tokens, {}, 0

    def start(self, id, at, tokens):
        if tokens > self.tokens:
            return "never"
        moments = sorted({at, self.closed, *(when + MINUTE for when, _ in self.sent.values())})
        moment = next(one for one in moments if one >= at and self._fits(one, tokens))
        if moment == at:
            self.sent[id] = (at, tokens)
        return moment - at

    def _fits(self, moment, tokens):
        here = [used for when, used in self.sent.values() if moment - MINUTE < when]
        return moment >= self.closed and len(here) < self.calls and sum(here) + tokens <= self.tokens

    def finish(self, id, used):
        self.sent[id] = (self.sent[id][0], used)

    def refused(self, at, wait):
        self.closed = max(self.closed, at + wait)


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    draw = random.Random(f"check {seed}")

    def quota(calls=3, tokens=100):
        return modules["quota"].Quota(calls, tokens)

    def start(made, id, at, tokens):
        try:
            return made.start(id, at, tokens)
        except ValueError:
            return "never"

    def calls_alone():
        made = quota()
        got = [start(made, f"a{at}", at, 1) for at in (0, 10_000, 20_000, 30_000, 59_999, 60_000, 60_001)]
        return got == [0, 0, 0, 30_000, 1, 0, 9_999]

    def over_the_turn():
        # Three at the end of a minute on the clock and three at the beginning of the next are six in a second.
        made = quota()
        return [start(made, f"b{at}", at, 1) for at in (59_000, 59_100, 59_200, 60_100, 119_000)] == [
            0,
            0,
            0,
            58_900,
            0,
        ]

    def tokens_alone():
        made = quota(calls=9)
        return [
            start(made, f"c{at}", at, tokens)
            for at, tokens in ((0, 60), (5_000, 40), (6_000, 1), (60_000, 60), (60_000, 1))
        ] == [
            0,
            0,
            54_000,
            0,
            5_000,
        ]

    def waits_for_enough():
        # The oldest one makes too little room; the third is what it takes.
        made = quota(calls=9)
        for number, tokens in enumerate((10, 20, 30, 40)):
            start(made, f"d{number}", number * 1_000, tokens)
        return [start(made, "x", 10_000, tokens) for tokens in (10, 11, 30, 31, 60, 61)] == [
            50_000,
            51_000,
            51_000,
            52_000,
            52_000,
            53_000,
        ]

    def both():
        # Calls are free at 60 s, tokens at 61 s: it takes both.
        made = quota(calls=2)
        start(made, "e0", 0, 10), start(made, "e1", 1_000, 85)
        return [start(made, "e2", 2_000, 20), start(made, "e3", 2_000, 5)] == [59_000, 58_000]

    def not_counted():
        made = quota(calls=1)
        got = [start(made, "f", at, 5) for at in (0, 1, 2, 3, 59_999, 60_000)]
        return got == [0, 59_999, 59_998, 59_997, 1, 0]

    def finished():
        made = quota(calls=9)
        start(made, "g", 0, 90)
        before = start(made, "h", 1_000, 50)
        made.finish("g", 30)
        after = [start(made, "h", 2_000, 50), start(made, "i", 3_000, 30), start(made, "i", 60_000, 30)]
        return (before, after) == (59_000, [0, 57_000, 0])

    def finished_late():
        made = quota(calls=2)
        start(made, "j", 0, 90)
        start(made, "k", 60_000, 10)
        made.finish("j", 80)
        # What started before the last 60 seconds counts for nothing, whenever its answer came.
        return start(made, "l", 61_000, 90) == 0 and start(made, "m", 62_000, 1) == 58_000

    def finished_over():
        # An answer may turn out longer than was thought; nothing goes out until it fits.
        made = quota(calls=9)
        start(made, "n", 0, 50), start(made, "o", 5_000, 20)
        made.finish("n", 120)
        return [start(made, "p", 6_000, 1), start(made, "p", 60_000, 80)] == [54_000, 0]

    def held_back():
        made = quota()
        made.refused(1_000, 5_000)
        made.refused(2_000, 1_000)
        got = [start(made, "q", at, 1) for at in (2_000, 5_999, 6_000)]
        made.refused(7_000, 90_000)
        return got == [4_000, 1, 0] and start(made, "r", 8_000, 1) == 89_000

    def held_back_and_full():
        made = quota(calls=1)
        start(made, "s", 0, 1)
        made.refused(10_000, 20_000)
        first = start(made, "t", 12_000, 1)
        made.refused(13_000, 50_000)
        return (first, start(made, "t", 14_000, 1)) == (48_000, 49_000)

    def never():
        made = quota(calls=2)
        got = [start(made, "u", 0, 101), start(made, "v", 0, 100), start(made, "w", 1, 101)]
        return got == ["never", 0, "never"]

    def as_the_rules_say():
        calls, tokens = draw.randint(2, 5), draw.randint(60, 120)
        made, plain, at, waiting = quota(calls, tokens), Plain(calls, tokens), 0, []
        for number in range(90):
            id, need = f"z{number}", draw.randint(1, 60)
            known, found = plain.start(id, at, need), start(made, id, at, need)
            if known != found:
                return False
            waiting += [(id, need)] if known == 0 else []
            if waiting and draw.random() < 0.5:
                done, most = waiting.pop(draw.randrange(len(waiting)))
                used = draw.randint(1, most + 5)
                plain.finish(done, used), made.finish(done, used)
            if draw.random() < 0.08:
                pause = draw.randint(1, 30_000)
                plain.refused(at, pause), made.refused(at, pause)
            at += draw.choice([known, known, draw.randint(0, 9_000)])
        return True

    def files_are_read():
        # Others read such files with it.
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "letters.csv").write_text("id,at,tokens,used\np1,3,20,12\np2,8,9,9\n", encoding="utf-8")
            found = modules["letters"].read(str(Path(folder, "letters.csv")))
            return [(one.id, one.at, one.tokens, one.used) for one in found] == [("p1", 3, 20, 12), ("p2", 8, 9, 9)]

    claims = {
        "files_are_read_as_before": files_are_read,
        "calls_in_any_60_seconds": calls_alone,
        "the_turn_of_a_minute_is_nothing": over_the_turn,
        "tokens_in_any_60_seconds": tokens_alone,
        "it_waits_until_there_is_room_enough": waits_for_enough,
        "it_takes_both": both,
        "who_waits_is_not_counted": not_counted,
        "what_was_used_counts": finished,
        "a_late_answer_changes_nothing_now": finished_late,
        "a_longer_answer_counts_in_full": finished_over,
        "the_last_refusal_to_end_counts": held_back,
        "refusal_and_quota_hold_together": held_back_and_full,
        "too_large_never_goes": never,
        "as_the_rules_say": as_the_rules_say,
    }
    return {name: _holds(claim) for name, claim in claims.items()}


def _holds(claim):
    """Whether the claim is true; code that raises does not hold it."""
    try:
        return bool(claim())
    except Exception:  # noqa: BLE001 - any failure of the candidate's code is an answer of 'no', never one of ours
        return False
