"""Blocks of a page written from the right -> the same, with words of the other direction kept to themselves."""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Callable
from typing import Any, TypeVar

from hiretool.document import Blocks, Code, Document, Picture, Span

Thing = TypeVar("Thing")

# Letters written from the right, and marks that turn the direction of what follows them.
TURNS = re.compile("[\u0590-\u08ff\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff]")
FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
# Marks without a shape. Source: Unicode Standard Annex 9, directional formatting characters.
_ISOLATE, _END, LEFT, _RIGHT = "\u2066", "\u2069", "\u200e", "\u200f"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_SAID = frozenset(("note", "title", "caption", "source", "label"))
"""Fields of blocks that hold plain text."""


def isolated(blocks: Blocks, document: Document) -> Blocks:
    """On a page from the right, a Latin sentence keeps its full stop at its end, a day its order, and a sentence that
    only begins with a Latin name stays one from the right. Any other page is left as it is."""
    return _changed(blocks, lambda text: f"{_ISOLATE}{text}{_END}") if document.direction == "rtl" else blocks


def marked(blocks: Blocks, document: Document) -> Blocks:
    """As `isolated`, with the older marks, which word processors know."""
    return _changed(blocks, lambda text: f"{LEFT}{text}{LEFT}") if document.direction == "rtl" else blocks


def _changed(value: Thing, keep: Callable[[str], str]) -> Thing:
    found: Any = value
    if isinstance(value, str):
        found = _kept(value, keep)
    elif isinstance(value, tuple):
        found = tuple(_changed(inner, keep) for inner in value)
    elif isinstance(value, Span):
        found = dataclasses.replace(value, text=_kept(value.text, keep))
    elif dataclasses.is_dataclass(value) and not isinstance(value, type | Picture | Code):
        fields = {entry.name: getattr(value, entry.name) for entry in dataclasses.fields(value)}
        changed = {name: _changed(inner, keep) for name, inner in fields.items() if _holds_text(name, inner)}
        found = dataclasses.replace(value, **changed)
    return found  # type: ignore[no-any-return]


def _holds_text(name: str, value: object) -> bool:
    return name in _SAID if isinstance(value, str) else isinstance(value, tuple)


def _kept(text: str, keep: Callable[[str], str]) -> str:
    first = next((kind for kind in map(unicodedata.bidirectional, text) if kind in ("L", "R", "AL")), None)
    core = text.strip()
    if first == "L" and not FROM_RIGHT.search(text):
        # Blanks at the ends stand between this text and its neighbours of the other direction.
        return text.replace(core, keep(core), 1)
    days_kept = _DAY.sub(lambda day: keep(day.group()), text)
    return f"{_RIGHT}{days_kept}" if first == "L" else days_kept
