# hiretool-canary-4b21410e-00e4-4d1a-8a1b-76ada04cf75c
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib

import numpy as np
import variants

SYMPTOM = "the_loss_is_what_the_next_stitch_costs"


def _stirred(modules, seed):
    """A model whose parameters are all large enough to matter."""
    model = modules["model"].Model(len(variants.STITCHES), 7, 3, seed)
    rng = np.random.default_rng([seed, 7])
    for name, value in model.parameters.items():
        model.parameters[name] = value + rng.normal(0, 0.5, value.shape)
    return model


def _step_by_step(model, rows):
    """Mean of minus the log of each stitch's chance, asked of the beginning before it and of nothing else."""
    paid = []
    for row in rows:
        for place in range(1, len(row)):
            paid.append(-np.log(model.chances(np.array([row[:place]]))[0, -1][row[place]]))
    return float(np.mean(paid))


def _follows_the_loss(model, given, rng):
    """Gradients agree with central differences of the loss along one random direction a parameter."""
    _, gradients = model.loss_and_gradients(*given)
    for name, gradient in gradients.items():
        kept, direction, ends = model.parameters[name], rng.normal(size=gradient.shape), []
        for width in (1e-5, -1e-5):
            model.parameters[name] = kept + width * direction
            ends.append(model.loss_and_gradients(*given)[0])
        model.parameters[name] = kept
        slope = (ends[0] - ends[1]) / 2e-5
        if abs(slope - (gradient * direction).sum()) > 1e-6 * (1 + abs(slope)):
            return False
    return True


class Counting:
    """A model that puts each stitch after the one before it, and the turn after the last."""

    def chances(self, seen):
        after = np.where(seen == 0, 2, np.where(seen == 5, 1, seen + 1))
        return np.eye(6)[after]


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng = np.random.default_rng([seed, 9])
    draft, pattern = modules["draft"], modules["pattern"]
    past, new = ([np.array(row) for row in rows] for rows in variants.books(seed))
    few, model = new[:5], _stirred(modules, seed)
    given = pattern.side_by_side(few)
    owed, loss = _step_by_step(model, few), model.loss_and_gradients(*given)[0]

    row = np.array([few[0]])
    place, said = len(few[0]) // 2, model.chances(row)
    other = row.copy()
    other[0, place] = 2 + (other[0, place] + rng.integers(1, 8)) % 10
    moved = np.abs(model.chances(other) - said).max(axis=(0, 2))
    each = [_step_by_step(model, [one]) for one in few]
    alone = [draft.score(model, [one]) for one in few]

    # One row over and over: after each stitch only one can come.
    round_trip = [np.array([0, *range(2, 12), 1])] * 4
    learnt = draft.trained(round_trip, 12, width=12, reach=2, steps=80, batch=4, rate=0.05)
    sure = learnt.chances(np.array([round_trip[0][:-1]]))[0][np.arange(11), round_trip[0][1:]]
    own = draft.drafted(Counting(), 3)
    return {
        SYMPTOM: bool(np.isclose(loss, owed)),
        "rows_of_any_length_cost_the_same_alone": bool(np.allclose(alone, each)),
        "the_score_is_what_the_next_stitch_costs": bool(np.isclose(draft.score(model, few), owed)),
        "what_comes_later_has_no_say": bool(moved[:place].max() < 1e-12 and moved[place] > 1e-9),
        "gradients_follow_the_loss": _follows_the_loss(model, given, rng),
        "it_learns_what_comes_next": bool(sure.min() > 0.8),
        "it_drafts_by_its_chances": all(list(one) == [0, 2, 3, 4, 5, 1] for one in own) and len(own) == 3,
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    past, new = ([np.array(row) for row in rows] for rows in variants.books(seed))
    draft, pattern, count = modules["draft"], modules["pattern"], len(variants.STITCHES)
    model, table = draft.trained(past, count), pattern.table_loss(past, new, count)
    own = draft.drafted(model, 60)
    return {
        "table": table,
        "network": draft.score(model, new),
        "by_table": draft.score(model, new) / table,
        "next_by_table": _step_by_step(model, new) / table,
        "new_neighbours": pattern.new_neighbours(past, own, count),
        "new_in_new": pattern.new_neighbours(past, new, count),
        "mean_length_own": np.mean([len(row) for row in own]),
        "mean_length": np.mean([len(row) for row in new]),
    }


def modules(names=("pattern", "model", "draft")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
