"""What was asked for -> people found: in a file, over the network, or in a corpus."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from hiretool.document import Document
from hiretool.errors import HiretoolError
from hiretool.sourcing import files, finding, listed
from hiretool.sourcing.credit import by_collaboration
from hiretool.sourcing.files import Reading
from hiretool.sourcing.finding import Counts, Found
from hiretool.sourcing.paper import Paper
from hiretool.sourcing.people import Person
from hiretool.sourcing.query import Query
from hiretool.sourcing.weights import Profile

if TYPE_CHECKING:
    from hiretool.sourcing.identity import Overrides
    from hiretool.sourcing.privacy.suppressions import Suppressions

_SHOWN_LINES = 5


@dataclass(frozen=True, slots=True)
class Asked:
    """A search for people."""

    query: Query
    today: date
    months: int
    limit: int
    """People."""
    papers: int
    profile: Profile
    services: tuple[str, ...]
    """To ask about the people who are listed, see `enrich`."""
    identities: Path | None
    """Decisions on who is who, see `identity.Overrides`."""
    workspace: Path | None
    """Whose objections hold."""
    say: Callable[[str], None]

    @property
    def since(self) -> date:
        """First day on which a paper counts."""
        return finding.first_day(self.today, self.months)


def corpus(folder: Path | None) -> Path | None:
    """The corpus to search: the one that was named, else the one of the user if it is there."""
    from hiretool.sourcing.corpus import place

    return folder if folder is not None else place.default() if place.exists(place.default()) else None


def in_file(asked: Asked, file: Path) -> Found:
    """Raises: as `files.papers`."""
    reading = Reading()
    papers = files.papers(file, query=asked.query, report=reading)
    found = _from_papers(asked, papers, reading, f"{file.name if str(file) != '-' else 'standard input'} (arXiv)")
    _tell(asked, reading)
    return found


def live(asked: Asked) -> Found:
    """Raises: as `Arxiv.papers`."""
    from hiretool.sourcing.live import Arxiv

    reading = Reading()
    papers = Arxiv(say=asked.say).papers(
        asked.query, limit=asked.papers, since=asked.since, until=asked.today, report=reading
    )
    found = _from_papers(asked, papers, reading, "arXiv")
    _tell(asked, reading)
    return found


def in_corpus(
    asked: Asked, folder: Path, *, source: str, venues: Collection[str] = (), tiers: Collection[str] = ()
) -> Found:
    """source: "arxiv", "conference", or "all" for both, where one person is listed once.

    Raises: HiretoolError if no corpus is there, or no list in it.
    """
    from hiretool.sourcing.corpus import Corpus
    from hiretool.sourcing.shortlist import looked_up

    overrides = _overrides(asked.identities)
    with Corpus(folder) as opened:
        results = opened.search(asked.query.within(asked.since, asked.today), limit=asked.papers)
        papers = list(results.papers) if source != "conference" else []
        matched, read = results.total if papers else 0, opened.shelf.count()
        if source != "arxiv":
            if not (total := opened.shelf.facts.totals()[0]):
                raise HiretoolError(
                    f"{folder}: no list of accepted papers is in this corpus; put one in with corpus build"
                )
            lines = listed.matching(
                opened.shelf.facts.lists(),
                asked.query,
                venues=venues,
                tiers=tiers,
                since=asked.since,
                today=asked.today,
            )
            more = {paper.id: paper for line in lines if (paper := listed.paper(line, today=asked.today))}
            papers += list(more.values())
            matched, read = matched + len(more), read + total
        counts = Counts(
            papers_read=read,
            bad_lines=0,
            matched=matched,
            recent=len(papers),
            dropped_collaborations=sum(map(by_collaboration, papers)),
            people=0,
        )
        what = {
            "arxiv": "corpus of arXiv",
            "conference": "lists of accepted papers",
            "all": "corpus of arXiv and lists",
        }
        return finding.found(
            papers,
            asked.query,
            counts,
            today=asked.today,
            since=asked.since,
            limit=asked.limit,
            profile=asked.profile,
            relevance=results.relevance,
            complete=lambda people: looked_up(opened, people, today=asked.today, overrides=overrides),
            enriched=lambda people: _enriched(asked, people),
            source=what[source],
            objections=_objections(asked.workspace),
        )


def accounts(asked: Asked, folder: Path) -> Document:
    """Accounts whose repositories implement papers that match, most stars first.

    Raises: HiretoolError if no corpus is there, or no link to code in it.
    """
    from hiretool.sourcing.accounts_page import document
    from hiretool.sourcing.corpus import Corpus
    from hiretool.sourcing.reimplementers import reimplementers

    with Corpus(folder) as opened:
        links = opened.code(None)
        if not links:
            raise HiretoolError(f"{folder}: no links to code are in this corpus; put a table in with corpus build")
        # The papers may be of any age: what is recent is the code.
        results = opened.search(asked.query, limit=None)
        found = reimplementers(links, results.papers)
    objections = _objections(asked.workspace)
    shown = [one for one in found if not (objections and any(map(objections.hides, (one.account, *one.names))))]
    return document(shown[: asked.limit], query=str(asked.query), today=asked.today, matched=results.total)


def _from_papers(asked: Asked, papers: Iterable[Paper], reading: Reading, source: str) -> Found:
    return finding.find(
        papers,
        asked.query,
        today=asked.today,
        months=asked.months,
        limit=asked.limit,
        report=reading,
        profile=asked.profile,
        source=source,
        enriched=lambda people: _enriched(asked, people),
        objections=_objections(asked.workspace),
    )


def _enriched(asked: Asked, people: Sequence[Person]) -> Sequence[Person]:
    if not asked.services:
        return people
    from hiretool.sourcing import kept
    from hiretool.sourcing.enrich import enrich, getter

    return enrich(
        people, asked.services, place=kept.folder(), get=getter(), clock=time.time, sleep=time.sleep, say=asked.say
    )


def _overrides(file: Path | None) -> Overrides | None:
    if file is None:
        return None
    from hiretool.sourcing.identity import Overrides

    return Overrides.load(file)


def _objections(workspace: Path | None) -> Suppressions | None:
    if workspace is None:
        return None
    from hiretool.sourcing.privacy.suppressions import Suppressions

    return Suppressions.load(workspace)


def _tell(asked: Asked, reading: Reading) -> None:
    """Which lines could not be used, the first few by number."""
    if reading.bad:
        asked.say(f"{reading.bad:,} lines could not be used and were passed over:")
        for line, reason in reading.bad_lines[:_SHOWN_LINES]:
            asked.say(f"  line {line}: {reason}")
