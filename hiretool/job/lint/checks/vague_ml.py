"""`AI/ML expertise` with no task to it."""

from __future__ import annotations

from collections.abc import Iterator

from hiretool.job.lint.case import Case, Found


def find(case: Case) -> Iterator[Found]:
    """vocabulary: `vague` expressions, and words of a `task` any of which makes a sentence concrete."""
    most = case.limit("words")
    for place in case.of("vague"):
        block = place.block
        if block.kind in ("heading", "title") or block is case.post.title or len(block.words) > most:
            continue
        if block.section in ("must", "nice", "other", "duties") and not case.inside(block, "task"):
            yield Found(block, place.start, place.end)
