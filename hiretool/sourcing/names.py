"""Author strings -> names, and the key under which two spellings are taken for one person."""

from __future__ import annotations

import re

from hiretool.sourcing.texts import plain
from hiretool.sourcing.words import fold

_GROUP = re.compile(r"\b(?:collaborations?|consortium|team)\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*(?:[,;&:]|\band\b)\s*")
_BETWEEN_SWAPPED = re.compile(r"\s*;\s*(?:and\b\s*|&\s*)?|\s*(?:\band\b|&)\s*")
_OTHERS = re.compile(r"\bet\.? al\b\.?|\band others\b", re.IGNORECASE)
_CLOSING = {"(": ")", "[": "]"}
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
# Words that belong to the surname that follows them, folded.
PARTICLES = frozenset(
    {
        "af", "al", "ap", "av", "bin", "bint", "d", "da", "dal", "das", "de", "degli", "dei", "del", "della", "den",
        "der", "des", "di", "do", "dos", "du", "e", "el", "ibn", "la", "las", "le", "lo", "los", "san", "st", "ten",
        "ter", "tot", "van", "vander", "ver", "vom", "von", "y", "zu", "zum", "zur",
    }
)  # fmt: skip


def byline(text: str) -> list[str]:
    r"""The names in an author string, without affiliations in brackets, TeX accents read, surnames last.

    >>> byline("J. Mahi'ai (U. of Q (Physics), Hilo), Rosa Faria, Jr. and S\\'olveig")
    ["J. Mahi'ai", 'Rosa Faria Jr.', 'Sólveig']
    >>> byline("Faria, Rosa; van der Aa, J. P.")
    ['Rosa Faria', 'J. P. van der Aa']
    """
    text = _OTHERS.sub("", _without_brackets(plain(text)))
    if swapped := _swapped(text):
        return swapped
    names: list[str] = []
    for name in map(str.strip, _BETWEEN.split(text)):
        if _is_suffix(name) and names:
            names[-1] += f" {name}"
        elif any(map(str.isalnum, name)) and not name.isdecimal():
            names.append(name)
    return names


def ordered(name: str) -> str:
    """The name with its surname last, where a comma says that it comes first.

    >>> ordered("van der Aa, J. P."), ordered("Faria, Rosa, Jr."), ordered("Rosa Faria, Jr.")
    ('J. P. van der Aa', 'Rosa Faria Jr.', 'Rosa Faria Jr.')
    """
    if "," not in name:
        return name
    parts = [part for part in map(str.strip, name.split(",")) if part]
    suffixes = [part for part in parts[1:] if _is_suffix(part)]
    others = parts[:1] + [part for part in parts[1:] if not _is_suffix(part)]
    if len(others) == 2:
        others.reverse()
    return " ".join([*others, *suffixes])


def tokens(name: str) -> list[str]:
    """Folded parts of a name, surname last; a hyphen or an apostrophe joins, a full stop parts; no Jr. or III.

    >>> tokens("J.-P. O’Neill-Ortiz Jr.")
    ['j', 'p', 'oneillortiz']
    """
    parts = [part for part in map(_bare, fold(ordered(name)).replace(".", " ").split()) if part]
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


def family(name: str) -> str:
    """The surname with the particles before it, folded: how it stands in a list of people.

    >>> family("Johanna van der Aa"), family("Maria de la Cruz-Paz III"), family("Van Aa")
    ('van der aa', 'de la cruzpaz', 'aa')
    """
    parts = tokens(name) or [fold(name)]
    begin = len(parts) - 1
    # The first part is a forename, whatever it looks like: Van is one.
    while begin > 1 and parts[begin - 1] in PARTICLES:
        begin -= 1
    return " ".join(parts[begin:])


def is_group(name: str) -> bool:
    """Whether a collaboration, consortium or team signs, not a person."""
    return _GROUP.search(name) is not None


def _swapped(text: str) -> list[str]:
    """The names of a list such as "Faria, Rosa; Aa, J. P."; none unless each is a surname, a comma and forenames."""
    listed = [part for part in _BETWEEN_SWAPPED.split(text) if part]
    if not listed or ("," in text and len(listed) == 1):
        return []
    return [ordered(name) for name in listed] if all(map(_surname_first, listed)) else []


def _surname_first(name: str) -> bool:
    last, *others = (part.strip() for part in name.strip(" ,").split(","))
    forenames = [part for part in others if not _is_suffix(part)]
    words = last.split()
    particles = all(fold(word) in PARTICLES for word in words[:-1])
    return len(forenames) == 1 and len(words) > 0 and particles and 0 < len(forenames[0].split()) < 4


def _is_suffix(name: str) -> bool:
    return _bare(fold(name)) in SUFFIXES


def _bare(part: str) -> str:
    return part if part.isalnum() else "".join(filter(str.isalnum, part))


def _without_brackets(text: str) -> str:
    """The text outside of round and square brackets, however they are nested; one that is never closed runs on."""
    if "(" not in text and "[" not in text:
        return text
    kept: list[str] = []
    awaited: list[str] = []
    for mark in text:
        if mark in _CLOSING:
            awaited.append(_CLOSING[mark])
        elif awaited and mark == awaited[-1]:
            awaited.pop()
        elif not awaited:
            kept.append(mark)
    return "".join(kept)
