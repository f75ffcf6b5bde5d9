"""A person found -> a page to read about them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from hiretool.document import (
    Block,
    Box,
    Cell,
    Column,
    Facts,
    Figure,
    Heading,
    Inline,
    PageBreak,
    Paragraph,
    Span,
    Table,
    bullets,
    cells,
    inline,
)
from hiretool.sourcing import listed
from hiretool.sourcing.acceptance import Acceptance
from hiretool.sourcing.found_file import Entry
from hiretool.sourcing.names import key
from hiretool.sourcing.open_questions import questions
from hiretool.sourcing.paper import WITHHELD, Paper
from hiretool.sourcing.repository import Repository
from hiretool.sourcing.said_venues import said
from hiretool.sourcing.timeline import Mark, timeline

MOST_COAUTHORS = 12
MOST_PAPERS = 30
"""Papers that a page lists; the others are counted, and CSV, XLSX and JSON have all."""
MOST_IDS = 12
"""Papers that a page names for one claim; CSV, XLSX and JSON name all."""
MOST_SIGNALS = 20
"""Signals that a page lists; the table is kept on one sheet."""
SUGGESTION = "The order is a suggestion in which to read; nobody is rejected by it."


class Hides(Protocol):
    """Whether somebody of this name must not appear, known by these papers, and this ORCID if there is one."""

    def __call__(self, name: str, paper_ids: Collection[str] = (), orcid: str | None = None) -> bool: ...


@dataclass(frozen=True, slots=True)
class Coauthor:
    """Somebody who signed papers with the person."""

    name: str
    """The spelling used most recently."""
    papers: int
    last: date


def page(entry: Entry, *, today: date, source: str, hides: Hides) -> list[Block]:
    """The page, which starts a sheet of its own when printed.

    today: of the search. source: where the record comes from, in words.
    """
    blocks: list[Block] = [
        _facts(entry),
        *_identity(entry),
        *_questions(entry, today),
        *_papers(entry),
        *_evidence(entry),
        *_coauthors(entry, hides),
        *_order(entry),
    ]
    foot = Paragraph(inline(footnote(entry, today=today, source=source)), "note")
    # The foot stays with what stands above it, so that it is not alone on a sheet; but what may be long must be split.
    last = blocks.pop()
    end: list[Block] = [Box((*last.blocks, foot), "together")] if isinstance(last, Box) else [last, foot]
    heading = Heading(2, inline(f"{entry.rank}. {entry.person.name}"), anchor=f"person-{entry.rank}")
    return [PageBreak(), heading, *blocks, *end]


def footnote(entry: Entry, *, today: date, source: str) -> str:
    """Source, date and confidence: what goes with the page wherever it goes."""
    sure = f"Identity confidence: {entry.confidence}." if entry.confidence else "Identity: by name only, not confirmed."
    return f"Source: {source}, as of {today}. {sure} Papers show nothing of fitness for a post."


def coauthors(entry: Entry, *, hides: Hides) -> list[Coauthor]:
    """Who signed papers with the person, matching or not: most shared papers first, then the most recent."""
    own = {key(name) for name in (entry.person.name, *entry.person.spellings)}
    shared: defaultdict[str, list[tuple[date, str, str]]] = defaultdict(list)
    for paper in every_paper(entry):
        for folded, name in {key(name): name for name in paper.authors}.items():
            if folded not in own and name != WITHHELD and not hides(name, (paper.id,)):
                shared[folded].append((paper.submitted, paper.id, name))
    found = [Coauthor(max(held)[2], len(held), max(held)[0]) for held in shared.values()]
    return sorted(found, key=lambda one: (-one.papers, -one.last.toordinal(), one.name))


def every_paper(entry: Entry) -> list[Paper]:
    """Each paper once, newest first; those that only a list knows are shown as its lines."""
    everything = (*entry.person.record, *entry.person.papers)
    by_id = {paper.id: paper for paper in everything if not listed.is_listed(paper.id)}
    return sorted(by_id.values(), key=lambda paper: (paper.submitted, paper.id), reverse=True)


def place(entry: Entry, paper: Paper) -> int | None:
    """Where in the byline the person stands, from 1; None if the name is not in it."""
    own = {key(name) for name in (entry.person.name, *entry.person.spellings)}
    return next((number for number, name in enumerate(paper.authors, 1) if key(name) in own), None)


def venues(entry: Entry, paper: Paper) -> list[str]:
    """Where the paper was accepted, with who says so."""
    lines = [line for line in entry.person.accepted if line.paper_id == paper.id]
    found = [_accepted(line) for line in lines]
    listed = {f"{line.venue} {line.year}" for line in lines}
    return [*found, *(f"{claim} (the authors' comment)" for claim in said(paper) if claim not in listed)]


def newest(entry: Entry) -> str:
    """Day of the newest paper that names the person first; "" without one."""
    return max((paper.submitted.isoformat() for paper in entry.person.papers), default="")


def _facts(entry: Entry) -> Facts:
    person, known = entry.person, len(every_paper(entry))
    items: list[tuple[str, Inline]] = [
        ("Named first, matching", inline(str(len(person.papers)))),
        ("Newest of them", inline(newest(entry) or "none")),
        ("Papers known in all", inline(str(known))),
        ("Identity confidence", inline(entry.confidence or "by name only")),
    ]
    return Facts(tuple(items))


def _identity(entry: Entry) -> Iterator[Block]:
    yield Heading(3, inline("Who this is"))
    # The sentence of a corpus is its reasons, one after the other.
    if entry.identity != " ".join(entry.reasons):
        yield Paragraph(inline(entry.identity))
    if entry.reasons:
        yield bullets(entry.reasons)


def _papers(entry: Entry) -> Iterator[Block]:
    found = every_paper(entry)
    if not found and not entry.person.accepted:
        return
    marks = [Mark(paper.submitted, place(entry, paper) == 1, _venue_names(entry, paper)) for paper in found]
    matching = {paper.id for paper in entry.person.papers}
    yield Heading(3, inline("Papers"))
    if picture := timeline(marks, name=entry.person.name):
        yield Figure(picture)
    shown = sorted(found, key=lambda paper: paper.id not in matching)[:MOST_PAPERS]
    yield bullets([*(_paper(entry, paper) for paper in shown), *_elsewhere(entry)])
    if len(found) > len(shown):
        more = f"{len(found) - len(shown)} more, older or not matching, are not listed here; CSV and JSON have them."
        yield Paragraph(inline(more), "note")


def _elsewhere(entry: Entry) -> list[str]:
    """Lines of accepted-paper lists that belong to no paper known from arXiv."""
    known = {paper.id for paper in every_paper(entry)}
    return [
        f"{line.title} – not known from arXiv; {_accepted(line)}"
        for line in entry.person.accepted
        if line.paper_id not in known
    ]


def _accepted(line: Acceptance) -> str:
    track = f", {line.track} track" if line.track else ""
    return f"{line.venue} {line.year}{f', {line.tier}' if line.tier else ''}{track} ({line.source})"


def _paper(entry: Entry, paper: Paper) -> Inline:
    """Title with its link, id and day, place in the byline, and what is said of it."""
    at, count = place(entry, paper), len(paper.authors)
    where = "only author" if count == 1 else f"named {_ordinal(at)} of {count}" if at else f"{count} authors"
    told = [paper.id, paper.submitted.isoformat(), where, *venues(entry, paper)]
    for line in entry.citations:
        if line.paper_id == paper.id and line.count is not None:
            told.append(f"cited {line.count:,} times ({line.source}, {line.date})")
    return (Span(paper.title, href=paper.url), Span(f" – {'; '.join(told)}"))


def _venue_names(entry: Entry, paper: Paper) -> tuple[str, ...]:
    names = [f"{line.venue} {line.year}" for line in entry.person.accepted if line.paper_id == paper.id]
    return tuple(dict.fromkeys([*names, *said(paper)]))


def _evidence(entry: Entry) -> Iterator[Block]:
    if not entry.evidence and not entry.person.code:
        return
    links = {paper.id: paper.url for paper in every_paper(entry)}
    yield Heading(3, inline("Evidence"))
    if entry.evidence:
        rows = tuple(
            cells(evidence.text, _ids(evidence.paper_ids, links), _sourced(evidence.source, evidence.date))
            for evidence in entry.evidence
        )
        yield Table(
            (Column("What is said", width=3.6), Column("Papers", width=1.8), Column("Source", width=1.3)),
            rows,
            caption="Each claim with the papers that bear it out. What is not said is no evidence against anybody.",
        )
    if entry.person.code:
        yield Paragraph(inline("Code connected with these papers:"))
        yield bullets([_repository(one, links) for one in entry.person.code])


def _repository(code: Repository, links: dict[str, str]) -> Inline:
    """Address, paper, whose it is said to be, figures and source."""
    whose = {True: "the authors' own", False: "somebody else's implementation", None: "whose, is not said"}
    told = "; ".join(filter(None, [whose[code.official], _figures(code), _sourced(code.source, code.as_of)]))
    paper = _ids((code.paper_id,), links) if code.paper_id else inline(code.title or "a paper that is not named")
    return (Span(code.url, href=code.url), Span(" for "), *paper, Span(f"; {told}"))


def _order(entry: Entry) -> Iterator[Block]:
    if not entry.contributions:
        return
    total = sum(one.contribution for one in entry.contributions)
    rows = [
        cells(one.signal.replace("_", " "), f"{one.value:.2f}", f"{one.weight:.2f}", f"{one.contribution:+.2f}")
        for one in sorted(entry.contributions, key=lambda one: -abs(one.contribution))[:MOST_SIGNALS]
    ]
    if len(entry.contributions) > MOST_SIGNALS:
        rows.append(cells(f"{len(entry.contributions) - MOST_SIGNALS} others", "", "", ""))
    rows.append(cells(Cell(inline("sum"), "strong"), "", "", Cell(inline(f"{total:.2f}"), "strong")))
    heads = (Column("Signal", width=2.0), Column("Value", "right"), Column("Weight", "right"), Column("Adds", "right"))
    heading = Heading(3, inline("How the place in the list came about"))
    yield Box((heading, Table(heads, tuple(rows), caption=SUGGESTION)), "together")


def _coauthors(entry: Entry, hides: Hides) -> Iterator[Block]:
    found = coauthors(entry, hides=hides)
    if not found:
        return
    told = [f"{one.name} ({one.papers}, last {one.last.year})" for one in found[:MOST_COAUTHORS]]
    more = f" and {len(found) - MOST_COAUTHORS} others" if len(found) > MOST_COAUTHORS else ""
    yield Heading(3, inline("Co-authors"))
    yield Paragraph(inline(f"With the number of papers signed together: {'; '.join(told)}{more}."))


def _questions(entry: Entry, today: date) -> Iterator[Block]:
    asked = questions(entry, today)
    if asked:
        yield Box((Heading(3, inline("To be checked by a person")), bullets(asked)), "together")


def _ids(ids: Sequence[str], links: dict[str, str]) -> Inline:
    spans: list[Span] = []
    for number, id in enumerate(ids[:MOST_IDS]):
        spans += [Span(", ")] if number else []
        spans.append(Span(listed.label(id) if listed.is_listed(id) else id, href=links.get(id)))
    more = [Span(f" and {len(ids) - MOST_IDS} more")] if len(ids) > MOST_IDS else []
    return (*spans, *more)


def _sourced(source: str, day: date | None) -> str:
    return f"{source}, {day}" if day else source


def _figures(code: Repository) -> str:
    told = [
        f"{code.stars:,} stars" if code.stars is not None else "",
        f"{code.forks:,} forks" if code.forks is not None else "",
        f"last push {code.pushed}" if code.pushed else "",
    ]
    return ", ".join(filter(None, told))


def _ordinal(number: int) -> str:
    if number == 1:
        return "first"
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
