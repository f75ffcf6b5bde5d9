"""The JSON that `people find` wrote -> the people in it, with everything that was said of them."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from hiretool import files
from hiretool.errors import DataError, HiretoolError
from hiretool.sourcing import listed
from hiretool.sourcing import paper as papers
from hiretool.sourcing.acceptance import Acceptance
from hiretool.sourcing.citation import Citation
from hiretool.sourcing.evidence import Evidence
from hiretool.sourcing.names import key
from hiretool.sourcing.paper import Paper
from hiretool.sourcing.people import Person
from hiretool.sourcing.repository import Repository
from hiretool.sourcing.texts import plain

SCHEMA = 1
AT_MOST_BYTES = 500_000_000
_SHOWN = 40
"""Letters of the file's own text that a message repeats."""


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one signal adds to a person's place in the order."""

    signal: str
    value: float
    weight: float
    contribution: float


@dataclass(frozen=True, slots=True)
class Entry:
    """A person as the file tells of them. What it does not tell is empty."""

    rank: int
    person: Person
    evidence: tuple[Evidence, ...]
    weight: float | None
    """By which the list is ordered."""
    contributions: tuple[Contribution, ...]
    identity: str
    """How sure it is that this is one person, in a sentence."""
    confidence: str
    """The same as a number, "0.93", or as a word."""
    reasons: tuple[str, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A whole file."""

    query: str
    today: date
    """Of the search, not of the report."""
    since: date
    counts: Mapping[str, int]
    entries: tuple[Entry, ...]


def read(path: Path, content: bytes | None = None) -> Listing:
    """The people in the file at `path`, in its order; `content` are its bytes, where they are at hand.

    Texts are made plain, as those of papers are: what strangers wrote holds no control character and no address.
    Raises: DataError, with the place of the first thing that cannot be used; HiretoolError for a newer schema.
    """
    raw = files.content(path, at_most=AT_MOST_BYTES) if content is None else content
    try:
        found = json.loads(files.decoded(raw, path), parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise DataError(path, error.lineno, f"is not JSON ({error.msg}); {_EXPECTED}") from error
    except (ValueError, RecursionError) as error:
        raise DataError(path, "", f"is JSON that cannot be used ({str(error)[:60]}); {_EXPECTED}") from error
    if not isinstance(found, dict) or "schema" not in found or "people" not in found:
        raise DataError(path, "", f"holds no people that were found; {_EXPECTED}")
    file = _Object(found, path, "")
    schema = file.integer("schema")
    if schema > SCHEMA:
        newer = f"was written by a newer hiretool (schema {schema}); this one reads schema {SCHEMA}. Update hiretool."
        raise HiretoolError(f"{path}: {newer}")
    if schema < SCHEMA:
        file.wrong("schema", f"the number {SCHEMA}", schema)
    counts = file.object("counts")
    return Listing(
        query=file.text("query"),
        today=file.day("today"),
        since=file.day("since"),
        counts={name: value for name, value in counts.value.items() if type(value) is int},
        entries=tuple(map(_entry, file.objects("people"))),
    )


_EXPECTED = "expected the file that `hiretool people find ... --json -o FILE` writes"


class _Object:
    """One JSON object, read key by key; whatever is not as it should be is said with its place."""

    def __init__(self, value: Any, path: Path, where: str) -> None:
        self.value, self._path, self._where = value, path, where

    def wrong(self, name: str, expected: str, got: object) -> NoReturn:
        """Raises: DataError."""
        shown = {type(None): "nothing", dict: "an object", list: "a list"}.get(type(got)) or repr(got)
        problem = f"expected {expected}, got {shown if len(shown) <= _SHOWN else shown[:_SHOWN] + '…'}"
        raise DataError(self._path, f"{self._where}{name}", problem)

    def __contains__(self, name: str) -> bool:
        return self.value.get(name) is not None

    def text(self, name: str) -> str:
        found = self.value.get(name)
        return plain(found) if isinstance(found, str) else self.wrong(name, "text", found)

    def text_or_none(self, name: str) -> str | None:
        return self.text(name) if name in self else None

    def texts(self, name: str) -> tuple[str, ...]:
        found = self._list(name)
        for number, value in enumerate(found):
            if not isinstance(value, str):
                self.wrong(f"{name}[{number}]", "text", value)
        return tuple(map(plain, found))

    def integer(self, name: str) -> int:
        found = self.value.get(name)
        return found if type(found) is int else self.wrong(name, "a whole number", found)

    def integer_or_none(self, name: str) -> int | None:
        return self.integer(name) if name in self else None

    def number(self, name: str) -> float:
        found = self.value.get(name)
        try:
            if type(found) in (int, float) and math.isfinite(found):
                return float(found)
        except OverflowError:
            pass
        self.wrong(name, "a number", found)

    def number_or_none(self, name: str) -> float | None:
        return self.number(name) if name in self else None

    def flag_or_none(self, name: str) -> bool | None:
        found = self.value.get(name)
        return found if found is None or type(found) is bool else self.wrong(name, "true, false or null", found)

    def day(self, name: str) -> date:
        found = self.value.get(name)
        try:
            return date.fromisoformat(found)
        except (TypeError, ValueError):
            self.wrong(name, "a date such as 2026-11-20", found)

    def day_or_none(self, name: str) -> date | None:
        return self.day(name) if name in self else None

    def object(self, name: str) -> _Object:
        found = self.value.get(name)
        if not isinstance(found, dict):
            self.wrong(name, "an object", found)
        return _Object(found, self._path, f"{self._where}{name}.")

    def objects(self, name: str) -> list[_Object]:
        found = self._list(name)
        for number, value in enumerate(found):
            if not isinstance(value, dict):
                self.wrong(f"{name}[{number}]", "an object", value)
        return [_Object(value, self._path, f"{self._where}{name}[{number}].") for number, value in enumerate(found)]

    def _list(self, name: str) -> list[Any]:
        """What stands there; none where nothing does."""
        found = self.value.get(name)
        if found is None:
            return []
        return found if isinstance(found, list) else self.wrong(name, "a list", found)

    def paper(self) -> Paper:
        """This object as a paper; its address is made from its id."""
        if listed.is_listed(id := self.text("id")):
            title, authors, day = self.text("title"), self.texts("authors"), self.day("submitted")
            return Paper(id, None, title, "", authors or ("",), ("none",), day, day, None, None, None)
        try:
            return papers.made(
                id=self.text("id"),
                title=self.text("title"),
                authors=self.texts("authors"),
                categories=self.texts("categories"),
                submitted=self.day("submitted"),
                updated=self.day_or_none("updated"),
                versions=self.integer_or_none("versions"),
                abstract=self.text_or_none("abstract") or "",
                comment=self.text_or_none("comment"),
                journal_ref=self.text_or_none("journal_ref"),
                doi=self.text_or_none("doi"),
            )
        except papers.Unusable as error:
            raise DataError(self._path, self._where.rstrip("."), str(error)) from error


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _entry(one: _Object) -> Entry:
    name, identity = one.text("name"), one.object("identity") if "identity" in one else None
    if not name:
        one.wrong("name", "a name", "")
    confidence = identity.value.get("confidence") if identity else None
    if identity and isinstance(confidence, int | float):
        confidence = f"{identity.number('confidence'):.2f}"
    person = Person(
        key=key(name),
        name=name,
        spellings=one.texts("spellings") or (name,),
        papers=tuple(paper.paper() for paper in one.objects("papers")),
        groups=(identity.integer_or_none("coauthor_groups") or 0) if identity else 0,
        record=tuple(paper.paper() for paper in one.objects("record")),
        accepted=tuple(map(_acceptance, one.objects("accepted"))),
        code=tuple(map(_repository, one.objects("code"))),
    )
    return Entry(
        rank=one.integer("rank"),
        person=person,
        evidence=tuple(map(_evidence, one.objects("evidence"))),
        weight=one.number_or_none("weight"),
        contributions=tuple(map(_contribution, one.objects("score"))),
        identity=(identity.text_or_none("text") if identity else None) or person.identity,
        confidence=plain(confidence) if isinstance(confidence, str) else "",
        reasons=identity.texts("reasons") if identity else (),
        citations=tuple(map(_citation, one.objects("citations"))),
    )


def _evidence(one: _Object) -> Evidence:
    return Evidence(
        signal=one.text("signal"),
        value=one.number("value"),
        unit=one.text("unit"),
        text=one.text("text"),
        paper_ids=one.texts("paper_ids"),
        source=one.text_or_none("source") or "arXiv",
        date=one.day_or_none("date"),
    )


def _contribution(one: _Object) -> Contribution:
    return Contribution(one.text("signal"), one.number("value"), one.number("weight"), one.number("contribution"))


def _acceptance(one: _Object) -> Acceptance:
    return Acceptance(
        venue=one.text("venue"),
        year=one.integer("year"),
        title=one.text("title"),
        authors=one.texts("authors"),
        tier=one.text_or_none("tier") or "",
        source=one.text("source"),
        paper_id=one.text_or_none("paper_id"),
        track=one.text_or_none("track") or "",
    )


def _repository(one: _Object) -> Repository:
    return Repository(
        paper_id=one.text_or_none("paper_id") or "",
        url=one.text("url"),
        official=one.flag_or_none("official"),
        stars=one.integer_or_none("stars"),
        forks=one.integer_or_none("forks"),
        pushed=one.day_or_none("pushed"),
        framework=one.text_or_none("framework") or "",
        source=one.text("source"),
        title=one.text_or_none("title") or "",
        as_of=one.day_or_none("as_of"),
    )


def _citation(one: _Object) -> Citation:
    return Citation(
        paper_id=one.text("paper_id"),
        count=one.integer_or_none("count"),
        source=one.text("source"),
        date=one.day("date"),
        percentile=one.number_or_none("percentile"),
        fwci=one.number_or_none("fwci"),
        influential=one.integer_or_none("influential"),
        url=one.text_or_none("url"),
        named_first=one.flag_or_none("named_first"),
        orcid=one.text_or_none("orcid"),
    )
