"""Publications asked for where the work is no research."""

from __future__ import annotations

from collections.abc import Iterator

from hiretool.job.lint.case import Case, Found


def find(case: Case) -> Iterator[Found]:
    """vocabulary: `papers` that are asked for, and titles of `research`, for which they may be."""
    title = case.post.title
    if title is not None and any(place.block is title for place in case.of("research")):
        return
    for place in case.of("papers"):
        if place.block.section == "must" and not case.inside(place.block, "open"):
            yield Found(place.block, place.start, place.end)
