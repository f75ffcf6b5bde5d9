"""How much two texts have in common."""

import re

_WORD = re.compile(r"\w+")
SIZE = 3


def shingles(text):
    """All runs of SIZE words, in small letters and without signs, as a set of texts. A shorter text is one run."""
    words = _WORD.findall(text.lower())
    return {" ".join(words[at : at + SIZE]) for at in range(max(1, len(words) - SIZE + 1))} if words else set()


def similarity(one, other):
    """Of all shingles in two sets, the share that is in both; 0 if there are none."""
    return len(one & other) / len(one | other) if one or other else 0.0
