"""Text -> the words by which it is found and compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart into a plain letter and an accent.
_PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"})
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_WORD = re.compile(r"[^\W_]+")
_BETWEEN_ASCII_WORDS = str.maketrans({code: " " for code in range(128) if not chr(code).isalnum()})


def fold(text: str) -> str:
    """Lower case without accents: what two spellings of one word share.

    >>> fold("Łukasz Þór Đặng")
    'lukasz thor dang'
    """
    lower = text.lower()
    return lower if lower.isascii() else _BEYOND_ASCII.sub(_folded, lower)


def words(text: str) -> list[str]:
    """Folded runs of letters and digits, in order.

    >>> words("Real-time naïve Bayes")
    ['real', 'time', 'naive', 'bayes']
    """
    folded = fold(text)
    return folded.translate(_BETWEEN_ASCII_WORDS).split() if folded.isascii() else _WORD.findall(folded)


def _folded(run: re.Match[str]) -> str:
    return _folded_run(run[0])


@lru_cache(maxsize=4096)
def _folded_run(run: str) -> str:
    """Characters beyond ASCII, each on its own: a mark that follows a plain letter goes as well."""
    apart = unicodedata.normalize("NFKD", run).casefold().translate(_PLAIN)
    return unicodedata.normalize("NFC", "".join(mark for mark in apart if not unicodedata.combining(mark)))
