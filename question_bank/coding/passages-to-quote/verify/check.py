# hiretool-canary-5ba92641-ccb1-4333-8643-afb38d744696
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import random
import re

import variants


def modules(names=("sentences", "passages")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    draw = random.Random(f"check {seed}")
    passages = modules["passages"]
    cases = []
    for _ in range(14):
        most = draw.randint(40, 400)
        cases.append(
            (
                variants.document(draw, draw.choice([1, 3, 8, 25])),
                most,
                draw.choice([0, most // 5, most // 2, most - 1]),
            )
        )
    cuts = [_tried(lambda case=case: [(one.start, one.end) for one in passages.cut(*case)]) for case in cases]

    def for_all(holds):
        return all(cut is not None and holds(cut, *case) for cut, case in zip(cuts, cases))

    def every_character(cut, text, most, again):
        return cut[0][0] == 0 and cut[-1][1] == len(text) and all(one[1] >= two[0] for one, two in zip(cut, cut[1:]))

    def short_enough(cut, text, most, again):
        return all(0 < end - start <= most for start, end in cut)

    def none_within_another(cut, text, most, again):
        return all(one[0] < two[0] and one[1] < two[1] for one, two in zip(cut, cut[1:]))

    def at_boundaries(cut, text, most, again):
        places = _boundaries(text, most)
        return all(start in places and end in places for start, end in cut)

    def full(cut, text, most, again):
        places = _boundaries(text, most)
        return all(not any(end < place <= start + most for place in places) for start, end in cut)

    def as_much_again(cut, text, most, again):
        places = _boundaries(text, most)
        for (_, end), (start, _) in zip(cut, cut[1:]):
            coming = min(place for place in places if place > end)
            if start != min(place for place in places if place >= end - again and coming - place <= most):
                return False
        return True

    def by_hand():
        text = "One two. Three. Four five six. Seven."

        def parts(most, again):
            return [text[one.start : one.end] for one in passages.cut(text, most, again)]

        return (
            parts(16, 0) == ["One two. Three. ", "Four five six. ", "Seven."]
            and parts(22, 7) == ["One two. Three. ", "Three. Four five six. ", "Seven."]
            and parts(22, 15) == ["One two. Three. ", "Three. Four five six. ", "Four five six. Seven."]
            and parts(22, 16) == ["One two. Three. ", "Three. Four five six. ", "Four five six. Seven."]
            and parts(29, 15) == ["One two. Three. ", "Three. Four five six. Seven."]
            and parts(99, 50) == [text]
            and parts(8, 0) == ["One ", "two. ", "Three. ", "Four ", "five ", "six. ", "Seven."]
            and [(one.start, one.end) for one in passages.cut("", 9, 2)] == []
        )

    def long_ones():
        text = "Short one. " + "x" * 25 + " yy zz. End."
        found = [text[one.start : one.end] for one in passages.cut(text, 10, 0)]
        words = [one.end - one.start for one in passages.cut("word " * 40, 33, 5)]
        return found == ["Short ", "one. ", "x" * 10, "x" * 10, "xxxxx yy ", "zz. End."] and words == [30] * 6 + [20]

    def leads_back():
        for (text, _, _), cut in zip(cases, cuts):
            for start, end in draw.sample(cut, min(3, len(cut))):
                passage = passages.Passage(start, end)
                seen = [at for at in range(start, end) if not text[at].isspace()]
                if not seen:
                    continue
                shown = " ".join(text[start:end].split())
                for _ in range(4):
                    first, last = sorted(draw.choices(seen, k=2))
                    # Where the two are in what is shown: the letters before, and the blanks between them.
                    before = [_place(text, start, at) for at in (first, last)]
                    if passages.place(text, passage, before[0], before[1] + 1) != (first, last + 1):
                        return False
                    if shown[before[0]] != text[first]:
                        return False
        return True

    def repeated_words():
        text = "\n The key.  The  key. The\n\nkey is the key."
        passage = passages.Passage(0, len(text))
        shown = passages.shown(text, passage)
        found = [tuple(passages.place(text, passage, one.start(), one.end())) for one in re.finditer("key", shown)]
        whole = passages.place(text, passages.Passage(10, 24), 0, 8)
        return found == [(one.start(), one.end()) for one in re.finditer("key", text)] and tuple(whole) == (12, 21)

    claims = {
        "every_character_is_in_a_passage": lambda: for_all(every_character),
        "none_is_too_long": lambda: for_all(short_enough),
        "none_lies_within_another": lambda: for_all(none_within_another),
        "they_begin_and_end_at_boundaries": lambda: for_all(at_boundaries),
        "none_has_room_for_more": lambda: for_all(full),
        "as_much_again_as_allowed": lambda: for_all(as_much_again),
        "as_worked_by_hand": by_hand,
        "long_sentences_are_parted_at_words": long_ones,
        "what_is_shown_leads_back": leads_back,
        "of_repeated_words_the_right_one": repeated_words,
    }
    return {name: bool(_tried(claim)) for name, claim in claims.items()}


def _place(text, start, at):
    """How many characters are shown before one of the document."""
    before = text[start:at]
    return len(re.sub(r"\s+", " ", before.lstrip()))


def _boundaries(text, most):
    """Where a passage may begin or end: sentences, and parts of those that are too long."""
    starts = [0, *(one.end() for one in re.finditer(r"(?<=[.!?])\s+(?=\S)|\n\s*\n\s*(?=\S)", text))]
    places = set(starts) | {len(text)}
    for start, end in zip(sorted(set(starts)), [*sorted(set(starts))[1:], len(text)]):
        rest = text[start:end]
        while len(rest) > most:
            head = re.match(r"(?s)(.*\s|.+)", rest[:most])[0]
            start += len(head)
            places.add(start)
            rest = rest[len(head) :]
    return places


def _tried(call):
    """What it gives; None if it raises."""
    try:
        return call()
    except Exception:  # noqa: BLE001 - any failure of the candidate's code is an answer of 'no', never one of ours
        return None
