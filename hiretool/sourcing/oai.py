"""OAI-PMH pages as arXiv sends them -> records, one at a time -> papers.

Source: https://www.openarchives.org/OAI/openarchivesprotocol.html (the protocol),
https://info.arxiv.org/help/oa/index.html (arXiv's formats and sets), github.com/arXiv/oaipmh (its server).
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date
from email.utils import parsedate_to_datetime
from xml.etree.ElementTree import Element

from hiretool.sourcing.elements import Elements, local
from hiretool.sourcing.names import byline
from hiretool.sourcing.paper import Paper, Unusable, made

FORMAT = "arXivRaw"
"""The format to ask for: it has the dates of all versions, so that the first one's is sure; see `_parsed`."""

_OAI = "{http://www.openarchives.org/OAI/2.0/}"
_RECORD, _TOKEN, _ERROR = _OAI + "record", _OAI + "resumptionToken", _OAI + "error"
_RAW = "{http://arxiv.org/OAI/arXivRaw/}"
_PARSED = "{http://arxiv.org/OAI/arXiv/}"
# XML 1.0 has no way to write these; one that slipped into an abstract would make its whole page unreadable for ever.
_UNWRITABLE = bytes(code for code in range(0x20) if code not in (0x09, 0x0A, 0x0D))
_MONTH = re.compile(r"(?:[a-z-]+(?:\.[A-Z]{2})?/)?(\d\d)(0[1-9]|1[0-2])[\d.]+")


@dataclass(frozen=True, slots=True)
class Record:
    """A record of a page: its header, and what it says of the paper."""

    line: int
    """On which it begins."""
    id: str
    """arXiv's id of the paper, without version, as the header has it; "" if it has none."""
    changed: date | None
    """The datestamp: day of the last change of anything in the record; None if it cannot be read."""
    deleted: bool
    metadata: Element | None


class Page:
    """An incremental reader of one page that holds one record at a time; see `Elements` for what it refuses."""

    def __init__(self) -> None:
        self.token: str | None = None
        """With which to ask for the next page; None on the last one, and until all records were read."""
        self.size: int | None = None
        """Records on all pages, where the server says it; arXiv's no longer does."""
        self.errors: list[tuple[str, str]] = []
        """(code, explanation) of what the server says in place of records."""
        self._elements = Elements(
            root=(_OAI + "OAI-PMH", "the <OAI-PMH> of arXiv's harvesting interface"),
            wanted={_RECORD: 3, _TOKEN: 3, _ERROR: 2},
            called="a record",
        )

    @property
    def line(self) -> int:
        """Where the reader is, from 1."""
        return self._elements.line

    def records(self, chunks: Iterable[bytes]) -> Iterator[Record]:
        """Each record as soon as it is complete.

        Raises: ValueError where the XML is broken off, malformed, another document, or made to do harm.
        """
        for line, element in self._elements.read(chunk.translate(None, _UNWRITABLE) for chunk in chunks):
            if element.tag == _RECORD:
                yield _record(line, element)
            elif element.tag == _ERROR:
                self.errors.append((element.get("code", ""), " ".join((element.text or "").split())[:300]))
            else:
                self.token = (element.text or "").strip() or None
                size = element.get("completeListSize", "")
                self.size = int(size) if size.isdecimal() and len(size) < 12 else None


def papers(chunks: Iterable[bytes]) -> Iterator[tuple[int, Paper | Unusable]]:
    """(line, paper or why it is of no use) of each record on one page; records of deleted papers are passed over.

    Raises: ValueError where the page is broken off, malformed, another document, made to do harm, or an error.
    """
    page = Page()
    for record in page.records(chunks):
        if not record.deleted:
            try:
                yield record.line, paper(record)
            except Unusable as error:
                yield record.line, error
    for code, explanation in page.errors:
        raise ValueError(f"not papers but an error: {code}: {explanation}")


def paper(record: Record) -> Paper:
    """The paper of a record in the format arXivRaw or arXiv. The submitter, whom arXivRaw names, is not read.

    Raises: Unusable.
    """
    for metadata in record.metadata if record.metadata is not None else ():
        if metadata.tag == _RAW + "arXivRaw":
            return _raw(metadata)
        if metadata.tag == _PARSED + "arXiv":
            return _parsed(metadata)
        raise Unusable(f"expected the format arXivRaw or arXiv, got <{local(metadata.tag)}>")
    raise Unusable("metadata: the record has none")


def _record(line: int, element: Element) -> Record:
    header = element.find(_OAI + "header")
    if header is None:
        return Record(line, "", None, False, element.find(_OAI + "metadata"))
    stamp = (header.findtext(_OAI + "datestamp") or "").strip()
    try:
        changed = date.fromisoformat(stamp[:10])
    except ValueError:
        changed = None
    id = (header.findtext(_OAI + "identifier") or "").strip().rpartition(":")[2]
    return Record(line, id, changed, header.get("status") == "deleted", element.find(_OAI + "metadata"))


def _raw(metadata: Element) -> Paper:
    """From arXivRaw: the author string as it was typed, and each version with its date."""
    versions = sorted(
        (_number(version), _moment(version.findtext(_RAW + "date") or ""))
        for version in metadata.iterfind(_RAW + "version")
    )
    if not versions or versions[0][0] != 1:
        raise Unusable("version: expected version 1 with its date among the versions")
    return _made(
        metadata,
        _RAW,
        byline(metadata.findtext(_RAW + "authors") or ""),
        submitted=versions[0][1],
        updated=versions[-1][1],
        versions=versions[-1][0],
    )


def _parsed(metadata: Element) -> Paper:
    """From arXiv: names in parts, and the days of the first and the latest version.

    arXiv's server of 2025 writes the latest version's day into <created>, not the first one's
    (arXiv/oaipmh, oaipmh/templates/record_formats.xml); the month in the id shows that, and is then believed.
    """
    id = _text(metadata, _PARSED + "id")
    created = _day(_text(metadata, _PARSED + "created"))
    updated = metadata.findtext(_PARSED + "updated")
    names = [
        " ".join(filter(None, (_part(author, part) for part in ("forenames", "keyname", "suffix"))))
        for author in metadata.iterfind(f"{_PARSED}authors/{_PARSED}author")
    ]
    return _made(
        metadata,
        _PARSED,
        names,
        submitted=min(created, _last_day(id) or created),
        updated=_day(updated) if updated else created,
    )


def _made(
    metadata: Element, space: str, names: list[str], *, submitted: date, updated: date, versions: int | None = None
) -> Paper:
    return made(
        id=_text(metadata, space + "id"),
        title=_text(metadata, space + "title"),
        abstract=metadata.findtext(space + "abstract") or "",
        authors=names,
        categories=(metadata.findtext(space + "categories") or "").split(),
        submitted=submitted,
        updated=updated,
        versions=versions,
        comment=metadata.findtext(space + "comments"),
        journal_ref=metadata.findtext(space + "journal-ref"),
        doi=metadata.findtext(space + "doi"),
    )


def _text(element: Element, tag: str) -> str:
    text = element.findtext(tag)
    if not text or not text.strip():
        raise Unusable(f"<{local(tag)}>: the record has none")
    return text


def _part(author: Element, name: str) -> str:
    return (author.findtext(_PARSED + name) or "").strip()


def _number(version: Element) -> int:
    number = version.get("version", "").lstrip("v")
    if not number.isdecimal() or len(number) > 4:
        raise Unusable(f"version: expected v1, v2 and so on, got {version.get('version', '')[:40]!r}")
    return int(number)


def _moment(text: str) -> date:
    """Day (UTC) of a moment such as `Mon, 2 Apr 2007 19:18:42 GMT`."""
    try:
        moment = parsedate_to_datetime(text)
        return moment.date() if moment.tzinfo is None else moment.astimezone(UTC).date()
    except (ValueError, OverflowError) as error:
        raise Unusable(f"version: expected a date such as Mon, 2 Jun 2025 17:59:46 GMT, got {text[:40]!r}") from error


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise Unusable(f"expected a day such as 2025-06-02, got {text.strip()[:40]!r}") from error


def _last_day(id: str) -> date | None:
    """The last day of the month that is in an id: `0704.0001`, `math/0506342`."""
    if not (found := _MONTH.fullmatch(id.strip())):
        return None
    year, month = 2000 + int(found[1]), int(found[2])
    year -= 100 * (year > 2090)  # the first ids are of 1991
    return date(year, month, calendar.monthrange(year, month)[1])
