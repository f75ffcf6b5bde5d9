"""Rows of knitting patterns: reading them, laying them side by side, and a table of which stitch follows which."""

import json
from pathlib import Path

import numpy as np

EDGE, TURN = 0, 1
"""A row begins with the edge and ends with the turn."""
NOTHING = -1


def load(path):
    """Names of the stitches, and the rows, each an array of positions among the names."""
    book = json.loads(Path(path).read_text())
    return book["stitches"], [np.array(row) for row in book["rows"]]


def side_by_side(rows):
    """(seen, following), one line a row, filled up behind: at each place a stitch, and the stitch that follows it.

    NOTHING follows the turn, nor whatever fills a line up.
    """
    shape = len(rows), max(map(len, rows))
    seen, following = np.full(shape, TURN), np.full(shape, NOTHING)
    for line, row in enumerate(rows):
        seen[line, : len(row)] = row
        following[line, : len(row) - 1] = row[1:]
    return seen, following


def pairs(rows, count):
    """How often each stitch was followed by each other."""
    found = np.zeros((count, count))
    for row in rows:
        np.add.at(found, (row[:-1], row[1:]), 1)
    return found


def table_loss(past, rows, count):
    """Mean of minus the log of the share that the table of pairs gives to each stitch after the edge."""
    shares = pairs(past, count) + 0.1
    shares /= shares.sum(axis=1, keepdims=True)
    return -np.log(np.concatenate([shares[row[:-1], row[1:]] for row in rows])).mean()


def new_neighbours(past, rows, count):
    """Share of the neighbours in `rows` that no past row has."""
    known = pairs(past, count) > 0
    return 1 - np.concatenate([known[row[:-1], row[1:]] for row in rows]).mean()
