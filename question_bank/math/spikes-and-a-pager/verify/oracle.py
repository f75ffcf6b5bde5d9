# hiretool-canary-b0ac33ae-f2ea-40a8-988b-93ecfe838ed3
"""The same values from equations for every possible memory of past checks, and from drawn checks.

Nothing is known here of rounds or powers: the state is the string of the last checks, the rule reads that string.
"""

from fractions import Fraction
from itertools import product

import numpy as np


def _rules(params):
    """(length of memory, does this string of checks page?) for both rules; 1 is a bad check."""
    row = params["row"]
    return {
        "row": (row - 1, lambda checks: checks[-row:] == (1,) * row),
        "window": (params["window"] - 1, lambda checks: sum(checks) >= 2),
    }


def _waits(chance, memory, pages):
    """Expected further checks from each memory, by elimination on one equation a memory."""
    states = list(product((0, 1), repeat=memory))
    place = {state: number for number, state in enumerate(states)}
    rows = []
    for state in states:
        equation = [Fraction(int(other == state)) for other in states] + [Fraction(1)]
        for check, likely in ((0, 1 - chance), (1, chance)):
            seen = (*state, check)
            if not pages(seen):
                equation[place[seen[1:]]] -= likely
        rows.append(equation)
    for column in range(len(states)):
        pivot = next(line for line in range(column, len(states)) if rows[line][column])
        rows[column], rows[pivot] = rows[pivot], rows[column]
        rows[column] = [entry / rows[column][column] for entry in rows[column]]
        for line in range(len(states)):
            if line != column and (factor := rows[line][column]):
                rows[line] = [entry - factor * own for entry, own in zip(rows[line], rows[column], strict=True)]
    return {state: rows[number][-1] for state, number in place.items()}


def answer(params):
    """A fresh job remembers good checks only."""
    return {
        f"{who}_{rule}": _waits(Fraction(params[who], 100), memory, pages)[(0,) * memory]
        for who in ("healthy", "ill")
        for rule, (memory, pages) in _rules(params).items()
    }


def drawn(params, seed, jobs=4_000):
    """Mean checks until the page among drawn jobs, each with its standard error."""
    rng = np.random.default_rng(seed)
    found = {}
    for key, who, width, needed in (
        ("ill_row", "ill", params["row"], params["row"]),
        ("ill_window", "ill", params["window"], 2),
        ("healthy_window", "healthy", params["window"], 2),
    ):
        chance, last = params[who] / 100, np.zeros((jobs, width), dtype=bool)
        waited, waiting, checks = np.zeros(jobs), np.ones(jobs, dtype=bool), 0
        while waiting.any():
            last[:, checks % width] = rng.random(jobs) < chance
            checks += 1
            paged = waiting & (last.sum(axis=1) >= needed)
            waited[paged] = checks
            waiting &= ~paged
        found[key] = (waited.mean(), waited.std() / np.sqrt(jobs))
    return found
