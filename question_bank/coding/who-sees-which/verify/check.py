# hiretool-canary-10dbd98b-acc2-4d54-a424-07ab1fc7c398
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import builtins
import contextlib
import random
from collections import Counter


def modules(names=("trials", "place")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    draw = random.Random(f"check {seed}")
    users = [f"u{number}" for number in draw.sample(range(10**6), 240)]
    place, known = modules["place"], {}

    def trial(name="t", layer="L", start=0, width=10_000, shown=10_000, arms=None):
        return modules["trials"].Trial(name, layer, start, width, shown, arms or {"old": 1, "new": 1})

    def seen(one, among=users):
        key = one.name, one.layer, one.start, one.width, one.shown, tuple(one.arms.items()), len(among)
        if key not in known or among is not users:
            known[key] = list(place.arms(one, among))
        return known[key]

    points = {layer: list(place.points(layer, users)) for layer in ("one", "two")}

    def same_each_time():
        again = list(place.points("one", users[:40]))
        with _salted(modules, seed + 1):
            salted = list(place.points("one", users[:40])), seen(trial(), users[:40])
        return again == points["one"][:40] and salted == (again, seen(trial(), users[:40]))

    def whole_numbers():
        return all(type(one) is int and 0 <= one < 10_000 for one in points["one"]) and len(set(points["one"])) > 215

    def evenly():
        tenths = [sum(one // 1_000 == tenth for one in points["one"]) for tenth in range(10)]
        return all(6 <= count <= 43 for count in tenths)

    def layers_apart():
        low = [two < 5_000 for one, two in zip(points["one"], points["two"]) if one < 5_000]
        return points["one"] != points["two"] and 0.28 * len(low) < sum(low) < 0.72 * len(low)

    def owns_its_points():
        one = trial(layer="one", start=2_000, width=3_000)
        return [arm is not None for arm in seen(one)] == [2_000 <= here < 5_000 for here in points["one"]]

    def weights():
        found = Counter(seen(trial(arms={"a": 1, "b": 3, "c": 2})))
        return (
            set(found) == {"a", "b", "c"}
            and 17 <= found["a"] <= 63
            and 89 <= found["b"] <= 151
            and 51 <= found["c"] <= 109
        )

    def arm_and_point_apart():
        # Within the lower and the upper half of the trial's points, both arms are about as frequent.
        arms = seen(trial("t1", layer="one"))
        low = [arm == "new" for arm, here in zip(arms, points["one"]) if here < 5_000]
        odd = [arm == "new" for arm, here in zip(arms, points["one"]) if here % 2]
        return all(0.28 * len(half) < sum(half) < 0.72 * len(half) for half in (low, odd))

    def arms_apart():
        first, second = seen(trial("t1", layer="one")), seen(trial("t2", layer="two"))
        same_layer = seen(trial("t3", layer="one"))
        return all(89 <= sum(a == b for a, b in zip(first, other)) <= 151 for other in (second, same_layer))

    def nobody_moves_back():
        steps = [
            seen(trial(width=6_000, shown=shown, arms={"a": 2, "b": 1})) for shown in (0, 500, 3_000, 7_000, 10_000)
        ]
        inside = [sum(arm is not None for arm in step) for step in steps]
        return (
            inside[0] == 0
            and inside == sorted(set(inside))
            and all(
                one is None or one == other
                for before, after in zip(steps, steps[1:])
                for one, other in zip(before, after)
            )
        )

    def part_that_is_shown():
        owned = sum(arm is not None for arm in seen(trial(width=9_000)))
        half = sum(arm is not None for arm in seen(trial(width=9_000, shown=5_000)))
        return 0.36 * owned < half < 0.64 * owned

    def arms_while_growing():
        # Also while few are in it, each arm has its part: the arm says nothing of who came first.
        early = Counter(seen(trial("t1", "one", shown=5_000)))
        return early["old"] + early["new"] > 60 and 0.25 < early["new"] / (early["old"] + early["new"]) < 0.75

    def trials_apart():
        # Who is in one trial while few are in it is no more in another layer's trial than anybody.
        one, other = seen(trial("t1", "one", shown=5_000)), seen(trial("t2", "two", shown=5_000))
        both = sum(a is not None and b is not None for a, b in zip(one, other))
        return 33 <= both <= 87

    def common_points():
        given = [
            trial("d", "one", 0, 100),
            trial("a", "one", 99, 10),
            trial("c", "one", 109, 5),
            trial("b", "two", 50, 10),
            trial("e", "one", 40, 0),
            trial("g", "one", 9_000, 1_001),
            trial("f", "one", -1, 1),
        ]
        found = [tuple(one) for one in place.faults(draw.sample(given, len(given)))]
        return found == [("a", "d"), ("f", "f"), ("g", "g")]

    def faults_drawn():
        rows = [(f"n{number}", draw.choice("xy"), draw.randint(0, 60), draw.randint(0, 12)) for number in range(14)]
        known = sorted(
            (one[0], other[0])
            for one in rows
            for other in rows
            if one[0] < other[0]
            and one[1] == other[1]
            and set(range(one[2], one[2] + one[3])) & set(range(other[2], other[2] + other[3]))
        )
        return [tuple(one) for one in place.faults([trial(*row) for row in rows])] == known

    claims = {
        "the_same_each_time": same_each_time,
        "points_are_whole_numbers": whole_numbers,
        "points_are_about_equally_frequent": evenly,
        "layers_know_nothing_of_each_other": layers_apart,
        "a_trial_has_its_own_points": owns_its_points,
        "arms_go_by_weight": weights,
        "the_arm_does_not_follow_the_point": arm_and_point_apart,
        "arms_of_two_trials_are_apart": arms_apart,
        "nobody_moves_back": nobody_moves_back,
        "as_many_as_are_shown": part_that_is_shown,
        "arms_keep_their_parts_from_the_start": arms_while_growing,
        "who_is_early_is_so_in_one_trial_only": trials_apart,
        "common_points_are_told": common_points,
        "faults_of_drawn_trials": faults_drawn,
    }
    return {name: _holds(claim) for name, claim in claims.items()}


@contextlib.contextmanager
def _salted(modules, salt):
    """Python starts each run with another hash of texts; this brings that into one run."""
    for module in modules.values():
        # A module's own name stands before the built-in one.
        module.hash = lambda value: builtins.hash((salt, builtins.hash(value)))
    try:
        yield
    finally:
        for module in modules.values():
            module.hash = builtins.hash


def _holds(claim):
    """Whether the claim is true; code that raises does not hold it."""
    try:
        return bool(claim())
    except Exception:  # noqa: BLE001 - any failure of the candidate's code is an answer of 'no', never one of ours
        return False
