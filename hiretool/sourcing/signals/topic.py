"""Share of recent papers named first that match the query."""

from __future__ import annotations

from datetime import date

from hiretool.sourcing.evidence import Evidence
from hiretool.sourcing.people import Person
from hiretool.sourcing.record import named_first

YEARS = 3
"""How far back a record is recent. Our choice."""


def measure(person: Person, today: date) -> Evidence | None:
    """Whether the query is what they work on, or one of many things; unknown where only matching papers were read."""
    if not person.record:
        return None
    recent = [paper for paper in named_first(person, today) if (today - paper.submitted).days <= YEARS * 365.25]
    matching = {paper.id for paper in person.papers}.intersection(paper.id for paper in recent)
    if not matching:
        return None
    share = round(len(matching) / len(recent), 2)
    text = (
        f"{len(matching)} of the {len(recent)} papers named first in the last {YEARS} years match the query "
        f"({share:.0%}): "
        + ("it is most of what they publish." if share > 0.5 else "they publish on other subjects as well.")
    )
    found = [paper for paper in recent if paper.id in matching]
    ids = tuple(paper.id for paper in found)
    return Evidence("topic", share, "share of papers", text, ids, date=found[0].submitted)
