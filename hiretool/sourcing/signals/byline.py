"""Bylines that may be alphabetical."""

from __future__ import annotations

from datetime import date

from hiretool.sourcing.credit import alphabetical, credit
from hiretool.sourcing.evidence import Evidence
from hiretool.sourcing.people import Person

_WORTH_SAYING = 0.1
"""Lost credit below which a note would only be noise: two sorted names in cs.LG lose 0.03."""


def measure(person: Person, today: date) -> Evidence | None:
    """Papers whose sorted byline says little about who did most, and what they count for."""
    papers = [paper for paper in person.papers if 1 - credit(paper) >= _WORTH_SAYING]
    if not papers:
        return None
    told = "; ".join(
        f"{paper.id}: {len(paper.authors)} names in alphabetical order in {paper.categories[0]}, on purpose with "
        f"probability {alphabetical(paper):.2f}, counts {credit(paper):.2f}"
        for paper in papers
    )
    text = f"Being named first may be owed to the alphabet. {told}."
    return Evidence("byline", len(papers), "papers", text, tuple(paper.id for paper in papers))
