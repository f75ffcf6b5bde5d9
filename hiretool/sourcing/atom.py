"""Atom XML as arXiv's API sends it -> entries, one at a time -> papers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from xml.etree.ElementTree import Element

from hiretool.sourcing.elements import Elements, local
from hiretool.sourcing.paper import Paper, Unusable, made

_ATOM = "{http://www.w3.org/2005/Atom}"
_ARXIV = "{http://arxiv.org/schemas/atom}"
_ENTRY = _ATOM + "entry"
_TOTAL = "{http://a9.com/-/spec/opensearch/1.1/}totalResults"

ERRORS = "arxiv.org/api/errors"
"""In the id of the one entry by which arXiv says that it did not understand."""


class Feed:
    """An incremental reader of one feed that holds one entry at a time; see `Elements` for what it refuses."""

    def __init__(self) -> None:
        self.total: int | None = None
        """Papers that answer the query, on all pages (opensearch:totalResults)."""
        self._elements = Elements(
            root=(_ATOM + "feed", "the <feed> of arXiv's API"), wanted={_ENTRY: 2, _TOTAL: 2}, called="an entry"
        )

    @property
    def line(self) -> int:
        """Where the reader is, from 1."""
        return self._elements.line

    def entries(self, chunks: Iterable[bytes]) -> Iterator[tuple[int, Element]]:
        """(line on which it begins, entry) of each entry, as soon as it is complete.

        Raises: ValueError where the XML is broken off, malformed, not a feed, or made to do harm.
        """
        for line, element in self._elements.read(chunks):
            if element.tag == _ENTRY:
                yield line, element
            elif (text := (element.text or "").strip()).isdecimal():
                self.total = int(text)


def paper(entry: Element) -> Paper:
    """The paper of an entry.

    Raises: Unusable.
    """
    id, submitted, updated = stamp(entry)
    primary = [element.get("term", "") for element in entry.iterfind(_ARXIV + "primary_category")]
    return made(
        id=id,
        title=_text(entry, _ATOM + "title"),
        abstract=entry.findtext(_ATOM + "summary") or "",
        authors=[name.text or "" for name in entry.iterfind(f"{_ATOM}author/{_ATOM}name")],
        categories=[*primary, *(element.get("term", "") for element in entry.iterfind(_ATOM + "category"))],
        submitted=submitted,
        updated=updated,
        comment=entry.findtext(_ARXIV + "comment"),
        journal_ref=entry.findtext(_ARXIV + "journal_ref"),
        doi=entry.findtext(_ARXIV + "doi"),
    )


def stamp(entry: Element) -> tuple[str, date, date]:
    """Id, day of the first version, day of the latest (UTC): without them arxiv.Client drops the entry unsaid.

    Raises: Unusable.
    """
    submitted, updated = (_day(_text(entry, _ATOM + tag)) for tag in ("published", "updated"))
    return _text(entry, _ATOM + "id"), submitted, updated


def refusal(entry: Element) -> str | None:
    """What arXiv says in place of papers, if this entry is an error; None if it is a paper."""
    if ERRORS not in (entry.findtext(_ATOM + "id") or ""):
        return None
    return " ".join((entry.findtext(_ATOM + "summary") or "no reason given").split())[:300]


def _text(entry: Element, tag: str) -> str:
    text = entry.findtext(tag)
    if not text or not text.strip():
        raise Unusable(f"<{local(tag)}>: the entry has none")
    return text


def _day(stamp: str) -> date:
    try:
        moment = datetime.fromisoformat(stamp.strip())
        return moment.date() if moment.tzinfo is None else moment.astimezone(UTC).date()
    except (ValueError, OverflowError) as error:
        raise Unusable(f"expected a date such as 2025-06-02T17:59:46Z, got {stamp.strip()[:40]!r}") from error
