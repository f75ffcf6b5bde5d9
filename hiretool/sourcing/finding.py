"""Papers and a query -> the people to read about, why, and what was counted on the way."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any, Protocol

from hiretool.errors import HiretoolError
from hiretool.sourcing import ranking, weights
from hiretool.sourcing.acceptance import Acceptance
from hiretool.sourcing.citation import Citation
from hiretool.sourcing.credit import by_collaboration
from hiretool.sourcing.evidence import Evidence
from hiretool.sourcing.files import Reading
from hiretool.sourcing.paper import Paper
from hiretool.sourcing.people import Person, first_authors
from hiretool.sourcing.query import Query
from hiretool.sourcing.ranking import Contribution, Scored
from hiretool.sourcing.repository import Repository
from hiretool.sourcing.weights import Profile

MOST_LOOKED_UP = 100
"""People whose record is looked up, the first by what matches; nobody reads further down a list."""


class Objections(Protocol):
    """What people asked for who do not want to be found, or not to be written to; see `privacy.suppressions`."""

    def hides_person(self, person: Person) -> bool: ...

    def bars_person(self, person: Person) -> bool: ...

    def withheld(self, person: Person) -> Person: ...


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
    hidden: int = 0
    """Left out because they objected."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A person found, with the reasons."""

    rank: int
    person: Person
    weight: float
    """Sum of the points, see `ranking`: an order to read in, no judgement."""
    evidence: tuple[Evidence, ...]
    contributions: tuple[Contribution, ...] = ()
    """What the sum is made of."""
    no_contact: bool = False
    """Whether the person asked not to be written to."""


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a search for people."""

    query: str
    today: date
    since: date
    """First day on which a paper counts."""
    people: tuple[Hit, ...]
    counts: Counts
    profile: Profile
    """The weights that made the order, and what they cannot show."""
    source: str = "arXiv"
    """What was searched."""

    def rows(self) -> list[dict[str, str | int | float | None]]:
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
                "identity_confidence": hit.person.known.confidence if hit.person.known else None,
                "do_not_contact": hit.no_contact,
                "source": self.source,
                "as_of": self.today.isoformat(),
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
            "source": self.source,
            "weights": {"title": self.profile.title, "weights": dict(self.profile.weights)},
            "cannot_show": self.profile.cannot_show,
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
    profile: Profile | None = None,
    source: str = "arXiv",
    enriched: Callable[[Sequence[Person]], Sequence[Person]] = lambda people: people,
    objections: Objections | None = None,
) -> Found:
    """First authors of papers that match `query`, submitted in the `months` up to `today`, in the order of `profile`.

    report: the one that was given to whatever reads `papers`, for the counts of what was read and what was bad.
    Raises: HiretoolError if `months` or `limit` is below 1; what `papers` raises.
    """
    _check(months=months, limit=limit)
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
    counts = Counts(
        papers_read=report.read if report else read,
        bad_lines=report.bad if report else 0,
        matched=len(matched),
        recent=len(recent),
        dropped_collaborations=sum(map(by_collaboration, recent.values())),
        people=0,
    )
    return found(
        recent.values(), query, counts, today=today, since=since, limit=limit, profile=profile, source=source,
        enriched=enriched, objections=objections,
    )  # fmt: skip


def found(
    papers: Iterable[Paper],
    query: Query,
    counts: Counts,
    *,
    today: date,
    since: date,
    limit: int,
    profile: Profile | None = None,
    relevance: Mapping[str, float] | None = None,
    complete: Callable[[Sequence[Person]], Sequence[Person]] = lambda people: people,
    enriched: Callable[[Sequence[Person]], Sequence[Person]] = lambda people: people,
    source: str = "arXiv",
    objections: Objections | None = None,
) -> Found:
    """The people first on papers that match, in the order of `profile`; whom `hides` names is in no list.

    complete: looks up all that is known of the first 100 people, to judge by what matches; it may tell namesakes apart.
    enriched: adds what services say of the people who are listed.
    """
    profile = profile or weights.get(weights.DEFAULT)
    everybody = first_authors(papers, today=today)
    begun = ranking.ranked(everybody, today=today, weights=profile.weights, relevance=relevance)
    people = complete([one.person for one in begun[:MOST_LOOKED_UP]])
    # Not before: of two who bear a name, the one who objected is known only when they are told apart.
    hides = objections.hides_person if objections else lambda person: False
    kept = [person for person in people if not hides(person)]
    rest = [one for one in begun[MOST_LOOKED_UP:] if not hides(one.person)]
    hidden = len(people) - len(kept) + len(begun[MOST_LOOKED_UP:]) - len(rest)
    order = [*ranking.ranked(kept, today=today, weights=profile.weights, relevance=relevance), *rest]
    listed = enriched([one.person for one in order[:limit]])
    last = [ranking.score(person, today=today, weights=profile.weights) for person in listed]
    hits = [_hit(rank, one, objections) for rank, one in enumerate(last, 1)]
    return Found(
        str(query), today, since, tuple(hits), replace(counts, people=len(order), hidden=hidden), profile, source
    )


def _hit(rank: int, scored: Scored, objections: Objections | None) -> Hit:
    person = objections.withheld(scored.person) if objections else scored.person
    barred = objections.bars_person(scored.person) if objections else False
    return Hit(rank, person, scored.score, scored.evidence, scored.contributions, barred)


def _check(**values: int) -> None:
    for name, value in values.items():
        if value < 1:
            raise HiretoolError(f"{name}: expected 1 or more, got {value}")


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
    person, known = hit.person, hit.person.known
    return {
        "rank": hit.rank,
        "name": person.name,
        "spellings": list(person.spellings),
        "identity": {
            "basis": "corpus" if known else "name",
            "id": known.id if known else None,
            "coauthor_groups": known.groups if known else person.groups,
            "confidence": known.confidence if known else None,
            "reasons": list(known.reasons) if known else [],
            "text": person.identity,
        },
        "weight": round(hit.weight, 6),
        "score": [
            {"signal": one.signal, "value": one.value, "weight": one.weight, "contribution": one.points}
            for one in hit.contributions
        ],
        "do_not_contact": hit.no_contact,
        "papers": [_paper(paper) for paper in person.papers],
        "record": [_paper(paper) for paper in person.record],
        "accepted": list(map(_plain, person.accepted)),
        "code": list(map(_plain, person.code)),
        "citations": list(map(_plain, person.citations)),
        "evidence": list(map(_plain, hit.evidence)),
    }


def _plain(thing: Evidence | Acceptance | Repository | Citation) -> dict[str, Any]:
    return {
        name: value.isoformat() if isinstance(value, date) else list(value) if isinstance(value, tuple) else value
        for name, value in asdict(thing).items()
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
