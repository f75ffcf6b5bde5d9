# hiretool-canary-a486529f-99d0-4bf1-8b87-f092feb6c895
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import tempfile
from pathlib import Path

import variants

SYMPTOM = "each_value_is_in_the_units_of_the_model"


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    told, (people, rows) = variants.facts(seed), variants.wards(seed)
    in_si = modules["units"].in_si
    at = {patient: hospital for patient, hospital, _ in people}
    first, second = told["hospitals"]

    def holds(some):
        """Whether these results, alone, come back in their order with the right value and unit."""
        frame, listed = variants.frames(seed, some)
        found = in_si(frame, listed)
        wanted = [variants.si_of(seed, row) for row in some]
        units = [variants.unit_of(seed, row) for row in some]
        values = found["si"].tolist()
        near = len(values) == len(wanted) and all(abs(a - b) < 1e-3 * b for a, b in zip(values, wanted, strict=True))
        return near and found["unit"].tolist() == units and found["value"].tolist() == [row[4] for row in some]

    given, listed = variants.frames(seed, rows)
    before = given.copy()
    whole = holds(rows)
    # The ward's screen asks for one patient; a blank unit of each system is among them.
    alone = []
    for system in told["systems"]:
        patient = next(row[0] for row in rows if row[2] == system and row[3] == "urea")
        alone.append(holds([row for row in rows if row[0] == patient]))
    stated = [row for row in rows if row[5] is not None]
    blank = [row for row in rows if row[5] is None]
    try:
        in_si(given.assign(system="Bedside"), listed)
        refused = False
    except ValueError:
        refused = True
    in_si(given, listed)
    with tempfile.TemporaryDirectory() as scratch:
        variants.write(Path(scratch), seed)
        table = modules["report"].by_hospital(str(Path(scratch) / "data"))
    right = variants.ranked(seed, variants.si_of)
    return {
        SYMPTOM: whole,
        "a_stated_unit_counts": holds(stated),
        "a_blank_one_is_that_of_the_system": holds(blank),
        "one_patient_alone_is_as_in_company": all(alone),
        "each_hospital_alone_is_as_with_the_other": all(
            holds([row for row in rows if at[row[0]] == hospital]) for hospital in (first, second)
        ),
        "what_was_right_stays": holds([row for row in rows if at[row[0]] == second]),
        "an_old_result_of_the_new_system_keeps_its_unit": holds([row for row in stated if row[5] == "mg/dl"]),
        "what_is_not_in_the_catalogue_is_refused": refused,
        "patients_are_ranked_by_the_right_values": all(
            table.loc[name, "patients"] == right[name][0]
            and table.loc[name, "worse"] == right[name][1]
            and abs(table.loc[name, "auc"] - right[name][2]) < 2e-3
            for name in right
        ),
        "the_results_given_are_not_changed": bool(given.equals(before)),
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    told, (people, rows) = variants.facts(seed), variants.wards(seed)
    first, second = told["hospitals"]
    with tempfile.TemporaryDirectory() as scratch:
        variants.write(Path(scratch), seed)
        table = modules["report"].by_hospital(str(Path(scratch) / "data"))
    at = {patient: hospital for patient, hospital, _ in people}
    here = [row for row in rows if at[row[0]] == first]
    urea = [row for row in here if row[3] == "urea"]
    old = [row[4] for row in urea if variants.unit_of(seed, row) == "mg/dl"]
    return {
        "results": len(rows),
        "auc_first": float(table.loc[first, "auc"]),
        "auc_second": float(table.loc[second, "auc"]),
        "apart": float(table.loc[second, "auc"] - table.loc[first, "auc"]),
        "flagged_first": float(table.loc[first, "flagged"]),
        "flagged_second": float(table.loc[second, "flagged"]),
        "blank_first": sum(row[5] is None for row in here) / len(here),
        "old_urea_below_30": sum(value < 30 for value in old) / len(old),
        "told": abs(float(table.loc[first, "auc"]) - variants.generate(seed)["first_auc"]),
    }


def modules(names=("results", "units", "risk", "report")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
