# hiretool-canary-33d26368-e119-485b-974c-67a9f0e0652a
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import copy
import importlib

import numpy as np
import variants

SYMPTOM = "every_view_has_a_drawing_of_its_own"


def _made(workers, order):
    """{picture: drawing} of one epoch, when the workers are asked in this order, each a process of its own."""
    found = {}
    for number in order:
        for view in copy.deepcopy(workers[number]).views():
            found[int(view.place)] = tuple(np.asarray(view.drawn).tolist())
    return found


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng, facts = np.random.default_rng([seed, 9]), variants.archive(seed)
    seen, Loader, applied = modules["audit"].seen, modules["loader"].Loader, modules["wear"].applied
    pictures, workers = facts["pictures"][:30], facts["workers"]
    epochs = [[tuple(drawn) for drawn in some] for some in seen(pictures, workers, 6, seed=seed)]
    again = [[tuple(drawn) for drawn in some] for some in seen(pictures, workers, 6, seed=seed)]
    other = [[tuple(drawn) for drawn in some] for some in seen(pictures, workers, 2, seed=seed + 1)]
    single = [[tuple(drawn) for drawn in some] for some in seen(pictures, 1, 2, seed=seed)]
    together = [drawn for some in epochs for drawn in some]
    turns = np.array([drawn[0] for drawn in together])

    few, epoch = pictures[:10], int(rng.integers(2, 6))
    source = Loader(few, workers, batch=4, seed=seed)
    before = _made(source.start(0), range(workers))
    first = _made(source.start(epoch), range(workers))
    backwards = _made(source.start(epoch), reversed(range(workers)))
    resumed = _made(Loader(few, workers, batch=4, seed=seed).start(epoch), range(workers))
    by_worker = [set(_made(source.start(epoch), [number]).values()) for number in range(workers)]
    batches = [list(batch) for batch in Loader(few, workers, batch=4, seed=seed).batches(epoch)]
    views = [view for batch in batches for view in batch]
    in_batches = {int(view.place): tuple(np.asarray(view.drawn).tolist()) for view in views}
    return {
        SYMPTOM: bool(
            len(set(together)) == 6 * len(pictures)
            and len({drawn for some in single for drawn in some}) == 2 * len(pictures)
        ),
        "workers_draw_apart": len(set().union(*by_worker)) == sum(map(len, by_worker)) == len(few),
        "epochs_draw_apart": bool(
            not set(before.values()) & set(first.values())
            and all(not set(one) & set(next_one) for one, next_one in zip(epochs, epochs[1:], strict=False))
        ),
        "another_seed_draws_apart": not set(together) & {drawn for some in other for drawn in some},
        "a_run_can_be_repeated": again == epochs,
        "a_run_can_be_resumed_at_an_epoch": resumed == first,
        "who_is_asked_first_does_not_matter": backwards == first,
        "batches_hold_what_the_workers_make": in_batches == first and [len(batch) for batch in batches] == [4, 4, 2],
        "each_picture_comes_once_an_epoch": sorted(first) == list(range(len(few))) and len(views) == len(few),
        "the_drawings_are_as_wide_as_before": bool(turns.min() >= -14 and turns.max() <= 14 and turns.std() > 5.5),
        "a_view_can_be_made_again": all(
            np.allclose(view.picture, applied(few[int(view.place)], np.asarray(view.drawn))) for view in views[:3]
        ),
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail. Different drawings, as a share of the views."""
    facts = variants.archive(seed)
    found = modules["audit"].seen(facts["pictures"], facts["workers"], facts["epochs"])
    together = [tuple(drawn) for some in found for drawn in some]
    expected = -(-len(facts["pictures"]) // facts["workers"])
    return {"share": len(set(together)) / len(together), "over_as_given": len(set(together)) / expected}


def modules(names=("marks", "wear", "loader", "audit")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
