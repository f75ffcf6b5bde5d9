"""Text -> the words by which it is found and compared."""

from __future__ import annotations

import re
import unicodedata

# Letters that Unicode does not take apart into a plain letter and an accent.
_PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"})
_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Lower case without accents: what two spellings of one word share.

    >>> fold("Łukasz Þór Đặng")
    'lukasz thor dang'
    """
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text).casefold().translate(_PLAIN)
    return unicodedata.normalize("NFC", "".join(mark for mark in apart if not unicodedata.combining(mark)))


def words(text: str) -> list[str]:
    """Folded runs of letters and digits, in order.

    >>> words("Real-time naïve Bayes")
    ['real', 'time', 'naive', 'bayes']
    """
    return _WORD.findall(fold(text))
