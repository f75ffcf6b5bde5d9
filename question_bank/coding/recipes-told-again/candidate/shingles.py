"""How much two texts have in common."""

import re

_WORD = re.compile(r"\w+")
SIZE = 3


def words(text):
    """The words of a text in their order, in small letters, without signs."""
    return _WORD.findall(text.lower())


def shingles(text):
    """All runs of SIZE words, as a set of tuples. A shorter text is one run; a text without words has none."""
    found = words(text)
    return {tuple(found[at : at + SIZE]) for at in range(max(1, len(found) - SIZE + 1))} if found else set()


def similarity(one, other):
    """Of all shingles in two sets, the share that is in both; 0 if there are none."""
    return len(one & other) / len(one | other) if one or other else 0.0
