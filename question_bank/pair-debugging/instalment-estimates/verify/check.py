"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import tempfile
from pathlib import Path

import numpy as np
import pandas as pd
import variants

SYMPTOM = "each_month_is_estimated_by_its_words"


def _same(found, expected):
    found = np.asarray(found, dtype=float)
    return found.shape == np.shape(expected) and bool(np.allclose(found, expected, rtol=1e-6))


def _some(part, places):
    """The contracts at these places, in this order."""
    return {column: [values[place] for place in places] for column, values in part.items()}


def _with(part, **words):
    """Copies of the part's contracts with other words."""
    return part | {column: [word] * len(part["contract"]) for column, word in words.items()}


def _table(part):
    """Contracts as `contracts.read` gives them."""
    part = variants.cleaned(part)
    return pd.DataFrame(part | {column: [word or None for word in part[column]] for column in variants.WORDS})


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng = np.random.default_rng([seed, 9])
    names, _, launch, _, _ = variants.supplier(seed)
    year, months = variants.contracts(seed)
    seen, held_out = variants.parted(year)
    plain = variants.Plain(seen)
    fit, load = modules["estimate"].Model.fit, modules["estimate"].Model.load
    model = fit(_table(seen), seen["metered_kwh"])

    def estimates(part):
        return np.asarray(model.predict(_table(part)), dtype=float)

    found = {name: estimates(month) for name, month in months.items()}
    held = [_same(found[name], plain.kwh(month)) for name, month in months.items()]

    early, late = list(months)[launch - 1], list(months)[-1]
    places = rng.choice(len(months[late]["contract"]), 4, replace=False).tolist()
    alone = np.concatenate([estimates(_some(months[late], [place])) for place in places])
    backwards = estimates(_some(months[late], range(len(found[late]))[::-1]))[::-1]
    blank = _with(_some(months[late], places), heating="")

    # Three more contracts with words that nobody has typed before, at either end of the alphabet.
    few = _some(months[early], range(3))
    odd = [_with(few, tariff="Aaa"), _with(few, tariff="Zzz", heating="Aaa"), _with(few, heating="Zzz")]
    joined = [estimates({column: [*months[early][column], *more[column]] for column in few}) for more in odd]
    kept = [_same(together[:-3], plain.kwh(months[early])) for together in joined]
    added = [_same(together[-3:], plain.kwh(more)) for together, more in zip(joined, odd, strict=True)]

    # Another model is fitted in the same process, on contracts of which two tariffs have got another name.
    renamed = {names[0].lower(): "aaa", names[3].lower(): "zzz"}
    other = variants.cleaned(seen)
    other["tariff"] = [renamed.get(word, word) for word in other["tariff"]]
    some = _some(other, range(60))
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        model.save(folder / "model.json")
        second = fit(_table(other), other["metered_kwh"]).predict(_table(some))
        again = load(folder / "model.json").predict(_table(months[late]))
        variants.write(folder, seed)
        errors = modules["report"].errors(folder / "data")
    all_parts = [held_out, *months.values()]
    return {
        SYMPTOM: all(held),
        "months_before_the_launch_keep_their_estimates": all(held[:launch]),
        "a_contract_alone_gets_what_it_gets_in_its_month": _same(alone, plain.kwh(months[late])[places]),
        "a_word_never_met_changes_no_other_contract": all(kept),
        "a_word_never_met_adds_nothing": all(added),
        "a_blank_stays_a_group_of_its_own": _same(estimates(blank), plain.kwh(blank)),
        "order_of_the_contracts_does_not_matter": _same(backwards, found[late]),
        "every_contract_gets_an_estimate": [len(part) for part in found.values()]
        == [len(month["contract"]) for month in months.values()],
        "a_model_loaded_again_estimates_the_same": _same(again, found[late]),
        "two_models_in_one_process_are_apart": _same(second, variants.Plain(other).kwh(some)),
        "the_report_counts_every_contract": _same(errors["contracts"], [len(part["contract"]) for part in all_parts])
        and _same(errors["error"], [variants.error(plain.kwh(part), part) for part in all_parts]),
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail. `after` and what follows leave out the last month."""
    _, new, launch, _, _ = variants.supplier(seed)
    with tempfile.TemporaryDirectory() as scratch:
        variants.write(Path(scratch), seed)
        folder = Path(scratch) / "data"
        errors = modules["report"].errors(folder)["error"]
        model, _ = modules["report"].fitted(folder)
        paths = sorted((folder / "months").glob("*.csv"))[launch:-1]
        after = pd.concat([modules["contracts"].read(path) for path in paths], ignore_index=True)
    size = np.abs(model.predict(after) / after["metered_kwh"] - 1)
    old = after["tariff"] != new.lower()
    return {
        "held_out": float(errors["held out"]),
        "before": float(errors.iloc[1 : 1 + launch].mean()),
        "after": float(errors.iloc[1 + launch : -1].mean()),
        "old_tariffs_after": float(size[old[size.index]].mean()),
        "new_tariff_after": float(size[~old[size.index]].mean()),
        "last": float(errors.iloc[-1]),
    }


def modules(names=("contracts", "estimate", "report")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}


# hiretool-canary-38e65482-7463-4d83-9166-01c395999a23
