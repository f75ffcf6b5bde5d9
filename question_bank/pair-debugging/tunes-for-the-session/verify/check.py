# hiretool-canary-979ccf80-f19b-4926-89db-8ade4746f85f
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import random
import tempfile
from pathlib import Path

import numpy as np
import variants

SYMPTOM = "side_by_side_tells_what_one_by_one_does"


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng = random.Random(f"{seed} check")
    group, compare = modules["group"].Group, modules["compare"]
    tunes = variants.tunes(seed)
    with tempfile.TemporaryDirectory() as scratch:
        variants.write(Path(scratch), seed)
        model = modules["model"].load(Path(scratch) / "data" / "model.npz")

    def same(told, of):
        return all(np.allclose(told[name], right(tune), atol=1e-8) for name, tune in of.items())

    def right(tune):
        return variants.right(seed, tune["notes"])[tune["opening"] - 1 : -1]

    def side_by_side(of):
        return same(compare.side_by_side(model, of), of)

    def after(notes):
        return variants.right(seed, notes)[-1]

    def some(name, opening, length):
        return {"notes": tunes[name]["notes"][:length], "opening": opening}

    names = list(tunes)
    mixed = {name: tunes[name] for name in rng.sample(names, len(names))}
    even = {name: some(name, 5, 8 + 2 * number) for number, name in enumerate(names[:4])}
    together = {name: some(name, 3 + number, 8 + number) for number, name in enumerate(names[:4])}
    # In the app tunes leave when their players stop: the first one, one in the middle, the last one.
    four = names[:4]
    shown = group(model, {name: tunes[name]["notes"][: 2 + 2 * number] for number, name in enumerate(four)})
    heard = {name: tunes[name]["notes"][: 2 + 2 * number] for number, name in enumerate(four)}
    leaving = True
    for gone in (four[0], four[2], four[3]):
        shown.leave(gone)
        heard.pop(gone)
        played = {name: rng.choice([1, *range(2, variants.NOTES)]) for name in heard}
        shown.add(played)
        heard = {name: [*notes, played[name]] for name, notes in heard.items()}
        leaving = leaving and set(shown.next) == set(heard)
        leaving = leaving and all(np.allclose(shown.next[name], after(notes)) for name, notes in heard.items())
    one = names[0]
    openings = group(model, {name: tune["notes"][: tune["opening"]] for name, tune in tunes.items()}).next
    return {
        SYMPTOM: side_by_side(tunes),
        "one_by_one_is_as_trained": same(compare.one_by_one(model, tunes), tunes),
        "after_the_opening": all(
            np.allclose(openings[name], after(tune["notes"][: tune["opening"]])) for name, tune in tunes.items()
        ),
        "a_group_of_one": side_by_side({one: tunes[one]}),
        "openings_of_one_length": side_by_side(even),
        "tunes_that_end_together": side_by_side(together),
        "order_of_the_tunes_does_not_matter": side_by_side(mixed),
        "whoever_leaves_the_others_go_on": bool(leaving),
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    with tempfile.TemporaryDirectory() as scratch:
        variants.write(Path(scratch), seed)
        model = modules["model"].load(Path(scratch) / "data" / "model.npz")
    tunes, compare = variants.tunes(seed), modules["compare"]
    told = compare.side_by_side(model, tunes)
    off = [
        np.abs(variants.right(seed, t["notes"])[t["opening"] - 1 : -1] - told[n]).max(axis=1) > 1e-6
        for n, t in tunes.items()
    ]
    return {
        "bits": variants.bits(seed),
        "more_bits": compare.bits(tunes, told) - variants.bits(seed),
        "tunes_off_percent": 100 * np.mean([o.any() for o in off]),
        "notes_off_percent": 100 * np.mean(np.concatenate(off)),
    }


def modules(names=("model", "whole", "group", "compare")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
