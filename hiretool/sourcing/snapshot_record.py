"""A line of the metadata snapshot as it should be, for msgspec, which is in the extra "corpus"."""

from __future__ import annotations

import msgspec


class Version(msgspec.Struct, gc=False):
    created: str


class Record(msgspec.Struct, gc=False, rename={"journal_ref": "journal-ref"}):
    """What is read of it."""

    id: str
    title: str
    abstract: str
    categories: str
    versions: list[Version]
    authors_parsed: list[list[str]]
    comments: str | None = None
    journal_ref: str | None = None
    doi: str | None = None


decode = msgspec.json.Decoder(Record).decode
