# hiretool-canary-71314695-d4cd-4df9-a3a8-0b07feb8c2f4
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import random
import unicodedata

import variants


def modules(names=("words", "plain")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}


HIDDEN = {"\u00ad", "\u200b", "\u200d", "\ufeff"}


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    draw = random.Random(f"check {seed}")
    notes = [variants.note(draw)[0] for _ in range(4)]

    def plain(text):
        return modules["plain"].plain(text)

    def back(text, start, end):
        return tuple(plain(text).back(start, end))

    def forth(text, start, end):
        return tuple(plain(text).forth(start, end))

    def texts():
        return all(plain(note).text == _whole(note)[0] for note in notes) and [
            plain(text).text for text in ("", " \n", "\u00ad", " a \u200b\u00a0 B\t", "\ufeff Ç")
        ] == ["", "", "", "a b", "c"]

    def all_spans(way):
        """Whether some dozen spans of each note come out by the definition."""
        for note in notes:
            made, (text, owners) = plain(note), _whole(note)
            length = len(text) if way == "back" else len(note)
            for _ in range(10):
                start = draw.randrange(length)
                end = draw.randint(start + 1, min(length, start + 12))
                if way == "back" and tuple(made.back(start, end)) != _back(note, owners, start, end):
                    return False
                if way == "forth" and tuple(made.forth(start, end)) not in _forth(note, owners, start, end):
                    return False
        return True

    def simple():
        return (back("Ana Lu", 0, 3), back("Ana Lu", 4, 6), forth("Ana Lu", 4, 6)) == ((0, 3), (4, 6), (4, 6))

    def longer():
        # One character becomes two: each half of them is that character.
        note = "Weiß, ﬁona"
        return [back(note, 3, 4), back(note, 4, 5), back(note, 3, 5), back(note, 7, 9), back(note, 8, 11)] == [
            (3, 4),
            (3, 4),
            (3, 4),
            (6, 7),
            (6, 9),
        ] and [forth(note, 3, 4), forth(note, 6, 7), forth(note, 7, 10)] == [(3, 5), (7, 9), (9, 12)]

    def accents():
        note = "Ngo\u0323\u0301 Zi"
        return [back(note, 0, 3), back(note, 2, 3), back(note, 3, 4), forth(note, 0, 4), forth(note, 2, 5)] == [
            (0, 5),
            (2, 5),
            (5, 6),
            (0, 3),
            (2, 3),
        ]

    def hidden():
        note = "\u00adlu\u00adcia\u200b"
        return [back(note, 0, 5), back(note, 0, 2), back(note, 2, 5), back(note, 1, 4)] == [
            (1, 8),
            (1, 4),
            (4, 8),
            (2, 6),
        ]

    def runs():
        note = "  a \t\u00a0b  "
        return plain(note).text == "a b" and [
            back(note, 0, 1),
            back(note, 1, 2),
            back(note, 0, 3),
            back(note, 2, 3),
        ] == [
            (2, 3),
            (3, 6),
            (2, 7),
            (6, 7),
        ]

    def hidden_in_runs():
        note = "a \u200b b"
        return plain(note).text == "a b" and [
            back(note, 1, 2),
            back(note, 0, 1),
            forth(note, 1, 2),
            forth(note, 3, 4),
        ] == [
            (1, 4),
            (0, 1),
            (1, 2),
            (1, 2),
        ]

    def nothing_came():
        note = " ab\u0301\u00ad c "
        return [forth(note, 0, 1), forth(note, 3, 5), forth(note, 6, 8), forth(note, 7, 8), forth("\u00ad", 0, 1)] == [
            (0, 0),
            (2, 2),
            (3, 4),
            (4, 4),
            (0, 0),
        ]

    def there_and_back():
        # What a span of the note became lies back in that span, and the characters dropped behind it.
        for note in notes:
            made = plain(note)
            for _ in range(8):
                start = draw.randrange(len(made.text))
                end = draw.randint(start + 1, min(len(made.text), start + 9))
                there = tuple(made.forth(*made.back(start, end)))
                if not (there[0] <= start and end <= there[1]) or tuple(made.back(*there)) != tuple(
                    made.back(start, end)
                ):
                    return False
        return True

    claims = {
        "the_plain_text_is_as_said": texts,
        "plain_notes_stay_in_place": simple,
        "back_as_the_rules_say": lambda: all_spans("back"),
        "forth_as_the_rules_say": lambda: all_spans("forth"),
        "one_character_may_become_two": longer,
        "an_accent_goes_with_its_letter": accents,
        "what_is_hidden_goes_along": hidden,
        "all_blanks_of_a_run_are_meant": runs,
        "what_is_hidden_ends_no_run": hidden_in_runs,
        "from_nothing_comes_a_place": nothing_came,
        "there_and_back": there_and_back,
    }
    return {name: _holds(claim) for name, claim in claims.items()}


def _fold(character):
    apart = unicodedata.normalize("NFKD", character.casefold())
    return "" if character in HIDDEN else "".join(x for x in apart if not unicodedata.combining(x) and x not in HIDDEN)


def _whole(note):
    """The plain text, and for each of its characters the set of places in the note that are behind it."""
    folded = [(one, place) for place, character in enumerate(note) for one in _fold(character)]
    while folded and folded[0][0].isspace():
        folded.pop(0)
    while folded and folded[-1][0].isspace():
        folded.pop()
    text, owners = "", []
    for one, place in folded:
        if one.isspace() and text.endswith(" "):
            owners[-1].add(place)
        else:
            text, owners = text + (" " if one.isspace() else one), [*owners, {place}]
    return text, owners


def _back(note, owners, start, end):
    places = set().union(*owners[start:end])
    last = max(places) + 1
    while last < len(note) and _fold(note[last]) == "":
        last += 1
    return min(places), last


def _forth(note, owners, start, end):
    came = [at for at, places in enumerate(owners) if any(start <= place < end for place in places)]
    if came:
        return [(min(came), max(came) + 1)]
    # Within a run of blanks it may stand on either side of the one blank.
    return [(place, place) for place in (sum(min(x) < start for x in owners), sum(max(x) < start for x in owners))]


def _holds(claim):
    """Whether the claim is true; code that raises does not hold it."""
    try:
        return bool(claim())
    except Exception:  # noqa: BLE001 - any failure of the candidate's code is an answer of 'no', never one of ours
        return False
