# hiretool-canary-f548effd-b95d-4e2c-a592-02899c755052
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import random


def modules(names=("tables", "plan")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}


def needed(tables, part):
    """What a part needs; `tables` holds name -> (minutes, needs, most)."""
    name, day = part
    return [
        (other, day - back)
        for other, (nearest, farthest) in tables[name][1].items()
        for back in range(nearest, farthest + 1)
        if day - back >= 0
    ]


def plain_stale(tables, changed, last):
    """Over and over, until nothing is added."""
    found = {part for part in changed if part[1] <= last}
    while True:
        more = {
            (name, day)
            for name in tables
            for day in range(last + 1)
            if (name, day) not in found and any(part in found for part in needed(tables, (name, day)))
        }
        if not more:
            return sorted(found)
        found |= more


def plain_plan(tables, parts, slots):
    """Minute by minute; None for parts that wait for each other."""
    ends, now, parts = {}, 0, set(parts)
    while len(ends) < len(parts):
        running = [part for part, end in ends.items() if end > now]
        ready = [
            part
            for part in parts
            if part not in ends and all(ends.get(one, now + 1) <= now for one in needed(tables, part) if one in parts)
        ]
        if not ready and not running:
            return None
        for name, day in sorted(ready, key=lambda part: (-part[1], part[0])):
            minutes, _, most = tables[name]
            here = sum(one == name for one, _ in running)
            if len(running) < slots and (most is None or here < most):
                ends[name, day] = now + minutes
                running.append((name, day))
        now += 1
    return sorted((end - tables[name][0], name, day) for (name, day), end in ends.items())


CHAIN = {
    "a": (3, {}, None),
    "b": (2, {"a": (0, 0)}, None),
    "w": (4, {"b": (0, 2)}, None),
    "n": (1, {"w": (1, 1), "outside": (0, 3)}, None),
}


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    draw = random.Random(f"check {seed}")

    def as_tables(tables):
        made = [modules["tables"].Table(name, *rest) for name, rest in tables.items()]
        draw.shuffle(made)
        return made

    def stale(tables, changed, last):
        return [tuple(part) for part in modules["plan"].stale(as_tables(tables), list(changed), last)]

    def plan(tables, parts, slots):
        return [tuple(one) for one in modules["plan"].plan(as_tables(tables), list(parts), slots)]

    def circle(tables, parts):
        try:
            plan(tables, parts, 2)
        except ValueError:
            return True
        return False

    def through_others():
        wanted = [("a", 4), ("b", 4), *(("n", day) for day in (5, 6, 7)), *(("w", day) for day in (4, 5, 6))]
        return stale(CHAIN, [("a", 4)], 20) == wanted

    def windows():
        tables = {"a": (1, {}, None), "f": (1, {"a": (2, 4)}, None), "g": (1, {"f": (0, 1), "a": (7, 7)}, None)}
        wanted = [("a", 3), ("f", 5), ("f", 6), ("f", 7), *(("g", day) for day in (5, 6, 7, 8, 10))]
        return stale(tables, [("a", 3)], 30) == wanted

    def no_further_than_the_last():
        got = stale(CHAIN, [("a", 9), ("b", 10), ("a", 12)], 10)
        return got == [("a", 9), ("b", 9), ("b", 10), ("n", 10), ("w", 9), ("w", 10)] and stale(CHAIN, [], 10) == []

    def own_past():
        tables = {"v": (1, {}, None), "t": (1, {"t": (1, 1), "v": (0, 0)}, None)}
        got = stale(tables, [("v", 5), ("v", 7)], 9)
        return got == [*(("t", day) for day in range(5, 10)), ("v", 5), ("v", 7)]

    def waits_for_needs():
        got = plan(CHAIN, [("a", 1), ("b", 1), ("w", 1), ("n", 2)], 4)
        return got == [(0, "a", 1), (3, "b", 1), (5, "w", 1), (9, "n", 2)]

    def what_is_there_is_there():
        # Nothing but what is to be made is waited for; before day 0 there is nothing.
        got = plan(CHAIN, [("w", 0), ("w", 7), ("n", 0), ("n", 1), ("b", 7)], 9)
        return got == [(0, "b", 7), (0, "n", 0), (0, "w", 0), (2, "w", 7), (4, "n", 1)]

    def each_for_itself():
        # A short one goes on while the long one of the same kind is still made.
        tables = {"l": (9, {}, None), "s": (1, {}, None), "x": (2, {"s": (0, 0)}, None), "y": (1, {"x": (0, 0)}, None)}
        got = plan(tables, [("l", 0), ("s", 0), ("x", 0), ("y", 0)], 2)
        return got == [(0, "l", 0), (0, "s", 0), (1, "x", 0), (3, "y", 0)]

    def newest_first():
        tables = {"a": (2, {}, None), "b": (3, {}, None)}
        got = plan(tables, [("a", 0), ("b", 2), ("a", 2), ("b", 1), ("a", 1)], 2)
        return got == [(0, "a", 2), (0, "b", 2), (2, "a", 1), (3, "b", 1), (4, "a", 0)]

    def slots_hold():
        tables = {"a": (5, {}, None)}
        got = plan(tables, [("a", day) for day in range(5)], 2)
        return got == [(0, "a", 3), (0, "a", 4), (5, "a", 1), (5, "a", 2), (10, "a", 0)]

    def most_of_a_table():
        tables = {"a": (4, {}, 1), "b": (3, {}, None), "c": (1, {}, 2)}
        parts = [("a", 9), ("a", 8), ("a", 7), ("b", 1), ("b", 0), ("c", 5), ("c", 4), ("c", 3)]
        got = plan(tables, parts, 3)
        return got == plain_plan(tables, parts, 3) and got[:3] == [(0, "a", 9), (0, "c", 4), (0, "c", 5)]

    def at_once():
        # What ends at a minute makes room at that minute, and what waited for it may begin.
        tables = {"a": (2, {}, 1), "b": (2, {"a": (0, 1)}, None)}
        got = plan(tables, [("a", 0), ("a", 1), ("b", 0), ("b", 1)], 1)
        return got == [(0, "a", 1), (2, "a", 0), (4, "b", 1), (6, "b", 0)]

    def what_comes_free_counts():
        # Both end at minute 6; what was waiting longest does not come first, the newest day does.
        tables = {"p": (6, {}, None), "q": (2, {}, None), "r": (1, {"p": (0, 0)}, None)}
        got = plan(tables, [("p", 8), ("p", 7), ("r", 8), ("q", 1), ("q", 0)], 2)
        return got == [(0, "p", 7), (0, "p", 8), (6, "q", 1), (6, "r", 8), (7, "q", 0)]

    def circles():
        tables = {
            "a": (1, {"b": (0, 0)}, None),
            "b": (1, {"c": (0, 1)}, None),
            "c": (1, {"a": (0, 0)}, None),
            "t": (1, {"t": (1, 3)}, None),
            "s": (1, {"s": (0, 1)}, None),
        }
        parts = [("a", 1), ("b", 1), ("c", 1)]
        fine = plan(tables, [("a", 1), ("b", 1), ("t", 0), ("t", 1), ("t", 3)], 1)
        return (
            circle(tables, [*parts, ("t", 0)])
            and circle(tables, [("s", 3)])
            and circle({**CHAIN, **tables}, [*parts, ("a", 9), ("t", 5)])
            and not circle(tables, [("a", 1), ("b", 1), ("c", 0)])
            and fine == [(0, "b", 1), (1, "a", 1), (2, "t", 0), (3, "t", 1), (4, "t", 3)]
        )

    def nothing_to_do():
        twice = plan(CHAIN, [("a", 1), ("a", 1)], 3)
        return plan(CHAIN, [], 3) == [] and twice == [(0, "a", 1)]

    def made_up():
        for _ in range(4):
            names, tables = draw.sample("abcdefgh", 5), {}
            for name in names:
                needs = {}
                for other in draw.sample(sorted(tables), min(len(tables), draw.randint(0, 2))):
                    nearest = draw.randint(0, 2)
                    needs[other] = (nearest, nearest + draw.randint(0, 3))
                if draw.random() < 0.2:
                    needs[name] = (1, draw.randint(1, 2))
                tables[name] = (draw.randint(1, 7), needs, draw.choice([None, None, 1, 2]))
            changed = [(draw.choice(names[:3]), draw.randint(0, 8)) for _ in range(draw.randint(1, 3))]
            parts, slots = plain_stale(tables, changed, 9), draw.randint(1, 4)
            some = [part for part in parts if draw.random() < 0.8]
            if stale(tables, changed, 9) != parts or plan(tables, some, slots) != plain_plan(tables, some, slots):
                return False
        return True

    claims = {
        "what_hangs_on_it_through_others": through_others,
        "days_back_are_days_on": windows,
        "no_further_than_the_last_day": no_further_than_the_last,
        "a_table_may_need_its_own_past": own_past,
        "a_part_waits_for_its_needs": waits_for_needs,
        "what_is_not_to_be_made_is_there": what_is_there_is_there,
        "each_part_waits_for_its_own_needs_only": each_for_itself,
        "the_newest_day_first": newest_first,
        "no_more_than_the_slots": slots_hold,
        "no_more_than_most_of_a_table": most_of_a_table,
        "room_is_used_at_once": at_once,
        "what_has_just_ended_counts": what_comes_free_counts,
        "circles_are_said": circles,
        "nothing_and_twice": nothing_to_do,
        "as_the_rules_say": made_up,
    }
    return {name: _holds(claim) for name, claim in claims.items()}


def _holds(claim):
    """Whether the claim is true; code that raises does not hold it."""
    try:
        return bool(claim())
    except Exception:  # noqa: BLE001 - any failure of the candidate's code is an answer of 'no', never one of ours
        return False
