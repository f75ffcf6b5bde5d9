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
    old = {id: right for id, _, right in before}
    new = {id: right for id, _, right in after}
    table = {}
    for id in old:
        pair = _state(old[id]), _state(new.get(id))
        table[pair] = table.get(pair, 0) + 1
    return Comparison(
        table=table,
        better=sorted(id for id in old if not old[id] and new.get(id)),
        worse=sorted(id for id in old if old[id] and not new.get(id)),
        unsure=[],
        silent=[],
        gone=sorted(set(old) - set(new)),
        added=sorted(set(new) - set(old)),
        shares=(sum(map(bool, old.values())) / len(old), sum(map(bool, new.values())) / len(new)),
    )


def _state(right):
    return "right" if right else "missed"
