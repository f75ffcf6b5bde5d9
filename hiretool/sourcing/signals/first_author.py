"""Papers that match the query, named first."""

from __future__ import annotations

from datetime import date

from hiretool.sourcing.evidence import Evidence
from hiretool.sourcing.people import Person


def measure(person: Person, today: date) -> Evidence:
    """How many there are, and when the newest came. Named first is not "sole first": equal shares are rarely stated."""
    newest, count = person.papers[0], len(person.papers)
    which = "1 matching paper," if count == 1 else f"{count} matching papers, the newest"
    text = f"Named first on {which} of {newest.submitted} ({(today - newest.submitted).days} days ago)."
    return Evidence("first_author", count, "papers", text, tuple(paper.id for paper in person.papers))
