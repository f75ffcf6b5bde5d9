# hiretool-canary-4ffb3b44-0db8-4977-8505-ac0f942cad83
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import random
import tempfile
from pathlib import Path

import variants

SYMPTOM = "both_exports_are_decided_by_the_rules"


def _row(number, euros, state="open", placed="2026-03-02T09:00:00", income=4000.0, debts=400.0, years=5):
    return [number, placed, state, euros, income, debts, years]


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng = random.Random(f"{seed} check")
    made, decide = modules["applications"].Application, modules["batch"].decide
    monday, _, cents, week = variants.week(seed)
    budget = cents / 100

    def decided(rows, budget=budget, week=week):
        return dict(decide([made(*row) for row in rows], budget, week))

    with tempfile.TemporaryDirectory() as scratch:
        variants.write(Path(scratch), seed)
        exports = [
            dict(decide(modules["applications"].read(Path(scratch) / "data" / f"{name}.csv"), budget, week))
            for name in ("monday", "again")
        ]
    clerk = {number for number, told in exports[0].items() if told == "clerk"}
    expected = variants.right(monday, cents, clerk)
    orders = [rng.sample(monday, len(monday)) for _ in range(4)]
    orders.append(sorted(monday))
    orders.append(sorted(monday, key=lambda row: row[1], reverse=True))

    # Somebody without a chance applies too; somebody without a chance withdraws.
    more = [_row("L000001", 900.0, debts=3900.0, years=0), *monday]
    after = decided(more)
    refused = [number for number, told in expected.items() if told == "no"]
    fewer = decided([row for row in monday if row[0] not in refused[:9]])
    following = decided(orders[0], week=week + 1)
    others = {number for number, told in following.items() if told == "clerk"}
    lots = decided([_row(f"K{number}", 900.0) for number in range(600)], 1e9, week)
    next_lots = decided([_row(f"K{number}", 900.0) for number in range(600)], 1e9, week + 1)
    drawn = {number for number, told in lots.items() if told == "clerk"}
    drawn_next = {number for number, told in next_lots.items() if told == "clerk"}

    # Promises and one loan that fill the budget to the cent, and one cent less than that.
    names = [number for number, told in lots.items() if told != "clerk"]
    name, first, second = names[0], names[1], names[2]
    fits, short = True, True
    for _ in range(12):
        promises = [_row(f"P{place}", rng.randint(10000, 900000) / 100, "promised") for place in range(23)]
        loan = rng.randint(50000, 300000) / 100
        total = sum(round(row[3] * 100) for row in promises) + round(loan * 100)
        fits &= decided([*promises, _row(name, loan)], total / 100)[name] == "yes"
        short &= decided([*promises, _row(name, loan)], (total - 1) / 100)[name] == "wait"
    early, late = "2026-03-02T09:00:00", "2026-03-02T09:00:01"
    pair = [_row(first, 1000.0, placed=late), _row(second, 1000.0, placed=early)]
    twin = [_row(first, 1000.0, placed=early), _row(second, 1000.0, placed=late)]
    return {
        SYMPTOM: exports == [expected, expected],
        "order_of_the_export_does_not_matter": all(decided(rows) == expected for rows in orders),
        "another_week_goes_by_the_same_rules": following == variants.right(monday, cents, others),
        "who_has_no_chance_changes_nobody_else": {number: told for number, told in after.items() if number != "L000001"}
        == expected
        and fewer == {number: told for number, told in expected.items() if number not in refused[:9]},
        "the_clerk_has_his_share": 0.04 <= len(drawn) / 600 <= 0.13,
        "another_week_draws_others": len(drawn & drawn_next) < 0.5 * len(drawn),
        "a_loan_that_fits_to_the_cent_fits": fits,
        "a_cent_short_is_short": short,
        "of_two_alike_the_earlier_comes_first": decided(pair, 1000.0) == {first: "wait", second: "yes"}
        and decided(twin[::-1], 1000.0) == {first: "yes", second: "wait"},
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    made = modules["applications"].Application
    monday, again, cents, week = variants.week(seed)
    one, other = (modules["batch"].decide([made(*row) for row in rows], cents / 100, week) for rows in (monday, again))
    expected = variants.right(monday, cents, variants.by_lot(monday, week))
    return {
        "differ": sum(one[number] != other[number] for number in one),
        "monday_off": sum(one[number] != expected[number] for number in one),
        "open": len(one),
        "yes_moved": list(one.values()).count("yes") - list(other.values()).count("yes"),
    }


def modules(names=("applications", "points", "batch")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
