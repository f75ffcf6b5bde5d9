"""Repositories that implement papers again -> the accounts behind them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from hiretool.sourcing import accounts
from hiretool.sourcing.names import key
from hiretool.sourcing.paper import Paper
from hiretool.sourcing.people import Person
from hiretool.sourcing.repository import Repository

_COLLECTION = 10
"""Papers in one repository above which it is a library or a list, not somebody's work on a paper. A choice."""


@dataclass(frozen=True, slots=True)
class Reimplementer:
    """An account under which papers of others are implemented. A handle is no name: who it is, nothing here says."""

    account: str
    """As in the address: "okwuosa" of https://github.com/okwuosa/reefs."""
    host: str
    """"github.com"."""
    links: tuple[Repository, ...]
    """One for each repository and paper, most stars first."""
    papers: tuple[Paper, ...]
    """Those of them that are known here, newest first."""
    names: tuple[str, ...] = ()
    """Authors among the papers given whose whole name the handle is; a guess, and more than one may bear the name."""

    @property
    def repositories(self) -> tuple[str, ...]:
        """Addresses, each once."""
        return tuple({link.url.lower(): link.url for link in reversed(self.links)}.values())[::-1]

    @property
    def stars(self) -> int | None:
        """Of all repositories together; None if the source counts none."""
        return _sum({link.url.lower(): link.stars for link in self.links})

    @property
    def forks(self) -> int | None:
        """The same of forks."""
        return _sum({link.url.lower(): link.forks for link in self.links})

    @property
    def pushed(self) -> date | None:
        """Last push to any of them; None if the source tells none."""
        return max((link.pushed for link in self.links if link.pushed), default=None)

    @property
    def text(self) -> str:
        """What can be said, for a reader who knows nothing of it."""
        links, repositories = len({_paper(link) for link in self.links}), len(self.repositories)
        said = [f"The account {self.account} at {self.host} has {_counted(repositories, 'repository', 'repositories')}"]
        said.append(f" that {'implements' if repositories == 1 else 'implement'} {_counted(links, 'paper', 'papers')}"
                    " of other people, as the source of the links says")  # fmt: skip
        told = [
            f"{value:,} {unit}" for value, unit in ((self.stars, "stars"), (self.forks, "forks")) if value is not None
        ]
        if told:
            days = {link.as_of for link in self.links if link.as_of}
            said.append(f"; {' and '.join(told)}{f' as of {max(days)}' if days else ''}")
        said.append(f"; last changed on {self.pushed}. " if self.pushed else ". ")
        said.append("An account is not a name: who it belongs to has to be found out.")
        if self.names:
            said.append(f" It is spelled like {' or '.join(self.names)}, an author here; that is a guess.")
        return "".join(said)


def reimplementers(repositories: Iterable[Repository], papers: Iterable[Paper]) -> list[Reimplementer]:
    """Accounts with repositories that the source calls not official, by falling stars, then by number of papers.

    repositories: only those whose `official` is False count; what the source leaves open is no re-implementation.
    papers: those that may be meant; a link to a paper that is not among them is kept where `papers` is empty only.
    Left out: an account that bears the name of an author of the paper (it is the authors' own after all), and a
    repository for more than ten papers (a library).
    """
    known = {paper.id: paper for paper in papers}
    links = {(_paper(link), link.url.lower()): link for link in repositories if link.official is False}
    implemented: defaultdict[str, set[str]] = defaultdict(set)
    for paper_id, url in links:
        implemented[url].add(paper_id)
    by_account: defaultdict[tuple[str, str], list[Repository]] = defaultdict(list)
    for (paper_id, url), link in links.items():
        paper = known.get(paper_id)
        own = paper is not None and any(accounts.bears(link.owner, name) for name in paper.authors)
        if (paper or not known) and not own and len(implemented[url]) <= _COLLECTION:
            by_account[_host(link), link.owner.lower()].append(link)
    names = _names(known.values())
    found = [_reimplementer(links, known, names) for links in by_account.values()]
    return sorted(found, key=lambda one: (-(one.stars or 0), -len(one.links), one.account.lower(), one.host))


def merged(person: Person, found: Reimplementer) -> Person:
    """The person with the account's repositories, where the user says that it is theirs."""
    return replace(person, code=tuple(dict.fromkeys((*person.code, *found.links))))


def _reimplementer(
    links: list[Repository], known: dict[str, Paper], names: dict[str, tuple[str, ...]]
) -> Reimplementer:
    links.sort(key=lambda link: (-(link.stars or 0), link.url, link.paper_id))
    papers = {link.paper_id: known[link.paper_id] for link in links if link.paper_id in known}
    newest_first = sorted(papers.values(), key=lambda paper: (paper.submitted, paper.id), reverse=True)
    account = links[0].owner
    return Reimplementer(
        account, _host(links[0]), tuple(links), tuple(newest_first), names.get(accounts.letters(account), ())
    )


def _names(papers: Iterable[Paper]) -> dict[str, tuple[str, ...]]:
    """Handle that is a whole name -> spellings of the people who bear it, one for each."""
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for paper in papers:
        for name in paper.authors:
            for form in accounts.whole_forms(name):
                found[form].setdefault(key(name), name)
    return {form: tuple(names.values()) for form, names in found.items()}


def _paper(link: Repository) -> str:
    return link.paper_id or link.title


def _host(link: Repository) -> str:
    return link.url.split("/")[2]


def _sum(values: dict[str, int | None]) -> int | None:
    told = [value for value in values.values() if value is not None]
    return sum(told) if told else None


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
