"""Papers and a query -> the people to read about, why, and what was counted on the way."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from hiretool.errors import HiretoolError
from hiretool.sourcing import ranking, signals
from hiretool.sourcing.credit import by_collaboration
from hiretool.sourcing.evidence import Evidence
from hiretool.sourcing.files import Reading
from hiretool.sourcing.paper import Paper
from hiretool.sourcing.people import Person, first_authors
from hiretool.sourcing.query import Query


@dataclass(frozen=True, slots=True)
class Counts:
    """How many, at each step; nothing is left out in silence."""

    papers_read: int
    bad_lines: int
    matched: int
    """Papers that match the query, each once."""
    recent: int
    """Of these, submitted in the months asked for."""
    dropped_collaborations: int
    """Of these, signed by a collaboration and credited to nobody."""
    people: int
    """Before the limit."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A person found, with the reasons."""

    rank: int
    person: Person
    weight: float
    """In papers of today, see `ranking.weight`."""
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a search for people."""

    query: str
    today: date
    since: date
    """First day on which a paper counts."""
    people: tuple[Hit, ...]
    counts: Counts

    def rows(self) -> list[dict[str, str | int | float]]:
        """A table: one row a person, in order; links and evidence are joined by line breaks."""
        return [
            {
                "rank": hit.rank,
                "name": hit.person.name,
                "papers": len(hit.person.papers),
                "weight": round(hit.weight, 3),
                "newest": hit.person.papers[0].submitted.isoformat(),
                "links": "\n".join(paper.url for paper in hit.person.papers),
                "evidence": "\n".join(evidence.text for evidence in hit.evidence),
                "identity": hit.person.identity,
            }
            for hit in self.people
        ]

    def as_dict(self) -> dict[str, Any]:
        """Ready for JSON: snake_case keys, ISO dates, null where nothing is known."""
        return {
            "schema": 1,
            "query": self.query,
            "today": self.today.isoformat(),
            "since": self.since.isoformat(),
            "counts": asdict(self.counts),
            "people": [_person(hit) for hit in self.people],
        }


def find(
    papers: Iterable[Paper],
    query: Query,
    *,
    today: date,
    months: int = 24,
    limit: int = 50,
    report: Reading | None = None,
) -> Found:
    """First authors of papers that match `query`, submitted in the `months` up to `today`, by falling weight.

    report: the one that was given to whatever reads `papers`, for the counts of what was read and what was bad.
    Raises: HiretoolError if `months` or `limit` is below 1; what `papers` raises.
    """
    for name, value in (("months", months), ("limit", limit)):
        if value < 1:
            raise HiretoolError(f"{name}: expected 1 or more, got {value}")
    since, read, matched = first_day(today, months), 0, set[str]()
    recent: dict[str, Paper] = {}
    for paper in papers:
        read += 1
        if not query.matches(paper):
            continue
        matched.add(paper.id)
        # A file may hold a paper twice; the record that was updated last is the one to believe.
        if since <= paper.submitted <= today and (paper.id not in recent or recent[paper.id].updated <= paper.updated):
            recent[paper.id] = paper
    people = ranking.ranked(first_authors(recent.values(), today=today), today=today)
    counts = Counts(
        papers_read=report.read if report else read,
        bad_lines=report.bad if report else 0,
        matched=len(matched),
        recent=len(recent),
        dropped_collaborations=sum(map(by_collaboration, recent.values())),
        people=len(people),
    )
    hits = [
        Hit(rank, person, ranking.weight(person, today), tuple(signals.evidence(person, today=today)))
        for rank, person in enumerate(people[:limit], 1)
    ]
    return Found(str(query), today, since, tuple(hits), counts)


def first_day(today: date, months: int) -> date:
    """The same day of the month, `months` earlier, or that month's last day.

    >>> first_day(date(2026, 8, 31), 6)
    datetime.date(2026, 2, 28)
    """
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    if year < 1:
        return date.min
    return date(year, month + 1, min(today.day, calendar.monthrange(year, month + 1)[1]))


def _person(hit: Hit) -> dict[str, Any]:
    person = hit.person
    return {
        "rank": hit.rank,
        "name": person.name,
        "spellings": list(person.spellings),
        "identity": {"basis": "name", "coauthor_groups": person.groups, "text": person.identity},
        "weight": round(hit.weight, 6),
        "papers": [_paper(paper) for paper in person.papers],
        "evidence": [asdict(evidence) | {"paper_ids": list(evidence.paper_ids)} for evidence in hit.evidence],
    }


def _paper(paper: Paper) -> dict[str, Any]:
    """What a reader needs to judge a claim; the abstract is a click away."""
    return {
        "id": paper.id,
        "url": paper.url,
        "title": paper.title,
        "authors": list(paper.authors),
        "categories": list(paper.categories),
        "submitted": paper.submitted.isoformat(),
        "updated": paper.updated.isoformat(),
        "versions": paper.versions,
        "comment": paper.comment,
        "journal_ref": paper.journal_ref,
        "doi": paper.doi,
    }
