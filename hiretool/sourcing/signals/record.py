"""Papers named first, by year."""

from __future__ import annotations

from collections import Counter
from datetime import date

from hiretool.sourcing.credit import credit
from hiretool.sourcing.evidence import Evidence
from hiretool.sourcing.people import Person
from hiretool.sourcing.record import named_first

_WORTH_SAYING = 0.1
"""Lost credit below which the difference would only be noise."""


def measure(person: Person, today: date) -> Evidence | None:
    """How many there are in each year, matching or not; a byline that may be alphabetical counts in part."""
    papers = named_first(person, today)
    if not papers:
        return None
    years = Counter(paper.submitted.year for paper in papers)
    told = ", ".join(f"{year}: {count}" for year, count in sorted(years.items(), reverse=True))
    counted = round(sum(map(credit, papers)), 2)
    text = f"Named first on {len(papers)} paper{'s' if len(papers) > 1 else ''} known ({told})"
    if len(papers) - counted >= _WORTH_SAYING:
        text += f", which count {counted:g} because bylines may be alphabetical"
    ids = tuple(paper.id for paper in papers)
    return Evidence("record", counted, "papers", text + ".", ids, date=papers[0].submitted)
