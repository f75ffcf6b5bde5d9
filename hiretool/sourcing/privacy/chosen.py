"""The list that `people find --json` wrote -> one person of it, as far as they are to be kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hiretool.errors import HiretoolError, NotFoundError
from hiretool.sourcing.found_file import Entry, Listing
from hiretool.sourcing.privacy import forms


@dataclass(frozen=True, slots=True)
class Chosen:
    """Somebody in a list."""

    name: str
    spellings: tuple[str, ...]
    papers: tuple[str, ...]
    """arXiv ids of those that matched, and of the rest that is known to be theirs."""
    orcid: str | None
    identity: str
    found_on: date
    query: str
    source: str
    """Where it was found, in words for a letter."""


def chosen(found: Listing, who: str, path: Path) -> Chosen:
    """The one of this rank or name. Raises: NotFoundError; HiretoolError if several bear the name."""
    if who.strip().isdecimal():
        entries = [entry for entry in found.entries if entry.rank == int(who)]
        known = [str(entry.rank) for entry in found.entries]
    else:
        asked = forms.name(forms.asked_name(who))
        entries = [entry for entry in found.entries if forms.name(entry.person.name) == asked]
        known = [entry.person.name for entry in found.entries]
    if not entries:
        raise NotFoundError(f"person in {path}", who, known)
    if len(entries) > 1:
        ranks = ", ".join(str(entry.rank) for entry in entries)
        raise HiretoolError(f"{who!r} is the name of several people in {path}; name one by rank: {ranks}")
    person = entries[0].person
    return Chosen(
        name=person.name,
        spellings=tuple(dict.fromkeys((person.name, *person.spellings))),
        papers=tuple(sorted({forms.paper(paper.id) for paper in (*person.papers, *person.record)})),
        orcid=_orcid(entries),
        identity=entries[0].identity,
        found_on=found.today,
        query=found.query,
        source=_source(entries[0]),
    )


def _orcid(entries: Iterable[Entry]) -> str | None:
    """The one that a service gives for the first name of these papers; None if there is none, or more than one."""
    given = {line.orcid for entry in entries for line in entry.citations if line.orcid and line.named_first}
    return next(iter(given)) if len(given) == 1 else None


def _source(entry: Entry) -> str:
    """arXiv, and whatever else was read for the evidence: lists, tables, services."""
    others = {line.source for line in entry.evidence} | {line.source for line in entry.citations}
    others -= {"arXiv", ""}
    return "arXiv, publicly accessible" + (f"; beside it: {', '.join(sorted(others))}" if others else "")
