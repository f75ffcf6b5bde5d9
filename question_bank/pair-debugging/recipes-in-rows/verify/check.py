# hiretool-canary-36530f2b-4e26-4732-aba7-63608c81d324
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import random
import tempfile
from pathlib import Path

import numpy as np
import variants

SYMPTOM = "rows_cost_what_recipes_cost"


def _first_fit(recipes, length):
    """How many rows are needed."""
    room = []
    for recipe in recipes:
        fits = [number for number, left in enumerate(room) if left >= len(recipe)]
        if fits:
            room[fits[0]] -= len(recipe)
        else:
            room.append(length - len(recipe))
    return len(room)


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng = random.Random(f"{seed} check")
    loss, pack = modules["loss"], modules["pack"].pack
    made = variants.recipes(seed)
    with tempfile.TemporaryDirectory() as scratch:
        variants.write(Path(scratch), seed)
        model = modules["model"].load(Path(scratch) / "data" / "model.npz")
    mixed, right = rng.sample(made, len(made)), variants.right(seed)
    pair = [made[0][:4], made[1][:4]]
    full = [recipe[:4] for recipe in made[:12]]

    def close(told, wanted):
        return bool(abs(told - wanted) < 1e-9)

    rows = pack(made, variants.LENGTH)
    told = modules["model"].logs(model, rows.tokens, rows.places, rows.parts)
    in_place = []
    for recipe in made:
        wanted = np.log(variants.told(seed, tuple(recipe)))
        starts = [
            (row, place)
            for row, place in zip(*np.nonzero(np.asarray(rows.tokens) == recipe[0]), strict=True)
            if list(rows.tokens[row, place : place + len(recipe)]) == recipe
        ]
        in_place.append(any(np.allclose(told[r, p : p + len(recipe)][:-1], wanted[:-1]) for r, p in starts))
    return {
        SYMPTOM: close(loss.in_rows(model, made), right),
        "one_by_one_is_as_it_was": close(loss.one_by_one(model, made), right),
        "in_longer_and_shorter_rows": all(close(loss.in_rows(model, made, length), right) for length in (25, 60)),
        "order_of_the_recipes_has_no_say": close(loss.in_rows(model, mixed), right),
        "each_recipe_is_told_as_by_itself": all(in_place),
        "two_in_a_row_with_room_to_spare": close(loss.in_rows(model, pair, 20), variants.right(seed, pair)),
        "rows_without_filling": close(loss.in_rows(model, full, 12), variants.right(seed, full)),
        "one_to_a_row": close(loss.in_rows(model, pair, 5), variants.right(seed, pair)),
        "rows_are_still_packed": len(rows.tokens) == _first_fit(made, variants.LENGTH)
        and int((np.asarray(rows.parts) > 0).sum()) == sum(map(len, made)),
        "as_many_are_counted_as_there_are": int((np.asarray(rows.wanted) >= 0).sum())
        == sum(len(one) - 1 for one in made),
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    with tempfile.TemporaryDirectory() as scratch:
        variants.write(Path(scratch), seed)
        model = modules["model"].load(Path(scratch) / "data" / "model.npz")
    made, right = variants.recipes(seed), variants.right(seed)
    return {"right": right, "more": modules["loss"].in_rows(model, made) - right}


def modules(names=("model", "pack", "loss")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
