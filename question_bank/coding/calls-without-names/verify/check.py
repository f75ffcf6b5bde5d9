# hiretool-canary-42b891c3-0096-4594-8ae4-b27bfd74da7a
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import itertools
import random

import variants


def modules(names=("cover",)):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}


KINDS = ["contract", "phone", "mail", "address", "person"]


def plain(turns):
    """The rules word for word: (text, owner of each character) for each turn."""
    signs, given = [], []
    for text, spans in turns:
        runs, place = [], 0
        for alone, letters in itertools.groupby(text, str.isalnum):
            length = len(list(letters))
            runs += [(place, place + length)] * alone
            place += length
        wide = []
        for start, end, kind in spans:
            if end > start:
                start, end = (
                    next((run[side] for run in runs if run[0] < x < run[1]), x) for side, x in ((0, start), (1, end))
                )
                wide.append((start, end, kind))
        groups = [[span] for span in wide]
        while pair := next((p for p in itertools.combinations(groups, 2) if _meet(*p)), None):
            groups = [group for group in groups if group not in pair] + [pair[0] + pair[1]]
        shown, owners, done = "", [], 0
        for group in sorted(groups):
            start, end = min(span[0] for span in group), max(span[1] for span in group)
            kind = sorted((first - last, KINDS.index(kind), kind) for first, last, kind in group)[0][2]
            sign = kind, "".join(x for x in text[start:end].casefold() if x.isalnum())
            signs += [sign] * (sign not in signs)
            new = f"[{kind} {1 + [one for one in signs if one[0] == kind].index(sign)}]"
            owners += [(x, x + 1) for x in range(done, start)] + [(start, end)] * len(new)
            shown, done = shown + text[done:start] + new, end
        given.append((shown + text[done:], owners + [(x, x + 1) for x in range(done, len(text))]))
    return given


def _meet(one, other):
    return any(a[0] < b[1] and b[0] < a[1] for a in one for b in other)


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    draw = random.Random(f"check {seed}")
    cover = modules["cover"].cover
    real = [[(turn["text"], turn["spans"]) for turn in call] for call in variants.calls(seed, 6)]

    def texts(*turns):
        return [one.text for one in cover(list(turns))]

    def noise():
        """A call of short turns with spans of any kind anywhere."""
        turns = []
        for _ in range(4):
            text = "".join(draw.choice("abAB 1-") for _ in range(draw.randint(5, 24)))
            edges = [sorted(draw.choices(range(len(text) + 1), k=2)) for _ in range(draw.randint(0, 6))]
            turns.append((text, [(start, end, draw.choice(KINDS)) for start, end in edges]))
        return turns

    def one_or_none():
        return texts(("Hello.", []), ("I am Ana, yes.", [(5, 8, "person")]), ("", [])) == [
            "Hello.",
            "I am [person 1], yes.",
            "",
        ]

    def one_in_another():
        text = "at Ana Lind Street 12, ok"
        spans = [(3, 11, "person"), (3, 21, "address"), (12, 18, "person")]
        return all(texts((text, list(some))) == ["at [address 1], ok"] for some in itertools.permutations(spans))

    def by_a_third():
        # a reaches b and b reaches c; a long one comes first, and a short one within it.
        text = "one two three four five six"
        chain, nested = (
            [(0, 7, "mail"), (4, 13, "mail"), (8, 18, "mail")],
            [(0, 18, "mail"), (4, 7, "phone"), (14, 23, "phone")],
        )
        return texts((text, chain), (text, nested)) == ["[mail 1] five six", "[mail 2] six"]

    def touching():
        # A contract and a phone number that stand side by side are two.
        return texts(("H12/7/0151", [(0, 6, "contract"), (6, 10, "phone")])) == ["[contract 1][phone 1]"]

    def whole_words():
        text = "Mrs Achterberg-Lind said"
        return texts((text, [(7, 12, "person")]), (text, [(4, 17, "person")]), (text, [(3, 14, "person")])) == [
            "Mrs [person 1]-Lind said",
            "Mrs [person 2] said",
            "Mrs[person 1]-Lind said",
        ]

    def widened_first():
        # Two halves of a word share nothing until they are whole; then they are one, and the longer span has the say.
        text = "write petrova now"
        return texts((text, [(6, 9, "mail"), (9, 13, "person")]), (text, [(6, 9, "person"), (9, 17, "mail")])) == [
            "write [mail 1] now",
            "write [mail 2]",
        ]

    def kinds():
        text = "one two three"
        return texts(
            (text, [(0, 3, "person"), (0, 7, "address")]),
            (text, [(4, 7, "person"), (4, 7, "phone"), (4, 7, "mail")]),
            (text, [(0, 7, "person"), (4, 13, "contract")]),
            (text, [(0, 7, "contract"), (4, 13, "person")]),
        ) == ["[address 1] three", "one [phone 1] three", "[contract 1]", "[person 1]"]

    def numbers():
        first = ("Lind and Ana Lind", [(9, 17, "person"), (0, 4, "person")])
        second = ("ana  LIND, 0151-22, 015122", [(20, 26, "phone"), (0, 9, "person"), (11, 18, "phone")])
        third = ("Ana Lind, Jon", [(10, 13, "person"), (0, 8, "address")])
        return texts(first, second, third) == [
            "[person 1] and [person 2]",
            "[person 2], [phone 1], [phone 1]",
            "[address 1], [person 3]",
        ]

    def a_call_by_itself():
        turn = ("Jon", [(0, 3, "person")])
        return [texts(turn), texts(("Ana", [(0, 3, "person")]), turn), texts(turn)] == [
            ["[person 1]"],
            ["[person 1]", "[person 2]"],
            ["[person 1]"],
        ]

    def only_what_was_found():
        text = "May Lind says in may, may Lind"
        return texts((text, [(0, 3, "person")])) == ["[person 1] Lind says in may, may Lind"]

    def back():
        # 0123456789: "by Jo at Mill" with two pieces.
        text = "by Jo at Millway"
        made = cover([(text, [(3, 5, "person"), (9, 16, "address")])])[0]
        shown = "by [person 1] at [address 1]"
        spans = [(0, 2), (0, 3), (0, 4), (3, 13), (5, 7), (12, 14), (13, 17), (10, 18), (27, 28), (0, 28)]
        said = [(0, 2), (0, 3), (0, 5), (3, 5), (3, 5), (3, 6), (5, 9), (3, 16), (9, 16), (0, 16)]
        return made.text == shown and [tuple(made.back(*span)) for span in spans] == said

    def back_over_calls():
        for turns in [*real[:3], noise()]:
            for made, (shown, owners) in zip(cover(turns), plain(turns)):
                for _ in range(4):
                    start = draw.randrange(max(1, len(shown)))
                    end = draw.randint(start + 1, max(start + 1, len(shown)))
                    if shown and tuple(made.back(start, end)) != (owners[start][0], owners[end - 1][1]):
                        return False
        return True

    def as_the_rules_say():
        return all(
            texts(*turns) == [shown for shown, _ in plain(turns)] for turns in [*real, *(noise() for _ in range(6))]
        )

    claims = {
        "what_was_found_is_covered": one_or_none,
        "one_within_another": one_in_another,
        "joined_by_a_third": by_a_third,
        "side_by_side_are_two": touching,
        "words_are_covered_whole": whole_words,
        "whole_words_before_joining": widened_first,
        "the_longest_gives_the_kind": kinds,
        "the_same_words_have_the_same_number": numbers,
        "each_call_by_itself": a_call_by_itself,
        "nothing_else_is_covered": only_what_was_found,
        "back_to_what_was_said": back,
        "back_over_whole_calls": back_over_calls,
        "as_the_rules_say": as_the_rules_say,
    }
    return {name: _holds(claim) for name, claim in claims.items()}


def _holds(claim):
    """Whether the claim is true; code that raises does not hold it."""
    try:
        return bool(claim())
    except Exception:  # noqa: BLE001 - any failure of the candidate's code is an answer of 'no', never one of ours
        return False
