"""JSON -> the JobPostings in it, with the place of each value."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from hiretool.job.lint.post import Posting

Path = tuple[str | int, ...]
DEEPEST = 60
_STRINGS = json.JSONDecoder(strict=False)
_BLANK = re.compile(r"[ \t\r\n]*")
_PLAIN = re.compile(r"[^\s,\]}\"\[{]+")
_ESCAPE = re.compile(r"\\u[0-9a-fA-F]{4}(?:\\u[dD][c-fC-F][0-9a-fA-F]{2})?|\\.", re.DOTALL)


def located(text: str) -> tuple[Any, dict[Path, int]]:
    """The value of a JSON text, and the place of each value in it. Raises: ValueError with line and column."""
    try:
        value = json.loads(text)
    except RecursionError as error:
        raise ValueError(f"is nested more than {DEEPEST} deep") from error
    places: dict[Path, int] = {}
    _locate(text, 0, (), places)
    return value, places


def _locate(text: str, at: int, path: Path, places: dict[Path, int]) -> int:
    """Notes the places of the value at `at` and of all in it; returns where it ends."""
    if len(path) > DEEPEST:
        raise ValueError(f"is nested more than {DEEPEST} deep")
    at = _after_blank(text, at)
    places[path] = at
    if text[at] == '"':
        return _STRINGS.raw_decode(text, at)[1]
    if text[at] in "{[":
        keyed, end = text[at] == "{", "}" if text[at] == "{" else "]"
        at, number = _after_blank(text, at + 1), 0
        while text[at] != end:
            key: str | int = number
            if keyed:
                key, at = _STRINGS.raw_decode(text, at)
                at = _after_blank(text, at) + 1
            at = _after_blank(text, _locate(text, at, (*path, key), places))
            if text[at] == ",":
                at = _after_blank(text, at + 1)
            number += 1
        return at + 1
    match = _PLAIN.match(text, at)
    return match.end() if match else at + 1


def _after_blank(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at


def postings(text: str, place: int = 0) -> list[Posting]:
    """Every JobPosting in a JSON text that stands at `place` of a source, in lists and graphs too.

    Raises: ValueError if the text is no JSON.
    """
    value, places = located(text)
    found = []
    for path, data in _objects(value, ()):
        if _is_posting(data):
            own = {inner[len(path) :]: at + place for inner, at in places.items() if inner[: len(path)] == path}
            found.append(Posting(data, own))
    return found


def _objects(value: Any, path: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    if isinstance(value, dict):
        yield path, value
        for key, inner in value.items():
            yield from _objects(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _objects(inner, (*path, number))


def _is_posting(data: dict[str, Any]) -> bool:
    kinds = data.get("@type")
    return any(
        isinstance(kind, str) and kind.rsplit("/", 1)[-1].rsplit(":", 1)[-1] == "JobPosting"
        for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def letters(text: str, at: int) -> tuple[str, list[int]]:
    """The JSON string at `at`, decoded, and the place of each of its letters; one more for its end."""
    shown: list[str] = []
    places: list[int] = []
    at += 1
    while text[at] != '"':
        match = _ESCAPE.match(text, at)
        written = match[0] if match else text[at]
        for letter in json.loads(f'"{written}"', strict=False) if match else written:
            shown.append(letter)
            places.append(at)
        at += len(written)
    return "".join(shown), [*places, at]
