# hiretool-canary-267f2830-04d3-45f4-8c2f-57a415b5e6d0
"""What is kept of a text, so that it can be compared later: the smallest numbers of its shingles."""

import hashlib
import heapq

from shingles import shingles


def _number(shingle):
    """As if by lot, but the same one for the same shingle everywhere."""
    return shingle


def make(text, size):
    """What is kept of a text; JSON can hold it."""
    return heapq.nsmallest(size, {_number(shingle) for shingle in shingles(text)})


def likeness(one, other, size):
    """How similar the texts of two sketches are, from 0 to 1."""
    # Of the shingles of both texts, these have the smallest numbers, and for each of them both sketches know.
    one, other = set(one), set(other)
    lot = heapq.nsmallest(size, one | other)
    return sum(number in one and number in other for number in lot) / len(lot) if lot else 0.0


def joined(sketches, size):
    """The sketch of all that is in several."""
    return heapq.nsmallest(size, {number for sketch in sketches for number in sketch})
