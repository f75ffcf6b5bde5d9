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
    """In their order, each part into the fullest row that has room for it."""
    pieces, room, _fill = [], [], []
    for number, text in enumerate(texts):
        for part in range(-(-len(text) // length)):
            tokens = text[part * length : (part + 1) * length]
            fitting = [row for row in range(len(room)) if room[row] >= len(tokens)]
            row = min(fitting, key=lambda row: room[row], default=len(room))
            if row == len(room):
                room.append(length)
            pieces.append((row, length - room[row], number, part, tokens))
            room[row] -= len(tokens)
    shape = len(room), length
    tokens, text, part, place = (np.full(shape, fill) for fill in (0, NOTHING, 0, 0))
    for row, start, number, which, own in pieces:
        many = len(own)
        tokens[row, start : start + many] = own
        text[row, start : start + many] = number
        part[row, start : start + many] = which
        place[row, start : start + many] = np.arange(many)
    return Rows(tokens, text, part, place)


def sees(rows, row):
    """Length by length: whether place i of a row sees place j: itself, and what came before in its part."""
    text, part = rows.text[row], rows.part[row]
    same = (text[:, None] == text) & (part[:, None] == part) & (text != NOTHING)
    return np.tril(same) | np.eye(len(text), dtype=bool)


def targets(rows):
    """Of each place, the next token of its text, also where that stands in another row; NOTHING if there is none."""
    found, order = np.full(rows.tokens.size, NOTHING), _order(rows)
    tokens, text = rows.tokens.ravel()[order], rows.text.ravel()[order]
    goes_on = text[:-1] == text[1:]
    found[order[:-1][goes_on]] = tokens[1:][goes_on]
    return found.reshape(rows.tokens.shape)


def unpack(rows, values, texts):
    """Of each text, the values of its tokens, as a list."""
    in_order = np.asarray(values).ravel()[_order(rows)]
    ends = np.cumsum([len(text) for text in texts])
    return [list(in_order[end - len(text) : end]) for text, end in zip(texts, ends)]


def _order(rows):
    """The used places, text by text and in the order of their tokens."""
    places = np.lexsort((rows.place.ravel(), rows.part.ravel(), rows.text.ravel()))
    return places[np.count_nonzero(rows.text == NOTHING) :]
