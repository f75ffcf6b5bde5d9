# hiretool-canary-42b0c506-eeea-4fe9-82b6-d7db1a1168f9
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import tempfile
from pathlib import Path

import numpy as np
import variants

SYMPTOM = "the_network_of_the_best_epoch_is_handed_over"


class Marked:
    """A network of one number, to see which of them a shelf keeps."""

    def __init__(self, mark):
        self.numbers = {"mark": np.array(float(mark))}


def _kept_of(modules, folder, errors, most=3):
    """Which of the networks with these errors a shelf holds to be the best, asked by another program."""
    shelf = modules["shelf"].Shelf(folder, most)
    for place, error in enumerate(errors):
        shelf.put(Marked(place), place + 1, error)
    return int(modules["shelf"].Shelf(folder, most).best()["mark"]), len(list(shelf.kept()))


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng, train = np.random.default_rng([seed, 9]), modules["train"]
    rows = variants.winters(seed)
    past, other = (modules["nights"].Nights(some[:, :-1], some[:, -1]) for some in rows)
    errors, told = variants.course(variants.start(), *rows)
    best = int(np.argmin(errors))
    with tempfile.TemporaryDirectory() as name:
        shelf = modules["shelf"].Shelf(Path(name) / "shelf")
        network, found = train.trained(past, other, shelf)
        said = np.array(network.predict(other.forecast))
        held = modules["shelf"].Shelf(Path(name) / "shelf").best()
        controller = train.Network(variants.COLUMNS)
        controller.numbers = held
        read = np.array(controller.predict(other.forecast))
        room = len(list(shelf.kept()))

        # Steps so short that errors differ in the fifth figure only; then another training in the same folder.
        slow_errors, slow_told = variants.course(variants.start(), *rows, rate=1e-6, epochs=4)
        slow, _ = train.trained(past, other, shelf, rate=1e-6, epochs=4)
        slow_said = np.array(slow.predict(other.forecast))

        orders = [rng.permutation([9.5, 10.25, 101.0, 0.75, 88.0, 12.5, 1000.0]) for _ in range(3)]
        marks = [_kept_of(modules, Path(name) / f"marks{at}", order.tolist()) for at, order in enumerate(orders)]
        near = _kept_of(modules, Path(name) / "near", [7.4141, 7.4139, 7.4143, 7.4142])[0]
        small = _kept_of(modules, Path(name) / "small", [2e-5, 3e-6, 0.4, 1e-5])[0]
    return {
        SYMPTOM: bool(np.allclose(said, told[best], rtol=0, atol=1e-8)),
        "the_errors_are_those_of_each_epoch": bool(len(found) == len(errors) and np.allclose(found, errors, atol=1e-8)),
        "the_controller_reads_the_same_network": bool(np.allclose(read, told[best], rtol=0, atol=1e-8)),
        "close_errors_are_told_apart": bool(
            np.allclose(slow_said, slow_told[int(np.argmin(slow_errors))], rtol=0, atol=1e-10)
        )
        and near == 1,
        "errors_of_any_size_in_any_order": all(mark == int(np.argmin(order)) for (mark, _), order in zip(marks, orders))
        and small == 1,
        "no_more_are_kept_than_there_is_room_for": room <= 5 and all(count <= 3 for _, count in marks),
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    rows = variants.winters(seed)
    past, other = (modules["nights"].Nights(some[:, :-1], some[:, -1]) for some in rows)
    with tempfile.TemporaryDirectory() as name:
        network, errors = modules["train"].trained(past, other, modules["shelf"].Shelf(Path(name)))
    handed, best = modules["train"].typical_error(network, other), min(errors)
    return {
        "best": best,
        "handed": handed,
        "by_best": handed / best,
        "best_epoch": int(np.argmin(errors)) + 1,
        "epochs": len(errors),
        "handed_epoch": int(np.argmin(np.abs(np.array(errors) - handed))) + 1,
        "first": errors[0],
    }


def modules(names=("nights", "shelf", "train")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
