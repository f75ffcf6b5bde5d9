# hiretool-canary-e73a457d-bc46-4643-8b61-6adbf29e430b
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import random


def modules(names=("tools", "guard")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}


class World:
    """Tools that write down what happened. Those in `fails` raise; taking back those in `stuck` raises."""

    def __init__(self, modules, prices, cents=100, allowed=None, agrees=True, fails=(), stuck=()):
        self.modules, self.agrees, self.fails, self.stuck = modules, agrees, set(fails), set(stuck)
        self.done, self.asked, self.taken = [], [], []
        made = {name: self._tool(name, price) for name, price in prices.items()}
        self.guard = modules["guard"].Guard(made, set(prices if allowed is None else allowed), cents, self._confirm)

    def _tool(self, name, price):
        # A name says what the tool is: r... reads, w... writes, f... writes for good.
        undo = (lambda given, result: self._undo(name, given, result)) if name[0] == "w" else None
        return self.modules["tools"].Tool(name, price, name[0] != "r", lambda given: self._run(name, given), undo)

    def _run(self, name, given):
        self.done.append((name, given["n"]))
        if name in self.fails:
            raise KeyError(name)
        if "then" in given:
            self.inner = self.call(given["then"], given["n"] + 100)
        return f"{name}-{given['n']}"

    def _undo(self, name, given, result):
        self.taken.append((name, given["n"], result))
        if name in self.stuck:
            raise OSError(name)

    def _confirm(self, name, given):
        self.asked.append((name, given["n"]))
        return self.agrees

    def call(self, name, number=0, **more):
        """The result, or the reason, or the kind of error."""
        try:
            return self.guard.call(name, {"n": number, **more})
        except Exception as problem:  # noqa: BLE001 - known by its name, since it may come from another process
            kind = type(problem).__name__
            return f"refused: {problem}" if kind == "Refused" else kind


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    draw = random.Random(f"check {seed}")
    prices = {
        "r1": draw.randint(1, 4),
        "r2": draw.randint(1, 4),
        "w1": draw.randint(3, 8),
        "w2": draw.randint(3, 8),
        "f1": 9,
    }

    def world(**more):
        return World(modules, **{"prices": prices, **more})

    def passes_on():
        here = world()
        got = [here.call(name, 7) for name in prices]
        return got == [f"{name}-7" for name in prices] and here.guard.left() == 100 - sum(prices.values())

    def not_allowed():
        here = world(allowed=["r1", "w1", "ghost"])
        got = [here.call("w2"), here.call("ghost"), here.call("nobody")]
        return got == ["refused: not allowed"] * 3 and here.done == [] and here.guard.left() == 100

    def too_dear():
        here = world(cents=prices["w1"] + prices["r1"] - 1)
        got = [here.call("w1"), here.call("r1"), here.guard.left()]
        exact = world(cents=prices["w1"])
        return (
            got == ["w1-0", "refused: too dear", prices["r1"] - 1]
            and exact.call("w1") == "w1-0"
            and exact.guard.left() == 0
        )

    def reason_order():
        here = world(cents=0, allowed=["f1"])
        return [here.call("w1"), here.call("f1")] == ["refused: not allowed", "refused: too dear"]

    def failed_is_owed():
        here = world(fails=["w1"])
        return here.call("w1") == "KeyError" and here.guard.left() == 100 - prices["w1"]

    def inner_calls():
        # The outer call is owed before the inner one asks what is left.
        short = world(cents=prices["w1"] + prices["w2"] - 1)
        enough = world(cents=prices["w1"] + prices["w2"])
        if [here.call("w1", 1, then="w2") for here in (short, enough)] != ["w1-1", "w1-1"]:
            return False
        return (short.inner, short.guard.left()) == ("refused: too dear", prices["w2"] - 1) and (
            (enough.inner, enough.guard.left()) == ("w2-101", 0)
        )

    def confirmed():
        yes, no = world(), world(agrees=False)
        got = [yes.call("f1", 3), no.call("f1", 3), no.call("w1"), no.call("r1")]
        return (
            got == ["f1-3", "refused: not confirmed", "w1-0", "r1-0"]
            and yes.asked == no.asked == [("f1", 3)]
            and no.guard.left() == 100 - prices["w1"] - prices["r1"]
        )

    def not_asked_in_vain():
        poor, barred = world(cents=8), world(allowed=["r1"])
        return [poor.call("f1"), barred.call("f1")] == [
            "refused: too dear",
            "refused: not allowed",
        ] and poor.asked == barred.asked == []

    def last_first():
        here = world(cents=1_000)
        names = [draw.choice(["r1", "w1", "w2"]) for _ in range(12)] + ["w1", "w2"]
        for number, name in enumerate(names):
            if number == 5:
                mark = here.guard.mark()
            here.call(name, number)
        paid = here.guard.left()
        writes = [(name, number, f"{name}-{number}") for number, name in enumerate(names) if name[0] == "w"]
        late = [one for one in writes if one[1] >= 5][::-1]
        return (
            here.guard.undo(mark) == []
            and here.taken == late
            and here.guard.undo(mark) == []
            and (here.taken == late and here.guard.left() == paid)
        )

    def failed_is_not_taken_back():
        here = world(fails=["w2"])
        mark = here.guard.mark()
        got = [here.call("w1", 1), here.call("w2", 2)]
        return got == ["w1-1", "KeyError"] and here.guard.undo(mark) == [] and here.taken == [("w1", 1, "w1-1")]

    def for_good_is_told():
        here = world()
        mark = here.guard.mark()
        here.call("w1", 1), here.call("f1", 2), here.call("w2", 3)
        return here.guard.undo(mark) == ["f1"] and [one[0] for one in here.taken] == ["w2", "w1"]

    def stuck():
        here = world(stuck=["w2"])
        mark = here.guard.mark()
        for number, name in enumerate(["w1", "w2", "w1", "w2", "w1"]):
            here.call(name, number)
        first = here.guard.undo(mark) == ["w2", "w2"] and [one[1] for one in here.taken] == [4, 3, 2, 1, 0]
        here.taken.clear()
        here.stuck.clear()
        again = here.guard.undo(mark) == [] and [one[1] for one in here.taken] == [3, 1]
        here.taken.clear()
        return first and again and here.guard.undo(mark) == [] and here.taken == []

    def outer_mark():
        here = world(stuck=["w2"])
        outer = here.guard.mark()
        here.call("w1", 1)
        inner = here.guard.mark()
        here.call("w2", 2)
        first = here.guard.undo(inner)
        here.stuck.clear()
        here.call("w1", 3)
        return first == ["w2"] and here.guard.undo(outer) == [] and [one[1] for one in here.taken] == [2, 3, 2, 1]

    def later_mark():
        # A mark that was made before an undo still means what came after it.
        here = world(stuck=["w2"])
        outer = here.guard.mark()
        here.call("w1", 1)
        later = here.guard.mark()
        here.call("w2", 2)
        first = here.guard.undo(outer)
        here.stuck.clear()
        here.call("w1", 3)
        return first == ["w2"] and here.guard.undo(later) == [] and [one[1] for one in here.taken] == [2, 1, 3, 2]

    claims = {
        "gives_what_the_tool_gives": passes_on,
        "only_what_is_allowed_runs": not_allowed,
        "the_last_cent_may_be_spent_and_no_more": too_dear,
        "reasons_come_in_their_order": reason_order,
        "a_failed_call_is_owed": failed_is_owed,
        "an_inner_call_sees_what_is_owed": inner_calls,
        "for_good_takes_a_yes": confirmed,
        "nobody_is_asked_in_vain": not_asked_in_vain,
        "the_last_write_goes_first": last_first,
        "a_failed_write_is_not_taken_back": failed_is_not_taken_back,
        "what_stays_is_told": for_good_is_told,
        "a_stuck_one_stops_no_other": stuck,
        "an_outer_mark_takes_what_is_left": outer_mark,
        "a_later_mark_outlives_an_undo": later_mark,
    }
    return {name: _holds(claim) for name, claim in claims.items()}


def _holds(claim):
    """Whether the claim is true; code that raises does not hold it."""
    try:
        return bool(claim())
    except Exception:  # noqa: BLE001 - any failure of the candidate's code is an answer of 'no', never one of ours
        return False
