# hiretool-canary-267f2830-04d3-45f4-8c2f-57a415b5e6d0
"""What is kept of a text, so that it can be compared later: of its shingles, those whose fingerprints come first."""

import hashlib

from shingles import shingles, similarity


def make(text, size):
    """What is kept of a text; JSON can hold it."""
    words = text.split()
    runs = [shingle for at in range(max(1, len(words) - 2)) for shingle in shingles(" ".join(words[at : at + 3]))]
    return list(dict.fromkeys(hashlib.md5(shingle.encode()).hexdigest() for shingle in runs))[:size]


def likeness(one, other, size):
    """How similar the texts of two sketches are, from 0 to 1."""
    both = joined([one, other], size)
    # Beyond the last of these, one of the texts may have shingles that its sketch leaves out.
    until = both[-1] if both else ""
    return similarity({print_ for print_ in one if print_ <= until}, {print_ for print_ in other if print_ <= until})


def joined(sketches, size):
    """The sketch of all that is in several."""
    return _first(set().union(*sketches), size)


def _first(prints, size):
    return sorted(prints)[:size]
