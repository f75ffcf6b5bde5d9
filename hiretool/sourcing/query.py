"""arXiv's query language -> a question that can be put to a paper, and to arXiv, with the same answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from hiretool.sourcing.paper import Paper
from hiretool.sourcing.query_parser import tree
from hiretool.sourcing.query_terms import All, Needs, Node, Submitted, Texts


@dataclass(frozen=True, slots=True)
class Query:
    """A query that was understood; `str(query)` says it to arXiv with every AND and parenthesis written out."""

    text: str
    """As it was typed."""
    root: Node
    needs: Needs = field(init=False, compare=False, repr=False)
    """Of each group, one must occur in the folded record of a paper that matches; see `files`."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "needs", self.root.needs())

    def __str__(self) -> str:
        return str(self.root)

    def matches(self, paper: Paper) -> bool:
        """Whether the paper has what the query asks for, in words that differ in case and accents at most."""
        return self.root.matches(Texts(paper))

    def within(self, since: date, until: date) -> Query:
        """The same query, of papers whose first version came from `since` to `until`, both days included (UTC)."""
        return Query(self.text, All((self.root, Submitted(since, until))))


def parse(text: str) -> Query:
    """The query that `text` says in arXiv's language.

    Fields ti, abs, au, cat, co, jr and all; "quotes" for a phrase; AND, OR, ANDNOT, parentheses; a last * for any
    ending; submittedDate:[20250101 TO 20251231]. Words without a field mean all:, words without an operator AND (to
    arXiv itself they would mean OR: `str(query)` says what is meant). AND and ANDNOT bind closer than OR.
    Raises: DataError at the position, from 1, of what cannot be understood.
    Source: https://info.arxiv.org/help/api/user-manual.html#query_details
    >>> str(parse('ti:"data shift" OR serving real-time'))
    'ti:"data shift" OR (all:serving AND all:"real time")'
    """
    return Query(text, tree(text))
