# hiretool-canary-97654797-eba0-4523-8396-c8163704db91
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib

import numpy as np
import pandas as pd
import variants

SYMPTOM = "past_days_come_out_as_they_did_live"


def _expected(seed):
    """What the planner saw: one row for each planned hour, found without any join of tables."""
    clock, parts = variants.plant(seed)["clock"], []
    for date, _, valid, held, _ in variants.plans(seed):
        temperature, wind, before = variants.values(seed, held, valid)
        parts.append(
            pd.DataFrame(
                {
                    "date": date,
                    "valid": clock[valid],
                    "temperature": temperature,
                    "wind": wind,
                    "heat_two_days_before": before,
                }
            )
        )
    return pd.concat(parts, ignore_index=True)


def _same(one, other, columns):
    return len(one) == len(other) and all(
        np.allclose(one[name].to_numpy(float), other[name].to_numpy(float), atol=1e-9) for name in columns
    )


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng = np.random.default_rng([seed, 9])
    first, last = variants.period(seed)
    facts, plans = variants.plant(seed), list(variants.plans(seed))
    archive, heat = variants.forecasts(seed), variants.heat(seed)
    hours = modules["plans"].hours(first, last)
    expected = _expected(seed)
    weather, tabled = ["temperature", "wind"], modules["features"].table

    table = tabled(hours, archive, heat).sort_values("valid", ignore_index=True)
    shuffled = tabled(hours, archive.sample(frac=1, random_state=seed), heat).sort_values("valid", ignore_index=True)

    # A plan made again from the archive as it stood at that moment must equal the plan made from the whole archive.
    replayed = []
    minutes = (archive["received"] - facts["clock"][0]) / pd.Timedelta(minutes=1)
    for place in [len(plans) - 1, *rng.choice(len(plans) - 1, 5, replace=False)]:
        date, made = plans[place][:2]
        then = tabled(hours[hours["date"] == date].reset_index(drop=True), archive[minutes <= made * 60], heat)
        replayed.append(_same(then.sort_values("valid"), table[table["date"] == date], weather))

    # Runs do not arrive in the order of their names. An old one that comes in last is still old.
    overtaken = set()
    for date, made, _, held, _ in plans:
        arrived = np.where(facts["received"] <= made, facts["received"], -1)
        if arrived.argmax() != held:
            overtaken.add(date)

    error, live = modules["backtest"].daily_error(table, heat), variants.errors(seed)["live"]
    old = [part[part["date"].isin(overtaken)] for part in (table, expected)]
    return {
        SYMPTOM: bool(list(error.index) == list(live.index) and np.allclose(error, live, atol=1e-6)),
        "what_arrives_later_has_no_effect": all(replayed),
        "each_hour_uses_the_newest_run_held": _same(table, expected, weather),
        "an_old_run_that_comes_in_last_stays_old": bool(overtaken) and _same(*old, weather),
        "each_planned_hour_has_one_full_row": bool(
            len(table) == len(expected)
            and (table["valid"].to_numpy() == expected["valid"].to_numpy()).all()
            and (table["date"].to_numpy() == expected["date"].to_numpy()).all()
            and table.notna().all(axis=None)
        ),
        "heat_two_days_before_is_kept": _same(table, expected, ["heat_two_days_before"]),
        "order_of_the_archive_does_not_matter": _same(shuffled, table, weather),
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail. Mean error of the backtest over that of the live plans."""
    heat = variants.heat(seed)
    table = modules["features"].table(modules["plans"].hours(*variants.period(seed)), variants.forecasts(seed), heat)
    error, live = modules["backtest"].daily_error(table, heat), variants.errors(seed)["live"]
    return {"ratio": float(error.mean() / live.mean()), "days_that_differ": int((abs(error - live) > 1e-6).sum())}


def modules(names=("archive", "plans", "features", "backtest")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
