"""Candidate modules + seed -> {invariant: holds}."""

import importlib
import random


def modules(names=("sums",)):
    return {name: importlib.import_module(name) for name in names}


def run(modules, seed):
    dice = random.Random(seed)
    rows = [dice.randint(1, 9) for _ in range(dice.randint(2, 6))]
    total = modules["sums"].total
    return {
        "one_row_is_its_own_total": total(rows[:1]) == rows[0],
        "every_row_counts": total(rows) == sum(rows),
        "no_row_is_nothing": total([]) == 0,
    }
