# hiretool-canary-f6409723-1859-4596-83ca-f4283bb4020c
"""What has changed between two runs."""

from dataclasses import dataclass


@dataclass
class Comparison:
    table: dict
    """(state before, state after) -> number of questions."""
    better: list
    worse: list
    unsure: list
    silent: list
    gone: list
    added: list
    shares: tuple | None
    """Share of right answers before and after."""


def compare(before, after, renamed):
    """What has changed; ids are those of the later run."""
    old, new = _answers(before), _answers(after)
    now = _names_now(old, renamed)
    old = {now[id]: given for id, given in old.items()}
    found = Comparison({}, [], [], [], [], sorted(set(old) - set(new)), sorted(set(new) - set(old)), None)
    shares = []
    for id in sorted(set(old) & set(new)):
        pair = _state(old[id]), _state(new[id])
        found.table[pair] = found.table.get(pair, 0) + 1
        if "none" in pair:
            found.silent.append(id)
            continue
        shares.append((_share(old[id]), _share(new[id])))
        if pair[0] != pair[1]:
            _list(found, pair, min(len(old[id]), len(new[id]))).append(id)
    if shares:
        found.shares = tuple(sum(one) / len(shares) for one in zip(*shares))
    return found


def _list(found, pair, answers):
    """Where a question belongs that changed; one answer is too few to be sure."""
    if pair == ("missed", "right"):
        return found.better
    if pair == ("right", "missed"):
        return found.worse
    return found.unsure


def _answers(run):
    """id -> its answers, True or False; the last line of an attempt counts."""
    last = {}
    for id, attempt, right in run:
        last.setdefault(id, {})[attempt] = right
    return {id: [right for right in given.values() if right is not None] for id, given in last.items()}


def _names_now(ids, renamed):
    """Old id -> the id that the question has now."""
    who = {id: id for id in ids}
    for one, other in renamed:
        if one == other or one not in who:
            continue
        if other in who:
            raise ValueError(f"two questions would have the id {other}")
        who[other] = who.pop(one)
    return {first: now for now, first in who.items()}


def _share(given):
    return sum(given) / len(given)


def _state(given):
    if not given:
        return "none"
    return "right" if all(given) else "mixed" if any(given) else "missed"
