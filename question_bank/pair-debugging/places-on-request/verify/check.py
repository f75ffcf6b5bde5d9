# hiretool-canary-5e279acc-f5ab-4cb6-9c2b-fc49c7f51331
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import tempfile
from pathlib import Path

import numpy as np
import variants

SYMPTOM = "a_name_is_told_alike_however_it_is_written"


def _read(modules, seed):
    with tempfile.TemporaryDirectory() as name:
        variants.write(Path(name), seed)
        return list(modules["names"].gazetteer(Path(name) / "data" / "gazetteer.json"))


def _same(one, other):
    return bool(np.shape(one) == np.shape(other) and np.allclose(one, other, rtol=0, atol=1e-9))


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    rng = np.random.default_rng([seed, 9])
    places, day = variants.books(seed)
    read, learnt = _read(modules, seed), [variants.spelled(name) for name in places]
    finder = modules["finder"].Finder(read)
    some = [*variants.ALWAYS, *rng.choice(places, 3, replace=False).tolist(), "Nowhere on Sea", "Łodz"]
    right = variants.alike(learnt, [variants.spelled(name) for name in some])
    unlike, trained = [], []
    for name, wanted in zip(some, right, strict=True):
        told = [np.array(finder.alike(form)) for form in variants.forms(name)]
        unlike += [not _same(one, told[0]) for one in told]
        trained.append(_same(told[0], wanted))
    names = [name for name, _ in day[:30]]
    wanted = variants.taken_for(learnt, [variants.spelled(name) for name in names])
    slips = [name[:2] + name[3:] for name in learnt[:10]]
    return {
        SYMPTOM: not any(unlike),
        "names_are_told_as_when_it_was_tried": all(trained),
        "a_slip_is_told_as_before": _same([finder.alike(name) for name in slips], variants.alike(learnt, slips)),
        "the_gazetteer_is_read_as_before": read == learnt,
        "marks_still_tell_names_apart": not _same(finder.alike("Łódź"), finder.alike("Lodz")),
        "requests_are_found_by_this": list(modules["search"].found(finder, names)) == wanted
        and [finder.find(name) for name in names] == wanted,
        "what_is_like_nothing_is_not_found": finder.find("Xqx Zvw") is None,
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    places, day = variants.books(seed)
    read, search = _read(modules, seed), modules["search"]
    finder = modules["finder"].Finder(read)
    named = {
        language: [row for row in day if places[row[1]] in text.split("|")]
        for language, text in variants.PLACES.items()
    }
    wrong = [
        place
        for place, (_, meant) in zip(search.found(finder, [name for name, _ in day]), day)
        if place not in (None, meant)
    ]
    return {
        "tried": search.share(finder, modules["names"].slips(read)),
        "requests": search.share(finder, day),
        "other_place": len(wrong) / len(day),
        **{language[:4]: search.share(finder, rows) for language, rows in named.items() if rows},
    }


def modules(names=("names", "finder", "search")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
