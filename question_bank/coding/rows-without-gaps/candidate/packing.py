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
    """For now one text a row, cut off at the length."""
    shape = len(texts), length
    rows = Rows(np.zeros(shape, int), np.full(shape, NOTHING), np.zeros(shape, int), np.zeros(shape, int))
    for number, text in enumerate(texts):
        for at, token in enumerate(text[:length]):
            rows.tokens[number, at], rows.text[number, at], rows.place[number, at] = token, number, at
    return rows


def sees(rows, row):
    """Length by length: whether place i of a row sees place j. For now, all that came before it."""
    length = rows.tokens.shape[1]
    return np.tril(np.ones((length, length), bool))


def targets(rows):
    """Of each place, the token that the model shall expect next; NOTHING if there is none."""
    return np.hstack([rows.tokens[:, 1:], np.full((len(rows.tokens), 1), NOTHING)])


def unpack(rows, values, texts):
    """Of each text, the values of its tokens, as a list. `values` has one for each place of the rows."""
    return [list(values[number][: len(text)]) for number, text in enumerate(texts)]
