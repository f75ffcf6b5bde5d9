# hiretool-canary-81d4d55f-be26-441f-94f5-f5afdf3eef0c
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import tempfile
from pathlib import Path

import numpy as np
import variants

SYMPTOM = "a_wheel_is_graded_alike_alone_and_in_its_crate"
KEEP = 0.95
"""How much of what a norm remembers outlives one batch of training."""


def _cellar(modules, seed):
    """Network and wheels through the project's own readers."""
    with tempfile.TemporaryDirectory() as name:
        variants.write(Path(name), seed)
        cellar, data = modules["cellar"], Path(name) / "data"
        return cellar.load_network(data / "network.npz"), cellar.load_wheels(data / "wheels.npz")


def _same(one, other):
    return bool(np.shape(one) == np.shape(other) and np.allclose(one, other, rtol=0, atol=1e-9))


def _alike(some, others):
    return set(some) == set(others) and all(_same(some[name], others[name]) for name in some)


def _remembered(numbers, sound):
    """The numbers after one batch of training: each norm has moved towards the batch that it met."""
    met = variants.passed(numbers, sound, inside="batch", outside="batch")[1]
    moved = dict(numbers)
    for place, (mean, variance) in met.items():
        moved[f"{place}.mean"] = KEEP * numbers[f"{place}.mean"] + (1 - KEEP) * mean
        moved[f"{place}.variance"] = KEEP * numbers[f"{place}.variance"] + (1 - KEEP) * variance
    return moved


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng = np.random.default_rng([seed, 9])
    cellar, numbers = modules["cellar"], variants.cellar(seed)[0]
    network, wheels = _cellar(modules, seed)
    right = variants.chances(numbers, wheels.sound)

    loaded = _alike(network.numbers(), numbers)
    together = np.array(cellar.by_crate(network, wheels))
    alone = np.array([cellar.grades(network, sound)[0] for sound in wheels.sound[:30]])
    mixed = rng.permutation(len(right))
    stirred = np.array(cellar.grades(network, wheels.sound[mixed]))
    pairs = np.concatenate([cellar.grades(network, wheels.sound[at : at + 2]) for at in range(0, 20, 2)])
    untouched = _alike(network.numbers(), numbers)

    batch = wheels.sound[rng.integers(0, len(right), 16)]
    network.mode(training=True)
    network.forward(batch)
    once = _remembered(numbers, batch)
    learnt = _alike(network.numbers(), once)
    network.forward(batch[:9])
    twice = _remembered(once, batch[:9])
    learnt_on = _alike(network.numbers(), twice)
    network.mode(training=False)
    after = np.array(cellar.grades(network, batch))
    made = modules["network"].Network.of(numbers)
    made.forward(batch)
    return {
        SYMPTOM: _same(together[:30], alone),
        "pairs_and_other_company_change_nothing": _same(stirred, together[mixed]) and _same(pairs, together[:20]),
        "grades_are_what_the_trial_gave": _same(together, right) and _same(stirred, right[mixed]),
        "grading_leaves_no_trace": loaded and untouched,
        "training_goes_by_the_batch_in_every_norm": learnt and learnt_on,
        "use_after_training_goes_by_what_was_learnt": _same(after, variants.chances(twice, batch)),
        "trainers_need_not_say_that_they_train": _alike(made.numbers(), once),
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    network, wheels = _cellar(modules, seed)
    right = variants.chances(variants.cellar(seed)[0], wheels.sound)
    together = np.array(modules["cellar"].by_crate(network, wheels))
    alone = np.array([modules["cellar"].grades(network, sound)[0] for sound in wheels.sound])
    ways = {"right": right, "together": together, "alone": alone}
    return {
        **{name: np.mean((some > 0.5) == wheels.first) for name, some in ways.items()},
        "apart_at_most": np.abs(together - alone).max(),
        "other_grade": np.mean((together > 0.5) != (alone > 0.5)),
        "other_than_right": np.mean((together > 0.5) != (right > 0.5)),
        "alone_other_than_right": np.mean((alone > 0.5) != (right > 0.5)),
    }


def modules(names=("layers", "network", "cellar")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
