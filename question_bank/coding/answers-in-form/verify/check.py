# hiretool-canary-79e78419-c2e1-4b5e-9153-5899c0548d3a
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import itertools
import random


END = 0
MARKS = 'ab- ",:1'


def modules(names=("forms", "vocabulary", "guide")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    draw = random.Random(f"check {seed}")
    forms, guide = modules["forms"], modules["guide"]
    pieces = ["".join(draw.choices(MARKS + "0123456789", k=draw.randint(2, 4))) for _ in range(50)]
    longer = ['": ', "-a", "th-", "1", "ab", "h:", "12", "20", "35", "no", "th:"]
    tokens = ["", "", "", *'abcnorthesx -",:0123456789', *pieces, *longer]

    def made(parts):
        """The same form for the candidate's code."""
        return [
            getattr(forms, kind)(tuple(args[0])) if kind == "OneOf" else getattr(forms, kind)(*args)
            for kind, *args in parts
        ]

    def allowed(parts, written, vocabulary=tokens):
        return set(guide.allowed(made(parts), list(vocabulary), list(written)))

    def expected(whole, before, vocabulary=tokens):
        begins = {text[:end] for text in whole for end in range(len(text) + 1)}
        found = {token for token, text in enumerate(vocabulary) if text and before + text in begins}
        return found | ({END} if before in whole else set())

    def after(parts, text, vocabulary=tokens):
        """What may follow a text, as texts; it is written in single characters."""
        found = allowed(parts, [vocabulary.index(letter) for letter in text], vocabulary)
        return {vocabulary[token] for token in found if token != END}, END in found

    def walks(parts, many=6):
        """Along answers drawn token by token, all that may come next is what it should be."""
        whole = _whole(parts)
        for _ in range(many):
            written, before = [], ""
            while True:
                may = expected(whole, before)
                if allowed(parts, written) != may:
                    return False
                longer = sorted(may - {END})
                if not longer or (END in may and draw.random() < 0.4):
                    break
                # Longer tokens first, or answers would be written letter by letter.
                token = max(draw.sample(longer, min(2, len(longer))), key=lambda token: len(tokens[token]))
                written.append(token)
                before += tokens[token]
        return True

    def any_forms():
        return all(walks(_drawn(draw), 2) for _ in range(6))

    def options():
        parts = [("OneOf", ["north", "no", "north-h", "a"]), ("OneOf", ["th", "-", "th:"]), ("Text", "x")]
        return walks(parts) and walks([("OneOf", ["a", "ab", "abc"]), ("Text", "b"), ("OneOf", ["c", "bc"])])

    def numbers():
        for low, high in ((20, 35), (0, 9), (7, 112), (98, 103), (0, 131), (150, 150)):
            if not walks([("Text", "a"), ("Number", low, high), ("Text", ":")], 3):
                return False
        return True

    def two_numbers():
        # Where the first ends is open.
        return walks([("Number", 1, 12), ("Number", 0, 21), ("Text", "-")], 4)

    def wide_numbers():
        parts = [("Number", 3, 2_000_000_000), ("Text", ":")]
        singles = ["", *"0123456789:a"]
        digits = set("0123456789")
        return (
            after(parts, "", singles) == (digits - {"0"}, False)
            and after(parts, "1", singles) == (digits, False)
            and after(parts, "20", singles) == (digits | {":"}, False)
            and after(parts, "200000000", singles) == ({"0", ":"}, False)
            and after(parts, "2000000000", singles) == ({":"}, False)
            and after(parts, "999999999", singles) == ({":"}, False)
            and after([("Number", 700_000, 700_000_000)], "7", singles) == ({"0", *"123456789"}, False)
        )

    def free():
        return walks([("Free", 3, "ab "), ("Text", ' "')], 5) and walks(
            [("Text", "x"), ("Free", 2, "a1"), ("Number", 1, 12)], 5
        )

    def across():
        # One token may hold the end of a part, a whole one, and the beginning of a third.
        vocabulary = ["", *'ab":, 12', 'a": 1', '": ', ": 12,", '":', "1, a", "2"]
        parts = [("Text", 'a"'), ("Text", ": "), ("Number", 1, 12), ("Text", ","), ("Free", 2, "a ")]
        whole = _whole(parts)
        for before in ("", "a", 'a"', 'a": ', 'a": 1', 'a": 12', 'a": 1,', 'a": 1, a'):
            found = allowed(parts, [vocabulary.index(letter) for letter in before], vocabulary)
            if found != expected(whole, before, vocabulary):
                return False
        return True

    def ends():
        return (
            after([("Number", 1, 12)], "1") == ({"0", "1", "2"}, True)
            and after([("Text", "a"), ("Free", 1, "b")], "a") == ({"b"}, True)
            and after([("OneOf", ["no", "north"])], "no")[1]
            and not after([("OneOf", ["no", "north"])], "nor")[1]
            and after([("Text", "a")], "a") == (set(), True)
            and after([], "") == (set(), True)
        )

    def steering():
        # Without a text, none but END is ever allowed; of two with the same text, both are.
        vocabulary = ["", "a", "", "b", "a", "", "ba"]
        parts = [("Text", "aba")]
        return [allowed(parts, written, vocabulary) for written in ([], [4], [4, 3], [1, 6])] == [
            {1, 4},
            {3, 6},
            {1, 4},
            {END},
        ]

    def nothing_left():
        parts = [("Text", "ab"), ("Number", 20, 35)]
        return all(after(parts, text) == (set(), False) for text in ("x", "aa", "ab1", "ab4", "ab36", "ab201"))

    def nothing_kept():
        one, two = [("OneOf", ["a", "ab"]), ("Text", ":")], [("OneOf", ["b", "ba"]), ("Text", "-")]
        vocabulary, given = list(tokens), made(one)
        first = [allowed(one, []), allowed(two, []), allowed(one, [tokens.index("a")])]
        written = [tokens.index("a")]
        guide.allowed(given, vocabulary, written)
        again = [allowed(one, []), allowed(two, []), allowed(one, written)]
        return first == again and vocabulary == tokens and written == [tokens.index("a")] and first[0] != first[1]

    claims = {
        "any_form_along_any_answer": any_forms,
        "options_that_begin_alike": options,
        "numbers_stay_in_range": numbers,
        "two_numbers_in_a_row": two_numbers,
        "wide_numbers_as_well": wide_numbers,
        "free_text_ends_anywhere": free,
        "tokens_reach_across_parts": across,
        "the_end_when_it_is_whole": ends,
        "tokens_without_a_text": steering,
        "nothing_once_it_is_broken": nothing_left,
        "nothing_is_kept_or_changed": nothing_kept,
    }
    return {name: _holds(claim) for name, claim in claims.items()}


def _drawn(draw):
    """A form of three to five parts, with few enough answers to write them all down."""
    parts = []
    for _ in range(draw.randint(3, 5)):
        low = draw.choice([0, 0, 1, 7, 20])
        parts.append(
            draw.choice(
                [
                    ("Text", draw.choice(["a", "ab", '": ', "-", "th:", "12"])),
                    ("OneOf", draw.sample(["a", "ab", "no", "north", "-", "th", "1", "12"], 3)),
                    ("Number", low, low + draw.choice([0, 3, 16])),
                    ("Free", draw.randint(1, 2), draw.choice(["ab", "a-", "1"])),
                ]
            )
        )
    return parts


def _texts(part):
    kind, *args = part
    if kind == "Text":
        return [args[0]]
    if kind == "OneOf":
        return list(args[0])
    if kind == "Number":
        return [str(number) for number in range(args[0], args[1] + 1)]
    return ["".join(letters) for many in range(args[0] + 1) for letters in itertools.product(args[1], repeat=many)]


def _whole(parts):
    """Every whole answer, written down one after the other."""
    return {"".join(texts) for texts in itertools.product(*map(_texts, parts))}


def _holds(claim):
    """Whether the claim is true; code that raises does not hold it."""
    try:
        return bool(claim())
    except Exception:  # noqa: BLE001 - any failure of the candidate's code is an answer of 'no', never one of ours
        return False
