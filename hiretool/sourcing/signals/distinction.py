"""Papers that were singled out: an award, a talk, a spotlight."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from hiretool.sourcing.evidence import Evidence
from hiretool.sourcing.people import Person
from hiretool.sourcing.record import is_of, named_first
from hiretool.sourcing.signals._claims import claims

_SAID = {
    "award": "a paper award",
    "award candidate": "nominated for a paper award",
    "oral": "chosen for a talk (oral)",
    "spotlight": "a spotlight",
    "highlight": "a highlight",
}
_LIST, _COMMENT = "the list says", "the authors' comment says"


@dataclass(frozen=True, slots=True)
class _Distinction:
    venue: str
    year: int | None
    tier: str
    paper: str
    """arXiv id, or the title where none is known."""
    paper_id: str | None
    who: str
    source: str
    day: date


def measure(person: Person, today: date) -> Evidence | None:
    """Papers named first that their conference set apart, by its list or by the authors' comment, and which of them.

    Most lists and comments do not tell; an ordinary poster is no distinction, and is not told either.
    Source: measured for this project on 121,745 papers: of 35 distinctions said in comments, at conferences whose lists
    tell the same tier, 33 are in the list; of 263 in the lists, comments say 33.
    """
    found = list(_found(person, today))
    if not found:
        return None
    papers = dict.fromkeys(one.paper for one in found)
    told = "; ".join(
        f"{one.venue}{f' {one.year}' if one.year else ''}, {one.paper}: {_SAID[one.tier]}, {one.who}" for one in found
    )
    text = f"Singled out by {'the conference' if len(found) == 1 else 'conferences'}: {told}."
    ids = tuple(dict.fromkeys(one.paper_id for one in found if one.paper_id))
    sources = ", ".join(dict.fromkeys(one.source for one in found))
    return Evidence("distinction", len(papers), "papers", text, ids, sources, max(one.day for one in found))


def _found(person: Person, today: date) -> Iterator[_Distinction]:
    """Lists first: of what both say, the list is told."""
    listed: set[tuple[str | None, str, int | None]] = set()
    for line in person.accepted:
        if line.year <= today.year and line.tier in _SAID and line.authors and is_of(person, line.authors[0]):
            listed.add((line.paper_id, line.venue, line.year))
            day = min(date(line.year, 12, 31), today)
            paper = line.paper_id or f"“{line.title}”"
            yield _Distinction(line.venue, line.year, line.tier, paper, line.paper_id, _LIST, line.source, day)
    for one in named_first(person, today):
        for said in claims(one.comment):
            if said.tier in _SAID and (one.id, said.venue, said.year) not in listed:
                yield _Distinction(
                    said.venue, said.year, said.tier, one.id, one.id, _COMMENT, "comments on arXiv", one.updated
                )
