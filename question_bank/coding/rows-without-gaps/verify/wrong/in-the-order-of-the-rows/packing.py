# hiretool-canary-afb084ff-c9be-428a-9458-3e88566501a1
"""Texts of unequal length -> rows of one length."""

from dataclasses import dataclass

import numpy as np

NOTHING = -1


@dataclass(frozen=True)
class Rows:
    tokens: np.ndarray
    """Rows by length; whatever in places that are not used."""
    text: np.ndarray
    """Of each place, which text it is from; NOTHING if it is not used."""
    part: np.ndarray
    """Of each place, which part of that text, from 0."""
    place: np.ndarray
    """Of each place, which place in its part, from 0."""


def pack(texts, length):
    """The longest parts first, each into the first row that has room."""
    parts = [
        (number, part, text[start : start + length])
        for number, text in enumerate(texts)
        for part, start in enumerate(range(0, len(text), length))
    ]
    held = []
    for piece in sorted(parts, key=lambda piece: -len(piece[2])):
        for row in held:
            if sum(len(other[2]) for other in row) + len(piece[2]) <= length:
                row.append(piece)
                break
        else:
            held.append([piece])
    shape = len(held), length
    rows = Rows(np.zeros(shape, int), np.full(shape, NOTHING), np.zeros(shape, int), np.zeros(shape, int))
    for row, pieces in enumerate(held):
        at = 0
        for number, part, tokens in pieces:
            here = slice(at, at + len(tokens))
            rows.tokens[row, here], rows.text[row, here], rows.part[row, here] = tokens, number, part
            rows.place[row, here] = range(len(tokens))
            at += len(tokens)
    return rows


def sees(rows, row):
    """Length by length: whether place i of a row sees place j: itself, and what came before in its part."""
    length = rows.tokens.shape[1]
    found = np.eye(length, dtype=bool)
    for i in range(length):
        for j in range(i):
            same = rows.text[row, i] == rows.text[row, j] and rows.part[row, i] == rows.part[row, j]
            found[i, j] = same and rows.text[row, i] != NOTHING
    return found


def targets(rows):
    """Of each place, the next token of its text, also where that stands in another row; NOTHING if there is none."""
    tokens = {key: rows.tokens[at] for key, at in _places(rows).items()}
    found = np.full(rows.tokens.shape, NOTHING)
    for (number, place), at in _places(rows).items():
        found[at] = tokens.get((number, place + 1), NOTHING)
    return found


def unpack(rows, values, texts):
    """Of each text, the values of its tokens, as a list."""
    found = {}
    for at in zip(*np.nonzero(rows.text != NOTHING)):
        found.setdefault(int(rows.text[at]), []).append(values[at])
    return list(found.values())


def _places(rows):
    """Text and place in the whole text -> row and place."""
    length = rows.tokens.shape[1]
    return {
        (int(rows.text[at]), int(rows.part[at]) * length + int(rows.place[at])): at
        for at in zip(*np.nonzero(rows.text != NOTHING))
    }
