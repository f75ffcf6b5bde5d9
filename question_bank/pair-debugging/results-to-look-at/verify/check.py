"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import tempfile
from pathlib import Path

import numpy as np
import pandas as pd
import variants

SYMPTOM = "each_result_has_its_own_outcome"


def _frame(tubes, index=None):
    """Samples as `samples.read` gives them, with the index that somebody else's frame may have."""
    frame = pd.DataFrame(tubes, index=index)
    frame["arrived"] = pd.to_datetime(frame["arrived"])
    return frame


def _at(tubes, places):
    return {column: [values[place] for place in places] for column, values in tubes.items()}


def _agrees(modules, tubes, index=None):
    """Whether the table of these samples has their features, and whether it has their outcomes."""
    try:
        rows = modules["features"].table(_frame(tubes, index))
    except ValueError:
        # pandas will not match by labels that stand twice.
        return (False, False)
    values, outcome = variants.plain(tubes)
    found = rows[modules["features"].FEATURES].to_numpy(dtype=float)
    return (
        found.shape == values.shape and bool(np.allclose(found, values)),
        len(rows) == len(outcome) and rows["withdrawn"].tolist() == outcome.tolist(),
    )


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng = np.random.default_rng([seed, 9])
    tubes = variants.samples(seed)
    kept = [place for place, value in enumerate(tubes["potassium"]) if value is not None]
    results = _at(tubes, kept)
    with tempfile.TemporaryDirectory() as scratch:
        variants.write(Path(scratch), seed)
        samples = modules["samples"].with_result(modules["samples"].read(Path(scratch) / "data" / "samples.csv"))
        compared = modules["report"].compared(Path(scratch) / "data")
    before = samples.copy()
    rows = modules["features"].table(samples)
    values, outcome = variants.plain(results)
    numbers = rows[modules["features"].FEATURES].to_numpy(dtype=float)

    # Dashboards pass what they have: one ward by rising potassium, any order, the frames of two laboratories.
    ward = [place for place in kept if tubes["ward"][place] == tubes["ward"][kept[0]]]
    ward = sorted(ward, key=lambda place: (tubes["potassium"][place], place))
    mixed = [kept[place] for place in rng.permutation(len(kept)).tolist()]
    first, second = kept[:200], kept[300:520]
    numbered = [*range(200), *range(220)]

    counted, model = variants.compared(values, outcome)
    listed, index = variants.by_index(results)
    ranked = len(kept) - int(0.6 * len(kept))
    blank = np.array([value is None for value in results["haemolysis"]])
    return {
        SYMPTOM: len(rows) == len(outcome) and rows["withdrawn"].tolist() == outcome.tolist(),
        "each_result_has_its_own_features": numbers.shape == values.shape and bool(np.allclose(numbers, values)),
        "no_result_is_left_out": len(rows) == len(kept),
        "a_blank_index_is_taken_as_the_usual_one": len(rows) == len(kept) and not numbers[blank, 0].any(),
        "one_ward_in_another_order_keeps_its_outcomes": all(_agrees(modules, _at(tubes, ward), ward)),
        "any_order_keeps_outcomes": all(_agrees(modules, _at(tubes, mixed), mixed)),
        "two_laboratories_together_keep_their_outcomes": all(_agrees(modules, _at(tubes, first + second), numbered)),
        "numbers_from_nought_on_still_work": all(_agrees(modules, results)),
        "the_samples_given_are_not_changed": bool(samples.equals(before)),
        "the_report_compares_on_the_same_outcomes": compared["results"].tolist() == [ranked, ranked]
        and compared["withdrawn"].tolist() == [listed, counted]
        and bool(np.allclose(compared["in_first_tenth"], [index, model], atol=0.5 / counted)),
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    tubes = variants.samples(seed)
    with tempfile.TemporaryDirectory() as scratch:
        variants.write(Path(scratch), seed)
        compared = modules["report"].compared(Path(scratch) / "data")
        samples = modules["samples"].with_result(modules["samples"].read(Path(scratch) / "data" / "samples.csv"))
    rows = modules["features"].table(samples)
    given = samples["withdrawn"].fillna(0.0).to_numpy()
    differ = rows["withdrawn"].to_numpy() != given if len(rows) == len(given) else np.array([np.nan])
    return {
        "tubes": len(tubes["sample"]),
        "no_result": 1 - len(samples) / len(tubes["sample"]),
        "withdrawn_in_all": float(given.sum()),
        "index": float(compared["in_first_tenth"].iloc[0]),
        "model": float(compared["in_first_tenth"].iloc[1]),
        "withdrawn_of_index": int(compared["withdrawn"].iloc[0]),
        "withdrawn_of_model": int(compared["withdrawn"].iloc[1]),
        "own_outcome_of_withdrawn": float(1 - differ[given == 1].mean()) if len(differ) > 1 else -1.0,
    }


def modules(names=("samples", "features", "ranking", "report")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}


# hiretool-canary-251d82e3-4457-40ee-a802-019c79d7dbe9
