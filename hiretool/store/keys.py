"""What a person typed -> the text under which it is stored, or why it cannot be."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from hiretool.errors import HiretoolError

# Four of these fit into one index row of PostgreSQL (2,704 bytes) at four bytes a character, less the candidate's id.
# Source: PostgreSQL manual, "Index row size exceeds btree maximum"; access/nbtree.h, BTMaxItemSize.
LONGEST = 200

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_HALF = re.compile("[\ud800-\udfff]")


# An import asks for the same few names over and over.
@lru_cache(maxsize=4096)
def key(text: str, noun: str, *, blank: bool = False) -> str:
    """The text in composed Unicode form (NFC) without blanks around it, so that one name typed in two ways is one.

    noun: what it names, for the message; blank: whether nothing is a value too.
    Raises: HiretoolError if it is blank, longer than LONGEST characters or holds a control character.

    >>> key(" Zoe\u0308 ", "candidate")
    'Zoë'
    """
    found = text if text.isascii() else unicodedata.normalize("NFC", text)
    found = found.strip()
    if not found and not blank:
        raise HiretoolError(f"The {noun} is blank; expected a name")
    if len(found) > LONGEST:
        raise HiretoolError(f"The {noun} is longer than {LONGEST} characters: {found[:40]!r}...")
    if _CONTROL.search(found):
        raise HiretoolError(f"The {noun} holds a control character: {found!r}")
    return found


def prose(text: str, noun: str) -> str:
    """The text as it is. Raises: HiretoolError if it holds what PostgreSQL or UTF-8 cannot."""
    if "\0" in text or (not text.isascii() and _HALF.search(text)):
        raise HiretoolError(f"The {noun} holds a NUL or half a character (a lone surrogate); expected plain text")
    return text
