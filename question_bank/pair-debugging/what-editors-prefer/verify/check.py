# hiretool-canary-8b81ac2e-8f33-487b-8b36-c32a408aa4d8
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import json
import tempfile
from pathlib import Path

import numpy as np
import variants

SYMPTOM = "before_tuning_nobody_is_ahead"


def _loaded(modules, rows, writer):
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "pairs.json"
        path.write_text(
            json.dumps({"words": variants.WORDS, "pairs": [{"better": one, "worse": two} for one, two in rows]})
        )
        return modules["pairs"].load(path, writer)


def _leads(scores, before, rows, strength):
    def gained(text):
        return variants.mean_log(scores, text) - variants.mean_log(before, text)

    return np.array([strength * (gained(better) - gained(worse)) for better, worse in rows])


def _same(one, other, within=1e-9):
    return bool(np.shape(one) == np.shape(other) and np.allclose(one, other, rtol=0, atol=within))


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng = np.random.default_rng([seed, 9])
    tune, (scores, rows) = modules["tune"], variants.desk(seed)
    rows = rows[:12]
    writer = modules["writer"].Writer(scores)
    pairs = _loaded(modules, rows, writer)
    at_first, loss = np.array(tune.leads(writer, pairs)), tune.loss_and_slope(writer, pairs)[0]

    moved = scores + rng.normal(0, 0.4, scores.shape)
    other = modules["writer"].Writer(moved)
    ahead = np.array(tune.leads(other, pairs, 2.5))
    wanted = _leads(moved, scores, rows, 2.5)
    there, slope = tune.loss_and_slope(other, pairs, 2.5)
    direction, ends = rng.normal(size=scores.shape), []
    for width in (1e-5, -1e-5):
        nudged = modules["writer"].Writer(moved + width * direction)
        ends.append(tune.loss_and_slope(nudged, pairs, 2.5)[0])
    fits = abs((ends[0] - ends[1]) / 2e-5 - (np.array(slope) * direction).sum()) < 1e-6

    new = tune.tuned(writer, pairs, strength=4.0, steps=4, rate=1.0)
    right = variants.tuned(scores, rows, 4.0, 4, 1.0)
    return {
        SYMPTOM: _same(at_first, np.zeros(len(rows))) and bool(np.isclose(loss, np.log(2))),
        "leads_are_by_the_word_on_both_sides": _same(ahead, wanted),
        "the_loss_is_that_of_the_leads": bool(np.isclose(there, np.logaddexp(0, -wanted).mean())),
        "the_slope_follows_the_loss": bool(fits),
        "tuning_is_held_to_where_it_began": _same(new.scores, right, 1e-8),
        "the_writer_before_is_left_alone": _same(writer.scores, scores) and _same(tune.leads(writer, pairs), at_first),
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    tune, (scores, rows) = modules["tune"], variants.desk(seed)
    writer = modules["writer"].Writer(scores)
    pairs = _loaded(modules, rows, writer)
    longer = np.array([len(better) > len(worse) for better, worse in rows])
    new = tune.tuned(writer, pairs)
    at_first = np.array(tune.leads(writer, pairs))
    preferred = np.array(
        [variants.mean_log(new.scores, better) > variants.mean_log(new.scores, worse) for better, worse in rows]
    )

    def gained(text):
        return variants.mean_log(new.scores, text) - variants.mean_log(scores, text)

    won = np.array([gained(better) > gained(worse) for better, worse in rows])
    return {
        "loss_before": tune.loss_and_slope(writer, pairs)[0],
        "loss_after": tune.loss_and_slope(new, pairs)[0],
        "ahead_longer": (at_first[longer] > 0).mean(),
        "ahead_shorter": (at_first[~longer] > 0).mean(),
        "preferred_longer": preferred[longer].mean(),
        "preferred_shorter": preferred[~longer].mean(),
        "gained_longer": won[longer].mean(),
        "gained_shorter": won[~longer].mean(),
        "length_before": writer.typical_length(),
        "length_after": new.typical_length(),
        "moved": np.abs(new.scores - scores).max(),
    }


def modules(names=("writer", "pairs", "tune")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
