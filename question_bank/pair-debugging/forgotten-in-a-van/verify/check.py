# hiretool-canary-c4fa7311-08fd-47ad-90a8-4cf1c9d67ef7
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import math

import numpy as np
import pandas as pd
import variants

SYMPTOM = "the_weeks_that_moved_are_marked_and_no_others"
MOVED = 0.25


def _frame(table):
    return pd.DataFrame(variants.locked(table))


def _shown(shares):
    """Values whose shares in ten equal ranges of 0..1000 are the given ones, each in the middle of its range."""
    return np.repeat(np.arange(10) * 100 + 50.0, shares)


def _beyond(index, then, now):
    """The index of values that all lie beyond those of training; not a number if there is none."""
    try:
        return index(then, now)
    except (RuntimeWarning, ValueError, ZeroDivisionError):
        return math.nan


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng, facts = np.random.default_rng([seed, 9]), variants.fleet(seed)
    index, report = modules["stability"].index, modules["stability"].report
    training, since = _frame(facts["training"]), [_frame(week) for week in facts["since"]]
    found = [report(training, week, variants.INPUTS) for week in since]
    marked = {(number, name) for number, row in enumerate(found) for name, value in row.items() if value >= MOVED}

    then, now = (table["km"].to_numpy() for table in (training, since[0]))
    moved = [index(then, now + by) for by in (0.0, 1.0, 2.0, 3.0)]
    beyond = [_beyond(index, then, now + by) for by in (300.0, -300.0)]
    odd = [index(then, np.append(now + by, far)) for by in (0.0, 2.0) for far in (1e5, -1e5)]
    shuffled = index(rng.permutation(then), rng.permutation(now))
    first = report(training, since[facts["new"]], variants.INPUTS)

    # For evenly spread training values, ranges of equal width and ranges of equal share are the same ten.
    even, shares = np.linspace(0.0, 1000.0, 4001), rng.integers(20, 90, 10)
    part = shares / shares.sum()
    known = math.fsum((share - 0.1) * math.log(share / 0.1) for share in part.tolist())
    return {
        SYMPTOM: marked == {(number, "battery_c") for number in range(facts["new"], variants.WEEKS)},
        "training_has_not_moved_against_itself": all(
            abs(index(training[name], training[name])) < 1e-9 for name in variants.INPUTS
        ),
        "the_further_it_moves_the_higher_the_index": bool(
            moved[0] < 0.1
            and all(low < high for low, high in zip(moved, moved[1:], strict=False))
            and moved[1] >= MOVED
        ),
        "values_beyond_all_of_training_are_the_clearest_case": bool(
            all(math.isfinite(value) for value in beyond) and beyond[0] >= moved[3] and beyond[1] >= moved[1]
        ),
        "another_unit_is_noticed": bool(index(then, now * 1.61) >= MOVED and index(then, now / 1.61) >= MOVED),
        "one_odd_ride_changes_little": all(abs(value - moved[0]) < 0.05 for value in odd[:2]),
        "one_odd_ride_does_not_hide_a_move": all(value >= MOVED and value > 0.6 * moved[2] for value in odd[2:]),
        "the_index_is_the_one_that_was_agreed": bool(abs(index(even, _shown(shares)) - known) < 0.01),
        "order_of_rides_and_of_weeks_does_not_matter": bool(
            abs(shuffled - moved[0]) < 1e-9
            and all(abs(first[name] - found[facts["new"]][name]) < 1e-12 for name in variants.INPUTS)
        ),
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    facts, report = variants.fleet(seed), modules["stability"].report
    training, since = _frame(facts["training"]), [_frame(week) for week in facts["since"]]
    found = [report(training, week, variants.INPUTS) for week in since]
    quiet = [
        value
        for number, row in enumerate(found)
        for name, value in row.items()
        if (number, name) != (facts["van"], "minutes") and not (name == "battery_c" and number >= facts["new"])
    ]
    return {
        "van": found[facts["van"]]["minutes"],
        "new_least": min(row["battery_c"] for row in found[facts["new"] :]),
        "new_most": max(row["battery_c"] for row in found[facts["new"] :]),
        "quiet_most": max(quiet),
        "quiet_mean": float(np.mean(quiet)),
    }


def modules(names=("rides", "stability", "monitor")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
