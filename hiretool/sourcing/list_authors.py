"""The authors in a cell of a list -> their names, whatever separates them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from hiretool.sourcing.names import tokens
from hiretool.sourcing.texts import plain
from hiretool.sourcing.words import fold

_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv)\.?", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_MARKS = re.compile(r"[*†‡§¶∗]+|(?<=[^\W\d_])[\d¹²³]+(?=\s*(?:,|$))")
# OpenReview's profiles: ~Ama_C._Abe1.
_PROFILE = re.compile(r"~([^\s;,~]+?)\d+(?=[;,\s]|$)")
_AND = re.compile(r"\s+and\s+|\s+&\s+")
_PARTICLES = frozenset(
    (
        "da",
        "de",
        "del",
        "della",
        "den",
        "der",
        "di",
        "do",
        "dos",
        "du",
        "la",
        "le",
        "ten",
        "ter",
        "van",
        "von",
        "zu",
        "al",
    )
)


def are_last_first(cells: Iterable[Any]) -> bool:
    """Whether a file writes "Last, First; Last, First", judged by the cells that have a semicolon."""
    pieces = [
        piece for cell in cells if isinstance(cell, str) and ";" in cell for piece in cell.split(";") if piece.strip()
    ]
    return len(pieces) > 1 and sum("," in piece for piece in pieces) > len(pieces) / 2


def names(cell: Any, *, last_first: bool = False) -> tuple[str, ...]:
    """The names in byline order; no e-mail addresses, no affiliations in brackets, no name twice.

    last_first: whether a comma inside a name parts last from first, as `are_last_first` tells of a file.
    >>> names("Ifeoma Okwuosa;Bo Bee, Cy C. Cee")
    ('Ifeoma Okwuosa', 'Bo Bee', 'Cy C. Cee')
    >>> names("Okwuosa, Ifeoma; Bee, Bo")
    ('Ifeoma Okwuosa', 'Bo Bee')
    """
    found = [name for piece in _pieces(cell, last_first) if (name := _name(piece))]
    return _once(found)


def _pieces(cell: Any, last_first: bool) -> list[str]:
    if isinstance(cell, list):
        items = [str(item.get("name") or "") if isinstance(item, dict) else str(item) for item in cell if item]
        return [name for item in items for name in _of_piece(item, last_first)]
    text = _PROFILE.sub(_spelled_out, _BRACKETS.sub(" ", str(cell or "")))
    if ";" in text:
        pieces = text.split(";")
        inverted = last_first or are_last_first([text])
        return [name for piece in pieces for name in _of_piece(piece, inverted)]
    return [name for piece in _AND.split(text) for name in _of_piece(piece, last_first)]


def _of_piece(piece: str, last_first: bool) -> list[str]:
    """A piece between semicolons is one name, or several with commas between."""
    whole = _MARKS.sub(" ", _PROFILE.sub(_spelled_out, _BRACKETS.sub(" ", piece)))
    parts = [part.strip() for part in whole.split(",") if any(map(str.isalpha, part))]
    joined: list[str] = []
    for part in parts:
        if joined and _SUFFIX.fullmatch(part):
            joined[-1] += f" {part}"
        else:
            joined.append(part)
    if len(joined) < 2:
        return joined
    if len(joined) == 2 and (last_first or _is_lone(joined[0]) or _is_given(joined[1])):
        return [f"{joined[1]} {joined[0]}"]
    # "Bee, Bo, Cee, Cy": surnames stand alone, each before its given names.
    if len(joined) % 2 == 0 and all(map(_is_lone, joined[::2])) and (last_first or all(map(_is_lone, joined[1::2]))):
        return [f"{given} {last}" for last, given in zip(joined[::2], joined[1::2], strict=True)]
    return joined


def _is_lone(part: str) -> bool:
    """One word, beside particles: "van der Berg"."""
    return len([word for word in part.split() if word.lower() not in _PARTICLES]) == 1


def _is_given(part: str) -> bool:
    """Initials only: "S." or "J. P."."""
    return all(len(word.strip(".-")) == 1 or re.fullmatch(r"(?:\w\.-?)+", word) for word in part.split())


def _spelled_out(found: re.Match[str]) -> str:
    return found[1].replace("_", " ")


def _name(piece: str) -> str:
    """A name, made plain; "" for what is none."""
    if "@" in piece:
        return ""
    text = plain(piece).strip(" ,.;")
    if piece.rstrip().endswith(".") and text and len(text.split()[-1]) <= 2:
        text += "."
    return text if any(map(str.isalpha, text)) else ""


def _once(found: list[str]) -> tuple[str, ...]:
    """Each name once where the whole list is doubled, as some lists of ICRA and IROS are; else as it is."""
    folded = [" ".join(tokens(name)) or fold(name) for name in found]
    half = len(found) // 2
    doubled = len(found) > 1 and len(found) % 2 == 0
    if doubled and (folded[:half] == folded[half:] or folded[::2] == folded[1::2]):
        return tuple(found[:half] if folded[:half] == folded[half:] else found[::2])
    first = dict.fromkeys(folded)
    if doubled and all(folded.count(name) == 2 for name in first):
        return tuple(found[folded.index(name)] for name in first)
    return tuple(found)
