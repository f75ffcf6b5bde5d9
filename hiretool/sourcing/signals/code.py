"""Code of papers named first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from hiretool.sourcing import accounts
from hiretool.sourcing.evidence import Evidence
from hiretool.sourcing.paper import Paper
from hiretool.sourcing.people import Person
from hiretool.sourcing.record import named_first
from hiretool.sourcing.repository import Repository

_LINK = re.compile(
    r"\b(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|huggingface\.co)/[\w.~-]+(?:/[\w.~-]+)*", re.IGNORECASE
)


def links(paper: Paper) -> list[str]:
    """Addresses of repositories and model pages that the paper names, without repetition."""
    found = _LINK.findall(f"{paper.abstract} {paper.comment or ''}")
    return list(dict.fromkeys("https://" + link.rstrip(".") for link in found))


def measure(person: Person, today: date) -> Evidence | None:
    """Which papers have code, and whose it is where a table of links or the name of the account says so.

    Of other links the record does not say who wrote what they lead to: a data set, a tool, somebody else's model.
    """
    papers = {paper.id: paper for paper in named_first(person, today)}
    tables = [link for link in person.code if link.paper_id in papers]
    official = [link for link in tables if link.official]
    told = {_address(link.url) for link in official}
    named = [(paper.id, link) for paper in papers.values() for link in links(paper) if _address(link) not in told]
    own = [(id, link) for id, link in named if _bears(person, _account(link))]
    other = [(id, link) for id, link in named if (id, link) not in own]
    again = [link for link in tables if link.official is False and not _bears(person, link.owner)]
    with_code = dict.fromkeys([link.paper_id for link in official] + [id for id, _ in (*own, *other)])
    if not with_code:
        return None
    said = []
    if official:
        sources = ", ".join(dict.fromkeys(link.source for link in official))
        said.append(f"Code of the authors' own, as {sources} says: {'; '.join(map(_counted, official))}")
    if own:
        said.append(f"Names code under an account that bears their name: {_listed(link for _, link in own)}")
    if other:
        said.append(f"Names code (by whom, the record does not say): {_listed(link for _, link in other)}")
    if again:
        count = len({link.url for link in again})
        said.append(f"{count} repositor{'y' if count == 1 else 'ies'} of others implement{'s' * (count == 1)} it again")
    source = ", ".join(dict.fromkeys([*(["arXiv"] * bool(named)), *(link.source for link in (*official, *again))]))
    days = [papers[id].updated for id, _ in named] + [link.as_of for link in official if link.as_of]
    return Evidence(
        "code", len(with_code), "papers", ". ".join(said), tuple(with_code), source, max(days, default=None)
    )


def _bears(person: Person, account: str) -> bool:
    return any(accounts.bears(account, name) for name in (person.name, *person.spellings))


def _account(link: str) -> str:
    return link.split("/")[3]


def _address(link: str) -> str:
    """Host, account and name, in small letters: what links into one repository share."""
    return "/".join(link.lower().split("/")[2:5]).removesuffix(".git")


def _listed(found: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(found))


def _counted(link: Repository) -> str:
    counts = [
        f"{value:,} {unit}" for value, unit in ((link.stars, "stars"), (link.forks, "forks")) if value is not None
    ]
    when = f" as of {link.as_of}" if link.as_of else ""
    return f"{link.url} ({', '.join(counts)}{when})" if counts else link.url
