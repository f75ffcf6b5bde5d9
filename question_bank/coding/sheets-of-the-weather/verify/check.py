# hiretool-canary-c0dbd288-b6d9-4f08-b460-2a26a410b6ad
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import random

import variants


def modules(names=("steps", "run")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}


class Place:
    """Steps that write down when they are made. A value is a number of what is needed, or what `rules` says."""

    def __init__(self, modules, needs, rules=None, fails=()):
        self.modules, self.needs, self.rules, self.fails = modules, dict(needs), rules or {}, set(fails)
        self.log, self.memory = [], {}

    def _make(self, name, given):
        self.log.append(name)
        if name in self.fails:
            raise ValueError(name)
        return self.rules.get(name, _plain)(name, given)

    def run(self, x=1, y=2, **more):
        """(values, made, names of failed, waiting) or the kind of error; and what was called."""
        self.log.clear()
        steps = [
            self.modules["steps"].Step(name, tuple(needs), lambda given, name=name: self._make(name, given))
            for name, needs in self.needs.items()
        ]
        try:
            report = self.modules["run"].run(steps, {"x": x, "y": y, **more}, self.memory)
        except Exception as problem:  # noqa: BLE001 - known by its name, since it may come from another process
            return type(problem).__name__
        return dict(report.values), list(report.made), sorted(report.failed), list(report.waiting)


def _plain(name, given):
    return ord(name[0]) + sum(place * given[need] for place, need in enumerate(sorted(given), 2)) % 9_973


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    draw = random.Random(f"check {seed}")
    needs = variants.needs(draw)

    def place(needs, **more):
        return Place(modules, needs, **more)

    def first_time():
        here = place(needs)
        return here.run() == _run(needs, {"x": 1, "y": 2}, {}) and sorted(here.log) == sorted(needs)

    def diamond():
        here = place({"d": ["b", "c"], "c": ["a"], "b": ["a"], "a": ["x"]})
        return here.run()[1] == ["a", "b", "c", "d"] and here.log == ["a", "b", "c", "d"]

    def alphabet():
        here = place({"z": ["x"], "m": ["z"], "a": ["m"], "n": ["x"], "b": ["x"]})
        return here.run()[1] == ["b", "n", "z", "m", "a"]

    def nothing_new():
        here = place(needs)
        values = here.run()[0]
        again = here.run()
        return again == (values, [], [], []) and here.log == []

    def only_what_hangs_on_it():
        here, memory = place(needs), {}
        for x, y in ((1, 2), (5, 2), (5, 7), (1, 7), (1, 7)):
            if here.run(x, y) != _run(needs, {"x": x, "y": y}, memory):
                return False
        return True

    def equal_goes_no_further():
        here = place({"a": ["x"], "b": ["a"], "c": ["b", "y"]}, rules={"a": lambda name, given: abs(given["x"])})
        return [here.run(x, y)[1] for x, y in ((3, 1), (-3, 1), (-4, 1), (-4, 2))] == [
            ["a", "b", "c"],
            ["a"],
            ["a", "b", "c"],
            ["c"],
        ]

    def failed():
        here = place({"a": ["x"], "b": ["a"], "c": ["b"], "d": ["a"], "e": ["c", "d"], "f": ["y"]}, fails="b")
        values, made, failed, waiting = here.run()
        first = (sorted(values), made, failed, waiting) == (["a", "d", "f"], ["a", "d", "f"], ["b"], ["c", "e"])
        here.fails.clear()
        again = here.run()
        return first and again[1:] == (["b", "c", "e"], [], []) and len(again[0]) == 6

    def failed_after_success():
        # b was made with the 1, fails with the 2, and is back at the 1: what hangs on it need not be made.
        here = place({"a": ["x"], "b": ["a"], "c": ["b"]})
        values = here.run(1)[0]
        here.fails.add("b")
        middle = here.run(2)
        here.fails.clear()
        back = here.run(1)
        return middle[1:] == (["a"], ["b"], ["c"]) and "c" not in middle[0] and (back[0], back[1]) == (values, ["a"])

    def other_needs():
        here = place({"a": ["x"], "b": ["a"]})
        here.run()
        here.needs["b"] = ["a", "y"]
        second = here.run()[1]
        here.needs["b"] = ["a"]
        return (second, here.run()[1], here.run()[1]) == (["b"], ["b"], [])

    def come_and_gone():
        here = place({"a": ["x"], "b": ["a"]})
        here.run()
        here.needs["c"] = ["a"]
        more = here.run()[1]
        del here.needs["b"]
        fewer = here.run()
        return more == ["c"] and (sorted(fewer[0]), fewer[1]) == (["a", "c"], [])

    def circle():
        here = place({"z": ["p"], "a": ["x"], "m": ["k", "a"], "k": ["p"], "p": ["m", "x"]})
        kind = here.run()
        try:
            modules["run"].run(
                [modules["steps"].Step(name, tuple(of), _nothing) for name, of in here.needs.items()], {"x": 1}, {}
            )
        except Exception as problem:  # noqa: BLE001 - its text names the steps, in this process and in another
            return kind == "Circle" and here.log == [] and str(problem) == "k needs p needs m needs k"
        return False

    def alone():
        return place({"a": ["a"]}).run() == "Circle" and place({"a": ["b"], "b": ["a"], "c": []}).run() == "Circle"

    def nowhere():
        here = place({"a": ["x"], "b": ["a", "ghost"]})
        return here.run() == "KeyError" and here.log == []

    def without_needs():
        here = place({"a": [], "b": ["a"]})
        return (here.run()[1], here.run()[1]) == (["a", "b"], [])

    claims = {
        "each_after_what_it_needs": first_time,
        "made_once_in_a_diamond": diamond,
        "the_alphabet_decides": alphabet,
        "nothing_new_nothing_made": nothing_new,
        "only_what_hangs_on_a_change": only_what_hangs_on_it,
        "an_equal_value_goes_no_further": equal_goes_no_further,
        "one_fails_the_others_go_on": failed,
        "back_at_what_it_was_before_it_failed": failed_after_success,
        "other_needs_are_a_change": other_needs,
        "steps_come_and_go": come_and_gone,
        "a_circle_is_told_by_name": circle,
        "circles_of_one_and_two": alone,
        "a_name_that_is_nowhere": nowhere,
        "a_step_may_need_nothing": without_needs,
    }
    return {name: _holds(claim) for name, claim in claims.items()}


def _nothing(given):
    return 0


def _run(needs, inputs, memory):
    """By the rules alone, for steps of which none fails."""
    values, made = {}, []
    while len(values) < len(needs):
        name = min(
            one for one in needs if one not in values and all(need in inputs or need in values for need in needs[one])
        )
        given = {need: inputs[need] if need in inputs else values[need] for need in needs[name]}
        if memory.get(name, (None,))[0] != given:
            memory[name] = (given, _plain(name, given))
            made.append(name)
        values[name] = memory[name][1]
    return values, made, [], []


def _holds(claim):
    """Whether the claim is true; code that raises does not hold it."""
    try:
        return bool(claim())
    except Exception:  # noqa: BLE001 - any failure of the candidate's code is an answer of 'no', never one of ours
        return False
