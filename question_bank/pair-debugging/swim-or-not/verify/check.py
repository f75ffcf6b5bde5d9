# hiretool-canary-66c78906-6a6c-42c8-9ee4-f6da3dbab6ac
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import tempfile
from pathlib import Path

import numpy as np
import variants

SYMPTOM = "error_of_what_is_handed_back_is_the_smallest"


def _years(modules, seed):
    """Past days and those of the other year, through the project's own reader."""
    with tempfile.TemporaryDirectory() as name:
        variants.write(Path(name), seed)
        return [modules["days"].load(Path(name) / "data" / f"{part}.csv") for part in ("past", "other")]


def _start(modules, seed):
    """The numbers of a network that has not been trained."""
    return np.array(modules["network"].Network(variants.COLUMNS, variants.HIDDEN, seed).flat)


def _said_by(modules, numbers, measured):
    """What a fresh network tells with these numbers, by way of the file that the buoy reads."""
    with tempfile.TemporaryDirectory() as name:
        np.save(Path(name) / "numbers.npy", numbers)
        fresh = modules["network"].Network.load(Path(name) / "numbers.npy", variants.COLUMNS, variants.HIDDEN)
        return np.asarray(fresh.predict(measured))


def _read_by_the_buoy(modules, network, measured):
    with tempfile.TemporaryDirectory() as name:
        network.save(Path(name) / "buoy.npy")
        buoy = modules["network"].Network.load(Path(name) / "buoy.npy", variants.COLUMNS, variants.HIDDEN)
        return np.asarray(buoy.predict(measured))


def _same(one, other):
    return bool(np.shape(one) == np.shape(other) and np.allclose(one, other, rtol=0, atol=1e-9))


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    train, (past, other) = modules["train"], _years(modules, seed)
    rows = variants.lake(seed)
    errors, passed = variants.course(_start(modules, 3), *rows)
    best = int(np.argmin(errors))

    network, told = train.trained(past, other, seed=3)
    said = np.array(network.predict(other.measured))
    off = float(np.sqrt(np.mean((said - rows[1][:, -1]) ** 2)))
    right = _said_by(modules, passed[best], other.measured)
    read = _read_by_the_buoy(modules, network, other.measured)

    _, early = train.trained(past, other, seed=3, patience=5)
    early_errors, _ = variants.course(_start(modules, 3), *rows, patience=5)
    brief, _ = train.trained(past, other, seed=3, epochs=4)
    brief_errors, brief_passed = variants.course(_start(modules, 3), *rows, epochs=4)
    fourth = _said_by(modules, brief_passed[int(np.argmin(brief_errors))], other.measured)
    train.trained(past, other, seed=4, epochs=20)
    untouched = np.array(network.predict(other.measured))

    train.step(network, np.zeros(len(passed[0])), past, 0.02)
    _, further = variants.course(passed[best], *rows, epochs=1)
    a_step_on = _said_by(modules, further[0], other.measured)
    return {
        SYMPTOM: bool(np.isclose(off, min(told.errors), rtol=0, atol=1e-9)),
        "it_is_the_network_of_the_best_epoch": _same(said, right) and told.best_epoch == best + 1,
        "the_buoy_reads_the_same_network": _same(read, right),
        "the_errors_are_those_of_each_epoch": _same(told.errors, errors),
        "patience_counts_as_before": _same(early.errors, early_errors),
        "a_run_that_ends_at_its_best_is_handed_back": _same(brief.predict(other.measured), fourth),
        "another_training_leaves_it_alone": _same(untouched, right),
        "training_can_go_on_from_it": _same(network.predict(other.measured), a_step_on),
        "what_goes_on_can_be_saved": _same(_read_by_the_buoy(modules, network, other.measured), a_step_on),
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    past, other = _years(modules, seed)
    network, told = modules["train"].trained(past, other)
    buoy = _read_by_the_buoy(modules, network, other.measured)
    smallest = min(told.errors)
    return {
        "best": smallest,
        "handed_by_best": modules["train"].typical_error(network, other) / smallest,
        "buoy_by_best": float(np.sqrt(np.mean((buoy - other.germs) ** 2))) / smallest,
        "last_by_best": told.errors[-1] / smallest,
        "best_epoch": told.best_epoch,
        "epochs": len(told.errors),
        "past_error": modules["train"].typical_error(network, past),
    }


def modules(names=("days", "network", "train")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
