# hiretool-canary-0065228d-8f3b-45f9-8f47-4e83dc9253c0
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import tempfile
from pathlib import Path

import numpy as np
import variants

SYMPTOM = "a_lift_has_one_risk_whoever_is_asked_about_with_it"


def _request(rows):
    """Rows as the planning tool sends them; a reading that did not come is None."""
    names = ["building", "lift", "day", *variants.SENT]
    columns = [[None if value != value else value for value in rows[name].tolist()] for name in names]
    return [dict(zip(names, values, strict=True)) for values in zip(*columns, strict=True)]


def _said(service, model, rows):
    """Risks of the rows, asked together."""
    answers = service.answer(model, _request(rows))
    if set(answers) != set(rows["lift"]):
        return np.full(len(rows), np.nan)
    return np.array([answers[lift]["risk"] for lift in rows["lift"]], dtype=float)


def _in_parts(service, model, rows, buildings):
    """Risk by lift, asked for one building at a time in the order given."""
    said = {}
    for building in buildings:
        some = rows[rows["building"] == building]
        said |= dict(zip(some["lift"], _said(service, model, some).tolist(), strict=True))
    return said


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng = np.random.default_rng([seed, 9])
    risk, service, tables = modules["risk"], modules["service"], variants.tables(seed)
    month, training = tables["month"].drop(columns="stopped"), tables["training"]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.json"
        risk.fit(training).save(path)
        # Another fleet's model is fitted meanwhile; the release must bring all that it needs.
        risk.fit(training.assign(door_s=training["door_s"] * 2 + 5, motor_a=4.0 + training["offset_mm"]))
        model = risk.Model.load(path)

    some = rng.choice(month["building"].unique(), 3, replace=False).tolist()
    morning = month[(month["day"] == rng.choice(month["day"].unique())) & month["building"].isin(some)]
    by_building = _in_parts(service, model, morning, some)
    backwards = _in_parts(service, model, morning.iloc[::-1], some[::-1])
    risks = np.array([by_building[lift] for lift in morning["lift"]])
    few = morning.sample(3, random_state=seed)
    alone = [_said(service, model, few.loc[[row]])[0] for row in few.index]
    expected, tabled = variants.risks(seed, morning), np.asarray(model.risks(month), dtype=float)

    # One lift with hardly a sensor, and a building whose lifts all send the same.
    bare = few.head(1).assign(motor_a=np.nan, offset_mm=np.nan, door_s=np.nan)
    alike = few.head(3).assign(**few.iloc[0][variants.SENT].to_dict())
    visits = service.answer(model, _request(few.drop_duplicates("lift")))
    return {
        SYMPTOM: bool(
            np.allclose(alone, [by_building[lift] for lift in few["lift"]], atol=1e-5)
            and np.allclose(risks, tabled[morning.index.to_numpy()], atol=1e-5)
        ),
        "order_of_requests_does_not_matter": all(
            abs(risk - backwards[lift]) <= 1e-5 for lift, risk in by_building.items()
        ),
        "risks_are_those_that_the_training_table_implies": bool(np.allclose(risks, expected, atol=2e-4)),
        "what_training_says_of_its_own_table_is_kept": bool(
            np.allclose(model.risks(training), variants.risks(seed, training), atol=2e-4)
        ),
        "a_lift_without_sensors_is_answered": bool(
            np.allclose(
                [_said(service, model, bare.loc[[row]])[0] for row in bare.index], variants.risks(seed, bare), atol=2e-4
            )
        ),
        "lifts_that_are_alike_get_what_they_deserve": bool(
            np.allclose(_said(service, model, alike), variants.risks(seed, alike), atol=2e-4)
        ),
        "visits_start_at_the_same_risk": bool(
            all(said["visit"] == (said["risk"] >= variants.VISIT_FROM) for said in visits.values())
        ),
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail. Share of the breakdowns foreseen, and visits."""
    tables = variants.tables(seed)
    month, model = tables["month"], modules["risk"].fit(tables["training"])
    stopped = month["stopped"].to_numpy() == 1
    test, served = (np.asarray(asked(model, month)) for asked in (modules["compare"].tested, modules["compare"].served))
    return {
        "test_foresees": float(test[stopped].mean()),
        "service_foresees": float(served[stopped].mean()),
        "visits_service_over_test": float(served.sum() / test.sum()),
    }


def modules(names=("readings", "risk", "service", "compare")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
