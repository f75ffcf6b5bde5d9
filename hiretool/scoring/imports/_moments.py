"""Times as systems write them -> ISO 8601."""

from __future__ import annotations

import datetime
import re
from typing import Any, Literal

Order = Literal["day-first", "month-first"]

# Google's spreadsheet: 11/3/2026 14:05:22, in the order of the form owner's country; its download of a form:
# 2026/11/03 2:05:22 PM GMT+1.
_WRITTEN = re.compile(
    r"(\d{1,4})[/.-](\d{1,2})[/.-](\d{2,4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([AaPp])?\.?(?:[Mm]\.?)?)?"
    r"(?:\s*(?:GMT|UTC|Z)([+-]\d{1,2})?(?::?(\d{2}))?)?"
)
_BOTH_SHORT = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}")
FIRST_YEAR, LAST_YEAR = 1990, 2100


class Unclear(ValueError):
    """The text could mean two days."""


def iso(value: Any) -> str | None:
    """ISO 8601 as it is written there, or from milliseconds since 1970; blank for nothing, None if it is no time."""
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        text = value.strip()
        if text.isdigit() and len(text) > 10:
            return _of_milliseconds(int(text[:20]))
        return text if _read(text) else None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _of_milliseconds(value)
    return None


def newer(one: str, other: str) -> bool:
    """Whether the first ISO time is later; one without a zone counts as UTC."""
    first, second = (_read(text) for text in (one, other))
    return first is not None and (second is None or first > second)


def written(text: str, order: Order | None) -> str | None:
    """ISO 8601 of a cell of a table; None if it is no time.

    Raises: Unclear if day and month could be either, and `order` does not say.
    """
    text = " ".join(text.split())
    if not text:
        return ""
    if _read(text) and not re.match(r"\d{1,2}[/.]", text):
        return text
    match = _WRITTEN.fullmatch(text)
    if match is None:
        return None
    try:
        return _of_parts(match, order)
    except Unclear:
        raise
    except ValueError:
        return None


def has_order(text: str) -> bool:
    """Whether it is a date whose day and month could change places."""
    return bool(_BOTH_SHORT.match(text.strip()))


def order_of(texts: list[str]) -> Order | None:
    """Which comes first, where some day above 12 gives it away; None where none does, or they contradict."""
    heads = [match for text in texts if (match := _BOTH_SHORT.match(text.strip()))]
    day_first = any(int(match[1]) > 12 for match in heads)
    month_first = any(int(match[2]) > 12 for match in heads)
    if day_first == month_first:
        return None
    return "day-first" if day_first else "month-first"


def _of_parts(match: re.Match[str], order: Order | None) -> str:
    first, second, third = (int(part) for part in match.groups()[:3])
    if len(match[1]) == 4:
        year, month, day = first, second, third
    else:
        year = third + 2000 if len(match[3]) == 2 else third
        if first > 12 or second > 12:
            day, month = (first, second) if first > 12 else (second, first)
        elif first == second or order is not None:
            day, month = (first, second) if order != "month-first" else (second, first)
        else:
            raise Unclear
        if order is not None and (day, month) != ((first, second) if order == "day-first" else (second, first)):
            raise ValueError("the day does not stand where the others have it")
    hour = int(match[4] or 0)
    if match[7]:
        if not 1 <= hour <= 12:
            raise ValueError("no hour of twelve")
        hour = hour % 12 + (12 if match[7] in "Pp" else 0)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError("no year of a scorecard")
    zone = None
    if re.search(r"GMT|UTC|Z", match[0]):
        hours = int(match[8] or 0)
        minutes = int(match[9] or 0) * (-1 if (match[8] or "").startswith("-") else 1)
        zone = datetime.timezone(datetime.timedelta(hours=hours, minutes=minutes))
    found = datetime.datetime(year, month, day, hour, int(match[5] or 0), int(match[6] or 0), tzinfo=zone)
    return found.isoformat() if match[4] else found.date().isoformat()


def _read(text: str) -> datetime.datetime | None:
    try:
        found = datetime.datetime.fromisoformat(text)
    except ValueError:
        return None
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        return None
    return found if found.tzinfo else found.replace(tzinfo=datetime.UTC)


def _of_milliseconds(value: float) -> str | None:
    try:
        found = datetime.datetime.fromtimestamp(value / 1000, datetime.UTC)
    except (OverflowError, ValueError, OSError):
        return None
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        return None
    return found.isoformat(timespec="seconds").replace("+00:00", "Z")
