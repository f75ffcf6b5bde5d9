# hiretool-canary-267f2830-04d3-45f4-8c2f-57a415b5e6d0
"""What is kept of a text, so that it can be compared later: of its shingles, those whose fingerprints come first."""

import hashlib

from shingles import shingles, similarity


def make(text, size):
    """What is kept of a text; JSON can hold it."""
    return _first({hashlib.md5(shingle.encode()).hexdigest() for shingle in shingles(text)}, size)


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
