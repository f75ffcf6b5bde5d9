# hiretool-canary-77c00c1f-f87e-4a2d-baef-88e238c78743
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import tempfile
from pathlib import Path

import numpy as np
import variants

SYMPTOM = "a_tooth_scored_twice_is_scored_alike"


def _loaded(modules, seed):
    """The network through the project's own reader."""
    with tempfile.TemporaryDirectory() as name:
        variants.write(Path(name), seed)
        return modules["train"].load(Path(name) / "data" / "network.npz")


def _same(one, other):
    return bool(np.shape(one) == np.shape(other) and np.allclose(one, other, rtol=0, atol=1e-12))


def _trained_alike(one, other):
    return all(_same(one.numbers[name], other.numbers[name]) for name in ("in", "lift", "out", "base"))


def _first(modules, network, teeth):
    """(iterator, first chance); None for what cannot be had before all teeth have been read."""
    try:
        coming = iter(modules["clinic"].chances(network, teeth))
        return coming, next(coming)
    except Exception:
        return None, None


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    numbers, measures, again = variants.practice(seed)
    clinic, train, teeth = modules["clinic"], modules["train"], measures.tolist()
    right = variants.told(numbers, measures)
    network = _loaded(modules, seed)
    one, two = (np.array(list(clinic.chances(network, teeth))) for _ in range(2))
    few = np.array(list(clinic.chances(network, teeth[:5], size=2)))

    # The same nights of training: with nothing in between, with a whole archive scored in between, and with one half read.
    nights = [_loaded(modules, seed) for _ in range(3)]
    train.step(nights[0], measures[:40], again[:40])
    list(clinic.chances(nights[1], teeth))
    train.step(nights[1], measures[:40], again[:40])
    coming, first = _first(modules, nights[2], teeth)
    train.step(nights[2], measures[:40], again[:40])
    moved = {name: np.array(nights[2].numbers[name]) for name in ("in", "lift", "out", "base")}
    rest = list(coming) if coming is not None else []

    # The archive's last row cannot be read; the first chances must be there before anybody gets so far.
    _, early = _first(modules, _loaded(modules, seed), [*teeth[:100], ["no picture"]])
    fresh = _loaded(modules, seed)
    drawn = [np.array(fresh.forward(measures[:20])) for _ in range(2)]
    return {
        SYMPTOM: _same(one, two),
        "it_is_scored_as_the_trainers_score": _same(one, right) and _same(two, right) and _same(few, right[:5]),
        "the_share_is_that_of_the_trainers": np.isclose(
            train.share_right(network, measures, again), np.mean((right > 0.5) == again)
        ).item(),
        "scoring_leaves_training_alone": _trained_alike(nights[0], nights[1]),
        "an_archive_half_read_leaves_training_alone": first is not None and _trained_alike(nights[0], nights[2]),
        "what_is_read_later_is_scored_at_rest_too": _same(rest[-5:], variants.told(moved, measures[-5:])),
        "the_first_chances_come_while_teeth_come_in": early is not None and _same(early, right[0]),
        "training_still_jitters_and_drops": not _same(*drawn),
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    numbers, measures, again = variants.practice(seed)
    network, teeth = _loaded(modules, seed), measures.tolist()
    right = variants.told(numbers, measures)
    one, two = (np.array(list(modules["clinic"].chances(network, teeth))) for _ in range(2))
    missed = (one <= 0.5) & (right > 0.5)
    return {
        "promised": np.mean((right > 0.5) == again),
        "screen": np.mean((one > 0.5) == again),
        "changed": np.mean((one > 0.5) != (two > 0.5)),
        "most": np.abs(one - two).max(),
        "missed_of_flagged": missed.sum() / (right > 0.5).sum(),
        "mean_lift": (one - right).mean(),
    }


def modules(names=("network", "train", "clinic")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
