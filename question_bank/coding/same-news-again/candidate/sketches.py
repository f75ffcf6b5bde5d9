"""What is kept of a text, so that it can be compared later. For now, all of it."""

from shingles import shingles, similarity


def make(text, size):
    """What is kept of a text; JSON can hold it."""
    return sorted(shingles(text))


def likeness(one, other, size):
    """How similar the texts of two sketches are, from 0 to 1."""
    return similarity(set(one), set(other))


def joined(sketches, size):
    """The sketch of all that is in several."""
    return sorted({shingle for sketch in sketches for shingle in sketch})
