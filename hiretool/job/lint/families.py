"""What kinds of work a post describes, by the words of its duties and demands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from hiretool.job.lint.case import Case
from hiretool.job.lint.post import Block

WORK = ("duties", "deliverables")


def of_block(case: Case, block: Block, families: Sequence[str]) -> str | None:
    """The kind of work that most expressions in the block belong to; None where it is none or a draw."""
    here = case.by_block.get(id(block), {})
    if not here:
        return None
    counted = Counter({name: len(here[name]) for name in families if name in here})
    best = counted.most_common(2)
    if not best or (len(best) > 1 and best[0][1] == best[1][1]):
        return None
    return best[0][0]


def shares(case: Case, blocks: Sequence[Block], families: Sequence[str]) -> tuple[Mapping[str, float], int]:
    """Share of the blocks that belong to each kind of work, of those that belong to any, and how many these are."""
    found = Counter(name for block in blocks if (name := of_block(case, block, families)))
    total = sum(found.values())
    return {name: count / total for name, count in found.items()}, total
