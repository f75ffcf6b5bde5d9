# hiretool-canary-73f1f29a-5204-4613-ade6-e339157470d6
"""Passages, questions and recorded runs -> how well an assistant does; intervals by leaving out one document at a time."""

import numpy as np

NAMES = ["found", "rank", "supported", "refused"]


def _plain(text):
    return "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in text.casefold()).split()


def same(passages):
    groups = {}
    for row in passages:
        groups.setdefault(" ".join(_plain(row["text"])), []).append(row["passage"])
    return {name: min(group) for group in groups.values() for name in group}


def given_away(questions, runs):
    text = {row["question"]: frozenset(_plain(row["text"])) for row in questions}

    def tells(run):
        mine = text[run["question"]]
        for example in run["examples"]:
            theirs = frozenset(_plain(example["text"]))
            if 5 * len(mine & theirs) >= 4 * len(mine | theirs):
                return True
        return False

    return sorted({run["question"] for run in runs if tells(run)})


def _score(run, gold, group, k):
    shown = run["shown"][:k]
    if not gold:
        return [None, None, None, 1.0 if run["refused"] else 0.0]
    wanted = {group[name] for name in gold}
    reached, first = set(), 0.0
    for place, name in enumerate(shown):
        if group.get(name) in wanted:
            first = first or 1 / (place + 1)
            reached.add(group[name])
    supported = (
        not run["refused"]
        and all(name in shown for name in run["cited"])
        and any(group.get(name) in wanted for name in run["cited"])
    )
    return [len(reached) / len(wanted), first, 1.0 if supported else 0.0, None]


def scores(passages, questions, runs, k):
    group, gold = same(passages), {row["question"]: row["gold"] for row in questions}
    return {
        (run["question"], run["system"]): dict(zip(NAMES, _score(run, gold[run["question"]], group, k))) for run in runs
    }


def _interval(documents, values):
    if not values:
        return dict.fromkeys(("value", "low", "high"), float("nan"))
    values, codes = np.array(values, dtype=float), np.unique(documents, return_inverse=True)[1]
    sums, counts = np.bincount(codes, values), np.bincount(codes)
    mean, n = values.mean(), len(sums)
    if n < 2:
        return {"value": mean, "low": float("nan"), "high": float("nan")}
    without = (values.sum() - sums) / (len(values) - counts)
    wide = 1.96 * float(np.sqrt((n - 1) / n * ((without - mean) ** 2).sum()))
    return {"value": float(mean), "low": float(mean) - wide, "high": float(mean) + wide}


def _kept(questions, runs):
    away = given_away(questions, runs)
    return {row["question"]: row["document"] for row in questions if row["question"] not in away}


def summary(passages, questions, runs, k, system):
    kept, found = _kept(questions, runs), {}
    table = {
        name: row for (name, of), row in scores(passages, questions, runs, k).items() if of == system and name in kept
    }
    for measure in NAMES:
        names = [name for name in sorted(table) if table[name][measure] is not None]
        found[measure] = _interval([kept[name] for name in names], [table[name][measure] for name in names])
    return found


def compare(passages, questions, runs, k, one, other, measure):
    kept, table = _kept(questions, runs), scores(passages, questions, runs, k)
    nothing = dict.fromkeys(NAMES)
    values = {
        name: (table.get((name, one), nothing)[measure], table.get((name, other), nothing)[measure])
        for name in sorted(kept)
    }
    names = [name for name, pair in values.items() if pair[0] is not None and pair[1] is not None]
    return _interval([kept[name] for name in names], [values[name][0] - values[name][1] for name in names])
