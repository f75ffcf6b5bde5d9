"""Lines of accepted-paper lists as papers, so that people are found by them and told apart as by any other."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from hashlib import blake2b

from hiretool.sourcing.acceptance import Acceptance
from hiretool.sourcing.accepted_lists import title_key
from hiretool.sourcing.paper import Paper
from hiretool.sourcing.query import Query
from hiretool.sourcing.query_terms import All, Category, Either, Node, Submitted, Texts, Words

PREFIX = "list:"
"""Of the id of a paper that no arXiv id is known of."""
_MIDDLE = (7, 1)
"""Month and day that stand for a conference's year."""


def paper(line: Acceptance, *, today: date) -> Paper:
    """The line as a paper without abstract or category, of the middle of its year."""
    mark = blake2b(f"{line.venue}\0{line.year}\0{title_key(line.title)}".encode(), digest_size=6).hexdigest()
    day = min(date(line.year, *_MIDDLE), today)
    return Paper(
        f"{PREFIX}{line.venue.replace(' ', '-')}-{line.year}:{mark}", None, line.title, "", line.authors, ("none",),
        day, day, None, None, None,
    )  # fmt: skip


def matching(
    lines: Iterable[Acceptance],
    query: Query,
    *,
    venues: Collection[str] = (),
    tiers: Collection[str] = (),
    since: date,
    today: date,
) -> Iterator[Acceptance]:
    """The lines of these venues, tiers and years whose title has what the query asks for.

    A list has no abstracts and no categories: words are looked for in the title alone, wherever the query asks for them
    in titles, abstracts or anywhere, and categories are left out of account.
    """
    wanted = {venue.casefold() for venue in venues}
    for line in lines:
        if (
            since.year <= line.year <= today.year
            and (not wanted or line.venue.casefold() in wanted)
            and (not tiers or line.tier in tiers)
            and _matches(query.root, Texts(paper(line, today=today)))
        ):
            yield line


def label(id: str) -> str:
    """What to show of the id of a line: "ICML 2018, by its list".

    >>> label("list:SIGGRAPH-Asia-2025:29f31af75f0e")
    'SIGGRAPH Asia 2025, by its list'
    """
    return f"{id.split(':')[1].replace('-', ' ')}, by its list"


def is_listed(id: str) -> bool:
    """Whether a paper's id is that of a line, and none of arXiv's."""
    return id.startswith(PREFIX)


def _matches(node: Node, texts: Texts) -> bool:
    match node:
        case Category() | Submitted():
            return True
        case Words(field, words, open_ended, joined):
            return Words("ti" if field in ("abs", "all") else field, words, open_ended, joined).matches(texts)
        case All(parts, without):
            unwanted = [part for part in without if not isinstance(part, Category | Submitted)]
            return all(_matches(part, texts) for part in parts) and not any(_matches(part, texts) for part in unwanted)
        case Either(parts):
            # A category beside words is no reason to take every line.
            asked = [part for part in parts if not isinstance(part, Category | Submitted)]
            return any(_matches(part, texts) for part in asked) if asked else True
    return node.matches(texts)
