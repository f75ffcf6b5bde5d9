"""What arXiv added or changed -> into a corpus, page by page, each committed with the day from which to go on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

from hiretool.sourcing.corpus.building import Builder, Counts
from hiretool.sourcing.corpus.corpus import Corpus
from hiretool.sourcing.corpus.shelf import Source
from hiretool.sourcing.harvest import Harvested, oai_set

KIND = "harvest"
_BEFORE = timedelta(days=3)
"""How far before the newest change of a snapshot its first update begins: the snapshot may be older than its name."""

Pages = Callable[[Mapping[str, date], Sequence[str]], Iterator[Harvested]]
"""(set -> first day, sets) -> pages; `harvest.harvest` with all else that it needs."""


def begins(corpus: Corpus, sets: Sequence[str] | None, since: date | None) -> dict[str, date | None]:
    """Set -> day from which to ask: as said, else where it was, else for an update the corpus's newest change.

    sets: None for an update: those that were harvested before, or all of arXiv.
    """
    stood = {
        source.name.removeprefix(f"{KIND} "): date.fromisoformat(source.mark)
        for source in corpus.shelf.sources()
        if source.kind == KIND and source.mark
    }
    stood = {("" if name == "all" else name): day for name, day in stood.items()}
    names = list(stood) or [""] if sets is None else [oai_set(name) for name in sets] or [""]
    newest = corpus.shelf.get("newest")
    first = date.fromisoformat(newest) - _BEFORE if sets is None and newest else None
    return {name: since or stood.get(name, first) for name in names}


def harvested(corpus: Corpus, builder: Builder, pages: Iterator[Harvested]) -> Counts:
    """All pages into the corpus; what a stopped harvest had committed is not asked for again.

    Raises: as `harvest.harvest`, while reading.
    """
    counts = Counts()
    for page in pages:
        name = f"{KIND} {page.set or 'all'}"
        before = corpus.shelf.source(name)
        source = Source(
            name,
            KIND,
            page.stamp.isoformat() if page.stamp else "",
            0,
            0,
            (before.records if before else 0) + len(page.papers),
            (before.bad if before else 0) + len(page.bad),
            page.last,
            datetime.now(UTC).isoformat(timespec="seconds"),
        )
        builder.remove(page.deleted)
        bad = [(0, f"{id}: {reason}") for id, reason in page.bad]
        one = builder.papers(page.papers, source, bad=bad)
        counts = Counts(
            counts.read + one.read, counts.new + one.new, counts.newer + one.newer, counts.same + one.same,
            counts.bad + one.bad,
        )  # fmt: skip
    return counts
