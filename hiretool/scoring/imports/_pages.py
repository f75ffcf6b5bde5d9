"""JSON as it was exported -> values: one answer, a list, or several pages one after the other."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from hiretool import files
from hiretool.errors import DataError

Json = Any
Object = dict[str, Any]

_BLANK = re.compile(r"[ \t\r\n]*")
_ESCAPED_HALF = re.compile(r"\\u[dD][89a-fA-F]")
_HALF = re.compile("[\ud800-\udfff]")
DEEPEST = 60
"""Lists and objects inside one another; real exports have at most 8."""


def values(raw: bytes, path: Path | str) -> list[Json]:
    """The JSON texts that stand in the file, one after the other (JSON lines, or pages that were concatenated).

    Raises: DataError with the line of what is no JSON.
    """
    text = files.decoded(raw, path)
    decoder = json.JSONDecoder(parse_constant=_no_constant, parse_float=_finite)
    found: list[Json] = []
    place = _after_blanks(text, 0)
    try:
        while place < len(text):
            value, place = decoder.raw_decode(text, place)
            found.append(value)
            place = _after_blanks(text, place)
            # Between pages that were put into one file by hand there may be a comma.
            if text[place : place + 1] == ",":
                place = _after_blanks(text, place + 1)
    except json.JSONDecodeError as error:
        raise DataError(path, error.lineno, f"is not valid JSON: {error.msg}") from error
    except RecursionError as error:
        raise DataError(path, "", "is nested too deep to be an export") from error
    except ValueError as error:
        raise DataError(path, "", f"is not valid JSON: {error}") from error
    if not found:
        raise DataError(path, "", "is empty; expected JSON")
    _check_depth(found, path)
    return [_whole(value) for value in found] if _ESCAPED_HALF.search(text) else found


def _after_blanks(text: str, place: int) -> int:
    match = _BLANK.match(text, place)
    return match.end() if match else place


def _no_constant(name: str) -> Json:
    raise ValueError(f"{name} is no number")


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(f"{text[:20]} is too large for a number")
    return number


def _check_depth(value: Json, path: Path | str) -> None:
    """What is nested deeper would end later, in a place that cannot say so."""
    level = [value]
    for _ in range(DEEPEST):
        level = [
            inner
            for outer in level
            if isinstance(outer, dict | list)
            for inner in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(inner, dict | list)
        ]
        if not level:
            return
    raise DataError(path, "", f"is nested more than {DEEPEST} deep; that is no export of scorecards")


def _whole(value: Json) -> Json:
    """The value with half characters (lone surrogates, written as escapes) marked as unreadable."""
    if isinstance(value, str):
        return _HALF.sub("\ufffd", value)
    if isinstance(value, list):
        return [_whole(entry) for entry in value]
    if isinstance(value, dict):
        return {_whole(name): _whole(entry) for name, entry in value.items()}
    return value


def entries(found: Sequence[Json], key: str) -> Iterator[tuple[Object, Object]]:
    """(envelope, entry) of each object under `key` of an envelope, in lists of any kind, or bare (envelope {})."""
    for value in found:
        if isinstance(value, list):
            yield from entries(value, key)
        elif isinstance(value, dict) and isinstance(value.get(key), list):
            yield from ((value, entry) for entry in value[key] if isinstance(entry, dict))
        elif isinstance(value, dict):
            yield {}, value


def envelopes(found: Sequence[Json], key: str) -> Iterator[Object]:
    """The objects that hold a list of entries under `key`."""
    for value in found:
        if isinstance(value, list):
            yield from envelopes(value, key)
        elif isinstance(value, dict) and isinstance(value.get(key), list):
            yield value


def is_all(pages: Sequence[Object], flag: str) -> bool:
    """No page says, in `flag`, that there is another one, or the last one is among them."""
    said = [page.get(flag) for page in pages]
    return not any(value is True for value in said) or any(value is False for value in said)


def first(found: Sequence[Json], key: str) -> Object | None:
    """An entry to tell the shape by, if there is any."""
    return next((entry for _, entry in entries(found, key)), None)


def text(value: Json) -> str:
    """Text of a value that a form may hold: a choice, a list, `{value: ...}`, true, a number; blank for nothing."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return f"{value:g}" if isinstance(value, float) else str(value)
    if isinstance(value, list):
        return ", ".join(filter(None, map(text, value)))
    if isinstance(value, dict):
        return text(next((value[name] for name in ("value", "label", "text", "name") if name in value), None))
    return ""


def objects(value: Json) -> list[Object]:
    """The objects of a list; none where there is no list."""
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def id_of(value: Json) -> str:
    """An id as text: numbers and texts are ids, or what an object holds under `id`; blank for anything else."""
    if isinstance(value, dict):
        value = value.get("id")
    if isinstance(value, str):
        return value.strip()
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def compact(value: Json) -> str:
    """The value as one JSON text, to be kept."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
