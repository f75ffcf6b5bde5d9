# hiretool-canary-4f3f0ac5-3b34-4df6-bcb0-4063967e6a10
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
from itertools import product

import numpy as np
import variants

SYMPTOM = "what_is_rung_later_has_no_say"


def _stirred(modules, codes, length, seed):
    """A network whose parameters are all large enough to matter."""
    network = modules["network"].Network(codes, length, 8, seed)
    rng = np.random.default_rng([seed, 7])
    for name, value in network.parameters.items():
        network.parameters[name] = value + rng.normal(0, 0.5, value.shape)
    return network


def _follows_the_loss(network, shifts, rng):
    """Gradients agree with central differences of the loss along one random direction a parameter."""
    _, gradients = network.loss_and_gradients(shifts)
    for name, gradient in gradients.items():
        kept, direction, ends = network.parameters[name], rng.normal(size=gradient.shape), []
        for width in (1e-5, -1e-5):
            network.parameters[name] = kept + width * direction
            ends.append(network.loss_and_gradients(shifts)[0])
        network.parameters[name] = kept
        slope = (ends[0] - ends[1]) / 2e-5
        if abs(slope - (gradient * direction).sum()) > 1e-6 * (1 + abs(slope)):
            return False
    return True


def _step_by_step(network, shifts):
    """Mean of minus the log of each code's chance, asked of the beginning before it and of nothing else."""
    asked = []
    for place in range(1, shifts.shape[1]):
        chances = network.predict(shifts[:, :place])[:, -1]
        asked.append(chances[np.arange(len(shifts)), shifts[:, place]])
    return -np.log(np.stack(asked)).mean()


class Counting:
    """A network that rings each code after the one before it."""

    def predict(self, codes):
        return np.eye(5)[(codes + 1) % 5]


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng = np.random.default_rng([seed, 9])
    ring, (past, later, _) = modules["ring"], variants.box(seed)
    codes, few = len(variants.CODES), later[:6]
    network = _stirred(modules, codes, past.shape[1], seed)
    said, place = network.predict(few), int(rng.integers(3, past.shape[1] - 3))

    other = few.copy()
    other[:, place] = (other[:, place] + rng.integers(1, codes, 6)) % codes
    changed = np.abs(network.predict(other) - said).max(axis=(0, 2))
    parts = [few[:, : upto + 1] for upto in range(few.shape[1])]
    beginnings = [np.abs(network.predict(part)[:, -1] - said[:, part.shape[1] - 1]).max() for part in parts]

    loss, step_by_step = network.loss_and_gradients(few)[0], _step_by_step(network, few)
    small, every = _stirred(modules, 3, 4, seed), product(range(3), repeat=3)
    total = sum(np.exp(-3 * small.loss_and_gradients(np.array([(0, *rest)]))[0]) for rest in every)

    short, unheard = past[:, :12], later[:40, :12]
    learnt = ring.trained(short, codes, width=10, steps=60, batch=16, rate=0.03)
    shares = np.bincount(short[:, 1:].ravel(), minlength=codes) + 0.5
    alone = -np.log((shares / shares.sum())[unheard[:, 1:]]).mean()
    owed = _step_by_step(learnt, unheard)
    return {
        SYMPTOM: bool(changed[:place].max() < 1e-10),
        "a_beginning_is_told_like_the_whole": bool(max(beginnings) < 1e-10),
        "what_was_rung_has_a_say_at_once_and_later": bool(changed[place] > 1e-6 and changed[place + 1] > 1e-9),
        "loss_is_that_of_going_step_by_step": bool(np.isclose(loss, step_by_step)),
        "chances_of_all_shifts_add_up_to_1": bool(np.isclose(total, 1)),
        "gradients_follow_the_loss": _follows_the_loss(network, few, rng),
        "score_is_what_going_step_by_step_costs": bool(np.isclose(ring.score(learnt, unheard), owed)),
        "it_learns_to_go_step_by_step": bool(owed < 0.6 * alone),
        "it_rings_by_its_chances": bool((ring.written(Counting(), 3, 8) == np.arange(8) % 5).all()),
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    past, later, chances = variants.box(seed)
    codes, table = len(variants.CODES), modules["logs"].table_loss(past, later, len(variants.CODES))
    before = np.concatenate([np.zeros((len(later), 1), dtype=int), later[:, :-2]], axis=1)
    learnt = modules["ring"].trained(past, codes)
    own = modules["ring"].written(learnt, 200, past.shape[1])
    rest = learnt._forward(later[:, :-1])[1][5]
    return {
        "table": table,
        "floor": -np.log(chances[before, later[:, :-1], later[:, 1:]]).mean(),
        "network": modules["ring"].score(learnt, later),
        "by_table": modules["ring"].score(learnt, later) / table,
        "step_by_step": _step_by_step(learnt, later),
        "step_by_step_by_table": _step_by_step(learnt, later) / table,
        "never_heard": modules["logs"].never_heard(past, own, codes),
        "table_on_own": modules["logs"].table_loss(past, own, codes) / table,
        "never_heard_later": modules["logs"].never_heard(past, later, codes),
        "looks_ahead": np.mean([rest[:, at, at + 1 : -1].sum(axis=1).mean() for at in range(rest.shape[1] - 1)]),
    }


def modules(names=("logs", "network", "ring")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
