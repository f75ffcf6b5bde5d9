# hiretool-canary-baa8c366-b732-4cf6-8638-676961c56110
"""The same values from a list with a row for each item: an area, a sort and a count. No pairs are multiplied out."""

from fractions import Fraction
from itertools import groupby

import numpy as np


def _rows(params, dropped=0):
    """(score, is bad), the bad ones first."""
    good_at = [params["good_at"][0] - dropped, *params["good_at"][1:]]
    rows = [(score, True) for score, many in enumerate(params["bad_at"], 1) for _ in range(many)]
    return rows + [(score, False) for score, many in enumerate(good_at, 1) for _ in range(many)]


def _area(rows):
    """Under the curve of found bad against read good, as the line falls from the highest score to the lowest."""
    bads = sum(bad for _, bad in rows)
    goods = len(rows) - bads
    area, found, read = Fraction(0), 0, 0
    for score in sorted({score for score, _ in rows}, reverse=True):
        more_found = sum(bad for at, bad in rows if at == score)
        more_read = sum(not bad for at, bad in rows if at == score)
        area += Fraction(more_read, goods) * Fraction(2 * found + more_found, 2 * bads)
        found, read = found + more_found, read + more_read
    assert (found, read) == (bads, goods)
    return area


def _one_by_one(rows):
    """The same area when each row has a place of its own; Python's sort keeps the order of equal scores."""
    return _area([(place, bad) for place, (_, bad) in enumerate(sorted(rows, key=lambda row: row[0]))])


def answer(params):
    """Values from the rows themselves."""
    rows = _rows(params)
    total, place = Fraction(0), 0
    for _, group in groupby(sorted(rows), key=lambda row: row[0]):
        tied = [bad for _, bad in group]
        places = range(place + 1, place + len(tied) + 1)
        total += sum(tied) * Fraction(sum(places), len(tied))
        place += len(tied)
    at_top = [bad for score, bad in rows if score == 5]
    return {
        "auc": _area(rows),
        "rank_sum": total,
        "auc_bad_last": _one_by_one(rows[::-1]),
        "auc_bad_first": _one_by_one(rows),
        "auc_after": _area(_rows(params, params["dropped"])),
        "bad_at_top": Fraction(sum(at_top), len(at_top)),
    }


def drawn(params, seed, pairs=400_000):
    """Shares among drawn pairs of one bad and one good, each with its standard error."""
    rng = np.random.default_rng(seed)
    found = {}
    for key, dropped in (("auc", 0), ("auc_after", params["dropped"])):
        rows = _rows(params, dropped)
        scores = {kind: np.array([score for score, bad in rows if bad is kind]) for kind in (True, False)}
        bad, good = (rng.choice(scores[kind], pairs) for kind in (True, False))
        won = np.where(bad == good, 0.5, bad > good)
        found[key] = (won.mean(), won.std() / np.sqrt(pairs))
    return found
