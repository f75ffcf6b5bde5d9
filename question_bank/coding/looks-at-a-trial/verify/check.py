# hiretool-canary-b5f23aeb-9467-44c0-950e-d09e42f5fc13
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import random
from math import sqrt

import variants


def modules(names=("plan", "trial")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}


def plain(lines, looks, limits, window, now):
    """The rules word for word; also how near a score came to its limit."""
    made, nearest = [], 9.0
    for number, time in enumerate(looks):
        if time > now:
            return made, "open", nearest
        look = [0, 0, 0, 0]
        for reader in {line[2] for line in lines}:
            known = [line for line in lines if line[2] == reader and line[0] <= time]
            visits = sorted(line[1] for line in known if line[3] == "visit")
            arms = {line[4] for line in known if line[3] == "visit"}
            if len(arms) == 1 and visits[0] <= time - window:
                place = 2 * (arms == {"b"})
                look[place] += 1
                look[place + 1] += any(0 <= line[1] - visits[0] < window for line in known if line[3] == "loan")
        made.append(look)
        na, xa, nb, xb = look
        if na and nb and 0 < xa + xb < na + nb:
            rate = (xa + xb) / (na + nb)
            found = (xb / nb - xa / na) / sqrt(rate * (1 - rate) * (1 / na + 1 / nb))
            nearest = min(nearest, abs(abs(found) - limits[number]))
            if abs(found) >= limits[number]:
                return made, "b" if found > 0 else "a", nearest
    return made, "none", nearest


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    draw = random.Random(f"check {seed}")

    def follow(lines, looks=(100, 200, 300), limits=(9.0, 9.0, 9.0), window=50, now=300):
        got = modules["trial"].follow(sorted(lines, key=lambda line: line[0]), list(looks), list(limits), window, now)
        return [list(look) for look in got["looks"]], got["decision"]

    def visit(reader, at, arm, arrived=None):
        return (at if arrived is None else arrived, at, reader, "visit", arm)

    def loan(reader, at, arrived=None):
        return (at if arrived is None else arrived, at, reader, "loan", "")

    def group(arm, readers, borrow, at=0):
        """So many readers who came at `at`, of whom some borrow at once."""
        names = [f"{arm}{at}-{number}" for number in range(readers)]
        return [visit(name, at, arm) for name in names] + [loan(name, at) for name in names[:borrow]]

    def counts():
        lines = [*group("a", 3, 1), *group("b", 2, 2), *group("a", 4, 0, at=120)]
        return follow(lines) == ([[3, 1, 2, 2], [7, 1, 2, 2], [7, 1, 2, 2]], "none")

    def whose_window_has_passed():
        lines = [visit("r", 50, "a"), visit("s", 51, "a"), visit("t", 149, "b"), loan("s", 52), loan("t", 150)]
        return follow(lines)[0] == [[1, 0, 0, 0], [2, 1, 1, 1], [2, 1, 1, 1]]

    def loans_in_the_window():
        lines = [visit(name, 20, "a") for name in "rstu"]
        lines += [loan("r", 20), loan("s", 69), loan("t", 70), loan("u", 19), loan("u", 200)]
        return follow(lines)[0][0] == [4, 2, 0, 0]

    def as_known_then():
        # The loan of r and the visit of s come after the first look, and count from the second.
        lines = [
            visit("r", 10, "a"),
            loan("r", 12, 101),
            visit("s", 10, "b", 150),
            visit("t", 10, "b", 100),
            loan("t", 11, 100),
        ]
        return follow(lines)[0] == [[1, 0, 1, 1], [1, 1, 2, 1], [1, 1, 2, 1]]

    def a_look_stays():
        lines = variants.trial(draw, 60, 30, 30, hours=300, window=50)
        whole = follow(lines)[0]
        return all(
            follow([x for x in lines if x[0] <= now], now=now)[0] == whole[: now // 100]
            for now in (99, 100, 199, 200, 300)
        )

    def not_yet():
        lines = group("a", 5, 1)
        ends = [follow(lines, now=now)[1] for now in (0, 99, 100, 299, 300, 999)]
        return (
            ends == ["open"] * 4 + ["none"] * 2
            and len(follow(lines, now=150)[0]) == 1
            and follow([], now=99) == ([], "open")
        )

    def lines_that_come_twice():
        lines = [
            visit("r", 10, "a"),
            visit("r", 10, "a", 30),
            visit("r", 40, "a"),
            loan("r", 20),
            loan("r", 20, 25),
            loan("r", 30),
        ]
        return follow(lines)[0][0] == [1, 1, 0, 0]

    def first_by_its_time():
        # The line of the earlier visit comes later: the window is that of the earlier one.
        lines = [visit("r", 60, "a"), visit("r", 5, "a", 90), loan("r", 56)]
        late = [visit("s", 60, "b"), visit("s", 5, "b", 150), loan("s", 56)]
        return follow([*lines, *late])[0][:2] == [[1, 0, 0, 0], [1, 0, 1, 0]]

    def loans_before_visits():
        lines = [loan("r", 12), visit("r", 10, "a", 60), loan("s", 30)]
        return follow(lines)[0][0] == [1, 1, 0, 0]

    def both_versions():
        lines = [
            visit("r", 10, "a"),
            visit("r", 12, "b"),
            visit("s", 10, "b"),
            visit("s", 90, "a", 120),
            *group("a", 2, 0),
        ]
        return follow(lines)[0] == [[2, 0, 1, 0], [2, 0, 0, 0], [2, 0, 0, 0]]

    def each_look_has_its_limit():
        # 10 of 40 against 20 of 40 is a score of 2.31; with all readers it is 1.59.
        lines = [*group("a", 40, 10), *group("b", 40, 20), *group("a", 40, 20, at=120), *group("b", 40, 20, at=120)]
        ends = [
            follow(lines, limits=limits) for limits in ((2.2, 9, 9), (2.4, 1.5, 9), (2.4, 1.7, 1.5), (2.4, 1.7, 1.7))
        ]
        return [(len(looks), end) for looks, end in ends] == [(1, "b"), (2, "b"), (3, "b"), (3, "none")]

    def it_ends_with_the_first():
        # At first b is ahead and the trial ends; what comes later would have turned it.
        lines = [*group("a", 40, 5), *group("b", 40, 20), *group("a", 400, 300, at=120), *group("b", 400, 40, at=120)]
        return follow(lines, limits=(3, 3, 3)) == ([[40, 5, 40, 20]], "b") and follow(lines, limits=(9, 3, 3))[1] == "a"

    def nothing_to_compare():
        lines = [*group("a", 40, 0), *group("b", 40, 0)]
        all_of_them = [*group("a", 40, 40), *group("b", 40, 40)]
        return [follow(x, limits=(0.5, 0.5, 0.5))[1] for x in (lines, all_of_them, group("a", 40, 10), [])] == [
            "none"
        ] * 4

    def as_the_rules_say():
        for _ in range(4):
            lines = variants.trial(
                draw, draw.randint(40, 70), 35, 25, hours=300, window=50, lift=draw.choice([-30, 0, 30])
            )
            looks, limits, now = (90, 160, 230, 300), (3.4, 2.4, 2.0, 1.7), draw.choice([200, 300, 301])
            made, end, nearest = plain(lines, looks, limits, 50, now)
            if nearest > 1e-6 and follow(lines, looks, limits, 50, now) != (made, end):
                return False
        return True

    claims = {
        "readers_and_loans_are_counted": counts,
        "whose_window_has_passed": whose_window_has_passed,
        "loans_within_the_window": loans_in_the_window,
        "as_known_at_the_look": as_known_then,
        "a_look_stays_as_it_was": a_look_stays,
        "not_yet_is_open": not_yet,
        "a_line_that_comes_twice_counts_once": lines_that_come_twice,
        "first_by_its_time": first_by_its_time,
        "a_loan_may_come_before_its_visit": loans_before_visits,
        "who_saw_both_counts_in_neither": both_versions,
        "each_look_has_its_limit": each_look_has_its_limit,
        "it_ends_with_the_first_that_reaches_it": it_ends_with_the_first,
        "nothing_to_compare": nothing_to_compare,
        "as_the_rules_say": as_the_rules_say,
    }
    return {name: _holds(claim) for name, claim in claims.items()}


def _holds(claim):
    """Whether the claim is true; code that raises does not hold it."""
    try:
        return bool(claim())
    except Exception:  # noqa: BLE001 - any failure of the candidate's code is an answer of 'no', never one of ours
        return False
