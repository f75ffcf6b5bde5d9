"""Papers of others that they implemented again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from hiretool.sourcing import accounts
from hiretool.sourcing.evidence import Evidence
from hiretool.sourcing.people import Person
from hiretool.sourcing.record import known
from hiretool.sourcing.repository import Repository


def measure(person: Person, today: date) -> Evidence | None:
    """Repositories that a table of links calls not official, linked with the person by the user or by their account.

    Only what the source calls a re-implementation counts, and none of a paper of their own. Stars and forks are of the
    source's day, and tell how many people looked, not how good the code is.
    """
    ours = {paper.id for paper in known(person, today)}
    found: defaultdict[str, list[Repository]] = defaultdict(list)
    for link in person.code:
        if link.official is False and link.paper_id not in ours and (link.pushed is None or link.pushed <= today):
            found[link.url].append(link)
    if not found:
        return None
    by_stars = sorted(found.values(), key=lambda links: (-(links[0].stars or 0), links[0].url))
    papers = tuple(dict.fromkeys(link.paper_id for links in by_stars for link in links if link.paper_id))
    text = (
        f"Implemented {'a paper' if len(papers) == 1 else 'papers'} of other people again: "
        f"{'; '.join(_told(links) for links in by_stars)}. {' '.join(_whose(person, by_stars))}"
    )
    sources = ", ".join(dict.fromkeys(link.source for links in by_stars for link in links))
    days = [day for links in by_stars for link in links if (day := link.as_of or link.pushed)]
    return Evidence("reimplementation", len(found), "repositories", text, papers, sources, max(days, default=None))


def _told(links: list[Repository]) -> str:
    """One repository, with what the source counts of it."""
    link = links[0]
    facts = [f"{value:,} {unit}" for value, unit in ((link.stars, "stars"), (link.forks, "forks")) if value is not None]
    if link.pushed:
        facts.append(f"last changed on {link.pushed}")
    if facts and link.as_of:
        facts.append(f"as of {link.as_of}")
    named = ", ".join(one.paper_id or f"“{one.title}”" for one in links)
    return f"{link.url} for {named} ({', '.join(facts)})" if facts else f"{link.url} for {named}"


def _whose(person: Person, found: list[list[Repository]]) -> Iterator[str]:
    """Why the repositories are taken for theirs."""
    owners = list(dict.fromkeys(links[0].owner for links in found))
    alike = [owner for owner in owners if any(accounts.bears(owner, name) for name in (person.name, *person.spellings))]
    if alike:
        yield f"The account {' and '.join(alike)} bears their name, which is no proof that it is theirs."
    if given := [owner for owner in owners if owner not in alike]:
        yield f"The account {' and '.join(given)} was linked with them by hand."
