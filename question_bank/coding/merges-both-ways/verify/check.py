# hiretool-canary-cb7a9e02-a450-4644-b4dd-36e792ae4fec
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import random
import re

import variants


def modules(names=("pieces", "table", "tokens")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    draw = random.Random(f"check {seed}")
    tokens, Table = modules["tokens"], modules["table"].Table
    merges = variants.learnt(seed, many=45, merges=85)
    other = variants.learnt(seed + 1000, many=20, merges=35)
    learnt = Table(tuple(merges))
    texts = [*variants.messages(seed, 15), *_made(draw), *_from(draw, merges)]

    known = [_encoded(text, merges) for text in texts]

    def spelt(ids):
        return b"".join(_bytes(number, merges) for number in ids)

    def streamed(ids):
        stream = tokens.Stream(learnt)
        return [*(stream.feed(number) for number in ids), stream.close()]

    def as_learnt():
        return all(list(tokens.encode(text, learnt)) == ids for text, ids in zip(texts, known))

    def other_table():
        # Both tables in turn, so that nothing kept from the one is used for the other.
        return all(
            list(tokens.encode(text, Table(tuple(pairs)))) == _encoded(text, pairs)
            for text in texts[:12]
            for pairs in (merges, other)
        )

    def comes_back():
        return tokens.encode("", learnt) == [] and all(
            tokens.decode(tokens.encode(text, learnt), learnt) == text for text in texts
        )

    def any_ids():
        drawn = [draw.choices(range(256 + len(merges)), k=draw.randint(0, 12)) for _ in range(40)]
        return all(tokens.decode(ids, learnt) == spelt(ids).decode("utf-8", "replace") for ids in drawn)

    def same_as_decoded():
        drawn = [draw.choices(range(256 + len(merges)), k=draw.randint(0, 12)) for _ in range(40)]
        drawn += known[::4]
        return all("".join(streamed(ids)) == spelt(ids).decode("utf-8", "replace") for ids in drawn)

    def never_behind():
        # In whole text, after each id all characters are shown whose last byte has come, and no others.
        for ids in known[::3]:
            stream, shown = tokens.Stream(learnt), ""
            for end, number in enumerate(ids, start=1):
                shown += stream.feed(number)
                if shown != spelt(ids[:end]).decode("utf-8", "ignore"):
                    return False
        return True

    def side_by_side():
        one, two = known[:2]
        first, second = tokens.Stream(learnt), tokens.Stream(learnt)
        got = ["", ""]
        for place in range(max(len(one), len(two))):
            got[0] += first.feed(one[place]) if place < len(one) else ""
            got[1] += second.feed(two[place]) if place < len(two) else ""
        return [got[0] + first.close(), got[1] + second.close()] == texts[:2]

    def untouched():
        table = Table(tuple(merges))
        tokens.encode(texts[0], table)
        tokens.decode([300, 65], table)
        return table == Table(tuple(merges)) and modules["pieces"].split("a  b, c") == ["a", "  ", "b", ",", " c"]

    claims = {
        "texts_become_what_was_learnt": as_learnt,
        "two_tables_in_turn": other_table,
        "texts_come_back": comes_back,
        "any_ids_can_be_read": any_ids,
        "a_stream_gives_the_same_text": same_as_decoded,
        "a_stream_shows_whole_characters_at_once": never_behind,
        "two_streams_at_once": side_by_side,
        "table_and_pieces_are_as_before": untouched,
    }
    return {name: _holds(claim) for name, claim in claims.items()}


def _made(draw):
    """Texts that the table has not seen: letters in chance order, repeated letters, blanks, signs of two to four bytes."""
    alphabet = "aeiounrstlmaeiou" + "żęłộưğüçग" + "  '\n🐛"
    return [
        *("".join(draw.choices(alphabet, k=draw.randint(1, 24))) for _ in range(30)),
        *("  ".join(draw.choices(variants.WORDS, k=6)) for _ in range(12)),
        *("".join(draw.choices(variants.WORDS, k=3)) for _ in range(10)),
        *(letter * draw.randint(2, 9) for letter in "aes."),
        "a  maize   rain \n beans",
        "Łódź 🐛🌱 ok",
        "",
    ]


def _from(draw, merges):
    """Texts put together from what was learnt, so that joints compete, and with more blanks before them."""
    rivals = [
        b"".join(_bytes(number, merges) for number in (one, middle, last))
        for place, (one, middle) in enumerate(merges)
        for first, last in merges[:place]
        if first == middle
    ]
    known = [_bytes(256 + place, merges).decode("utf-8", "ignore") for place in range(len(merges))]
    blanks = [text for text in known if text.startswith(" ")]
    return [
        *("".join(draw.choices(known, k=3)) for _ in range(20)),
        *(text.decode("utf-8", "ignore") for text in draw.sample(rivals, min(30, len(rivals)))),
        *(f"a{more}{text}" for text in blanks for more in (" ", "  ")),
    ]


def _encoded(text, merges):
    """By the definition alone: one joint at a time, always the leftmost of the pair learnt first."""
    rank = {pair: place for place, pair in enumerate(merges)}
    result = []
    for piece in re.findall(r" ?\w+| ?[^\w\s]+|\s+", text):
        ids = list(piece.encode("utf-8"))
        while True:
            found = [(rank[pair], at) for at, pair in enumerate(zip(ids, ids[1:])) if pair in rank]
            if not found:
                break
            place, at = min(found)
            ids[at : at + 2] = [256 + place]
        result += ids
    return result


def _bytes(number, merges):
    if number < 256:
        return bytes([number])
    one, other = merges[number - 256]
    return _bytes(one, merges) + _bytes(other, merges)


def _holds(claim):
    """Whether the claim is true; code that raises does not hold it."""
    try:
        return bool(claim())
    except Exception:  # noqa: BLE001 - any failure of the candidate's code is an answer of 'no', never one of ours
        return False
