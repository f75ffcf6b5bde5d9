# hiretool-canary-495a7bc5-74d0-43f7-8b90-876036a9ca0a
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import tempfile
from pathlib import Path

import numpy as np
import variants

SYMPTOM = "the_model_is_that_of_the_one_table"


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng = np.random.default_rng([seed, 9])
    made, meet = variants.books(seed), modules["meet"]
    with tempfile.TemporaryDirectory() as scratch:
        variants.put(Path(scratch), made)
        # one dairy whose book begins with warmth, and one that has held nearly everything back
        turned = [*variants.NAMES[2:], *variants.NAMES[:2]]
        _, measured, minutes, _ = next(iter(made.values()))
        held = np.arange(len(minutes)) >= 9
        special = {
            "turned": (turned, measured, minutes, ~held),
            "sparing": (list(variants.NAMES), -measured, minutes - 9, held),
        }
        variants.put(Path(scratch), special)
        read = {name: modules["book"].read(str(Path(scratch) / f"{name}.csv")) for name in (*made, *special)}
    books, some = [read[name] for name in made], [special["turned"], special["sparing"]]

    def same(model, wanted):
        return bool(np.allclose([*model.slopes, model.base], wanted, rtol=0, atol=1e-8))

    every = list(made.values())
    model, mixed = (
        meet.run(books),
        [books[place] for place in rng.permutation(len(books))],
    )
    wanted, off = variants.one_table(every)
    model_of = modules["dairy"].Model
    start, other = model_of(np.zeros(6), 0.0), model_of(np.arange(6) - 2.0, 4.0)
    mean = meet.together([model_of(np.zeros(6), 0.0), other], [3, 1])
    trained, _ = modules["dairy"].train(start, books[0], 3)
    return {
        SYMPTOM: same(model, wanted),
        "it_is_off_by_as_much": bool(abs(meet.error(model, books) - off) < 1e-8),
        "order_of_the_dairies_has_no_say": same(meet.run(mixed, 9), variants.one_table(every, 9)[0]),
        "several_steps_before_each_meeting": same(meet.run(books, 6, 4), variants.by_turns(every, 6, 4)),
        "one_dairy_alone": same(meet.run(books[:1], 9), variants.one_table(every[:1], 9)[0]),
        "the_order_of_a_book_has_no_say": same(meet.run([read["turned"]], 9), variants.one_table(some[:1], 9)[0]),
        "vats_held_back_have_no_weight": same(
            meet.run([read["turned"], read["sparing"]], 9),
            variants.one_table(some, 9)[0],
        ),
        "one_meeting": same(meet.run(books, 1), variants.one_table(every, 1)[0]),
        "three_steps_at_one_dairy": same(trained, variants.by_turns(every[:1], 1, 3)),
        "two_models_by_hand": same(mean, [-0.5, -0.25, 0, 0.25, 0.5, 0.75, 1]),
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    made, meet = variants.books(seed), modules["meet"]
    with tempfile.TemporaryDirectory() as scratch:
        variants.put(Path(scratch), made)
        books = [modules["book"].read(str(Path(scratch) / f"{name}.csv")) for name in made]
    model, (wanted, off) = meet.run(books), variants.one_table(list(made.values()))
    back = meet.run(books[::-1])
    gaps = np.abs(model.slopes - wanted[:6])
    return {
        "off": off,
        "more": meet.error(model, books) - off,
        "rennet_gap": model.slopes[4] - wanted[4],
        "largest_gap": gaps.max(),
        "base_gap": model.base - wanted[6],
        "turned_round": np.abs(model.slopes - back.slopes).max(),
    }


def modules(names=("book", "dairy", "meet")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
