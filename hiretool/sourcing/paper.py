"""One paper, the same whether it came from a file or from arXiv."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from hiretool.sourcing.texts import plain

# Source: https://info.arxiv.org/help/arxiv_identifier.html (new form since 2007-04, old form before).
_ID = re.compile(
    r"(?:https?://arxiv\.org/abs/|arxiv:)?(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v(\d{1,4}))?", re.I
)
# ACM and MSC classes stand among the categories of the API; they are none of arXiv's own.
_CATEGORY = re.compile(r"[a-z]+(?:-[a-z]+)*(?:\.[A-Za-z]+(?:-[a-z]+)*)?")


# Most names sign many papers.
_plain_name = lru_cache(maxsize=1 << 17)(plain)


WITHHELD = "[name withheld]"
"""Stands in a byline where a person who objected stood; it is nobody's name."""


class Unusable(ValueError):
    """A record that is of no use; its text says which field, and why."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What arXiv says of a paper; texts hold no e-mail address and no line break."""

    id: str
    """Without version: `2401.00001`, `math/0506342`; with a colon in it, a line of a list, see `listed`."""
    versions: int | None
    """How many there are; None if the source does not say."""
    title: str
    abstract: str
    authors: tuple[str, ...]
    """In byline order, at least one."""
    categories: tuple[str, ...]
    """Primary first, at least one."""
    submitted: date
    """Of version 1 (UTC), not of the latest."""
    updated: date
    """Of the latest version (UTC)."""
    comment: str | None
    """Of the latest version: it may have been written long after the paper."""
    journal_ref: str | None
    doi: str | None

    @property
    def url(self) -> str:
        """The abstract page; "" for a paper that is not known to be on arXiv."""
        return "" if ":" in self.id else f"https://arxiv.org/abs/{self.id}"


@lru_cache(maxsize=4096)
def _is_category(name: str) -> bool:
    return _CATEGORY.fullmatch(name) is not None


def made(
    *,
    id: str,
    title: str,
    authors: Iterable[str],
    categories: Iterable[str],
    submitted: date,
    updated: date | None = None,
    versions: int | None = None,
    abstract: str = "",
    comment: str | None = None,
    journal_ref: str | None = None,
    doi: str | None = None,
) -> Paper:
    """A paper with its texts made plain and the version taken off its id.

    Raises: Unusable.
    """
    parts = _ID.fullmatch(id.strip())
    if parts is None:
        raise Unusable(f"id: expected an arXiv id such as 2401.00001 or math/0506342, got {id[:60]!r}")
    bare, version = parts.groups()
    headline = plain(title)
    byline = tuple([name for name in map(_plain_name, authors) if name])
    named = tuple(dict.fromkeys(filter(_is_category, categories)))
    for field, given in (("title", headline), ("authors", byline), ("categories", named)):
        if not given:
            raise Unusable(f"{field}: expected at least one word, found none")
    return Paper(
        id=bare,
        versions=versions if versions is not None else int(version) if version else None,
        title=headline,
        abstract=plain(abstract),
        authors=byline,
        categories=named,
        submitted=submitted,
        updated=updated or submitted,
        comment=plain(comment or "") or None,
        journal_ref=plain(journal_ref or "") or None,
        doi=plain(doi or "") or None,
    )
