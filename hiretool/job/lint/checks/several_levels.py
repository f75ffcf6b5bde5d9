"""A title of two levels, or a junior title with a senior's demands."""

from __future__ import annotations

from collections.abc import Iterator

from hiretool.job.lint.case import Case, Found
from hiretool.job.lint.years import demands


def find(case: Case) -> Iterator[Found]:
    """vocabulary.junior: titles of beginners; limits.years: what no beginner has."""
    title = case.post.title
    if title is None:
        return
    junior = [place for place in case.of("junior") if place.block is title]
    if not junior:
        return
    if [place for place in case.of("senior") if place.block is title]:
        yield Found(title)
        return
    for block in case.post.of("must"):
        for demand in demands(block.text, asking=True):
            if demand.years >= case.limit("years"):
                yield Found(block, demand.start, demand.end, message=case.rule.data["years"])
                return
