# hiretool-canary-5b6cae88-7db4-4d97-b447-737ec7666ec7
"""The same values from trees of moves, from waiting times, and from drawn members. No balance is solved.

A state's long-run share is in proportion to a sum of products of chances: over all ways to give each other state one
move such that all moves lead to it in the end.
"""

from fractions import Fraction
from itertools import product
from math import prod

import numpy as np

STATES = (0, 1, 2)


def _moves(params, keep=1, call=1):
    """Chance of each move in a week: active, quiet, away."""
    tire, leave = (keep * Fraction(params[name], 100) for name in ("tire", "quit"))
    rally, fade = (Fraction(params[name], 100) for name in ("rally", "fade"))
    back = call * Fraction(params["back"], 100)
    return [[1 - tire - leave, tire, leave], [rally, 1 - rally - fade, fade], [back, Fraction(0), 1 - back]]


def _leads_to(root, target):
    for start in target:
        state, steps = start, 0
        while state != root and steps < len(STATES):
            state, steps = target[state], steps + 1
        if state != root:
            return False
    return True


def _shares(moves):
    weights = []
    for root in STATES:
        others = [state for state in STATES if state != root]
        choices = (dict(zip(others, chosen, strict=True)) for chosen in product(STATES, repeat=len(others)))
        weights.append(
            sum(prod(moves[state][to] for state, to in target.items()) for target in choices if _leads_to(root, target))
        )
    return [weight / sum(weights) for weight in weights]


def _waits(moves, ends):
    """Expected weeks from each state until a move for which ends(state, to) holds, by elimination."""
    rows = [
        [Fraction(int(to == state)) - (0 if ends(state, to) else moves[state][to]) for to in STATES] + [Fraction(1)]
        for state in STATES
    ]
    for column in STATES:
        rows[column] = [entry / rows[column][column] for entry in rows[column]]
        for line in STATES:
            if line != column:
                factor = rows[line][column]
                rows[line] = [entry - factor * own for entry, own in zip(rows[line], rows[column], strict=True)]
    return [row[-1] for row in rows]


def answer(params):
    """Values from trees and waits."""
    moves = _moves(params)
    active, quiet, away = _shares(moves)
    return {
        "active": active,
        "quiet": quiet,
        "away": away,
        "spell_away": _waits(moves, lambda state, to: (state == 2) != (to == 2))[2],
        "between_departures": _waits(moves, lambda state, to: state != 2 and to == 2)[2],
        "active_kept": _shares(_moves(params, keep=1 - Fraction(params["cut"], 100)))[0],
        "active_called": _shares(_moves(params, call=2))[0],
    }


def drawn(params, seed, members=3_000, weeks=300, first=100):
    """Shares among drawn members, after some weeks to settle, each with its standard error over members."""
    rng = np.random.default_rng(seed)
    found = {}
    for keys, plan in (
        ({"active": 0, "away": 2}, {}),
        ({"active_kept": 0}, {"keep": 1 - Fraction(params["cut"], 100)}),
        ({"active_called": 0}, {"call": 2}),
    ):
        steps = np.cumsum(np.array(_moves(params, **plan), dtype=float), axis=1)
        state, held = np.zeros(members, dtype=int), np.zeros((members, 3))
        for week in range(weeks):
            state = (rng.random(members)[:, None] > steps[state]).sum(axis=1).clip(max=2)
            if week >= first:
                held[np.arange(members), state] += 1 / (weeks - first)
        for key, place in keys.items():
            found[key] = (held[:, place].mean(), held[:, place].std() / np.sqrt(members))
    return found
