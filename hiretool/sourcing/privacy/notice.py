"""A person on file -> the letter that tells them: who, what, why, for how long, and how to object."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from hiretool.document import Document, Facts, Inline, Span, inline
from hiretool.errors import HiretoolError
from hiretool.store.controller import LEGAL_BASIS, Controller

if TYPE_CHECKING:
    from hiretool.store.sourced import Saved

NEEDED = ("controller", "address", "contact")
_EXAMPLES = {
    "controller": "Example Ltd",
    "address": "1 Example Street, Example City",
    "contact": "where to write to object, or to ask",
    "interests": "to find people for openings that need published expertise",
}


def letter(row: Saved, controller: Controller, *, today: date) -> Document:
    """The letter, with all that Article 14(1) and (2) name and the right to object first, as Article 21(4) asks.

    Source: Regulation (EU) 2016/679, https://eur-lex.europa.eu/eli/reg/2016/679/oj
    Raises: HiretoolError if hiretool.toml leaves out who answers for the data, or if the person asked for no letters.
    """
    if row.do_not_contact:
        raise HiretoolError(
            f"{row.name} asked not to be contacted, so no letter is written. Either delete the row"
            f" (hiretool people purge --person {row.id}), or note that they allow it (hiretool people contact"
            f" {row.id} --allow)"
        )
    interested = row.legal_basis == LEGAL_BASIS
    missing = [name for name in (*NEEDED, *(("interests",) if interested else ())) if not getattr(controller, name)]
    if missing:
        lines = "".join(f'\n{name} = "{_EXAMPLES[name]}"' for name in missing)
        raise HiretoolError(f"The letter needs to say who keeps the data. Write into hiretool.toml:\n[privacy]{lines}")
    data = {
        "schema": 1,
        "person": row.id,
        "name": row.name,
        "date": today.isoformat(),
        "controller": controller.controller,
        "address": controller.address,
        "contact": controller.contact,
        "representative": controller.representative,
        "officer": controller.officer,
        "recipients": controller.recipients,
        "transfers": controller.transfers,
        "authority": controller.authority,
        "interested": interested,
        "legal_basis": row.legal_basis,
        "interests": controller.interests,
        "balancing_test": row.balancing_test,
        "opening": row.opening,
        "papers": list(row.papers),
        "source": row.source,
        "found_on": row.found_on.isoformat(),
        "query": row.query,
        "identity": row.identity,
        "retain_until": row.retain_until.isoformat(),
    }
    title = "We keep information about you"
    return Document("privacy-notice", title, data, {"held": _held(row)}, foot=f"{controller.controller}: {title}")


def _held(row: Saved) -> Facts:
    """What the row says, and the kinds of the rest."""
    links: list[Span] = []
    for paper in row.papers:
        links += [Span(", ")] * bool(links) + [Span(paper, href=f"https://arxiv.org/abs/{paper}")]
    facts: list[tuple[str, Inline]] = [("Name", inline(row.name))]
    if row.papers:
        facts.append(("Papers on arXiv", tuple(links)))
    if row.orcid:
        facts.append(("ORCID iD", inline("-".join(row.orcid[start : start + 4] for start in range(0, 16, 4)))))
    search = f"by the search {row.query}" if row.query else "by a search"
    facts += [("Source", inline(row.source)), ("Found", inline(f"on {row.found_on}, {search}"))]
    if row.identity:
        facts.append(("Are these papers yours?", inline(f"{row.identity} If they are not, tell us.")))
    if row.note:
        facts.append(("Our note", inline("on why your papers may fit; ask for it")))
    return Facts(tuple(facts))
