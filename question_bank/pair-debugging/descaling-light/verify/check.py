# hiretool-canary-55f7b58e-54c4-48a7-8bc9-d14bd790bdf4
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import tempfile
from pathlib import Path

import numpy as np
import variants

SYMPTOM = "lots_in_place_of_lime_cannot_be_told"


def _drawn_anew(rows, rng):
    """The same brews, with the technicians' findings dealt out to the machines by lot."""
    machines = np.sort(rows["machine"].unique())
    found = rows.groupby("machine")["scaled"].first().loc[machines].to_numpy()
    return rows.assign(scaled=rows["machine"].map(dict(zip(machines, rng.permutation(found).tolist(), strict=True))))


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    evaluate, rng = modules["evaluate"], np.random.default_rng([seed, 9])
    rows = variants.table(seed)
    splits = evaluate.folds(rows)
    machine = rows["machine"].to_numpy()

    # Nobody knows what is inside a machine that the model has not met. So another finding there must leave its scores alone.
    asked = rng.choice(np.unique(machine))
    other = rows.assign(scaled=np.where(machine == asked, 1 - rows["scaled"], rows["scaled"]))
    before, after = (
        evaluate.out_of_fold(some, evaluate.folds(some, 3), 10)[machine == asked] for some in (rows, other)
    )

    noise = []
    for _ in range(2):
        lots = _drawn_anew(rows, rng)
        noise.append(evaluate.auc(lots, evaluate.out_of_fold(lots, evaluate.folds(lots, 3), 10)))

    # Six times the trace that scale leaves: a model that still looks at it cannot miss it.
    clear = variants.table(seed, strength=6.0)
    found = evaluate.auc(clear, evaluate.out_of_fold(clear, evaluate.folds(clear, 3), 10))

    with tempfile.TemporaryDirectory() as scratch:
        variants.write(Path(scratch), seed)
        loaded = modules["brews"].load(Path(scratch) / "data")
    times = np.bincount(np.concatenate([held_out for _, held_out in splits]), minlength=len(rows))
    # The light is lit by the brew that was just made, with no others beside it.
    alone = rows.iloc[:1]
    light = modules["light"]
    fitted = light.Model(10).fit(light.traits(rows), rows["scaled"])
    return {
        "no_machine_on_both_sides": all(not set(machine[fit]) & set(machine[held_out]) for fit, held_out in splits),
        "a_finding_has_no_effect_on_its_own_machine": bool(np.allclose(before, after, atol=1e-9, equal_nan=True)),
        SYMPTOM: bool(np.mean(noise) < 0.80),
        "plain_scale_is_found": bool(found > 0.90),
        "each_brew_is_scored_once": bool(len(splits) >= 2 and len(times) == len(rows) and (times == 1).all()),
        "a_single_brew_can_be_scored": bool(np.shape(fitted.score(light.traits(alone))) == (1,)),
        "all_brews_are_read": bool(len(loaded) == len(rows) and set(loaded["machine"]) == set(machine)),
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    return {f"auc_{count}": value for count, value in modules["evaluate"].choice(variants.table(seed)).items()}


def modules(names=("brews", "light", "evaluate")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
