# hiretool-canary-656e1cf8-06f8-4d03-a888-b9fe198340b3
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import tempfile
from pathlib import Path

import numpy as np
import variants

SYMPTOM = "the_laboratory_s_scores_come_out"


def _loaded(modules, made):
    with tempfile.TemporaryDirectory() as name:
        np.savez(Path(name) / "reader.npz", **made)
        return modules["weights"].load(Path(name) / "reader.npz")


def _apart(one, other):
    return float(np.abs(np.subtract(one, other)).max())


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    given = [stretch | {"bases": stretch["bases"][:40]} for stretch in variants.stretches(seed)[:4]]
    score, few = modules["reader"].score, [stretch["bases"] for stretch in given]
    made = variants.weights(seed, 4, 2)
    reader = _loaded(modules, made)
    begun = [score(reader, bases, 0) for bases in few]
    later = [score(reader, bases, 731) for bases in few]
    scanned = modules["scan"].scores(reader, given)
    told = [variants.told(made, bases) for bases in few]

    kinds = {}
    for name, heads, groups, order in (
        ("as_many_groups_as_heads_are_read_as_before", 4, 4, "neighbours"),
        ("one_group_for_all_heads_is_read", 4, 1, "neighbours"),
        ("four_heads_to_a_group_are_read", 8, 2, "neighbours"),
        ("the_service_s_own_files_are_read_as_before", 4, 2, "halves"),
    ):
        other = variants.weights(seed + 1, heads, groups) | {"order": order}
        own = _loaded(modules, other)
        kinds[name] = all(_apart(score(own, bases, 0), variants.told(other, bases)) < 1e-9 for bases in few[:2])
    turned_round = [score(reader, bases[::-1], 0) for bases in few]
    return {
        SYMPTOM: _apart(begun, told) < 1e-9,
        "where_a_stretch_begins_does_not_matter": _apart(begun, later) < 1e-9,
        "the_scan_gives_these_scores": _apart(scanned, told) < 1e-8,
        "the_order_of_bases_still_matters": _apart(begun, turned_round) > 1e-6,
        **kinds,
    }


def figures(modules, seed):
    """Numbers for the author's table; never part of pass or fail."""
    reader, given = _loaded(modules, variants.weights(seed, 4, 2)), variants.stretches(seed)
    told = np.array([stretch["latest"] for stretch in given])
    ours = np.array(modules["scan"].scores(reader, given))
    moved = np.array(
        modules["scan"].scores(reader, [stretch | {"start": stretch["start"] + 1000} for stretch in given])
    )
    gap, length = np.abs(ours - told), np.array([len(stretch["bases"]) for stretch in given])
    earlier = _loaded(modules, variants.weights(seed, 4, 4))
    before = np.abs(modules["scan"].scores(earlier, given) - np.array([stretch["earlier"] for stretch in given])).max()
    same = variants.weights(seed, 4, 2)
    return {
        "most_apart": gap.max(),
        "mean_apart": gap.mean(),
        "spread_of_laboratory": told.max() - told.min(),
        "shared_of_ten": len(set(np.argsort(-told)[:10]) & set(np.argsort(-ours)[:10])),
        "by_length": np.corrcoef(gap, length)[0, 1],
        "moved": np.abs(ours - moved).max(),
        "earlier_apart": before,
        "one_base": abs(modules["reader"].score(reader, "A") - variants.told(same, "A")),
        "repeated": abs(modules["reader"].score(reader, "A" * 20) - variants.told(same, "A" * 20)),
    }


def modules(names=("weights", "reader", "scan")):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
