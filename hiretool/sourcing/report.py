"""People found -> a list to read, as a document."""

from __future__ import annotations

from collections.abc import Sequence

from hiretool.document import Block, Column, Document, Heading, Paragraph, Span, Table, bullets, cells, inline
from hiretool.sourcing import listed
from hiretool.sourcing.finding import Found, Hit
from hiretool.sourcing.paper import Paper

AT_LENGTH = 15
"""People whose evidence is written out; the table lists all."""


def report(found: Found) -> Document:
    """The list, and the evidence of the first people on it, each claim with the papers that bear it out."""
    counts = found.counts
    table = Table(
        columns=(
            Column("", "right", 0.4),
            Column("Name", width=2.6),
            Column("Papers", "right", 0.8),
            Column("Newest", width=1.2),
            Column("Identity", width=3.2),
        ),
        rows=tuple(
            cells(
                str(hit.rank),
                hit.person.name,
                str(len(hit.person.papers)),
                hit.person.papers[0].submitted.isoformat(),
                _sure(hit),
            )
            for hit in found.people
        ),
        caption=f"First-listed authors of papers from {found.since} to {found.today}, {found.source}; in the order of"
        f" the weights “{found.profile.title}”.",
    )
    pages: list[Block] = [block for hit in found.people[:AT_LENGTH] for block in _person(hit)]
    data = {**found.as_dict(), "counted": _counted(found), "shown": min(AT_LENGTH, len(found.people))}
    known = any(hit.person.known for hit in found.people)
    data["told_by"] = "name, co-authors and titles, which can err" if known else "name only"
    listed: Block = table if found.people else Paragraph(inline("Nobody was found. Widen the query, or the months."))
    parts: dict[str, Block | Sequence[Block]] = {"list": listed, "people": pages or Paragraph(inline("None."))}
    title = "First authors to read"
    return Document("people", title, data, parts, rows=found.rows(), foot=f"{title}: {counts.people} people")


def _person(hit: Hit) -> list[Block]:
    papers = [(Span(paper.title, href=paper.url), Span(f" ({_where(paper)})")) for paper in hit.person.papers]
    return [
        Heading(3, inline(f"{hit.rank}. {hit.person.name}")),
        bullets([*(evidence.text for evidence in hit.evidence), *_identity(hit)]),
        Paragraph(inline("Papers that match:"), "note"),
        bullets(papers),
    ]


def _where(paper: Paper) -> str:
    return listed.label(paper.id) if listed.is_listed(paper.id) else f"{paper.id}, {paper.submitted.isoformat()}"


def _sure(hit: Hit) -> str:
    known = hit.person.known
    if known is None:
        return hit.person.identity
    others = f"; {known.others} more of this name" if known.others else ""
    return f"{known.level}, {known.confidence:.2f}{others}" + ("; do not contact" if hit.no_contact else "")


def _identity(hit: Hit) -> list[str]:
    contact = ["Asked not to be written to."] if hit.no_contact else []
    known = hit.person.known
    if known is None:
        return contact
    return [*contact, f"Is it one person? Confidence {known.confidence:.2f} ({known.level}). {' '.join(known.reasons)}"]


def _counted(found: Found) -> str:
    counts = found.counts
    bad = f"; {counts.bad_lines:,} lines could not be read" if counts.bad_lines else ""
    hidden = f"; {counts.hidden:,} left out who objected" if counts.hidden else ""
    dropped = f"; {counts.dropped_collaborations:,} signed by a collaboration and credited to nobody"
    return (
        f"{counts.papers_read:,} papers read{bad}; {counts.matched:,} match; {counts.recent:,} of these are looked at"
        f"{dropped if counts.dropped_collaborations else ''}; {counts.people:,} people{hidden}.{_undated(found)}"
    )


def _undated(found: Found) -> str:
    """A list tells the year of a paper and no day."""
    if not any(listed.is_listed(paper.id) for hit in found.people for paper in hit.person.papers):
        return ""
    return " A paper that only a list knows is dated to the middle of its year."
