# hiretool-canary-f6409723-1859-4596-83ca-f4283bb4020c
"""What has changed between two runs."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Comparison:
    table: dict
    """(state before, state after) -> number of questions."""
    better: list = field(default_factory=list)
    worse: list = field(default_factory=list)
    unsure: list = field(default_factory=list)
    silent: list = field(default_factory=list)
    gone: list = field(default_factory=list)
    added: list = field(default_factory=list)
    shares: tuple | None = None
    """Share of right answers before and after."""


@dataclass
class Asked:
    right: int = 0
    wrong: int = 0

    @property
    def answers(self):
        return self.right + self.wrong

    @property
    def state(self):
        if self.right and self.wrong:
            return "mixed"
        return "right" if self.right else "missed" if self.wrong else "none"


def compare(before, after, renamed):
    """What has changed; ids are those of the later run."""
    old, new = _tally(_follow(before, renamed)), _tally(after)
    common = [id for id in old if id in new]
    found = Comparison(dict(Counter((old[id].state, new[id].state) for id in common)))
    found.gone = sorted(id for id in old if id not in new)
    found.added = sorted(id for id in new if id not in old)
    found.silent = sorted(id for id in common if not (old[id].answers and new[id].answers))
    heard = sorted(set(common) - set(found.silent))
    for id in heard:
        states, sure = (old[id].state, new[id].state), old[id].answers > 1 and new[id].answers > 1
        if sure and states == ("missed", "right"):
            found.better.append(id)
        elif sure and states == ("right", "missed"):
            found.worse.append(id)
        elif states[0] != states[1]:
            found.unsure.append(id)
    if heard:
        found.shares = tuple(sum(run[id].right / run[id].answers for id in heard) / len(heard) for run in (old, new))
    return found


def _follow(run, renamed):
    """The run with the ids of today, each step of renaming on all lines."""
    ids = [id for id, _, _ in run]
    questions = len(set(ids))
    for one, other in renamed:
        ids = [other if id == one else id for id in ids]
        if len(set(ids)) < questions:
            raise ValueError(f"{one} was renamed to {other}, which there is already")
    return [(id, attempt, right) for id, (_, attempt, right) in zip(ids, run)]


def _tally(run):
    tally = {}
    for (id, _), right in {(id, attempt): right for id, attempt, right in run}.items():
        asked = tally.setdefault(id, Asked())
        if right is not None:
            asked.right += right
            asked.wrong += not right
    return tally
