"""People found, as a file tells of them -> a summary and a page a person, and the same as a table and as data."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import asdict
from typing import Any

from hiretool.document import Block, Cell, Column, Document, Paragraph, Span, Table, cells, inline
from hiretool.errors import NotFoundError
from hiretool.sourcing.found_file import Entry, Listing
from hiretool.sourcing.names import key
from hiretool.sourcing.open_questions import questions
from hiretool.sourcing.paper import WITHHELD, Paper
from hiretool.sourcing.person_page import (
    SUGGESTION,
    Hides,
    coauthors,
    every_paper,
    footnote,
    newest,
    page,
    place,
    venues,
)


def nobody(name: str, paper_ids: Collection[str] = (), orcid: str | None = None) -> bool:
    """Hides nobody."""
    return False


def people_report(listing: Listing, *, persons: Sequence[str] = (), hides: Hides = nobody) -> Document:
    """The document for the people of a file, or for those named.

    persons: places in the list ("3") or names, in any spelling that the file knows; all people if none is given.
    hides: people of such a name are left out everywhere, in the bylines and co-authors of others too.
    Raises: NotFoundError for a person who is not in the file.
    """
    shown = [entry for entry in listing.entries if not _hidden(entry, hides)]
    entries = _chosen(shown, persons) if persons else shown
    source = _source(entries)
    title = f"People to read about: {entries[0].person.name}" if len(entries) == 1 else "People to read about"
    pages = [block for entry in entries for block in page(entry, today=listing.today, source=source, hides=hides)]
    parts: dict[str, Block | Sequence[Block]] = {
        "list": _summary(entries, listing) if entries else Paragraph(inline("The file names nobody.")),
        "people": pages,
    }
    data: dict[str, Any] = {
        "query": listing.query,
        "today": listing.today.isoformat(),
        "since": listing.since.isoformat(),
        "source": source,
        "suggestion": SUGGESTION,
        "shown": len(entries),
        "listed": len(shown),
        "counts": dict(listing.counts),
        "people": [_data(entry, listing, source, hides) for entry in entries],
    }
    rows = [_row(entry, listing, source, hides) for entry in entries]
    return Document("people-report", title, data, parts, rows=rows, foot=_foot(entries, listing, source))


def _hidden(entry: Entry, hides: Hides) -> bool:
    ids = {paper.id for paper in every_paper(entry)}
    orcids = {line.orcid for line in entry.citations} or {None}
    names = dict.fromkeys((entry.person.name, *entry.person.spellings))
    return any(hides(name, ids, orcid) for name in names for orcid in orcids)


def _chosen(entries: Sequence[Entry], persons: Sequence[str]) -> list[Entry]:
    """Those named, in the order of the list; a name that two people bear chooses both."""
    chosen: set[int] = set()
    for wanted in persons:
        found = [number for number, entry in enumerate(entries) if _is(entry, wanted)]
        if not found:
            raise NotFoundError("person", wanted, [entry.person.name for entry in entries])
        chosen.update(found)
    return [entry for number, entry in enumerate(entries) if number in chosen]


def _is(entry: Entry, wanted: str) -> bool:
    if wanted.strip().isdecimal():
        return entry.rank == int(wanted)
    return key(wanted) in {key(name) for name in (entry.person.name, *entry.person.spellings)}


def _source(entries: Sequence[Entry]) -> str:
    """Everybody who is quoted: "arXiv and OpenAlex"."""
    # A signal that quotes several says "arXiv and icml2026.json".
    quoted = {evidence.source for entry in entries for evidence in entry.evidence}
    named = {one for source in quoted for one in re.split(r", | and ", source)}
    named |= {line.source for entry in entries for line in entry.person.accepted}
    named |= {line.source for entry in entries for line in entry.citations}
    others = sorted(named - {"arXiv"}, key=str.casefold)
    names = ["arXiv", *others[:4], *([f"{len(others) - 4} more"] if len(others) > 4 else [])]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _foot(entries: Sequence[Entry], listing: Listing, source: str) -> str:
    sure = "confidence of identity: on each page" if any(entry.confidence for entry in entries) else "identity: by name"
    return f"Source: {source}, {listing.today}; {sure}. An order to read in; nobody is rejected."


def _summary(entries: Sequence[Entry], listing: Listing) -> Table:
    return Table(
        columns=(
            Column("", "right", 0.4),
            Column("Name", width=2.6),
            Column("First", "right", 0.6, note="matching"),
            Column("All", "right", 0.6, note="known"),
            Column("Newest", width=1.3),
            Column("Venues", width=2.2, note="by lists or comments"),
            Column("Identity", width=1.6),
        ),
        rows=tuple(
            cells(
                str(entry.rank),
                Cell((Span(entry.person.name, href=f"#person-{entry.rank}"),), "head"),
                str(len(entry.person.papers)),
                str(len(every_paper(entry))),
                newest(entry) or "–",
                _venues_in_short(entry),
                _identity_in_short(entry),
            )
            for entry in entries
        ),
        caption=f"Papers from {listing.since} to {listing.today}. {SUGGESTION}",
    )


def _venues_in_short(entry: Entry) -> str:
    found = [name.split(" (")[0] for paper in entry.person.papers for name in venues(entry, paper)]
    names = list(dict.fromkeys(found))
    return "; ".join(names[:3]) + (f"; {len(names) - 3} more" if len(names) > 3 else "")


def _identity_in_short(entry: Entry) -> str:
    groups = f"{entry.person.groups} groups of co-authors" if entry.person.groups > 1 else ""
    return "; ".join(filter(None, [entry.confidence or "by name only", groups]))


def _row(entry: Entry, listing: Listing, source: str, hides: Hides) -> dict[str, str | int | float | None]:
    """A line of the table; what holds several things has one a line."""
    return {
        "rank": entry.rank,
        "name": entry.person.name,
        "spellings": "\n".join(entry.person.spellings),
        "papers_named_first": len(entry.person.papers),
        "papers_known": len(every_paper(entry)),
        "newest": newest(entry),
        "papers": "\n".join(f"{paper.submitted} {paper.title} {paper.url}" for paper in every_paper(entry)),
        "venues": "\n".join(f"{paper.id}: {name}" for paper in every_paper(entry) for name in venues(entry, paper)),
        "evidence": "\n".join(
            f"{one.text} [{', '.join(one.paper_ids)}; {one.source}{f', {one.date}' if one.date else ''}]"
            for one in entry.evidence
        ),
        "code": "\n".join(f"{one.url} [{one.paper_id}; {one.source}]" for one in entry.person.code),
        "weight": entry.weight,
        "weight_from": "\n".join(
            f"{one.signal}: {one.value:g} x {one.weight:g} = {one.contribution:g}" for one in entry.contributions
        ),
        "coauthors": "\n".join(f"{one.name} ({one.papers})" for one in coauthors(entry, hides=hides)),
        "to_be_checked": "\n".join(questions(entry, listing.today)),
        "identity": entry.identity,
        "identity_confidence": entry.confidence or "by name only",
        "identity_reasons": "\n".join(entry.reasons),
        "source": source,
        "as_of": listing.today.isoformat(),
        "query": listing.query,
        "note": footnote(entry, today=listing.today, source=source),
    }


def _data(entry: Entry, listing: Listing, source: str, hides: Hides) -> dict[str, Any]:
    """What JSON says of a person."""
    person = entry.person
    return {
        "rank": entry.rank,
        "name": person.name,
        "spellings": list(person.spellings),
        "identity": {
            "text": entry.identity,
            "confidence": entry.confidence or None,
            "reasons": list(entry.reasons),
            "coauthor_groups": person.groups,
        },
        "weight": entry.weight,
        "score": [asdict(one) for one in entry.contributions],
        "papers": [_paper(entry, paper, hides) for paper in every_paper(entry)],
        "evidence": [asdict(one) for one in entry.evidence],
        "accepted": [
            asdict(one) | {"authors": _byline(one.authors, one.paper_id or "", hides)} for one in person.accepted
        ],
        "code": [asdict(one) for one in person.code],
        "citations": [asdict(one) for one in entry.citations],
        "coauthors": [asdict(one) for one in coauthors(entry, hides=hides)],
        "to_be_checked": questions(entry, listing.today),
        "source": source,
        "as_of": listing.today.isoformat(),
    }


def _paper(entry: Entry, paper: Paper, hides: Hides) -> dict[str, Any]:
    return {
        "id": paper.id,
        "url": paper.url,
        "title": paper.title,
        "authors": _byline(paper.authors, paper.id, hides),
        "place": place(entry, paper),
        "matches": any(paper.id == other.id for other in entry.person.papers),
        "categories": list(paper.categories),
        "submitted": paper.submitted.isoformat(),
        "comment": paper.comment,
        "journal_ref": paper.journal_ref,
        "doi": paper.doi,
        "venues": venues(entry, paper),
    }


def _byline(authors: Sequence[str], paper_id: str, hides: Hides) -> list[str]:
    return [WITHHELD if hides(name, (paper_id,)) else name for name in authors]
