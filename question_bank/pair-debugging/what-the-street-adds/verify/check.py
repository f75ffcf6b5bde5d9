# hiretool-canary-4a1602c5-12cb-42ec-9995-ee3fa37c6cc2
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib

import numpy as np
import pandas as pd
import variants

SYMPTOM = "a_street_that_says_nothing_does_no_harm"


def _off(model, made):
    """Percent by which the model is off, as the report counts."""
    missed = np.log(np.asarray(model.predict(made), dtype=float)) - np.log(made["rent"].to_numpy())
    return float(100 * np.sqrt((missed**2).mean()))


def _without_and_with(modules, past, new):
    fitted = [modules["rent"].RentModel(street=street).fit(past) for street in (False, True)]
    return [_off(model, new) for model in fitted]


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng = np.random.default_rng([seed, 9])
    RentModel = modules["rent"].RentModel
    past, new, _ = variants.market(seed)
    rows = RentModel().training_table(past)

    # The weights are fitted to what the model will see. Of a flat that is not let yet it will not see the rent, so a row may not
    # hang on its own rent, beyond a trifle that goes through the mean of all lettings.
    effects = []
    for place in rng.choice(len(rows), 3, replace=False):
        flat = rows.index[place]
        other = past.copy()
        other.loc[flat, "rent"] = int(past.loc[flat, "rent"] * 2)
        moved = RentModel().training_table(other)
        effects.append(np.abs(moved.loc[flat] - rows.loc[flat]).max() if flat in moved.index else 0.0)

    model = RentModel().fit(past)
    offered = new.drop(columns="rent")
    said = np.asarray(model.predict(new), dtype=float)
    dearer = new.assign(rent=new["rent"] * rng.choice([1, 3], len(new)))
    alone = np.asarray(model.predict(new.iloc[:1]), dtype=float)

    # Levels of new flats use all that is known of the street: compared with loops.
    values = np.log(past["rent"].to_numpy() / past["area_m2"].to_numpy())
    known = {street: values[past["street"].to_numpy() == street] for street in new["street"].unique()}
    expected = [(known[street].sum() + values.mean()) / (len(known[street]) + 1) for street in new["street"]]

    # The same lettings, with the streets dealt out again by lot; and a town where the street is much of the price.
    both = pd.concat([past, new], ignore_index=True)
    lots = both.assign(street=rng.permutation(both["street"].to_numpy()))
    idle = _without_and_with(modules, lots.iloc[: len(past)], lots.iloc[len(past) :].reset_index(drop=True))
    town, dear = variants.flats(rng, 150, 1200, 0.25)
    telling = _without_and_with(modules, town.iloc[:400], town.iloc[400:].reset_index(drop=True))
    weak, _ = variants.flats(np.random.default_rng([seed, 4]), 160, 1500, 0.13)
    helped = _without_and_with(modules, weak.iloc[:300], weak.iloc[300:].reset_index(drop=True))

    bare = RentModel(street=False).fit(past)
    design = variants._design(past)
    weights = np.linalg.solve(design.T @ design, design.T @ values)
    without = np.exp(variants._design(new) @ weights) * new["area_m2"].to_numpy()
    return {
        "a_row_does_not_hang_on_its_own_rent": bool(
            len(rows) >= len(past) // 2 and max(effects) <= 2 * np.log(2) / len(past)
        ),
        SYMPTOM: bool(idle[1] < 1.05 * idle[0]),
        "a_street_that_says_much_is_used": bool(telling[1] < 0.85 * telling[0]),
        "a_street_that_says_a_little_helps": bool(helped[1] < helped[0]),
        "new_rents_have_no_say": bool(
            np.allclose(np.asarray(model.predict(dearer), dtype=float), said)
            and np.allclose(np.asarray(model.predict(offered), dtype=float), said)
            and np.allclose(alone, said[:1])
        ),
        "a_level_uses_all_past_lettings_of_its_street": bool(
            np.allclose(np.asarray(model.table(new)["street_level"], dtype=float), expected, atol=1e-9)
        ),
        "the_model_without_streets_is_as_it_was": bool(
            np.allclose(np.asarray(bare.predict(new), dtype=float), without)
        ),
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    past, new, _ = variants.market(seed)
    without, added = _without_and_with(modules, past, new)
    model = modules["rent"].RentModel().fit(past)
    rng = np.random.default_rng([seed, 5])
    both = pd.concat([past, new], ignore_index=True)
    lots = both.assign(street=rng.permutation(both["street"].to_numpy()))
    idle = _without_and_with(modules, lots.iloc[: len(past)], lots.iloc[len(past) :].reset_index(drop=True))
    weak, _ = variants.flats(np.random.default_rng([seed, 4]), 160, 1500, 0.13)
    helped = _without_and_with(modules, weak.iloc[:300], weak.iloc[300:].reset_index(drop=True))
    return {
        "without": without,
        "with": added,
        "past_with": _off(model, past),
        "ratio": added / without,
        "weight": float(model.weights["street_level"]) if "street_level" in model.weights else 0.0,
        "idle": idle[1] / idle[0],
        "helped": helped[1] / helped[0],
    }


def modules(names=("lettings", "streets", "rent", "report")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
