# hiretool-canary-fd94edc9-9127-4840-81a6-b732ac8bbe09
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import tempfile
from datetime import timedelta
from pathlib import Path

import numpy as np
import variants

SYMPTOM = "each_day_has_all_that_was_used"


def _found(modules, folder, zone):
    """{day: (tenths, temperature)} as the project has it."""
    days = modules["estate"].Estate(str(folder), zone).days()
    columns = days["kwh"].tolist(), days["outdoor"].tolist()
    return dict(zip(days.index.tolist(), zip(*columns, strict=True), strict=True))


def _same(found, right):
    return list(found) == list(right) and all(
        abs(10 * found[day][0] - right[day][0]) < 1e-6 and abs(found[day][1] - right[day][1]) < 1e-9 for day in right
    )


def _small(modules, scratch, seed, zone, middle, lost=None):
    """Three days of two pumps around `middle`, one day sent again; `lost`: a line of the second pump that never arrived."""
    rng = np.random.default_rng([seed, 7, middle.month])
    days = [middle + timedelta(days=place) for place in (-1, 0, 1)]
    degrees = variants.outdoors(rng, days, zone)
    rows = [
        row for name in ("P01", "P02") for row in variants.lines_of(rng, name, days, zone, degrees, rests=name == "P01")
    ]
    used = {f"{day}": sum(row[3] for row in rows if row[2].date() == day) for day in days}
    if lost is not None:
        gone = [row for row in rows if row[0] == "P02" and row[2].date() == middle][lost]
        rows = [row for row in rows if row != gone]
    rows = [row for row in rows if row[2].date() == middle and row[0] == "P01"] + rows
    folder = Path(scratch) / f"{zone.replace('/', '-')}-{middle}-{lost}"
    variants.put(folder, rows, degrees, used)
    return _same(_found(modules, folder, zone), variants.by_day(rows, degrees, zone))


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    told, (rows, degrees, used) = variants.facts(seed), variants.estate(seed)
    zone, day = told["zone"], f"{told['changed']}"
    right = variants.by_day(rows, degrees, zone)
    short = min(variants.changes(told["changed"].year, zone))
    with tempfile.TemporaryDirectory() as scratch:
        data = Path(scratch) / "data"
        variants.write(Path(scratch), seed)
        found = _found(modules, data, zone)
        table = modules["report"].compared(modules["estate"].Estate(str(data), zone))
        differ = dict(zip(table.index.tolist(), table["differ"].tolist(), strict=True))
        variants.put(Path(scratch) / "turned", rows[::-1], degrees, used)
        turned = _found(modules, Path(scratch) / "turned", zone)
        long_day = _small(modules, scratch, seed, zone, told["changed"])
        lacking = [_small(modules, scratch, seed, zone, told["changed"], lost=place) for place in (2, 12)]
        short_day = _small(modules, scratch, seed, zone, short)
        plain = _small(modules, scratch, seed, "Asia/Tokyo", told["changed"])
        plain_lacking = _small(modules, scratch, seed, "Asia/Tokyo", told["changed"], lost=5)
        curve = modules["curve"].fit(modules["estate"].Estate(str(data), zone).days())
    others = [{name: pairs[name] for name in pairs if name != day} for pairs in (found, right)]
    slope, at_zero = np.polyfit([pair[1] for pair in right.values()], [pair[0] / 10 for pair in right.values()], 1)
    return {
        SYMPTOM: all(abs(10 * found[name][0] - used[name]) < 1e-6 for name in found),
        "no_complete_day_is_left_out": day in found and set(right) <= set(found),
        "a_day_that_lacks_a_line_is_left_out": set(found) <= set(right),
        "a_day_sent_again_counts_once": _same(*others),
        "a_pump_at_rest_keeps_its_hours": long_day,
        "a_long_day_that_lacks_a_line_is_left_out": all(lacking),
        "a_short_day_is_complete": short_day,
        "where_clocks_are_left_alone_nothing_changes": plain and plain_lacking,
        "the_order_of_lines_has_no_say": _same(turned, right),
        "the_bill_agrees": list(differ) == list(right) and all(abs(value) <= 0.5 + 1e-6 for value in differ.values()),
        "the_curve_is_that_of_the_right_days": bool(np.allclose(curve, (at_zero, slope))),
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    told = variants.facts(seed)
    with tempfile.TemporaryDirectory() as scratch:
        variants.write(Path(scratch), seed)
        table = modules["report"].compared(modules["estate"].Estate(str(Path(scratch) / "data"), told["zone"]))
    day = f"{told['changed']}"
    there = day in table.index
    return {
        "share_lacking": float(-table.loc[day, "differ"] / table.loc[day, "billed"]) if there else np.nan,
        "lacking": float(-table.loc[day, "differ"]) if there else np.nan,
        "else_most": float(table.drop(index=day, errors="ignore")["differ"].abs().max()),
        "days": len(told["days"]),
        "complete": len(table),
        "told": variants.generate(seed)["ours"] - (float(table.loc[day, "ours"]) if there else np.nan),
    }


def modules(names=("meters", "estate", "curve", "report")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
