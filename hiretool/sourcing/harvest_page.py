"""Bytes -> a page of a harvest that is known to be whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from hiretool.errors import RemoteError
from hiretool.sourcing import oai
from hiretool.sourcing.paper import Paper, Unusable


@dataclass(slots=True)
class HarvestedPage:
    """What one answer holds."""

    papers: list[Paper] = field(default_factory=list)
    bad: list[tuple[str, str]] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    changed: list[date] = field(default_factory=list)
    token: str | None = None
    size: int | None = None
    code: str = ""
    """Of the error in place of records: noRecordsMatch or badResumptionToken."""
    bytes: int = 0

    @property
    def records(self) -> int:
        return len(self.papers) + len(self.bad) + len(self.deleted)


def whole(body: bytes, token: str | None) -> HarvestedPage:
    """What the answer holds, if it is whole.

    token: the one that it was asked by.
    Raises: ValueError if it is not whole; RemoteError if arXiv refuses, or would send one in circles.
    """
    page, reader = HarvestedPage(bytes=len(body)), oai.Page()
    for record in reader.records([body]):
        if record.changed:
            page.changed.append(record.changed)
        if record.deleted:
            page.deleted.append(record.id)
            continue
        try:
            page.papers.append(oai.paper(record))
        except Unusable as error:
            page.bad.append((record.id, str(error)))
    for code, text in reader.errors:
        if code not in ("noRecordsMatch", "badResumptionToken"):
            raise RemoteError(f"arXiv refused to be harvested: {code}: {text}")
        page.code = code
    if not page.records and not page.code:
        raise ValueError("neither a record nor an error is in it")
    if token is not None and reader.token == token:
        raise RemoteError("arXiv gave the token by which it was asked: the harvest would go in circles")
    page.token, page.size = reader.token, reader.size
    return page


def explanation(body: bytes) -> str:
    """What arXiv gives as its reason in the body of a refusal; "" if nothing can be read there."""
    reader = oai.Page()
    try:
        for _ in reader.records([body]):
            pass
    except ValueError:
        return ""
    return "; ".join(f"{code}: {text}" for code, text in reader.errors)
