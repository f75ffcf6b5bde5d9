# hiretool-canary-50dce78b-e96a-45f5-b14e-fa969bbe212f
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import random
from fractions import Fraction


def modules(names=("pieces", "beam")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}


def offered(costs, text):
    """What may come after a text; the longest end that is known counts."""
    return next((costs[text[start:]] for start in range(len(text) + 1) if text[start:] in costs), {})


def in_order(names):
    """(name, cost) by cost for each letter, then the shorter, then the alphabet."""
    return sorted(names.items(), key=lambda one: (Fraction(one[1], len(one[0])), len(one[0]), one[0]))


def every(costs, shortest, longest):
    """All names there are with their lowest cost, by going down each way."""
    names, waiting = {}, [("", 0)]
    while waiting:
        text, cost = waiting.pop()
        for piece, more in offered(costs, text).items():
            if piece != "#" and len(text + piece) <= longest:
                waiting.append((text + piece, cost + more))
            if piece == "#" and len(text) >= shortest:
                names[text] = min(cost + more, names.get(text, cost + more))
    return in_order(names)


def plain(costs, width, shortest, longest):
    """The rules word for word, and what is asked in each step."""
    names, beam, asked = {}, [("", 0)], []
    while beam:
        asked.append(sorted(text for text, _ in beam))
        step = []
        for text, cost in beam:
            for piece, more in offered(costs, text).items():
                whole = piece == "#"
                made = text if whole else text + piece
                if (len(made) >= shortest) if whole else (len(made) <= longest):
                    step.append((cost + more, made, not whole))
        step.sort()
        kept = []
        for cost, made, is_open in step:
            if len(kept) < width and (made, is_open) not in [one[1:] for one in kept]:
                kept.append((cost, made, is_open))
        beam = [(made, cost) for cost, made, is_open in kept if is_open]
        for cost, made, is_open in kept:
            if not is_open:
                names[made] = min(cost, names.get(made, cost))
    return in_order(names), asked


def drawn(draw, letters, more):
    """A small model with low costs, of which many are the same."""

    def one(ends):
        chosen = draw.sample([*letters, *more], draw.randint(2, len(letters) + 1))
        draw.shuffle(chosen)
        made = {piece: draw.randint(1, 4) for piece in chosen}
        return {**made, "#": draw.randint(0, 5)} if ends else made

    return {"": one(False), **{letter: one(draw.random() < 0.8) for letter in letters}}


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    draw = random.Random(f"check {seed}")

    def search(costs, width=100, shortest=1, longest=9):
        model = modules["pieces"].Model(costs)
        return [tuple(one) for one in modules["beam"].search(model, width, shortest, longest)]

    def asked(costs, width=100, shortest=1, longest=9):
        model = modules["pieces"].Model(costs)
        modules["beam"].search(model, width, shortest, longest)
        return [sorted(texts) for texts in model.asked]

    def two_are_better_than_one():
        # The cheap beginning is dear later on.
        costs = {"": {"a": 1, "b": 2}, "a": {"#": 9}, "b": {"#": 1}}
        return (search(costs, 1), search(costs, 2)) == ([("a", 10)], [("b", 3), ("a", 10)])

    def goes_on_after_a_name():
        costs = {"": {"a": 3, "b": 4}, "a": {"#": 1}, "b": {"b": 1, "#": 3}, "bb": {"b": 1, "#": 1}, "bbb": {"#": 1}}
        return search(costs) == [("bbb", 7), ("bb", 6), ("a", 4), ("b", 7)]

    def by_cost_in_the_step():
        # By letter the long piece would be better; the step looks at costs alone.
        costs = {"": {"abc": 5, "d": 3, "e": 4}, "c": {"#": 0}, "d": {"#": 1}, "e": {"#": 9}}
        return (search(costs, 1), search(costs, 2), search(costs, 3)) == (
            [("d", 4)],
            [("d", 4), ("e", 13)],
            [("abc", 5), ("d", 4), ("e", 13)],
        )

    def names_take_places():
        costs = {"": {"a": 1, "b": 2}, "a": {"#": 1, "c": 5}, "b": {"#": 1, "d": 3}, "c": {"#": 1}, "d": {"#": 1}}
        return (search(costs, 2), search(costs, 3)) == (
            [("a", 2), ("b", 3)],
            [("a", 2), ("b", 3), ("bd", 6)],
        )

    def ties_at_the_edge():
        letters = "fbdace"
        costs = {"": dict.fromkeys(letters, 2), **{letter: {"#": 1} for letter in letters}}
        back = {"": dict.fromkeys(reversed(letters), 2), **{letter: {"#": 1} for letter in letters}}
        ended = {"": {"a": 1, "b": 1}, "a": {"#": 1, "b": 1}, "b": {"#": 1, "a": 1}, "ab": {"#": 0}, "ba": {"#": 0}}
        both = {"": {"a": 1, "ab": 2}, "a": {"b": 2}, "ab": {"#": 1, "c": 1}, "abc": {"#": 0}}
        first = [("a", 3), ("b", 3), ("c", 3)]
        return (
            search(costs, 3) == search(back, 3) == first
            and search(ended, 2) == [("ab", 2), ("a", 2)]
            and search(both, 2) == [("abc", 4), ("ab", 3)]
        )

    def whole_before_open():
        # "a" may end or stay open at the same cost by two ways; one place is left.
        costs = {"": {"a": 1}, "a": {"a": 1, "aa": 1, "#": 9}, "aa": {"#": 1, "a": 1}, "aaa": {"#": 1, "b": 1}}
        found, known = search(costs, 2, 1, 4), plain(costs, 2, 1, 4)[0]
        return found == known

    def the_same_text_once():
        costs = {"": {"a": 1, "ab": 3, "z": 4}, "a": {"b": 1, "#": 90}, "ab": {"#": 1, "c": 2}, "b": {"#": 5}}
        costs |= {"c": {"#": 1}, "z": {"#": 1}}
        # Two ways to "xyz" in one step, and a third text that has the second place.
        ways = {"": {"x": 1, "xy": 1}, "x": {"yz": 1}, "xy": {"z": 2, "w": 3}, "xyz": {"#": 1}, "w": {"#": 1}}
        return search(costs) == plain(costs, 100, 1, 9)[0] and search(ways, 2) == [("xyz", 3), ("xyw", 5)]

    def a_name_once():
        # "ab" ends in two steps, cheaper in the later one.
        costs = {"": {"ab": 9, "a": 1}, "a": {"b": 1}, "ab": {"#": 1}}
        return search(costs) == [("ab", 3)]

    def not_too_short():
        costs = {"": {"a": 1, "#": 0}, "a": {"#": 0, "b": 1, "c": 2}, "b": {"#": 1}, "c": {"#": 1}}
        return (search(costs, 2, 2), search(costs, 2, 1), search(costs, 1, 3)) == (
            [("ab", 3), ("ac", 4)],
            [("a", 1), ("ab", 3)],
            [],
        )

    def not_too_long():
        costs = {"": {"ab": 1, "c": 2}, "b": {"ab": 1, "a": 2, "#": 3}, "a": {"#": 1, "b": 1}, "c": {"#": 1}}
        # What is too long takes no place, and a text as long as allowed may still end.
        return (
            search(costs, 1, 1, 3) == [("aba", 4)]
            and search(costs, 9, 1, 2) == every(costs, 1, 2)
            and search(costs, 9, 1, 4) == every(costs, 1, 4)
            and search(costs, 9, 1, 1) == [("c", 3)]
            and search({"": {"abc": 1}}, 9, 1, 2) == []
        )

    def by_letter():
        costs = {
            "": {"ab": 3, "c": 1, "def": 4, "gh": 3, "i": 1},
            "b": {"#": 0},
            "c": {"#": 1},
            "f": {"#": 0},
            "h": {"#": 1},
        }
        costs["i"] = {"#": 0}
        # 1, 4/3, 3/2, 2 and 2: the shorter first, then the alphabet.
        return search(costs) == [("i", 1), ("def", 4), ("ab", 3), ("c", 2), ("gh", 4)]

    def close_by_letter():
        long, longer = "a" * 9 + "b", "c" * 10 + "d"
        costs = {
            "": {long: 999, longer: 1099, "e": 100, "f": 99},
            "b": {"#": 0},
            "d": {"#": 0},
            "e": {"#": 0},
            "f": {"#": 1},
        }
        return search(costs, 9, 1, 20) == [(long, 999), (longer, 1099), ("e", 100), ("f", 100)]

    def nothing():
        return [search({}), search({"": {"a": 1}}), search({"": {"#": 1}}), search({"": {"a": 1}, "a": {"a": 1}})] == [
            []
        ] * 4

    def one_call_a_step():
        costs = {"": {"a": 1, "b": 1, "ab": 2}, "a": {"b": 1, "#": 2}, "b": {"#": 2, "a": 1}}
        made = drawn(draw, "abcd", ["ab", "ca"])
        return asked(costs, 9, 1, 3) == plain(costs, 9, 1, 3)[1] and asked(made, 5, 2, 7) == plain(made, 5, 2, 7)[1]

    def with_room_for_all():
        for _ in range(3):
            costs = drawn(draw, "abc", ["ab", "cc"])
            if search(costs, 10_000, 2, 5) != every(costs, 2, 5):
                return False
        return True

    def made_up():
        for _ in range(12):
            costs = drawn(draw, "abcd", ["ab", "ca", "bcd", "dd"])
            size = draw.randint(1, 6), draw.randint(1, 3), draw.randint(3, 8)
            if search(costs, *size) != plain(costs, *size)[0]:
                return False
        return True

    claims = {
        "a_dear_beginning_may_win": two_are_better_than_one,
        "goes_on_when_a_name_is_found": goes_on_after_a_name,
        "a_step_looks_at_costs": by_cost_in_the_step,
        "whole_names_take_places": names_take_places,
        "ties_by_the_alphabet": ties_at_the_edge,
        "whole_before_open": whole_before_open,
        "the_same_text_takes_one_place": the_same_text_once,
        "a_name_is_there_once": a_name_once,
        "not_too_short": not_too_short,
        "not_too_long": not_too_long,
        "in_order_of_cost_by_letter": by_letter,
        "close_costs_by_letter": close_by_letter,
        "without_a_name_nothing": nothing,
        "one_call_for_each_step": one_call_a_step,
        "with_room_for_all_all_are_found": with_room_for_all,
        "as_the_rules_say": made_up,
    }
    return {name: _holds(claim) for name, claim in claims.items()}


def _holds(claim):
    """Whether the claim is true; code that raises does not hold it."""
    try:
        return bool(claim())
    except Exception:  # noqa: BLE001 - any failure of the candidate's code is an answer of 'no', never one of ours
        return False
