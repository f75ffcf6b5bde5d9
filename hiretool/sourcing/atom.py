"""Atom XML as arXiv's API sends it -> entries, one at a time -> papers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from typing import Any
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from hiretool.sourcing.paper import Paper, Unusable, made

_ATOM = "{http://www.w3.org/2005/Atom}"
_ARXIV = "{http://arxiv.org/schemas/atom}"
_OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
_DEEPEST = 20
_LARGEST = 4 << 20
"""Bytes of one entry, or of one tag or comment; a real entry has a few thousand."""

ERRORS = "arxiv.org/api/errors"
"""In the id of the one entry by which arXiv says that it did not understand."""


class Feed:
    """An incremental reader of one feed that holds one entry at a time.

    No DOCTYPE, so no entity can be declared: nothing expands, nothing is fetched.
    """

    def __init__(self) -> None:
        self.total: int | None = None
        """Papers that answer the query, on all pages (opensearch:totalResults)."""
        self._parser = expat.ParserCreate(namespace_separator="}")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._data
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._builder: TreeBuilder | None = None
        self._done: list[tuple[int, Element]] = []
        self._path: list[str] = []
        self._read = self._began_at = self._line = 0

    @property
    def line(self) -> int:
        """Where the reader is, from 1."""
        return self._parser.CurrentLineNumber

    def entries(self, chunks: Iterable[bytes]) -> Iterator[tuple[int, Element]]:
        """(line on which it begins, entry) of each entry, as soon as it is complete.

        Raises: ValueError where the XML is broken off, malformed, not a feed, or made to do harm.
        """
        try:
            for chunk in chunks:
                self._read += len(chunk)
                self._parser.Parse(chunk, False)
                if self._read - max(self._parser.CurrentByteIndex, 0) > _LARGEST:
                    raise ValueError(f"a tag or comment of more than {_LARGEST >> 20} MB")
                yield from self._taken()
            self._parser.Parse(b"", True)
            yield from self._taken()
        except expat.ExpatError as error:
            yield from self._taken()
            raise ValueError(f"not well-formed XML, line {error.lineno}: {expat.ErrorString(error.code)}") from error

    def _taken(self) -> list[tuple[int, Element]]:
        done, self._done = self._done, []
        return done

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = "{" + name if "}" in name else name
        if not self._path and tag != _ATOM + "feed":
            raise ValueError(f"expected the <feed> of arXiv's API, got <{name.rpartition('}')[2]}>")
        self._path.append(tag)
        if len(self._path) > _DEEPEST:
            raise ValueError(f"elements nested more than {_DEEPEST} deep")
        if len(self._path) == 2 and self._builder is None:
            self._builder, self._line = TreeBuilder(), self._parser.CurrentLineNumber
            self._began_at = self._parser.CurrentByteIndex
        if self._builder is not None:
            self._check_size()
            self._builder.start(tag, attributes)

    def _data(self, text: str) -> None:
        if self._builder is not None:
            self._check_size()
            self._builder.data(text)

    def _check_size(self) -> None:
        if self._parser.CurrentByteIndex - self._began_at > _LARGEST:
            raise ValueError(f"an entry of more than {_LARGEST >> 20} MB")

    def _end(self, name: str) -> None:
        tag = self._path.pop()
        if self._builder is None:
            return
        self._builder.end(tag)
        if len(self._path) == 1:
            element = self._builder.close()
            self._builder = None
            if tag == _ATOM + "entry":
                self._done.append((self._line, element))
            elif tag == _OPENSEARCH + "totalResults" and (element.text or "").strip().isdecimal():
                self.total = int((element.text or "").strip())

    def _doctype(self, *_: Any) -> None:
        raise ValueError("a DOCTYPE, which no answer of arXiv has; it could declare entities that grow without end")


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
        raise Unusable(f"<{tag.rpartition('}')[2]}>: the entry has none")
    return text


def _day(stamp: str) -> date:
    try:
        moment = datetime.fromisoformat(stamp.strip())
        return moment.date() if moment.tzinfo is None else moment.astimezone(UTC).date()
    except (ValueError, OverflowError) as error:
        raise Unusable(f"expected a date such as 2025-06-02T17:59:46Z, got {stamp.strip()[:40]!r}") from error
