"""One line of arXiv's metadata snapshot -> paper.

Source: https://www.kaggle.com/datasets/Cornell-University/arxiv (the shape of its JSON lines).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from typing import Any

from hiretool.sourcing.names import byline
from hiretool.sourcing.paper import Paper, Unusable, made

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_CREATED = re.compile(rf"(?:\w+, )?(\d{{1,2}}) ({'|'.join(_MONTHS)}) (\d{{4}})\b")


def paper(line: bytes) -> Paper:
    """The paper on a line.

    Raises: ValueError, whose text says what is wrong with the line.
    """
    typed = _typed()
    found = typed(line) if typed else None
    return found if found is not None else _paper(line)


@cache
def _typed() -> Callable[[bytes], Paper | None] | None:
    """A faster reader for lines as they should be: None for a line of which it cannot make a paper, without
    saying why. None where msgspec, of the extra "corpus", is missing.
    """
    try:
        from hiretool.sourcing.snapshot_record import decode
    except ImportError:
        return None

    def read(line: bytes) -> Paper | None:
        try:
            record = decode(line)
            versions = record.versions
            if not record.authors_parsed or not versions:
                return None
            return made(
                id=record.id,
                title=record.title,
                abstract=record.abstract,
                authors=[_joined(name) for name in record.authors_parsed],
                categories=record.categories.split(),
                submitted=_created(versions[0].created),
                updated=_created(versions[-1].created),
                versions=len(versions),
                comment=record.comments,
                journal_ref=record.journal_ref,
                doi=record.doi,
            )
        except (ValueError, IndexError):
            return None

    return read


def _paper(line: bytes) -> Paper:
    try:
        record = json.loads(line.decode())
    except UnicodeDecodeError as error:
        raise Unusable(f"not UTF-8 at byte {error.start}") from error
    except json.JSONDecodeError as error:
        raise Unusable(f"not JSON: {error.msg} at character {error.pos + 1}") from error
    except RecursionError as error:
        raise Unusable("not a record: brackets nested too deep") from error
    if not isinstance(record, dict):
        raise Unusable(f"expected a record in braces, got {type(record).__name__}")
    versions = _versions(record.get("versions"))
    return made(
        id=_text(record, "id"),
        title=_text(record, "title"),
        abstract=_text(record, "abstract"),
        authors=_authors(record),
        categories=_text(record, "categories").split(),
        submitted=versions[0],
        updated=versions[-1],
        versions=len(versions),
        comment=_text_if_any(record, "comments"),
        journal_ref=_text_if_any(record, "journal-ref"),
        doi=_text_if_any(record, "doi"),
    )


def _text(record: Mapping[str, Any], field: str) -> str:
    value = record.get(field)
    if not isinstance(value, str):
        # An id that was read as a number has lost its zeros: 1505.0629 may be 1505.06290.
        raise Unusable(f"{field}: expected text, got {json.dumps(value)[:60]}")
    return value


def _text_if_any(record: Mapping[str, Any], field: str) -> str | None:
    return None if record.get(field) is None else _text(record, field)


def _authors(record: Mapping[str, Any]) -> list[str]:
    """From authors_parsed (key name, forenames, suffix) where it is there, else from the author string."""
    parsed = record.get("authors_parsed")
    if not parsed:
        return byline(_text(record, "authors"))
    try:
        return [_joined(name) for name in parsed]
    except (TypeError, IndexError, KeyError) as error:
        raise Unusable("authors_parsed: expected a list of [key name, forenames, suffix]") from error


def _joined(name: Sequence[str]) -> str:
    return " ".join(filter(None, (name[1], name[0], *name[2:3])))


def _versions(versions: object) -> Sequence[date]:
    """Days on which the versions came. The record's update_date is no substitute: it moves without a new version."""
    if not isinstance(versions, list) or not versions:
        raise Unusable("versions: expected a list of {version, created}, the first of them version 1")
    return [_day(version) for version in versions]


def _day(version: object) -> date:
    created = version.get("created") if isinstance(version, dict) else None
    if not isinstance(created, str):
        raise _undated(created)
    return _created(created)


def _created(text: str) -> date:
    """The day in 'Mon, 2 Jun 2025 17:59:46 GMT'. Raises: Unusable."""
    # Many papers share a day, and the time of day is the rest.
    clock = text.find(":")
    day = _day_of(text[: clock - 3] if clock > 3 else text)
    if day is None:
        raise _undated(text)
    return day


@lru_cache(maxsize=16_384)
def _day_of(text: str) -> date | None:
    if (found := _CREATED.match(text)) is None:
        return None
    day, month, year = found.groups()
    return date(int(year), _MONTHS.index(month) + 1, int(day))


def _undated(created: object) -> Unusable:
    return Unusable(f"versions: expected created such as 'Mon, 2 Jun 2025 17:59:46 GMT', got {created!r:.60}")
