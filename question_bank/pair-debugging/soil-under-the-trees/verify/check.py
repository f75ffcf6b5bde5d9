# hiretool-canary-98ff88fb-9efa-4fb6-ba25-a28610fab651
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import math
import tempfile
from pathlib import Path

import pandas as pd
import variants

SYMPTOM = "soil_is_the_mean_of_the_readings_that_there_are"


def _same(value, tenths):
    return math.isnan(value) if tenths is None else abs(10 * value - tenths) < 1e-6


def _table(modules, folder, found, makes, start, by_hand=()):
    """The hours that the project makes of some readings: {(station, hour by number): (soil, temperature, rain)}."""
    variants.put(folder, found, makes, start, by_hand)
    table = modules["hours"].by_hour(modules["readings"].read(str(folder)))
    places = [int((moment - start) / pd.Timedelta(hours=1)) for moment in table["hour"]]
    columns = [table[name].astype(float).tolist() for name in ("soil", "temperature", "rain")]
    keys = zip(table["station"], places, strict=True)
    return dict(zip(keys, zip(*columns, strict=True), strict=True)), table


def _small():
    """Hours of one Arve and one Brenn: frost and no rain, a reading lost, three lost, an Arve's sensor lost, all lost."""
    frost = [
        ({"soil": 210 + place, "temperature": (0, -2, 0, 1, 0, 0)[place], "rain": 0, "volts": 3700})
        for place in range(6)
    ]
    lost = {"soil": None, "temperature": None, "rain": None, "volts": None}
    hours = [frost, [lost, *frost[1:]], [lost, lost, frost[2], lost, *frost[4:]]]
    hours += [[lost] * 6, frost[::-1], [*frost[:4], lost, lost]]
    brenn = [row for hour in hours for row in hour]
    arve = [{**row, **({"rain": None} if place % 7 == 3 else {}), "volts": 3700} for place, row in enumerate(frost * 6)]
    return {
        name: {key: [row[key] for row in rows] for key in ("soil", "temperature", "rain", "volts")}
        for name, rows in {"Old tree": arve, "New tree": brenn}.items()
    }


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    (makes, start), (found, by_hand) = variants.facts(seed), variants.orchard(seed)
    wanted = variants.hours(found)
    small = _small()
    small_wanted = variants.hours(small)
    with tempfile.TemporaryDirectory() as scratch:
        data = Path(scratch) / "data"
        ours, table = _table(modules, data, found, makes, start, by_hand)
        rows = modules["readings"].read(str(data))
        lacking = modules["hours"].lacking(rows).to_dict()
        report = modules["report"].by_station(str(data))
        small_makes = {"Old tree": "Arve", "New tree": "Brenn"}
        tiny, _ = _table(modules, Path(scratch) / "small", small, small_makes, start)
    nights = modules["water"].nights(table)
    water = dict(zip(zip(nights["station"], nights["day"], strict=True), nights["water"].tolist(), strict=True))
    right = {
        (name, f"{start + pd.Timedelta(days=night):%Y-%m-%d}"): pair[1]
        for name in makes
        for night, pair in variants.watered(wanted, name).items()
    }
    counts = {name: variants.off(wanted, by_hand, name) for name in makes}
    whole = set(ours) == set(wanted)

    def holds(at, keys=tuple(wanted)):
        return whole and all(_same(ours[key][at], wanted[key][at]) for key in keys)

    blank = [key for key in wanted if wanted[key][2] is None]
    compared = [report.loc[name, "compared"] == counts[name][0] for name in makes]
    compared += [abs(report.loc[name, "off"] - counts[name][1]) < 0.051 for name in makes]
    return {
        SYMPTOM: holds(0),
        "temperature_is_the_mean_of_the_readings_that_there_are": holds(1),
        "rain_is_blank_where_a_reading_is_lacking": holds(2, blank),
        "an_hour_without_rain_has_0": holds(2, [key for key in wanted if wanted[key][2] == 0]),
        "rain_is_the_sum": holds(2),
        "frost_at_0_degrees_is_a_reading": set(tiny) == set(small_wanted)
        and all(_same(tiny[key][at], small_wanted[key][at]) for key in small_wanted for at in range(3)),
        "what_was_right_stays": all(holds(at, [key for key in wanted if makes[key[0]] == "Arve"]) for at in range(3)),
        "as_many_are_lacking_as_the_gateway_says": all(
            lacking[name] == variants.lacking(found, name) for name in makes
        ),
        "trees_are_watered_when_the_soil_is_dry": water == right,
        "no_row_is_lost": len(rows) == sum(len(columns["soil"]) for columns in found.values()),
        "the_report_agrees_with_the_probe": all(map(bool, compared)),
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    (makes, _start), (found, _by_hand) = variants.facts(seed), variants.orchard(seed)
    with tempfile.TemporaryDirectory() as scratch:
        variants.write(Path(scratch), seed)
        table = modules["report"].by_station(str(Path(scratch) / "data"))
        rows = modules["readings"].read(str(Path(scratch) / "data"))
    hours = modules["hours"].by_hour(rows)
    brenn = table["make"] == "Brenn"
    told = variants.generate(seed)
    named = table.loc[told["named"]]
    wanted = variants.hours(found)
    due = sum(water for name in makes if makes[name] == "Brenn" for _, water in variants.watered(wanted, name).values())
    return {
        "off_brenn_least": float(table.loc[brenn, "off"].min()),
        "off_brenn_most": float(table.loc[brenn, "off"].max()),
        "off_arve_most": float(table.loc[~brenn, "off"].abs().max()),
        "lacking_brenn": float(variants.lacking(found, told["named"]) / variants.SLOTS),
        "watered_brenn": int(table.loc[brenn, "watered"].sum()),
        "due_brenn": due,
        "rain_blank": float(hours["rain"].isna().mean()),
        "frost_readings": float((rows["temperature"] == 0).mean()),
        "told": abs(told["watered"] - int(named["watered"])) + abs(told["below"] + float(named["off"])),
    }


def modules(names=("readings", "hours", "water", "report")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
