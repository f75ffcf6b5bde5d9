# hiretool-canary-b7ae550b-c07c-4685-8337-70d2121e3889
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib

import numpy as np
import pandas as pd
import variants

SYMPTOM = "the_table_of_a_day_is_what_was_on_record_when_it_began"


def _same(one, other):
    return bool(
        list(one.index) == list(other.index)
        and np.allclose(one[["price", "minutes", "owed"]].to_numpy(float), other[["price", "minutes", "owed"]])
    )


def _as_told(table, expected):
    names = sorted(expected)
    return bool(
        list(table.index) == names
        and np.allclose(table[["price", "minutes", "owed"]].to_numpy(float), [expected[name] for name in names])
    )


def _at(text):
    return pd.Timestamp(text)


def _small():
    """Two customers, by hand; the table is made for 10 March."""
    return {
        "customers": pd.DataFrame(
            {"customer": ["A", "B", "C"], "joined": map(_at, ["2026-01-01"] * 2 + ["2026-03-10"])}
        ),
        "plans": pd.DataFrame(
            [
                ("A", 20, _at("2026-01-01"), _at("2026-01-01 09:00")),
                ("A", 30, _at("2026-03-01"), _at("2026-03-09 23:59")),
                ("A", 40, _at("2026-02-01"), _at("2026-03-10 00:00")),
                ("A", 50, _at("2026-03-05"), _at("2026-03-12 10:00")),
                ("B", 10, _at("2026-01-01"), _at("2026-01-01 09:00")),
                ("B", 15, _at("2026-01-01"), _at("2026-01-02 09:00")),
                ("B", 60, _at("2026-03-11"), _at("2026-02-01 09:00")),
                ("C", 70, _at("2026-03-10"), _at("2026-03-01 09:00")),
            ],
            columns=["customer", "euros", "valid_from", "entered"],
        ),
        "calls": pd.DataFrame(
            [
                ("A", _at("2026-02-07 23:59"), 100),
                ("A", _at("2026-02-08 00:00"), 1),
                ("A", _at("2026-03-09 23:59"), 2),
                ("A", _at("2026-03-10 00:00"), 200),
                ("A", _at("2026-03-20 08:00"), 400),
            ],
            columns=["customer", "started", "minutes"],
        ),
        "ledger": pd.DataFrame(
            [
                ("A", "A-1", _at("2026-02-20"), _at("2026-02-20 08:00"), 3000),
                ("A", "A-1", _at("2026-02-20"), _at("2026-03-01 08:00"), -500),
                ("A", "A-1", _at("2026-02-20"), _at("2026-03-11 08:00"), -2500),
                ("B", "B-1", _at("2026-03-08"), _at("2026-03-10 00:00"), 900),
            ],
            columns=["customer", "invoice", "issued", "entered", "cents"],
        ),
    }


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng = np.random.default_rng([seed, 9])
    features, records = modules["features"], variants.records(seed)
    day = variants.rows(seed)[1]
    other = int(rng.integers(45, 110))

    def made(tables, at):
        return features.table({name: table.copy() for name, table in tables.items()}, variants.date(seed, at))

    whole, start = made(records, day), variants.date(seed, day)
    moments = {"plans": "entered", "calls": "started", "ledger": "entered"}
    held = {}
    for name, moment in moments.items():
        cut = records | {name: records[name][records[name][moment] < start]}
        held[f"{name}_from_the_day_on_have_no_say"] = _same(made(cut, day), whole)
    small = features.table(_small(), "2026-03-10")
    turned = made({name: table.iloc[::-1] for name, table in records.items()}, day)
    return {
        SYMPTOM: _as_told(whole, variants.as_of(seed, day)),
        "so_is_that_of_another_day": _as_told(made(records, other), variants.as_of(seed, other)),
        **held,
        "a_plan_entered_late_but_before_the_day_holds": float(small.loc["A", "price"]) == 30.0,
        "a_plan_for_later_does_not_hold_yet": float(small.loc["B", "price"]) == 15.0,
        "thirty_whole_days_count": float(small.loc["A", "minutes"]) == 3.0 and float(small.loc["B", "minutes"]) == 0.0,
        "a_part_paid_before_the_day_is_taken_off": float(small.loc["A", "owed"]) == 25.0,
        "an_invoice_entered_later_is_not_owed_yet": float(small.loc["B", "owed"]) == 0.0,
        "who_joins_on_the_day_is_not_in_it": list(small.index) == ["A", "B"],
        "order_of_rows_does_not_matter": _same(turned, whole),
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    day = variants.rows(seed)[1]
    table = modules["features"].table(variants.records(seed), variants.date(seed, day))
    told = variants.as_of(seed, day)
    right = pd.DataFrame.from_dict(told, orient="index", columns=["price", "minutes", "owed"]).sort_index()
    then, now = modules["score"].scores(right), modules["score"].scores(table)
    kept = set(then.nlargest(25).index) & set(now.nlargest(25).index)
    return {
        "differ_percent": 100 * float(((then - now).abs() > 0.0005).mean()),
        "kept": len(kept),
        "up_percent": 100 * float((now - then > 0.0005).mean()),
    }


def modules(names=("records", "features", "score", "compare")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
