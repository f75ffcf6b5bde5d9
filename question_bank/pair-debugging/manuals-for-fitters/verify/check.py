# hiretool-canary-d7b453f3-b8c8-4d11-9a58-327e82be3ae5
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import random

import numpy as np
import variants

SYMPTOM = "recall_is_what_the_experts_saw"


def _passage(text, heading="Any: page"):
    return {"manual": "Any", "heading": heading, "text": text}


SMALL = {
    "A-1": _passage("gasket seated dry"),
    "A-2": _passage("gasket seated dry"),
    "A-3": _passage("relay clicks once"),
    "A-4": _passage("nozzle bored wide", heading="Any: rinse weekly"),
}


def _asked(text, *needs, heading="Any: page"):
    return {"asked": text, "needs": list(needs), "heading": heading}


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng = random.Random(f"{seed} check")
    recall, search = modules["recall"].recall, modules["search"].Search
    passages, questions = variants.library(seed)
    seen = [sum(variants.judged(seed, k)) / len(questions) for k in (1, 3, 5)]
    counted = [recall(passages, questions, k) for k in (1, 3, 5)]
    # What an expert writes beside a question must not reach the search.
    other = [question | {"heading": "Any: page"} for question in questions]
    mixed = [question | {"needs": question["needs"][::-1]} for question in questions]
    order = rng.sample(questions, len(questions))
    unanswered = [*questions, *[_asked("zzz qqq", rng.choice(list(passages))) for _ in range(len(questions))]]
    shown = modules["recall"].by_question(passages, questions)
    alone = [search(passages).top(question["asked"]) for question in questions]

    def of(question, k=5):
        return round(recall(SMALL, [question], k), 9)

    return {
        SYMPTOM: bool(np.allclose(counted, seen)),
        "it_never_finds_more_than_all": of(_asked("gasket relay", "A-1", "A-3")) == 1.0,
        "two_copies_of_one_are_one": of(_asked("gasket", "A-1", "A-3")) == 0.5,
        "any_copy_will_do": of(_asked("gasket", "A-2"), 1) == 1.0 and of(_asked("gasket", "A-1"), 1) == 1.0,
        "a_passage_told_twice_is_needed_once": of(_asked("gasket", "A-1", "A-2")) == 1.0,
        "nothing_shown_is_nothing_found": of(_asked("zzz", "A-1")) == 0.0
        and bool(np.isclose(recall(passages, unanswered), seen[2] / 2)),
        "what_is_typed_is_what_is_searched": of(_asked("relay", "A-4", heading="Any: rinse weekly")) == 0.0
        and list(map(list, shown)) == list(map(list, alone)),
        "headings_beside_the_question_have_no_say": bool(np.isclose(recall(passages, other), counted[2])),
        "headings_of_passages_are_searched": of(_asked("rinse", "A-4")) == 1.0,
        "order_does_not_matter": bool(
            np.isclose(recall(passages, mixed), counted[2]) and np.isclose(recall(passages, order), counted[2])
        ),
        "a_longer_list_finds_no_less": counted[0] <= counted[1] + 1e-12 <= counted[2] + 2e-12,
        "the_search_shows_what_it_did": list(search(SMALL).top("gasket")) == ["A-1", "A-2"]
        and list(search(SMALL).top("zzz")) == [],
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    passages, questions = variants.library(seed)
    shares = variants.judged(seed)
    return {
        "counted": 100 * modules["recall"].recall(passages, questions),
        "points_more": 100 * (modules["recall"].recall(passages, questions) - sum(shares) / len(shares)),
        "seen": 100 * sum(shares) / len(shares),
        "nothing_shown": 100 * np.mean([not modules["search"].Search(passages).top(q["asked"]) for q in questions]),
    }


def modules(names=("corpus", "search", "recall")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
