"""Papers at leading venues, named first, newer ones counting more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from hiretool.sourcing.credit import credit
from hiretool.sourcing.evidence import Evidence
from hiretool.sourcing.people import Person
from hiretool.sourcing.recent import recency
from hiretool.sourcing.record import is_of, named_first
from hiretool.sourcing.signals._claims import claims
from hiretool.sourcing.titles import same
from hiretool.sourcing.venues import canonical

# Our choice, by what the field calls its first venues. Such a list is unjust to somebody, so it stands here to be
# changed; papers at all other venues are in the signals "accepted" and "venue".
LEADING = frozenset({
    "NeurIPS", "ICML", "ICLR", "AISTATS", "UAI", "COLT", "AAAI", "IJCAI", "JMLR", "TMLR", "MLSys", "COLM",
    "CVPR", "ICCV", "ECCV", "TPAMI", "SIGGRAPH", "ACL", "EMNLP", "NAACL", "TACL", "RSS", "CoRL", "KDD", "WWW", "SIGIR",
})  # fmt: skip
_canonical = lru_cache(maxsize=1024)(canonical)


@dataclass(frozen=True, slots=True)
class _There:
    """One paper at a leading venue."""

    venue: str
    year: int
    day: date
    paper_id: str | None
    counts: float


def measure(person: Person, today: date) -> Evidence | None:
    """From lists of accepted papers where there are any, and from authors' comments; each paper counts once.

    A paper counts half for each year since, and in part where the byline may be alphabetical.
    """
    papers = list(_there(person, today))
    if not papers:
        return None
    value = round(sum(paper.counts for paper in papers), 2)
    told = ", ".join(f"{paper.venue} {paper.year}" for paper in papers)
    text = (
        f"Named first on {len(papers)} paper{'s' if len(papers) > 1 else ''} at leading venues ({told}), which count "
        f"{value:g} of today."
    )
    ids = tuple(paper.paper_id for paper in papers if paper.paper_id)
    source = "lists of accepted papers, comments on arXiv" if person.accepted else "comments on arXiv"
    return Evidence("leading", value, "papers of today", text, ids, source, max(paper.day for paper in papers))


def _there(person: Person, today: date) -> Iterator[_There]:
    """Lists first: they vouch for the venue."""
    papers = named_first(person, today)
    lines = [line for line in person.accepted if line.year <= today.year and _canonical(line.venue) in LEADING]
    lines = [line for line in lines if line.authors and is_of(person, line.authors[0])]
    # Titles are compared only where there is something to compare them with: a list ranks many people.
    by_title = {same(paper.title): paper for paper in papers} if lines else {}
    listed: set[str] = set()
    for line in lines:
        title = same(line.title)
        if title not in listed:
            listed.add(title)
            paper, day = by_title.get(title), _day(line.year, today)
            id, counts = (paper.id, credit(paper)) if paper else (line.paper_id, 1.0)
            yield _There(_canonical(line.venue), line.year, day, id, recency(day, today) * counts)
    for paper in papers:
        said = [claim for claim in (*claims(paper.comment), *claims(paper.journal_ref)) if claim.venue in LEADING]
        if said and not (listed and same(paper.title) in listed):
            year = said[0].year or paper.submitted.year
            day = _day(year, today) if said[0].year else paper.submitted
            yield _There(said[0].venue, year, day, paper.id, recency(day, today) * credit(paper))


def _day(year: int, today: date) -> date:
    """The last of the year, as neither lists nor comments tell it, or today if that is to come."""
    return min(date(year, 12, 31), today)
