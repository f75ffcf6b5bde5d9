# hiretool-canary-b3b36176-2c36-4896-8e34-d8a320be5c72
"""Candidate modules + seed -> {invariant: holds}. Trusted side; the candidate never sees this file."""

import importlib
import math
from functools import cache, lru_cache
from types import SimpleNamespace

import numpy as np
import pandas as pd
import variants

SMALL, LARGE, READERS, BUDGET = 90, 900, 16, 130
MARGIN, ALONE = 0.08, 0.15
# Desks on which nobody hurries, taken together: there only office and kind tell which letters of one reader are off.
QUIET, QUIET_READERS, QUIET_BUDGET, QUIET_DESKS, QUIET_ALONE = 1400, 20, 155, 4, 0.50


def _by_letter(marks):
    """letter -> [(reader, kind), ...] in the order of turns."""
    found = {}
    for letter, turn, reader, kind in sorted(zip(*(marks[name] for name in ("letter", "turn", "reader", "kind")))):
        found.setdefault(letter, []).append((reader, kind))
    return found


def _agreement(desk):
    """(office, office) -> (pairs, share that agree), a matrix of letters and readers at a time."""
    office = dict(zip(desk.readers["reader"], desk.readers["office"]))
    said = desk.marks.pivot(index="letter", columns="reader", values="kind")
    columns, found = sorted(said.columns), {}
    values = said[columns].to_numpy(dtype=object)
    there = ~pd.isna(values)
    for one in range(len(columns)):
        for other in range(one + 1, len(columns)):
            both = there[:, one] & there[:, other]
            key = tuple(sorted((office[columns[one]], office[columns[other]])))
            pairs, same = found.get(key, (0, 0))
            found[key] = pairs + both.sum(), same + (values[both, one] == values[both, other]).sum()
    return {key: (int(pairs), same / pairs) for key, (pairs, same) in found.items() if pairs}


def _share(desk):
    """The interval by looking for its two ends: where the share lies 1.96 standard errors of the end away."""
    first = {letter: rows[0][1] for letter, rows in _by_letter(desk.marks).items()}
    lot = desk.looked[desk.looked["why"] == "lot"]
    n, off = len(lot), sum(first[letter] != kind for letter, kind in zip(lot["letter"], lot["kind"]))
    share = off / n

    def end(inside, outside):
        for _ in range(80):
            middle = (inside + outside) / 2
            if abs(share - middle) <= 1.96 * math.sqrt(middle * (1 - middle) / n):
                inside = middle
            else:
                outside = middle
        return inside

    return [share, end(share, 0.0), end(share, 1.0)]


def _off(desk):
    """Letters not looked at yet whose kind in the book is not the true one; those of one reader apart."""
    done, rows = set(desk.looked["letter"]), _by_letter(desk.marks)
    off = {letter for letter, read in rows.items() if letter not in done and read[0][1] != desk.truth[letter]}
    return off, {letter for letter in off if len(rows[letter]) == 1}


@lru_cache(maxsize=2)
def _known(seed):
    """The desks of a seed and what is true of them, worked out before the candidate's code is asked, once for all versions."""
    small, large = variants.desk(seed + 5000, SMALL, 8), variants.desk(seed, LARGE, READERS)
    quiet = [
        variants.desk(9000 + QUIET_DESKS * seed + number, QUIET, QUIET_READERS, hurried=0.95)
        for number in range(QUIET_DESKS)
    ]
    both = (small, large)
    return SimpleNamespace(
        small=small,
        large=large,
        quiet=[(desk, _off(desk)[1]) for desk in quiet],
        books=[{letter: rows[0][1] for letter, rows in _by_letter(desk.marks).items()} for desk in both],
        agreements=[_agreement(desk) for desk in both],
        shares=[_share(desk) for desk in both],
        off=_off(large),
        plain=set(_disagreeing(large)[:BUDGET]),
    )


def _disagreeing(desk):
    """The plain way: the share of readers who contradict the book, the largest first."""
    done = set(desk.looked["letter"])
    found = [
        (-np.mean([kind != read[0][1] for _, kind in read]), letter)
        for letter, read in _by_letter(desk.marks).items()
        if letter not in done
    ]
    return [letter for _, letter in sorted(found)]


def _held(claim):
    # An answer that raises has not kept the promise; the reason is the candidate's to find.
    try:
        return bool(claim())
    except Exception:
        return False


def _close(one, other):
    return np.allclose(np.asarray(one, dtype=float), np.asarray(other, dtype=float), atol=1e-6)


def _list(audit, desk, budget):
    return [str(letter) for letter in audit.suspects(**desk.tables(), budget=budget)]


def _measured(listed, known):
    (off, alone), listed = known.off, set(listed)
    return {
        "found": len(off & listed) / len(off),
        "plain": len(off & known.plain) / len(off),
        "alone": len(alone & listed) / len(alone),
    }


def _quiet(audit, known):
    """Share found of what is off and was read by one person, over several desks, so that one odd desk decides nothing."""
    there = got = 0
    for desk, alone in known.quiet:
        there, got = there + len(alone), got + len(alone & set(_list(audit, desk, QUIET_BUDGET)[:QUIET_BUDGET]))
    return got / there


def _claims(modules, seed):
    audit = modules["audit"]
    known = _known(seed)
    small, large = known.small, known.large
    handed = large.tables()

    @cache
    def listed():
        return [str(letter) for letter in audit.suspects(**handed, budget=BUDGET)]

    def measured():
        return _measured(listed(), known)

    def books():
        for desk, wanted in zip((small, large), known.books):
            found = audit.book(desk.marks.copy())
            if dict(found) != wanted:
                return False
            if list(found.index) != sorted(found.index):
                return False
        return True

    def agreements():
        for desk, wanted in zip((small, large), known.agreements):
            found = audit.agreement(desk.marks.copy(), desk.readers.copy())
            if [tuple(key) for key in found.index] != sorted(wanted):
                return False
            if not _close(found[["pairs", "agree"]], [wanted[key] for key in sorted(wanted)]):
                return False
        return True

    def share(desk):
        found = audit.share_off(desk.marks.copy(), desk.looked.copy())
        return [found["share"], found["low"], found["high"]]

    def complaints():
        looked = large.looked.copy()
        looked.loc[looked["why"] == "complaint", "kind"] = "none of these"
        other = variants.Desk(large.marks, large.readers, looked, large.truth)
        return _close(share(other), share(large))

    def none_off():
        first = audit.book(small.marks.copy())
        looked = small.looked.assign(kind=small.looked["letter"].map(dict(first)))
        found = share(variants.Desk(small.marks, small.readers, looked, small.truth))
        return abs(found[0]) < 1e-9 and abs(found[1]) < 1e-9 and 0.05 < found[2] < 1

    def within_budget():
        return len(listed()) == len(set(listed())) == BUDGET and set(listed()) <= set(large.marks["letter"])

    def not_again():
        return not set(listed()) & set(large.looked["letter"]) and len(listed()) == BUDGET

    def nested():
        return _list(audit, large, 40) == listed()[:40] and len(_list(audit, small, 500)) == len(
            set(small.marks["letter"]) - set(small.looked["letter"])
        )

    def any_order():
        mixed = {name: table.iloc[::-1].reset_index(drop=True) for name, table in large.tables().items()}
        return len(set(_list(audit, variants.Desk(**mixed, truth={}), BUDGET)) & set(listed())) >= 0.97 * BUDGET

    def other_names():
        readers, kinds = dict.fromkeys(large.readers["reader"]), sorted(set(large.marks["kind"]))
        names = {name: f"p{999 - place}" for place, name in enumerate(readers)}
        towns = {name: f"office {9 - place}" for place, name in enumerate(variants.OFFICES)}
        words = dict(zip(kinds, [f"kind {9 - place}" for place in range(len(kinds))]))
        tables = large.tables()
        tables["marks"] = tables["marks"].assign(
            reader=tables["marks"]["reader"].map(names), kind=tables["marks"]["kind"].map(words)
        )
        tables["readers"] = tables["readers"].assign(
            reader=tables["readers"]["reader"].map(names), office=tables["readers"]["office"].map(towns)
        )
        tables["looked"] = tables["looked"].assign(kind=tables["looked"]["kind"].map(words))
        return len(set(_list(audit, variants.Desk(**tables, truth={}), BUDGET)) & set(listed())) >= 0.97 * BUDGET

    def left_alone():
        # `handed` went through `suspects`, and goes through the others now.
        listed()
        audit.book(handed["marks"])
        audit.agreement(handed["marks"], handed["readers"])
        audit.share_off(handed["marks"], handed["looked"])
        return all(handed[name].equals(getattr(large, name)) for name in variants.TABLES)

    return {
        "the_book_has_the_first_kind": books,
        "agreement_is_that_of_all_pairs": agreements,
        "the_share_is_that_of_the_lot": lambda: (
            _close(share(small), known.shares[0]) and _close(share(large), known.shares[1])
        ),
        "complaints_do_not_move_the_share": complaints,
        "a_share_of_nothing_has_an_interval": none_off,
        "the_list_has_the_length_of_the_budget": within_budget,
        "nothing_is_looked_at_twice": not_again,
        "a_longer_list_begins_with_the_shorter_one": nested,
        "order_of_rows_is_irrelevant": any_order,
        "names_are_only_names": other_names,
        "finds_more_than_plain_disagreement": lambda: measured()["found"] - measured()["plain"] > MARGIN,
        "reaches_letters_that_one_person_read": lambda: measured()["alone"] > ALONE,
        "finds_half_of_them_where_few_are_off": lambda: _quiet(audit, known) > QUIET_ALONE,
        "tables_are_left_alone": left_alone,
    }


def run(modules, seed):
    """Each invariant must hold for a right answer, whatever its style."""
    return {name: _held(claim) for name, claim in _claims(modules, seed).items()}


def figures(modules, seed):
    """Share of the letters found, by the answer and by plain disagreement; never part of pass or fail."""
    try:
        known = _known(seed)
        return _measured(_list(modules["audit"], known.large, BUDGET), known)
    except Exception:
        return dict.fromkeys(("found", "plain", "alone"), float("nan"))


def modules(names=("audit",)):
    """Import the candidate's files, which must already lie on sys.path."""
    return {name: importlib.import_module(name) for name in names}
