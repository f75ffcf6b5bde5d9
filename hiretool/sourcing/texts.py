"""Text of a record -> text to show: TeX accents read, white space single, no control characters, no e-mail address."""

from __future__ import annotations

import re
import unicodedata

MASK = "[@]"
"""Stands where an e-mail address stood; it holds no word, so no query finds it."""

# TeX accent -> the combining character of the same look.
_MARKS = dict(zip("'`^\"~=.uvHcdbkr", "\u0301\u0300\u0302\u0308\u0303\u0304\u0307"
                  "\u0306\u030c\u030b\u0327\u0323\u0331\u0328\u030a", strict=True))  # fmt: skip
_LETTERS = {
    "ss": "ß", "oe": "œ", "OE": "Œ", "ae": "æ", "AE": "Æ", "aa": "å", "AA": "Å", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł",
    "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ",
}  # fmt: skip
_ACCENT = re.compile(
    r"""(\{)?\\(?:(['"`^~=.])\s*|([uvHcdbkr])(?=[\s{])\s*)(?:\{\s*(\\?[A-Za-z])\s*\}|(\\?[A-Za-z]))(?(1)\})"""
)
_LETTER = re.compile(r"(\{)?\\(" + "|".join(_LETTERS) + r")(?![A-Za-z])(?:\{\}|\s)?(?(1)\})")
_ESCAPED = re.compile(r"\\([&%#_$])")
_MATHS = re.compile(r"(\$[^$]*\$)")

# Control characters, marks that turn the direction of what follows, and halves of surrogate pairs.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")

# The first label has a letter, so that "mAP@0.5" and "Recall@10.The" stay; hosts such as 163.com are named.
_HOST = r"(?:(?:163|126|139|189)\.|[\w-]*[^\W\d_][\w-]*\.)(?:[\w-]+\.)*[^\W\d_]{2,}"
_EMAIL = re.compile(
    rf"\{{[^{{}}<>]{{1,200}}\}}\s?@\s?{_HOST}|[\w.+'%-]{{1,64}}\s?@\s?{_HOST}"
    rf"|[\w.+-]{{1,64}}\s?[\[(]\s?at\s?[\])]\s?[\w-]{{1,64}}(?:(?:\.|\s?[\[(]\s?dot\s?[\])]\s?)[\w-]{{1,64}})+",
    re.IGNORECASE,
)


def plain(text: str) -> str:
    r"""The text as a reader expects it, on one line.

    >>> plain("  M\\'aria  writes to maria@example.org ")
    'Mária writes to [@]'
    """
    if "\\" in text:
        text = "".join(_untex(part) if "\\" in part and part[0] != "$" else part for part in _MATHS.split(text))
    # Most texts are wrapped lines with single spaces: to find that out is ten times as fast as to take them apart.
    text = text.strip().replace("\n", " ")
    if "  " in text:
        text = " ".join(text.split())
    if not text.isprintable():
        text = " ".join(_UNSEEN.sub(" ", " ".join(text.split())).split())
    return without_emails(text)


def without_emails(text: str) -> str:
    """The text with each e-mail address masked, also `{a,b}@host.org` and `a [at] host [dot] org`.

    Source: arXiv hides addresses on purpose, https://info.arxiv.org/help/email-protection.html
    """
    return _EMAIL.sub(MASK, text) if "@" in text or _may_hide_one(text) else text


def _may_hide_one(text: str) -> bool:
    """Whether "(at)" or the like may be in it; the pattern itself is too slow to be tried on every abstract."""
    return "at)" in text or "at]" in text or "at )" in text or "at ]" in text or "AT)" in text or "AT]" in text


def _untex(text: str) -> str:
    text = _LETTER.sub(lambda found: _LETTERS[found[2]], _ACCENT.sub(_accented, text))
    return _ESCAPED.sub(r"\1", text)


def _accented(found: re.Match[str]) -> str:
    letter, accent = (found[4] or found[5]).removeprefix("\\"), found[2] or found[3]
    whole = unicodedata.normalize("NFC", letter + _MARKS[accent])
    # A quotation mark that was escaped stands before consonants as well; no language needs those accents.
    return found[0] if len(whole) > 1 or (accent == '"' and letter not in "aeiouyAEIOUY") else whole
