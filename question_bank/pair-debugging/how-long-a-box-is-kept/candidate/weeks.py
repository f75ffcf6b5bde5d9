"""Week by week from the first box: how many households counted, and how many of these stopped."""

import numpy as np


def between(start, end):
    """Whole weeks from one delivery to another."""
    return (end - start).days // 7


def table(spells, last):
    """[(counted, stopped)] of week 1, 2, ... up to the last one asked for."""
    entered = np.array([between(spell.first, spell.seen) for spell in spells])
    ended = np.array([between(spell.first, spell.until) for spell in spells])
    stopped = np.array([spell.stopped for spell in spells])
    found = []
    for week in range(1, last + 1):
        counted = (entered < week) & (week <= ended)
        found.append((int(counted.sum()), int((counted & stopped & (ended == week)).sum())))
    return found
