"""`The ideal candidate will`, again and again."""

from __future__ import annotations

from collections.abc import Iterator

from hiretool.job.lint.case import Case, Found


def find(case: Case) -> Iterator[Found]:
    places = case.of("candidate")
    if len(places) > case.limit("times"):
        yield Found(places[0].block, places[0].start, places[0].end, values={"count": len(places)})
