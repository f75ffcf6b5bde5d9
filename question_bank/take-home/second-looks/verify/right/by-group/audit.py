# hiretool-canary-b3b36176-2c36-4896-8e34-d8a320be5c72
"""Letters, readers and second looks -> which kinds in the book to look at again, by counting."""

from collections import Counter, defaultdict
from itertools import combinations

import pandas as pd


def _read(marks, readers=None):
    """letter -> [(turn, reader, kind), ...]."""
    found = defaultdict(list)
    for letter, reader, turn, kind in zip(*(marks[name].tolist() for name in ("letter", "reader", "turn", "kind"))):
        found[letter].append((turn, reader, kind))
    return {letter: sorted(found[letter]) for letter in sorted(found)}


def book(marks):
    found = {letter: rows[0][2] for letter, rows in _read(marks).items()}
    return pd.Series(list(found.values()), index=list(found))


def agreement(marks, readers):
    office, pairs, same = dict(zip(readers["reader"], readers["office"])), Counter(), Counter()
    for rows in _read(marks).values():
        for (_, one, kind), (_, other, second) in combinations(rows, 2):
            key = tuple(sorted([office[one], office[other]]))
            pairs[key] += 1
            same[key] += kind == second
    names = sorted(pairs)
    index = pd.MultiIndex.from_tuples(names, names=["one", "other"])
    return pd.DataFrame({"pairs": [pairs[k] for k in names], "agree": [same[k] / pairs[k] for k in names]}, index=index)


def share_off(marks, looked):
    kinds, off = book(marks).to_dict(), []
    for letter, why, kind in zip(looked["letter"], looked["why"], looked["kind"]):
        if why == "lot":
            off.append(kinds[letter] != kind)
    n, k, z2 = len(off), sum(off), 1.96**2
    # The two roots of (share - p)^2 = z^2 p (1 - p) / n.
    a, b, c = 1 + z2 / n, -(2 * k / n + z2 / n), (k / n) ** 2
    root = max(b * b - 4 * a * c, 0.0) ** 0.5
    return {"share": k / n, "low": (-b - root) / (2 * a), "high": (-b + root) / (2 * a)}


def suspects(marks, readers, looked, budget):
    """First how often an office is contradicted by the others on a kind, and a reader by anybody; then each letter's odds."""
    read, office = _read(marks), dict(zip(readers["reader"], readers["office"]))
    kinds = sorted({*marks["kind"], *looked["kind"]})
    answer = dict(zip(looked["letter"], looked["kind"]))
    said, against, swap, told, astray = Counter(), Counter(), Counter(), Counter(), Counter()
    for letter, rows in read.items():
        for _, reader, kind in rows:
            others = [(other, second) for _, other, second in rows if other != reader]
            if letter in answer:
                others = [(None, answer[letter])] * 3
            for other, second in others:
                told[reader] += 1
                astray[reader] += kind != second
                if other is None or office[other] != office[reader]:
                    said[office[reader], kind] += 1
                    against[office[reader], kind] += kind != second
                    swap[office[reader], kind, second] += kind != second
    total, all_off = sum(said.values()) or 1, sum(against.values())
    base = all_off / total

    def doubt(reader, kind):
        """Chance that this kind, said by this reader, is another one."""
        key = (office[reader], kind)
        by_office = (against[key] + 10 * base) / (said[key] + 10)
        by_reader = (astray[reader] + 10 * base) / (told[reader] + 10)
        return min(0.9, max(0.01, by_office + by_reader - base) / 1.6)

    def weight(reader, kind, true):
        if kind == true:
            return 1 - doubt(reader, kind)
        key = (office[reader], kind)
        part = (swap[(*key, true)] + 1) / (against[key] + len(kinds) - 1)
        return doubt(reader, kind) * part

    found = []
    for letter, rows in read.items():
        if letter in answer:
            continue
        odds = dict.fromkeys(kinds, 1.0)
        for _, reader, kind in rows:
            for true in kinds:
                odds[true] *= weight(reader, kind, true)
        found.append((round(odds[rows[0][2]] / sum(odds.values()), 9), letter))
    return [letter for _, letter in sorted(found)[:budget]]
