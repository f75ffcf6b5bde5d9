"""A person found -> what somebody should check by hand before writing to them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hiretool.sourcing.found_file import Entry
from hiretool.sourcing.names import tokens
from hiretool.sourcing.said_venues import said

LONG_AGO_DAYS = 365
"""A paper that old is asked about. A choice, not a measurement."""
MANY_AUTHORS = 10
"""In a longer byline nobody sees who did what. A choice, not a measurement."""
MOST_CLAIMS = 4
"""Venues of comments that are written out."""
MOST_SPELLINGS = 5
UNSURE = 0.9
"""An identity less sure than this is asked about."""


def questions(entry: Entry, today: date) -> list[str]:
    """In the order in which to ask them; who the person is comes first.

    today: of the search. A question is no reproach: most have a good answer, which the papers do not hold.
    """
    return [*_identity(entry), *_recency(entry, today), *_papers(entry), *_code(entry), *_services(entry)]


def _identity(entry: Entry) -> Iterator[str]:
    person = entry.person
    if person.groups > 1:
        yield (
            f"The papers fall into {person.groups} groups without a common co-author: one person, or several of the "
            "same name? Check on a home page or an ORCID record which papers are whose."
        )
    alone = [paper.id for paper in person.papers if len(paper.authors) == 1]
    if alone and len(person.papers) > 1:
        yield f"No co-author tells whose {_listed(alone)} is: the same person's?"
    if _is_unsure(entry.confidence):
        yield f"Identity is put at {entry.confidence}: confirm it with something that the person wrote themselves."
    # An accent that was left out is no other name.
    if len({tuple(tokens(name)) for name in person.spellings}) > 1:
        yield f"The name is spelt {_quoted(person.spellings)}: the same person, and which spelling do they use?"
    known = {paper.id for paper in (*person.papers, *person.record)}
    if len(known) == 1:
        yield "One paper is all there is here: what else have they done?"


def _recency(entry: Entry, today: date) -> Iterator[str]:
    if not entry.person.papers:
        return
    newest = max(paper.submitted for paper in entry.person.papers)
    if (today - newest).days > LONG_AGO_DAYS:
        later = [paper for paper in entry.person.record if paper.submitted > newest]
        since = "; named at another place since" if later else ""
        yield (
            f"No paper named first since {newest}{since}: another post, other work, or a pause? All are ordinary; "
            "ask what they do now."
        )


def _papers(entry: Entry) -> Iterator[str]:
    listed = {line.paper_id for line in entry.person.accepted}
    claims = [
        f"{', '.join(names)} ({paper.id})"
        for paper in entry.person.papers
        if (names := said(paper)) and paper.id not in listed
    ]
    if claims:
        more = f" and {len(claims) - MOST_CLAIMS} more" if len(claims) > MOST_CLAIMS else ""
        named = "; ".join(claims[:MOST_CLAIMS]) + more
        yield f"The authors' comments name {named}: look in the proceedings, since nobody else says so here."
    alphabetical = [id for evidence in entry.evidence if evidence.signal == "byline" for id in evidence.paper_ids]
    if alphabetical:
        yield f"The byline of {_listed(alphabetical)} may be alphabetical: what was their part?"
    crowded = [paper.id for paper in entry.person.papers if len(paper.authors) > MANY_AUTHORS]
    if crowded:
        yield f"{_listed(crowded)} has more than {MANY_AUTHORS} authors: what was their part?"


def _code(entry: Entry) -> Iterator[str]:
    linked = [repository for repository in entry.person.code if repository.official is not True]
    for repository in linked[:3]:
        whose = "said to be somebody else's" if repository.official is False else "whose, the source does not say"
        yield f"Code at {repository.url} ({whose}): did they write it?"
    named = [id for evidence in entry.evidence if evidence.signal == "code" for id in evidence.paper_ids]
    if named and not entry.person.code:
        yield f"Code is named by {_listed(named)}: whose is it, and which part did they write?"


def _services(entry: Entry) -> Iterator[str]:
    orcids = sorted({line.orcid for line in entry.citations if line.orcid})
    if len(orcids) > 1:
        yield f"{len(orcids)} ORCID records are given for these papers ({', '.join(orcids)}): which is theirs?"
    differ = [line for line in entry.citations if line.named_first is False]
    if differ:
        services = " and ".join(sorted({line.source for line in differ}))
        which = _listed([line.paper_id for line in differ])
        yield f"{services} names somebody else first on {which}: look at the paper."


def _is_unsure(confidence: str) -> bool:
    try:
        return float(confidence) < UNSURE
    except ValueError:
        return confidence.lower() in ("low", "medium")


def _listed(ids: list[str]) -> str:
    """`2401.00001`, `2401.00001 and 2 others`."""
    ids = list(dict.fromkeys(ids))
    if len(ids) < 3:
        return " and ".join(ids)
    return f"{ids[0]} and {len(ids) - 1} others"


def _quoted(names: tuple[str, ...]) -> str:
    quoted = [f"“{name}”" for name in names[:MOST_SPELLINGS]]
    if len(names) > MOST_SPELLINGS:
        quoted.append(f"in {len(names) - MOST_SPELLINGS} other ways")
    return f"{', '.join(quoted[:-1])} and {quoted[-1]}"
