"""What was rung, and a table of which code follows which."""

import json
from pathlib import Path

import numpy as np


def load(path):
    """Names of the codes, and logs: one row a shift, entries are positions among the names. Each begins with 0."""
    book = json.loads(Path(path).read_text())
    return book["codes"], np.array(book["shifts"])


def pairs(shifts, count):
    """How often each code was followed by each other."""
    found = np.zeros((count, count))
    np.add.at(found, (shifts[:, :-1], shifts[:, 1:]), 1)
    return found


def table_loss(past, shifts, count):
    """Mean of minus the log of what the table of pairs gave to each code of `shifts` after the first."""
    shares = pairs(past, count) + 0.1
    shares /= shares.sum(axis=1, keepdims=True)
    return -np.log(shares[shifts[:, :-1], shifts[:, 1:]]).mean()


def never_heard(past, shifts, count):
    """Share of the neighbours in `shifts` that do not occur as neighbours in the past."""
    return (pairs(past, count)[shifts[:, :-1], shifts[:, 1:]] == 0).mean()
