# hiretool-canary-7a3545c7-c1c8-4216-9005-2ede1a50b631
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import tempfile
from pathlib import Path

import numpy as np
import pandas as pd
import variants

SYMPTOM = "each_pupil_stands_beside_their_own_expectation"


def _told(frame):
    """(pupil, expected) of each row, None where it is blank."""
    scores = [None if np.isnan(value) else round(value, 1) for value in frame["expected"].astype(float).tolist()]
    return list(zip(frame["pupil"].tolist(), scores, strict=True))


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng = np.random.default_rng([seed, 9])
    register, tests, spring, past = variants.town(seed)
    right = variants.expected(tests, variants.weights(past))
    rows, written = variants.frames(register, tests)
    rows_before, written_before = rows.copy(), written.copy()
    columns = pd.DataFrame(dict(zip([*variants.FEATURES, "spring"], past, strict=True)))
    model = modules["expectation"].Expectation.fit(columns)

    def holds(some, given=written):
        """Whether a list comes back with the same rows, and each pupil with their own score."""
        try:
            found = modules["lists"].with_expected(some, given, model)
        except (ValueError, KeyError):
            # What cannot be put beside the rows by place, or by a number that stands twice, is refused.
            return False
        return len(found) == len(some) and _told(found) == [(pupil, right.get(pupil)) for pupil in some["pupil"]]

    whole = modules["lists"].with_expected(rows, written, model)
    own = dict(_told(whole))
    school = max(set(rows["school"]), key=lambda name: ((rows["school"] == name).sum(), name))
    form = rows[(rows["school"] == school) & (rows["form"] == "3b")]
    group = rows.iloc[rng.choice(len(rows), 14, replace=False)]
    again = pd.concat([form, group, form.iloc[3:9]])
    untested = [pupil for _, _, pupil, _ in register if pupil not in right]

    with tempfile.TemporaryDirectory() as scratch:
        variants.write(Path(scratch), seed)
        data = Path(scratch) / "data"
        table = modules["report"].by_school(data)
        lists = modules["lists"].read(data)
        on_past = modules["expectation"].off_on_past(modules["expectation"].past(data))
    schools = variants.by_school(register, right, spring)
    return {
        SYMPTOM: all(own.get(pupil) == score for pupil, score in right.items()),
        "the_rows_of_a_list_keep_their_order": whole[["school", "form", "pupil", "name"]].to_numpy().tolist()
        == [list(row) for row in register],
        "who_wrote_no_test_stays_with_a_blank": len(whole) == len(register)
        and all(pupil in own and own[pupil] is None for pupil in untested),
        "one_form_by_name_keeps_its_scores": holds(form.sort_values(["name", "pupil"])),
        "a_group_from_several_schools_keeps_its_scores": holds(group),
        "a_pupil_on_two_lists_has_the_same_score_twice": holds(again),
        "one_pupil_alone_is_as_in_company": holds(rows[rows["pupil"] == next(iter(right))]),
        "the_order_of_the_tests_has_no_say": holds(rows, written.iloc[::-1].reset_index(drop=True)),
        "the_frames_given_are_not_changed": bool(rows.equals(rows_before) and written.equals(written_before)),
        "the_report_says_how_far_off_pupils_are": table.index.tolist() == sorted(schools)
        and bool(np.allclose(table.to_numpy(float), [schools[name] for name in sorted(schools)], atol=1e-6)),
        "what_was_right_stays": lists["pupil"].tolist() == rows["pupil"].tolist()
        and abs(on_past - variants.off_on_past(past)) < 0.05,
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    with tempfile.TemporaryDirectory() as scratch:
        variants.write(Path(scratch), seed)
        table = modules["report"].by_school(Path(scratch) / "data")
    small = table["pupils"] < 10
    return {
        "off": float((table["off_by"] * table["pupils"]).sum() / table["pupils"].sum()),
        "on_past": variants.off_on_past(variants.town(seed)[3]),
        "off_small_least": float(table.loc[small, "off_by"].min()),
        "off_small_most": float(table.loc[small, "off_by"].max()),
        "off_large_least": float(table.loc[~small, "off_by"].min()),
        "off_large_most": float(table.loc[~small, "off_by"].max()),
        "means_apart": float((table["expected"] - table["reached"]).abs().max()),
        "pupils": len(variants.town(seed)[0]),
        "told": variants.generate(seed)["off"],
    }


def modules(names=("tests", "expectation", "lists", "report")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
