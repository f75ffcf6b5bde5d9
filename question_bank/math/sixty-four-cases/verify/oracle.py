# hiretool-canary-cc7358f1-7771-4ae7-9fe9-31ff53aab4ca
"""The same values from a list of 64 rows, by how well each outcome can be foretold. No entropy of a group is computed.

What a column tells about an outcome is the mean of log2(how likely the outcome is given the column / how likely it is),
over the rows. Likelihoods are counted in the list.
"""

from math import log2

import numpy as np


def _rows(params):
    """(first, second, serial, bad)."""
    rows = []
    for cell, bads in enumerate(params["bad_at"]):
        first, second = divmod(cell, 2)
        rows += [(first, second, len(rows) + number, int(number < bads)) for number in range(16)]
    return rows


def _told(rows, column, outcome):
    """For each row, by how many bits the column raises the likelihood of its outcome."""
    bits = []
    for row in rows:
        alike = [other for other in rows if column(other) == column(row)]
        given = sum(outcome(other) == outcome(row) for other in alike) / len(alike)
        plain = sum(outcome(other) == outcome(row) for other in rows) / len(rows)
        bits.append(log2(given / plain))
    return bits


def _bad(row):
    return row[3]


COLUMNS = {
    "entropy": _bad,
    "gain_first": lambda row: row[0],
    "gain_second": lambda row: row[1],
    "gain_both": lambda row: row[:2],
    "gain_serial": lambda row: row[2],
}


def answer(params):
    """Means over the rows; the outcome itself tells all there is, which is its entropy."""
    rows = _rows(params)
    found = {key: sum(_told(rows, column, _bad)) / len(rows) for key, column in COLUMNS.items()}
    # What the second adds, group by group of the first; and what the outcome tells about the first column.
    halves = [[row for row in rows if row[0] == value] for value in (0, 1)]
    found["added_by_second"] = sum(sum(_told(half, COLUMNS["gain_second"], _bad)) for half in halves) / len(rows)
    found["reverse"] = sum(_told(rows, _bad, COLUMNS["gain_first"])) / len(rows)
    return found


def drawn(params, seed, draws=100_000):
    """The same means over rows drawn at random, each with its standard error."""
    rng = np.random.default_rng(seed)
    rows = _rows(params)
    picked = rng.integers(len(rows), size=draws)
    found = {}
    for key in ("gain_first", "gain_both"):
        bits = np.array(_told(rows, COLUMNS[key], _bad))[picked]
        found[key] = (bits.mean(), bits.std() / np.sqrt(draws))
    return found
