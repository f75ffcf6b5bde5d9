"""Years since the first paper known; shown, never weighed."""

from __future__ import annotations

from datetime import date

from hiretool.sourcing.evidence import Evidence
from hiretool.sourcing.people import Person
from hiretool.sourcing.record import known


def measure(person: Person, today: date) -> Evidence | None:
    """How long this identity has been publishing, which is neither experience nor age, and wrong if two are merged."""
    papers = known(person, today)
    if not papers:
        return None
    first, count = papers[-1], len(papers)
    years = round((today - first.submitted).days / 365.25, 1)
    text = (
        f"The first of the {count} papers known under this identity is of {first.submitted}, {years:g} years ago."
        if count > 1
        else f"One paper known under this identity, of {first.submitted}, {years:g} years ago."
    )
    if not person.record:
        text += " Only papers that match the query were read, so there may be older ones."
    elif person.groups > 1:
        text += " More than one person may bear the name; then the first paper may be somebody else's."
    return Evidence("career", years, "years", text, (first.id,), date=first.submitted)
