"""A shopping list of tools."""

from __future__ import annotations

from collections.abc import Iterator

from hiretool.job.lint.case import Case, Found


def find(case: Case) -> Iterator[Found]:
    """limits.tools: so many different tools among what is needed are a list, not a need."""
    named: dict[str, tuple[object, Found]] = {}
    for place in case.of("tool"):
        if place.block.section == "must":
            named.setdefault(place.text.lower(), (place.block, Found(place.block, place.start, place.end)))
    if len(named) > case.limit("tools"):
        last = list(named.values())[int(case.limit("tools"))][1]
        yield Found(last.block, last.start, last.end, values={"count": len(named), "limit": int(case.limit("tools"))})
