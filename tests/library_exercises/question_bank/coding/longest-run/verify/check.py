"""Candidate modules + seed -> {invariant: holds}."""

import importlib
import random


def run(modules, seed):
    longest = modules["runs"].longest
    values = random.Random(seed).choices("ab", k=30)
    return {
        "nothing_has_no_run": longest([]) == 0,
        "equal_values_are_one_run": longest([7] * 5) == 5,
        "order_matters": longest([1, 2, 1, 2, 1]) == 1,
        "backwards_is_the_same": longest(values) == longest(values[::-1]),
    }


def modules():
    return {"runs": importlib.import_module("runs")}
