"""What is in a corpus, as a document."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import PurePath

from hiretool.document import Block, Column, Document, Paragraph, Table, cells, inline
from hiretool.sourcing.corpus.corpus import Info


def report(info: Info) -> Document:
    """A line that sums it up, and where each part of it came from."""
    sources = Table(
        columns=(
            Column("Source", width=3),
            Column("Kind", width=1),
            Column("Records", "right", 1),
            Column("Bad", "right", 0.7),
            Column("State", width=1.2),
            Column("Last read", width=1.3),
        ),
        rows=tuple(
            cells(
                PurePath(source.name).name,
                source.kind,
                f"{source.records:,}",
                f"{source.bad:,}",
                "whole" if source.finished else "begun",
                source.at[:10],
            )
            for source in info.sources
        ),
        caption=summary(info),
    )
    data = {"schema": 1, **asdict(info), "folder": str(info.folder), "sources": [asdict(one) for one in info.sources]}
    parts: dict[str, Block] = {"list": sources if info.sources else Paragraph(inline(summary(info)))}
    return Document("list", "Corpus", data, parts, rows=[asdict(one) for one in info.sources], foot="Corpus")


def summary(info: Info) -> str:
    """In a sentence or two."""
    newest = f", the newest change of {info.newest}" if info.newest else ""
    extra = [
        f"{count:,} {what}"
        for count, what in ((info.acceptances, "lines of accepted-paper lists"), (info.repositories, "links to code"))
        if count
    ]
    also = f"; {', '.join(extra)}" if extra else ""
    size = info.bytes / 1e6
    lacking = (
        f" The index holds {info.indexed:,} of them: a build was interrupted; run it again."
        if info.indexed != info.papers
        else ""
    )
    return (
        f"{info.papers:,} papers{newest}{also}; {size:,.0f} MB in {info.folder} ({info.engine}); content {info.digest}."
        f"{lacking}"
    )
