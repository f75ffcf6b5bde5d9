"""Values of JSON-LD, which may stand there in several forms, and what a check finds in them."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any, Literal

Severity = Literal["error", "warning"]
Path = tuple[str | int, ...]

TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*+)[^<>]*+>")
TELECOMMUTE = "TELECOMMUTE"


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that is wrong, before it has the name of its rule."""

    path: Path
    severity: Severity
    message: str
    suggest: str


Check = Callable[[Mapping[str, Any], datetime.date], Iterator[Found]]


def error(path: Path, message: str, suggest: str) -> Found:
    """Something required, or of a wrong form."""
    return Found(path, "error", message, suggest)


def warning(path: Path, message: str, suggest: str) -> Found:
    """Something recommended, or against the advice."""
    return Found(path, "warning", message, suggest)


def value(holder: Any, name: str) -> Any:
    """The value of a key; None where there is none. `{"@value": x}` and a list of one are what is inside them."""
    found = holder.get(name) if isinstance(holder, Mapping) else None
    for _ in range(4):
        if isinstance(found, Mapping) and "@value" in found:
            found = found["@value"]
        elif isinstance(found, list) and len(found) == 1:
            found = found[0]
    return found


def several(value: Any) -> list[tuple[Path, Any]]:
    """(path below, value) of each value, where one or a list of them may stand."""
    if isinstance(value, list):
        return [((number,), entry) for number, entry in enumerate(value)]
    return [((), value)]


def is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def number(value: Any) -> float | None:
    """A finite number, also one that is written as text; None for all else."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    if isinstance(value, str) and not re.fullmatch(r"\s*[-+]?\d{1,15}(?:\.\d{1,9})?\s*", value, re.ASCII):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def moment(value: Any) -> datetime.datetime | None:
    """A date or a date with a time in ISO 8601; None for all else."""
    if not isinstance(value, str):
        return None
    try:
        return datetime.datetime.fromisoformat(value.strip())
    except ValueError:
        return None


def is_url(value: Any) -> bool:
    return isinstance(value, str) and re.match(r"(?i)https?://[^\s/]+", value.strip()) is not None


def shown(value: Any) -> str:
    """A value as a message names it."""
    if isinstance(value, str):
        return repr(value[:60])
    if isinstance(value, Mapping | list):
        return "keys and values" if isinstance(value, Mapping) else "a list"
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    return "a number" if isinstance(value, int) and abs(value) > 10**15 else str(value)


def words(text: str) -> str:
    """Text without tags, blanks and capitals, to compare by."""
    return " ".join(unescape(TAG.sub(" ", text)).casefold().split())


def types(thing: Any) -> set[str]:
    """Names of a thing's types, without what stands before the last / or :."""
    found = thing.get("@type") if isinstance(thing, Mapping) else None
    return {re.split("[/:#]", name)[-1] for _, name in several(found) if isinstance(name, str)}


def is_remote(posting: Mapping[str, Any]) -> bool:
    """The posting says that all of the work may be done from elsewhere."""
    found = value(posting, "jobLocationType")
    return isinstance(found, str) and found == TELECOMMUTE
