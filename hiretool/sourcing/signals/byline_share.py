"""Places in the byline: first, alone, last."""

from __future__ import annotations

from datetime import date

from hiretool.sourcing.evidence import Evidence
from hiretool.sourcing.people import Person
from hiretool.sourcing.record import is_of, known


def measure(person: Person, today: date) -> Evidence | None:
    """Share of all known papers that name them first; unknown where only such papers were read.

    Those who lead a group are often named last, and where bylines are alphabetical the place says nothing.
    """
    papers = known(person, today) if person.record else []
    if not papers:
        return None
    first = [paper for paper in papers if is_of(person, paper.authors[0])]
    alone = sum(len(paper.authors) == 1 for paper in first)
    last = sum(len(paper.authors) > 1 and is_of(person, paper.authors[-1]) for paper in papers)
    share, between = round(len(first) / len(papers), 2), max(len(papers) - len(first) - last, 0)
    text = (
        f"Of {len(papers)} papers known, named first on {len(first)} ({alone} of them alone), last on {last}, "
        f"in between on {between}."
    )
    ids = tuple(paper.id for paper in first)
    return Evidence("byline_share", share, "share of papers", text, ids, date=papers[0].submitted)
