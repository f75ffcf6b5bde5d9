"""A name, arXiv id or ORCID iD as it goes into a digest.

Kept apart from `sourcing.names` on purpose: digests cannot be made anew, so that whoever changes a form here makes
every objection before it void. A new form needs a new function beside the old one, and both are looked up.
"""

from __future__ import annotations

import re
import unicodedata

from hiretool.errors import HiretoolError

# Letters that Unicode does not take apart into a plain letter and an accent.
_PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_ADDRESS = re.compile(r"^(?:https?://)?(?:www\.|export\.)?arxiv\.org/(?:abs|pdf)/|^arxiv:\s*|\.pdf$")
_VERSION = re.compile(r"v\d{1,4}$")
_OLD_SUBJECT = re.compile(r"^([a-z-]+)\.[a-z]{2}/")
_ID = re.compile(r"\d{4}\.\d{4,5}|[a-z-]+/\d{7}")
_ORCID = re.compile(r"(?:https?://orcid\.org/)?(\d{4})-?(\d{4})-?(\d{4})-?(\d{3}[\dX])", re.IGNORECASE)


def parts(name: str) -> list[str]:
    """Folded parts, family name last; a hyphen or an apostrophe joins, a full stop parts; no Jr. or III.

    >>> parts("O’Neill-Ortiz, J.P.")
    ['j', 'p', 'oneillortiz']
    """
    family, comma, rest = name.partition(",")
    if comma and "".join(filter(str.isalnum, rest)).casefold() not in _SUFFIXES:
        name = f"{rest} {family}"
    # Marks go before case is folded: the dotted capital İ folds to an i and a mark.
    apart = "".join(mark for mark in unicodedata.normalize("NFKD", name) if not unicodedata.combining(mark))
    folded = apart.casefold().translate(_PLAIN)
    words = ("".join(filter(str.isalnum, word)) for word in re.split(r"[\s.,]+", folded))
    found = [word for word in words if word]
    return found[:-1] if len(found) > 2 and found[-1] in _SUFFIXES else found


def name(text: str) -> str:
    """First and last part: what all who bear the name share.

    >>> name("Ifeoma C. Okwuosa") == name("OKWUOSA, Ifeoma")
    True
    """
    found = parts(text)
    return " ".join(found if len(found) < 2 else (found[0], found[-1])) or unicodedata.normalize("NFC", text.strip())


def initial(text: str) -> str:
    """First letter and last part: on one paper, that is one person.

    >>> initial("Ifeoma Okwuosa")
    'i okwuosa'
    """
    found = parts(text)
    return f"{found[0][0]} {found[-1]}" if len(found) > 1 else name(text)


def turned(text: str) -> str:
    """Last and first part: the same name where the family name was put first."""
    return " ".join(reversed(name(text).split(" ")))


def paper(text: str) -> str:
    """Without address, version and subject class.

    >>> paper("https://arxiv.org/abs/math.GT/0506342v2")
    'math/0506342'
    """
    bare = _ADDRESS.sub("", text.strip().casefold())
    return _OLD_SUBJECT.sub(r"\1/", _VERSION.sub("", _ADDRESS.sub("", bare)))


def orcid(text: str) -> str:
    """Sixteen characters, the last of them a check of the others; blank if it is none.

    Source: https://support.orcid.org/hc/en-us/articles/360006897674 (ISO 7064 MOD 11-2).
    >>> orcid("https://orcid.org/0000-0002-1825-0097")
    '0000000218250097'
    """
    match = _ORCID.fullmatch(text.strip())
    digits = "".join(match.groups()).upper() if match else ""
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    return digits if digits and (12 - total % 11) % 11 == (10 if digits[-1] == "X" else int(digits[-1])) else ""


def asked_name(text: str) -> str:
    """`text`, if somebody can be called that. Raises: HiretoolError."""
    if not parts(text):
        raise HiretoolError(f"{text[:60]!r} is no name; expected one as it stands on a paper")
    return text


def asked_paper(text: str) -> str:
    """The id that somebody typed. Raises: HiretoolError if it is none of arXiv's."""
    found = paper(text)
    if not _ID.fullmatch(found):
        raise HiretoolError(f"{text[:60]!r} is no arXiv id; expected one such as 2401.00001 or math/0506342")
    return found


def asked_orcid(text: str) -> str:
    """The ORCID iD that somebody typed. Raises: HiretoolError if it is none."""
    found = orcid(text)
    if not found:
        raise HiretoolError(
            f"{text[:60]!r} is no ORCID iD; expected one such as 0000-0002-1825-0097 (check the digits)"
        )
    return found
