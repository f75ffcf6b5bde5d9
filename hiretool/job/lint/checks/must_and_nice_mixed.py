"""Things that are nice to have in the list of what is needed."""

from __future__ import annotations

from collections.abc import Iterator

from hiretool.job.lint.case import Case, Found


def find(case: Case) -> Iterator[Found]:
    for place in case.of("nice"):
        if place.block.section == "must" and place.block.kind in ("item", "cell"):
            yield Found(place.block, place.start, place.end)
