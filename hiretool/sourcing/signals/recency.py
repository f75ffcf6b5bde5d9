"""How recent the newest paper named first is."""

from __future__ import annotations

from datetime import date

from hiretool.sourcing.evidence import Evidence
from hiretool.sourcing.people import Person
from hiretool.sourcing.recent import recency
from hiretool.sourcing.record import named_first


def measure(person: Person, today: date) -> Evidence | None:
    """1 for a paper of today, half of that for each year since."""
    papers = named_first(person, today)
    if not papers:
        return None
    newest = papers[0]
    value, days = round(recency(newest.submitted, today), 2), (today - newest.submitted).days
    text = (
        f"The newest paper named first is of {newest.submitted}, {days} day{'' if days == 1 else 's'} ago: it counts "
        f"{value:g} of a paper of today."
    )
    return Evidence("recency", value, "papers of today", text, (newest.id,), date=newest.submitted)
