# hiretool-canary-9c995259-4cd8-4971-9ab1-fe8b6181c3fe
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib

import numpy as np
import pandas as pd
import variants

SYMPTOM = "what_happens_on_a_day_has_no_effect_on_its_forecast"


def _told(table, names=("recent", "week_before")):
    """{(stall, day): values}, with what is missing as None."""
    columns = [table[name].astype(float).tolist() for name in names]
    return {
        (stall, day): tuple(None if np.isnan(value) else round(value, 9) for value in values)
        for stall, day, values in zip(table["stall"], table["day"], zip(*columns, strict=True), strict=True)
    }


def _by_hand(rows):
    """The same, one stall and one day after the other."""
    sold = {
        (stall, day): number
        for stall, day, number in zip(rows["stall"], rows["day"], rows["sold"].tolist(), strict=True)
    }
    found = {}
    for stall in sorted({stall for stall, _ in sold}):
        past = []
        for day in sorted(day for other, day in sold if other == stall):
            recent = round(sum(past[-3:]) / len(past[-3:]), 9) if len(past) >= 2 else None
            before = sold.get((stall, day - pd.Timedelta(days=7)))
            found[stall, day] = recent, None if before is None else round(float(before), 9)
            past.append(sold[stall, day])
    return found


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng = np.random.default_rng([seed, 9])
    facts, backtest = variants.story(seed), modules["backtest"]
    with_history = modules["history"].with_history
    first, day = facts["first"], facts["fell"]
    # Six weeks before the replay and up to a week after the day of the wires are enough here.
    rows = variants.rows(seed)
    rows = rows[rows["day"].between(first - pd.Timedelta(weeks=6), day + pd.Timedelta(days=6))].reset_index(drop=True)
    made = with_history(rows)
    told = _told(made)

    replayed = backtest.replay(rows, first)
    there = replayed[replayed["day"] == day].set_index("stall")["forecast"]
    other = rows.assign(sold=np.where(rows["day"] == day, rows["sold"] * 7 + 50, rows["sold"]))
    changed = backtest.replay(other, first)
    moved = changed[changed["day"] == day].set_index("stall")["forecast"]
    later = rows.assign(sold=np.where(rows["day"] > day, rng.permutation(rows["sold"].to_numpy()), rows["sold"]))
    up_to = {key: values for key, values in told.items() if key[1] <= day}
    then = {key: values for key, values in _told(with_history(later)).items() if key[1] <= day}

    # The evening job has the days before, in the order in which they came, and a row without sales at the end.
    evening = backtest.tomorrow(rows[rows["day"] < day].reset_index(drop=True), first, day)
    evening = {stall: evening.get(stall, np.nan) for stall in there.index}

    orders = [rows.sort_values("day"), rows.sort_values(["stall", "day"]), rows.sample(frac=1, random_state=seed)]
    one = str(rng.choice(facts["stalls"]))
    strange = rows.assign(sold=np.where(rows["stall"] == one, rng.permutation(rows["sold"].to_numpy()), rows["sold"]))
    without = {key: values for key, values in _told(with_history(strange)).items() if key[0] != one}
    return {
        SYMPTOM: bool(len(there) >= 3 and np.allclose(there, moved.reindex(there.index), atol=1e-9)),
        "later_days_have_no_effect": up_to == then,
        "the_evening_job_orders_what_the_replay_says": bool(np.allclose(there, list(evening.values()), atol=1e-9)),
        "recent_days_are_the_last_open_ones": told == _by_hand(rows),
        "order_of_rows_does_not_matter": all(
            _told(with_history(some.reset_index(drop=True))) == told for some in orders
        ),
        "another_stall_has_no_say": without == {key: values for key, values in told.items() if key[0] != one},
        "each_row_is_kept": bool(
            len(made) == len(rows)
            and {"stall", "day", "sold"} <= set(made.columns)
            and made["sold"].sum() == rows["sold"].sum()
        ),
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    facts, params = variants.story(seed), variants.generate(seed)
    replayed = modules["backtest"].replay(variants.rows(seed), facts["first"])
    day = replayed[(replayed["day"] == facts["fell"]) & replayed["stall"].isin(facts["cut"])]
    off = (replayed["forecast"] - replayed["sold"]).abs()
    return {
        "off_percent": float(100 * off.sum() / replayed["sold"].sum()),
        "of_usual": float(day["forecast"].sum() / params["usual"]),
        "as_told": abs(float(day["forecast"].sum()) - params["ordered"]),
    }


def modules(names=("stalls", "history", "demand", "backtest")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
