# hiretool-canary-f6409723-1859-4596-83ca-f4283bb4020c
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import random
from fractions import Fraction

NAMES = ("table", "better", "worse", "unsure", "silent", "gone", "added")


def modules(names=("runs", "compare")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}


def plain(before, after, renamed):
    """The rules word for word; None for what must raise."""

    def answers(run):
        last, by_id = {}, {}
        for id, attempt, right in run:
            last[id, attempt] = right
        for (id, _), right in last.items():
            by_id.setdefault(id, [])
            if right is not None:
                by_id[id].append(right)
        return by_id

    def state(given):
        if not given:
            return "none"
        return {True: "right", False: "missed"}[given[0]] if len(set(given)) == 1 else "mixed"

    old, new = answers(before), answers(after)
    now = {id: id for id in old}
    for one, other in renamed:
        for id, name in now.items():
            if name == one:
                now[id] = other
                break
        if len(set(now.values())) < len(now):
            return None
    old = {now[id]: given for id, given in old.items()}
    found = {name: [] for name in NAMES[1:]} | {"table": {}}
    found["gone"], found["added"] = sorted(set(old) - set(new)), sorted(set(new) - set(old))
    shares = []
    for id in sorted(set(old) & set(new)):
        pair = state(old[id]), state(new[id])
        found["table"][pair] = found["table"].get(pair, 0) + 1
        if "none" in pair:
            found["silent"].append(id)
            continue
        shares.append([Fraction(sum(given), len(given)) for given in (old[id], new[id])])
        if pair[0] == pair[1]:
            continue
        sure = set(pair) == {"right", "missed"} and min(len(old[id]), len(new[id])) >= 2
        found["unsure" if not sure else "better" if pair[1] == "right" else "worse"].append(id)
    found["shares"] = tuple(float(sum(one) / len(shares)) for one in zip(*shares)) if shares else None
    return found


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    draw = random.Random(f"check {seed}")

    def compare(before, after, renamed=()):
        got = modules["compare"].compare(list(before), list(after), list(renamed))
        found = {name: getattr(got, name) for name in NAMES}
        shares = got.shares
        return {**found, "shares": shares if shares is None else tuple(round(float(one), 9) for one in shares)}

    def raises(*arguments):
        try:
            compare(*arguments)
        except ValueError:
            return True
        return False

    def lines(id, answers):
        """'101-' -> four attempts."""
        return [(id, place + 1, {"1": True, "0": False, "-": None}[one]) for place, one in enumerate(answers)]

    def run_of(**answers):
        return [line for id, one in answers.items() for line in lines(id, one)]

    def sure_ones():
        got = compare(run_of(a="000", b="111", c="11", d="00"), run_of(a="111", b="000", c="11", d="00"))
        wanted = {("missed", "right"): 1, ("right", "missed"): 1, ("right", "right"): 1, ("missed", "missed"): 1}
        return (got["table"], got["better"], got["worse"], got["unsure"]) == (wanted, ["a"], ["b"], [])

    def mixed_ones():
        got = compare(run_of(a="110", b="111", c="100", d="001"), run_of(a="111", b="110", c="011", d="000"))
        table = {("mixed", "right"): 1, ("right", "mixed"): 1, ("mixed", "mixed"): 1, ("mixed", "missed"): 1}
        return (got["table"], got["better"], got["worse"], got["unsure"]) == (table, [], [], ["a", "b", "d"])

    def asked_once():
        got = compare(run_of(a="0", b="11", c="00", d="1-"), run_of(a="11", b="0", c="11", d="00"))
        return (got["better"], got["worse"], got["unsure"]) == (["c"], [], ["a", "b", "d"])

    def no_answers():
        got = compare(run_of(a="1-1", b="---", c="00", d="-", e="0-0"), run_of(a="11", b="11", c="--", d="-", e="-11"))
        table = {("right", "right"): 1, ("none", "right"): 1, ("missed", "none"): 1, ("none", "none"): 1}
        table["missed", "right"] = 1
        return (got["table"], got["silent"], got["better"], got["worse"], got["unsure"]) == (
            table,
            ["b", "c", "d"],
            ["e"],
            [],
            [],
        )

    def the_last_line():
        again = [("a", 1, True), ("a", 2, False), ("a", 1, False)]
        late = [("a", 1, False), ("a", 2, True), ("a", 1, None), ("a", 3, True)]
        got = compare(again, late)
        return got["table"] == {("missed", "right"): 1} and got["better"] == ["a"] and got["shares"] == (0.0, 1.0)

    def only_in_one():
        got = compare(run_of(a="11", b="11", c="00"), run_of(d="11", b="11", e="-"))
        return (got["gone"], got["added"], got["table"], got["worse"], got["shares"]) == (
            ["a", "c"],
            ["d", "e"],
            {("right", "right"): 1},
            [],
            (1.0, 1.0),
        )

    def renamed_once():
        got = compare(run_of(a="11", b="00", c="11"), run_of(x="00", b="00", a="11"), [("a", "x"), ("q", "b")])
        return (got["worse"], got["gone"], got["added"]) == (["x"], ["c"], ["a"])

    def renamed_twice():
        got = compare(run_of(a="11", b="00"), run_of(z="11", b="00"), [("a", "x"), ("x", "y"), ("y", "z")])
        return (got["table"], got["gone"], got["added"]) == ({("right", "right"): 1, ("missed", "missed"): 1}, [], [])

    def an_id_given_again():
        before, after = run_of(a="11", b="00", c="1-"), run_of(t="11", a="00", b="10")
        one = compare(before, after, [("a", "t"), ("b", "a"), ("c", "b")])
        # There and back is where it was, and two may change places by a third name.
        other = compare(
            run_of(a="11", b="00"), run_of(a="11", b="11"), [("a", "t"), ("b", "a"), ("t", "b"), ("a", "a")]
        )
        return (one["unsure"], one["worse"], one["gone"]) == (["b"], [], []) and other["better"] == ["a"]

    def two_with_one_id():
        before, after = run_of(a="11", b="00"), run_of(b="11", c="11")
        never = [("a", "b")], [("a", "c"), ("b", "c")], [("a", "b"), ("b", "c")]
        fine = compare(before, after, [("b", "c"), ("a", "b")])
        return all(raises(before, after, one) for one in never) and fine["better"] == ["c"]

    def a_question_counts_once():
        got = compare(run_of(a="11111111", b="0", c="10", d="--"), run_of(a="1", b="0001", c="10", d="1"))
        return got["shares"] == (0.5, round((1 + 0.25 + 0.5) / 3, 9)) and got["silent"] == ["d"]

    def nothing_in_common():
        got = [compare(run_of(a="1"), run_of(b="1")), compare([], []), compare(run_of(a="-"), run_of(a="1"))]
        return [one["shares"] for one in got] == [None] * 3 and [one["silent"] for one in got] == [[], [], ["a"]]

    def given_as_it_was():
        before, after, renamed = run_of(a="11", b="0"), run_of(b="11", c="00"), [("a", "c")]
        kept = [list(one) for one in (before, after, renamed)]
        modules["compare"].compare(before, after, renamed)
        return [before, after, renamed] == kept

    def made_up():
        ids = "abcdefghij"
        for _ in range(25):
            made = []
            for _ in range(2):
                chosen = [id for id in ids if draw.random() < 0.8]
                asked = {id: "".join(draw.choice("000111-") for _ in range(draw.randint(1, 3))) for id in chosen}
                if draw.random() < 0.5:
                    asked = {id: one if draw.random() < 0.4 else draw.choice("01") * 2 for id, one in asked.items()}
                one = run_of(**asked)
                draw.shuffle(one)
                made.append(one + [(id, at, draw.random() < 0.5) for id, at, _ in one[:3]])
            renamed = [tuple(draw.sample(ids + "xyz", 2)) for _ in range(draw.randint(0, 3))]
            known = plain(*made, renamed)
            if known is None:
                if not raises(*made, renamed):
                    return False
                continue
            if known["shares"]:
                known["shares"] = tuple(round(one, 9) for one in known["shares"])
            if compare(*made, renamed) != known:
                return False
        return True

    claims = {
        "sure_changes_both_ways": sure_ones,
        "some_right_is_neither_right_nor_wrong": mixed_ones,
        "once_is_not_enough": asked_once,
        "no_answer_is_not_a_wrong_one": no_answers,
        "the_last_line_of_an_attempt_counts": the_last_line,
        "what_is_in_one_run_only_is_apart": only_in_one,
        "a_renamed_question_is_the_same": renamed_once,
        "a_question_renamed_twice_is_the_same": renamed_twice,
        "an_id_may_be_given_again": an_id_given_again,
        "two_questions_never_become_one": two_with_one_id,
        "each_question_counts_the_same": a_question_counts_once,
        "without_common_questions_no_share": nothing_in_common,
        "what_is_given_stays": given_as_it_was,
        "as_the_rules_say": made_up,
    }
    return {name: _holds(claim) for name, claim in claims.items()}


def _holds(claim):
    """Whether the claim is true; code that raises does not hold it."""
    try:
        return bool(claim())
    except Exception:  # noqa: BLE001 - any failure of the candidate's code is an answer of 'no', never one of ours
        return False
