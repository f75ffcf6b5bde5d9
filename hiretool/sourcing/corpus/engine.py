"""What a text index must do, and the choice of one: tantivy where it is installed, else SQLite's FTS5."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple, Protocol

from hiretool.errors import HiretoolError
from hiretool.sourcing.identity.spelling import parts
from hiretool.sourcing.names import key
from hiretool.sourcing.paper import WITHHELD, Paper
from hiretool.sourcing.query_terms import Node
from hiretool.sourcing.words import fold, words

TITLE_WEIGHT = 2.0
"""A word in the title counts as much as two in the abstract. Our choice."""
ENGINES = ("tantivy", "fts5")
_NOT_AUTHORS = ("ti", "abs", "co", "jr")


class Text(NamedTuple):
    """What is indexed of one paper; texts are folded, see `words.fold`. No author's name is among them."""

    n: int
    """The paper's number in the corpus."""
    ti: str
    abs: str
    co: str
    jr: str
    categories: tuple[str, ...]
    """Lower case."""
    day: int
    """Of the first version, as `date.toordinal`."""


class Signed(NamedTuple):
    """The names on one paper, which lie in an index of their own so that a name can be taken out."""

    n: int
    keys: list[str]
    """`names.key` of each name."""
    middle: list[str]
    """Folded words of names that are not in their keys."""


@dataclass(frozen=True, slots=True)
class Matches:
    """The best papers for a query."""

    scores: dict[int, float]
    """Number of a paper -> BM25 of the query's words; best first."""
    total: int
    """Papers that match, of which these are some."""


class Engine(Protocol):
    """An index in a folder. Nothing that was added or removed counts before `commit`."""

    name: str

    def add(self, text: Text, signed: Signed) -> None: ...

    def remove(self, n: int) -> None: ...

    def remove_from(self, n: int) -> None:
        """Remove the paper of this number and all of higher numbers."""

    def commit(self) -> None: ...

    def close(self) -> None:
        """Finish what goes on behind the scenes; what was not committed is lost."""

    def search(self, query: Node, limit: int | None) -> Matches:
        """The best `limit` papers, or all. The query has no `au:`."""

    def signed_by(self, words: Iterable[tuple[str, bool]]) -> list[int]:
        """Papers on which each of these words is part of some name; True: with any ending."""

    def by_key(self, keys: Iterable[str], limit: int) -> list[int]:
        """Papers with a name of one of these keys: `limit` of them at the most."""

    def count_of(self, key: str) -> int:
        """How many papers have a name of this key."""

    def titles_with(self, words: Iterable[str]) -> dict[str, int]:
        """Folded word -> titles that have it; words that are not indexed are in none."""

    def name_keys(self) -> Iterator[str]:
        """Each key of a name once."""

    def rewrite_names(self, signed: Iterable[Signed]) -> None:
        """Write the index of names anew, so that nothing is left of the old one; at once, without `commit`."""

    def count(self) -> int:
        """Papers in the index."""


def opened(folder: Path, name: str) -> Engine:
    """The engine over the index in `folder`, which is made if it is not there.

    Raises: HiretoolError if the engine is not installed.
    """
    if name == "fts5":
        from hiretool.sourcing.corpus.engine_fts5 import Fts5

        return Fts5(folder)
    if not installed():
        raise HiretoolError(
            f"{folder}: this corpus was built with tantivy, which is not installed; "
            "pip install 'hiretool[corpus]', or build another with --engine fts5"
        )
    from hiretool.sourcing.corpus.engine_tantivy import Tantivy

    return Tantivy(folder)


def installed() -> bool:
    """Whether tantivy can be had here."""
    return find_spec("tantivy") is not None


def best() -> str:
    """The engine for a new corpus."""
    return "tantivy" if installed() else "fts5"


def indexed(n: int, paper: Paper) -> tuple[Text, Signed]:
    """What an engine is given of a paper; authors' names are taken out of the comment."""
    names = [_name(name) for name in paper.authors if name != WITHHELD]
    comment = ""
    if paper.comment:
        hidden = {part for found, middle in names for part in (*found.split(" "), *middle) if len(part) > 1}
        comment = " ".join([word for word in words(paper.comment) if word not in hidden])
    text = Text(
        n,
        fold(paper.title),
        fold(paper.abstract),
        comment,
        fold(paper.journal_ref) if paper.journal_ref else "",
        tuple([category.lower() for category in paper.categories]),
        paper.submitted.toordinal(),
    )
    return text, Signed(n, [found for found, _ in names], [word for _, middle in names for word in middle])


@lru_cache(maxsize=1 << 17)
def _name(name: str) -> tuple[str, tuple[str, ...]]:
    """Key, and words that are not in it. Most names sign many papers."""
    first, middle, last = parts(name)
    if name.isascii() and "-" not in name and "'" not in name and "_" not in name and last:
        return f"{first} {last}", tuple(middle.split()) if middle else ()
    found = key(name)
    both = found.split(" ")
    return found, tuple(word for word in words(name) if word not in both)


def fields_of(field: str) -> tuple[str, ...]:
    """Fields in which a word of the query is looked for: of `all`, those without names."""
    return _NOT_AUTHORS if field == "all" else (field,)
