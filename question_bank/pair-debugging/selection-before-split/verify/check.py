# hiretool-canary-2a1d2c4c-a02b-4de8-bf61-6982eba8308e
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib

import numpy as np
import pandas as pd
import variants

SYMPTOM = "noise_scores_like_noise"


GENES = 600
"""The first of the cohort's are enough for chance to choose from, and each one costs time in every fold."""


def _study(modules, seed, signal=0.0):
    counts, clinical, driven = variants.cohort(seed, signal)
    counts = counts.loc[:, counts.columns.isin(driven) | (np.arange(counts.shape[1]) < GENES)]
    study = modules["study"].Study(counts, clinical["relapse"])
    return study.normalised().without_quiet_genes(), driven


def _labels_flipped(modules, study, rows):
    relapse = study.relapse.copy()
    relapse.iloc[rows] = 1 - relapse.iloc[rows]
    return modules["study"].Study(study.expression, relapse)


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    evaluate = modules["evaluate"]
    size = variants.generate(seed)["panel"]
    noise, _ = _study(modules, seed)
    splits = evaluate.folds(noise, repeats=2, seed=seed)
    scores = evaluate.out_of_fold(noise, splits, size)

    # The labels of held-out samples are unknown when a model is made. So changing them must leave
    # that fold's scores alone. Exact, needs no threshold on accuracy. The first split is passed with
    # the last, which also catches a panel chosen once from the first split.
    two = [splits[0], splits[-1]]
    held_out = two[1][1]
    kept, flipped = (
        evaluate.out_of_fold(study, two, size) for study in (noise, _labels_flipped(modules, noise, held_out))
    )
    before, after = (part.loc[part["fold"] == 1, "score"].to_numpy() for part in (kept, flipped))

    # One cohort of chance can look better than chance, so the mean of three is compared with the threshold.
    rng, aucs = np.random.default_rng([seed, 3]), [evaluate.auc(scores)]
    for _ in range(2):
        relapse = pd.Series(rng.permutation(noise.relapse), index=noise.relapse.index)
        shuffled = modules["study"].Study(noise.expression, relapse)
        aucs.append(evaluate.auc(evaluate.out_of_fold(shuffled, evaluate.folds(shuffled, repeats=1, seed=seed), size)))

    # log2 shift of 1.2 on 20 genes: plain to see, so a repair that guts the panel is noticed.
    clear, driven = _study(modules, seed, signal=1.2)
    found = evaluate.out_of_fold(clear, evaluate.folds(clear, repeats=1, seed=seed), size)
    panel = modules["panel"].strongest(clear.expression, clear.relapse, size)

    counted = scores.groupby("sample")["fold"].count()
    return {
        "held_out_labels_do_not_matter": bool(len(before) == len(held_out) and np.allclose(before, after, atol=1e-9)),
        SYMPTOM: bool(np.mean(aucs) < 0.70),
        "real_signal_is_found": bool(evaluate.auc(found) > 0.85),
        "assay_list_is_kept": bool(len(panel) == size and len(set(panel) & set(driven)) >= size // 2),
        "each_sample_scored_once_a_repeat": bool(
            len(counted) == len(noise.relapse) and (counted == 2).all() and scores["score"].between(0, 1).all()
        ),
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    noise, _ = _study(modules, seed)
    splits = modules["evaluate"].folds(noise, repeats=4, seed=seed)
    return {
        "auc": modules["evaluate"].auc(modules["evaluate"].out_of_fold(noise, splits, variants.generate(seed)["panel"]))
    }


def modules(names=("panel", "model", "study", "evaluate")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
