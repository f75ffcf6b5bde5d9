# hiretool-canary-b60964bb-7d15-4d07-a53d-7d336e5003be
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import random
from fractions import Fraction

import variants


def modules(names=("figures",)):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    draw = random.Random(f"check {seed}")
    kinds = draw.sample(variants.KINDS, 6)
    # The first four are there and said, the fifth is only said, the sixth neither.
    pairs = [[kind, kind] for kind in kinds[:4]] + [[kinds[0], kinds[4]], [kinds[1], kinds[0]], [kinds[1], None]]
    pairs += [[draw.choice(kinds[:4]), draw.choice([*kinds[:5], None])] for _ in range(60)]
    draw.shuffle(pairs)
    figures = modules["figures"].figures

    def by_hand(pairs, kinds, part):
        return _same(figures(pairs, kinds)[part], _plain(pairs, kinds)[part])

    def unknown():
        got = []
        for pair in (["glue", kinds[0]], [kinds[0], "glue"]):
            try:
                figures([*pairs, pair, ["rust", "rust"]], kinds)
            except Exception as problem:  # noqa: BLE001 - known by its name, since it may come from another process
                got.append((type(problem).__name__, "glue" in str(problem)))
        return got == [("ValueError", True)] * 2

    def order():
        one, other = figures(pairs, kinds), figures(pairs[::-1], kinds[::-1])
        return [row["kind"] for row in one["rows"]] == kinds and (
            _same(one["rows"], other["rows"][::-1]) and _same(one["micro"], other["micro"])
        )

    def turned():
        # What is and what was said change places: so do precision and recall.
        full = [pair for pair in pairs if pair[1] is not None]
        one, other = figures(full, kinds), figures([pair[::-1] for pair in full], kinds)
        return all(
            _same([a["precision"], a["recall"], a["f1"]], [b["recall"], b["precision"], b["f1"]])
            for a, b in zip([*one["rows"], one["macro"]], [*other["rows"], other["macro"]])
        )

    def empty():
        return all(by_hand([], names, part) for names in (kinds, []) for part in ("rows", "macro", "micro"))

    def silent():
        # Nothing was said at all.
        mute = [[truth, None] for truth, _ in pairs]
        return all(by_hand(mute, kinds, part) for part in ("rows", "macro", "micro"))

    claims = {
        "rows_are_right": lambda: by_hand(pairs, kinds, "rows"),
        "macro_is_over_what_is_defined": lambda: by_hand(pairs, kinds, "macro"),
        "micro_is_from_the_sums": lambda: by_hand(pairs, kinds, "micro"),
        "a_kind_that_is_not_listed_is_refused": unknown,
        "rows_follow_the_list": order,
        "precision_and_recall_change_places": turned,
        "no_items_give_no_figures": empty,
        "a_silent_camera": silent,
    }
    return {name: _holds(claim) for name, claim in claims.items()}


def _plain(pairs, kinds):
    """By exact fractions, one kind after the other."""

    def three(among):
        truly = sum(truth in among for truth, _ in pairs)
        said = sum(said in among for _, said in pairs)
        both = sum(truth == said and truth in among for truth, said in pairs)
        shares = ((both, said), (both, truly), (2 * both, truly + said))
        return {name: Fraction(a, b) if b else None for name, (a, b) in zip(("precision", "recall", "f1"), shares)}

    rows, macro = [{"kind": kind, **three([kind])} for kind in kinds], {}
    for name in ("precision", "recall", "f1"):
        known = [row[name] for row in rows if row[name] is not None]
        macro |= {name: sum(known) / len(known) if known else None, f"{name}_of": len(known)}
    return {"rows": rows, "macro": macro, "micro": three(kinds)}


def _same(one, other):
    if isinstance(other, dict):
        return set(one) == set(other) and all(_same(one[name], other[name]) for name in other)
    if isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    if other is None or isinstance(other, str) or one is None:
        return one == other
    return abs(float(one) - float(other)) < 1e-12


def _holds(claim):
    """Whether the claim is true; code that raises does not hold it."""
    try:
        return bool(claim())
    except Exception:  # noqa: BLE001 - any failure of the candidate's code is an answer of 'no', never one of ours
        return False
