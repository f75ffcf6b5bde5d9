# hiretool-canary-10c4c8c0-7266-4b14-bfe8-7a61a151b62f
"""The same values from bits of readings that are handed up cell by cell, and from single readings sent up.

No jump, no window formula and no product of sizes is used.
"""

from fractions import Fraction
from functools import reduce
from operator import or_


def _up(row, take, step):
    """The next layer, each cell with the places that it depends on as the bits of a number."""
    return [reduce(or_, row[start : start + take]) for start in range(0, len(row), step) if start + take <= len(row)]


def _seen(readings, layers):
    row = [1 << place for place in range(readings)]
    for take, step in layers:
        row = _up(row, take, step)
    return row


def _grown(params, layers):
    """How many layers of 3 and 1 it takes on top."""
    row, more = _seen(2 * params["wanted"], layers), 0
    while row[0].bit_count() < params["wanted"]:
        row, more = _up(row, 3, 1), more + 1
    return Fraction(more)


def _sent_up(readings, place, layers):
    """What the first top cell gets of a single reading of 1, by means of means."""
    row = [int(at == place) for at in range(readings)]
    for take, step in layers:
        row = [Fraction(sum(row[start : start + take]), take) for start in range(0, len(row) - take + 1, step)]
    return row[0]


def answer(params):
    """Values counted from cells."""
    layers = list(zip(params["takes"], params["steps"], strict=True))
    top = _seen(params["readings"], layers)
    size = top[0].bit_count()
    heard = [_sent_up(size, place, layers) for place in range(size)]
    return {
        "cells": Fraction(len(top)),
        "field": Fraction(size),
        "jump": Fraction(top[1].bit_length() - top[0].bit_length()),
        "more": _grown(params, layers),
        "more_plain": _grown(params, [(take, 1) for take, _ in layers]),
        "first": heard[0],
        "most": max(heard),
    }
