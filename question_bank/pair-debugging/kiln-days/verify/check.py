# hiretool-canary-bff383c3-2a85-4de4-9125-68446650a8aa
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import tempfile
from pathlib import Path

import numpy as np
import variants

SYMPTOM = "later_loads_are_told_apart"


def _books(modules, seed):
    """Past and later loads, through the project's own reader."""
    with tempfile.TemporaryDirectory() as name:
        variants.write(Path(name), seed)
        return [modules["yard"].load(Path(name) / "data" / f"{part}.csv") for part in ("past", "later")]


def _said(network, table):
    return np.asarray(network.predict(table), dtype=float).ravel()


def _plain_loss(network, table, days):
    """Mean squared error, one load at a time."""
    return sum((_said(network, table[row : row + 1])[0] - days[row]) ** 2 for row in range(len(days))) / len(days)


def _after_a_step(modules, loads, table, days, rate=0.01):
    network = modules["network"].Network(loads.table, 6, 5)
    modules["train"].step(network, table, days, rate)
    return network


def _moved(modules, loads, table, days, rate=0.01):
    """{weight: slope that one step followed}."""
    before = modules["network"].Network(loads.table, 6, 5).weights
    after = _after_a_step(modules, loads, table, days, rate).weights
    return {name: (before[name].array - after[name].array) / rate for name in before}


def _close(one, other):
    return all(np.allclose(one[name], other[name], rtol=1e-7, atol=1e-9) for name in one)


def _follows_the_error(modules, loads, table, days, rng):
    """The step agrees with central differences of the plain error, along one random direction a weight."""
    true, width = np.ravel(days), 1e-5
    for name, slope in _moved(modules, loads, table, days).items():
        direction, ends = rng.normal(size=slope.shape), []
        for sign in (1, -1):
            network = modules["network"].Network(loads.table, 6, 5)
            network.weights[name].array = network.weights[name].array + sign * width * direction
            ends.append(_plain_loss(network, table, true))
        found = (ends[0] - ends[1]) / (2 * width)
        if abs(found - (slope * direction).sum()) > 1e-5 * (1 + abs(found)):
            return False
    return True


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng = np.random.default_rng([seed, 9])
    train = modules["train"]
    past, later = _books(modules, seed)
    table, days = past.table[:12], past.days[:12]
    mixed, turned = rng.permutation(12), np.roll(np.arange(12), 5)

    network = modules["network"].Network(past.table, 6, 5)
    told = float(train.loss(network, table, days).array)
    moved = _moved(modules, past, table, days)
    others_days = _moved(modules, past, table, days[turned])

    once = train.trained(past, hidden=6, epochs=1, batch=len(past.days), rate=0.01, seed=5)
    stepped = _after_a_step(modules, past, past.table, past.days)

    learnt = train.trained(past, epochs=8)
    said, took = _said(learnt, later.table), np.ravel(later.days)
    off = np.sqrt(np.mean([(one - other) ** 2 for one, other in zip(said, took, strict=True)]))
    reported = train.report(learnt, past, later)
    return {
        SYMPTOM: bool(off < 0.75 * took.std()),
        "loss_is_the_mean_over_loads": bool(np.isclose(told, _plain_loss(network, table, np.ravel(days)))),
        "a_step_follows_the_error_of_each_load": _follows_the_error(modules, past, table, days, rng),
        "whose_days_they_are_matters": not _close(moved, others_days),
        "order_of_the_loads_does_not": _close(moved, _moved(modules, past, table[mixed], days[mixed])),
        "a_pass_in_one_batch_is_one_step": bool(np.allclose(_said(once, later.table), _said(stepped, later.table))),
        "reported_error_is_that_of_each_load": bool(np.isclose(reported["network"], off)),
        "the_line_is_as_it_was": bool(abs(reported["straight line"] - variants.generate(seed)["line_error"]) < 0.006),
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    past, later = _books(modules, seed)
    losses = {}
    learnt = modules["train"].trained(past, tell=lambda epoch, mean_loss: losses.update({epoch: float(mean_loss)}))
    reported, took = modules["train"].report(learnt, past, later), np.ravel(later.days)
    said = _said(learnt, later.table)
    half = _said(modules["train"].trained(past, epochs=8), later.table)
    return {
        "reported": reported["network"],
        "off": float(np.sqrt(((said - took) ** 2).mean())),
        "spread_later": float(took.std()),
        "off_by_spread_after_12": float(np.sqrt(((half - took) ** 2).mean()) / took.std()),
        "line": reported["straight line"],
        "least_said": float(said.min()),
        "most_said": float(said.max()),
        "mean_past": float(np.ravel(past.days).mean()),
        "said_std": float(said.std()),
        "first_loss": losses[1],
        "last_loss_by_variance": losses[max(losses)] / float(past.days.var()),
    }


def modules(names=("tape", "network", "yard", "train")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
