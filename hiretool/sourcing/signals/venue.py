"""Venues named in comments."""

from __future__ import annotations

from datetime import date

from hiretool.sourcing.evidence import Evidence
from hiretool.sourcing.paper import Paper
from hiretool.sourcing.people import Person
from hiretool.sourcing.record import known, named_first
from hiretool.sourcing.signals._claims import Claim, claims

__all__ = ["Claim", "claim", "claims", "measure"]


def claim(paper: Paper) -> str | None:
    """The venue and year at which the comment says the paper is, "ICML 2025"; None where it says no such thing.

    Of several the first. Authors leave out half of their venues, so None says nothing about the paper.
    """
    said = claims(paper.comment)
    return _named(said[0]) if said else None


def measure(person: Person, today: date) -> Evidence | None:
    """Which papers named first say in their comments where they appear; nobody but the authors vouches for it.

    Of papers on which the person stands elsewhere, their number is told. The newest day is that of the last version,
    as the comment may be that new.
    """
    first = {paper.id: paper for paper in named_first(person, today) if claims(paper.comment)}
    others = sum(paper.id not in first and bool(claims(paper.comment)) for paper in known(person, today))
    if not first:
        return None
    told = ", ".join(
        f"{_named(said)} ({paper.id}{f', {said.track}' if said.track else ''})"
        for paper in first.values()
        for said in claims(paper.comment)
    )
    text = f"The authors' comments name {told}."
    if others:
        text += f" So do those of {others} paper{'s' if others > 1 else ''} on which they are not named first."
    newest = max(paper.updated for paper in first.values())
    return Evidence("venue", len(first), "papers", text, tuple(first), "comments on arXiv", newest)


def _named(said: Claim) -> str:
    return f"{said.venue} {said.year}" if said.year else said.venue
