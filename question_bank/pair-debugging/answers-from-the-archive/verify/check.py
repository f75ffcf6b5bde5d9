# hiretool-canary-afeec30f-ef83-4f01-a7fc-e27289d8a851
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import tempfile
from itertools import permutations
from pathlib import Path

import numpy as np
import variants

SYMPTOM = "one_more_find_never_lowers_a_score"


def _gain(grades):
    return sum((2**grade - 1) / np.log2(place + 2) for place, grade in enumerate(grades))


def _by_hand(passages, judged, k):
    """The definition, word for word: the best of all orders of all judged passages is tried out."""
    best = max(_gain(order[:k]) for order in permutations(judged.values()))
    return _gain([judged.get(passage, 0) for passage in passages[:k]]) / best


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng = np.random.default_rng([seed, 9])
    ranking = modules["ranking"]
    ndcg = ranking.ndcg

    small, more, fewer, swapped = [], [], [], []
    for _ in range(12):
        judged = {f"p{place}": int(grade) for place, grade in enumerate(rng.integers(0, 4, 5))} | {
            "p5": int(rng.integers(1, 4))
        }
        names = [str(name) for name in rng.permutation([*judged, "x1", "x2"])]
        length, k = int(rng.integers(1, 6)), int(rng.integers(2, 6))
        score = ndcg(names[:length], judged, k)
        small.append(score is not None and abs(score - _by_hand(names[:length], judged, k)) < 1e-9)

        # The list grows within the first ten; then what was found is lost again.
        grown = [ndcg(names[:size], judged, 10) for size in range(1, len(names) + 1)]
        more += [
            None not in (here, there) and there >= here - 1e-12 for here, there in zip(grown, grown[1:], strict=False)
        ]
        lost = [name if judged.get(name, 0) == 0 else "x3" for name in names]
        fewer.append(ndcg(lost, judged, 10) == 0)
        place = next((at for at in range(7) if judged.get(names[at], 0) < judged.get(names[at + 1], 0)), None)
        if place is not None:
            better = [*names[:place], names[place + 1], names[place], *names[place + 2 :]]
            before, after = ndcg(names, judged, 10), ndcg(better, judged, 10)
            swapped.append(None not in (before, after) and after > before)

    many = {f"p{place}": 1 + place % 3 for place in range(15)}
    best = sorted(many, key=lambda name: -many[name])
    full, half = ndcg(best, many, 10), ndcg(best[:5], many, 10)

    judged, found = variants.tables(seed)
    useful = {question for question, grades in judged.items() if any(grades.values())}
    plenty, short = variants.trial(seed)["pair"]
    with tempfile.TemporaryDirectory() as scratch:
        variants.write(Path(scratch), seed)
        folder = Path(scratch) / "data"
        given = modules["archive"].judgements(folder)
        each = {name: ranking.scores(modules["archive"].returned(folder, name), given) for name in (plenty, short)}
    silent = useful - {
        question
        for question, passages in found[short].items()
        if any(judged[question].get(name, 0) for name in passages)
    }
    true = variants.means(seed)[1]
    gaps = np.array(
        [each[plenty].get(question, np.nan) - each[short].get(question, np.nan) for question in sorted(useful)]
    )
    told = modules["compare"].difference(each[plenty], each[short])
    return {
        SYMPTOM: all(more),
        "scores_are_what_the_definition_says": all(small),
        "nothing_found_is_nought_and_not_left_out": all(fewer)
        and all(each[short].get(question) == 0 for question in silent),
        "a_better_order_scores_more": all(swapped),
        "the_best_order_has_one_and_half_of_it_less": bool(
            full is not None
            and half is not None
            and abs(full - 1) < 1e-9
            and abs(half - _gain([3] * 5) / _gain([3] * 5 + [2] * 5)) < 1e-9
        ),
        "each_search_is_scored_on_the_same_questions": all(set(some) == useful for some in each.values()),
        "questions_without_use_are_left_out": ndcg(["a", "b"], {"a": 0, "c": 0}, 10) is None
        and all(set(some) <= useful for some in each.values()),
        "the_comparison_counts_each_question": bool(
            np.isfinite(gaps).all()
            and np.allclose(told, [gaps.mean(), gaps.std(ddof=1) / np.sqrt(len(gaps))], atol=1e-9)
            and abs(gaps.mean() - (true[0] - true[1])) < 1e-9
        ),
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    judged, found = variants.tables(seed)
    plenty, short = variants.trial(seed)["pair"]
    with tempfile.TemporaryDirectory() as scratch:
        variants.write(Path(scratch), seed)
        folder = Path(scratch) / "data"
        each = {
            kind: modules["ranking"].scores(
                modules["archive"].returned(folder, name), modules["archive"].judgements(folder)
            )
            for kind, name in (("plenty", plenty), ("short", short))
        }
    return (
        {kind: float(np.mean(list(some.values()))) for kind, some in each.items()}
        | {f"n_{kind}": len(some) for kind, some in each.items()}
        | {
            "questions": len(judged),
            "gap": float(np.mean(list(each["plenty"].values())) - np.mean(list(each["short"].values()))),
        }
    )


def modules(names=("archive", "ranking", "compare")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
