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
# What of TeX is read; most backslashes stand in formulas.
_TO_READ = re.compile(r"""\\(?:['"`^~=.&%#_$]|[uvHcdbkr](?=[\s{])|(?:""" + "|".join(_LETTERS) + r")(?![A-Za-z]))")
_MATHS = re.compile(r"(\$[^$]*\$)")

# Control characters, marks that turn the direction of what follows, and halves of surrogate pairs.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")

# Characters without width may stand inside of an address that somebody copied, or hid.
_INSIDE = r"\w\u200b\u2060\u00ad"
_LABEL = rf"[{_INSIDE}-]{{1,63}}"
# A local part begins where no other one goes on: else a long word is tried from each of its letters.
_LOCAL = rf"(?<![{_INSIDE}.+'%-])(?:[{_INSIDE}.+'%-]{{1,256}}[,;|/]){{0,20}}[{_INSIDE}.+'%-]{{1,256}}"
_GROUP = r"[{\[(][^{}\[\]()<>]{1,200}[}\])]"
# The first label has a letter, so that "mAP@0.5" and "Recall@10.The" stay; hosts such as 163.com are named.
_HOST = (
    rf"(?:(?:163|126|139|189)\.|[{_INSIDE}-]{{0,63}}[^\W\d_][{_INSIDE}-]{{0,63}}\.)(?:{_LABEL}\.){{0,8}}"
    r"[^\W\d_]{2,63}"
)
_SIGN = r"\s?(?:[@\uff20\ufe6b]|&#64;|&commat;|%40)\s?"
_BRACKETS = r"\s?(?:[\[({<]{1,3}\s?at\s?[\])}>]{1,3}|[({<]@[)}>])\s?"
_SPELLED = r"(?:\s?[\[({<]{1,3}\s?(?:dot|\.)\s?[\])}>]{1,3}\s?|\sdot\s|[-_]dot[-_])"
_DOTTED = rf"{_LABEL}(?:(?:\.|{_SPELLED}){_LABEL}){{0,8}}(?:\.|{_SPELLED})[^\W\d_]{{2,63}}"
# Where all else is words of a sentence, the last one has to be one that ends addresses and is no English word.
_END = (
    r"(?:edu|com|org|net|gov|mil|ac|uk|de|fr|ch|nl|se|dk|fi|es|pt|pl|cz|hu|gr|ro|ru|ua|cn|jp|kr|tw|hk|sg|au|nz|ca|br|"
    r"mx|ar|cl|il|tr|sa|ir|pk|vn|th|eu|io|ai)\b"
)
_SCHOOL = r"\.edu(?:\.[a-z]{2})?\b(?![/\w])"

_EMAIL = re.compile(
    rf"(?:{_GROUP}|{_LOCAL})(?:"
    rf"{_SIGN}(?:{_HOST}"
    rf"|(?=[\w-]{{0,63}}[^\W\d_]){_LABEL}(?:\s?\.\s?{_LABEL}){{0,5}}\s?\.\s?{_END}"
    rf"|{_LABEL}(?:\.{_LABEL}){{0,8}}{_SPELLED}(?:{_LABEL}(?:\.|{_SPELLED})){{0,8}}[^\W\d_]{{2,63}})"
    # name (at) host.org
    rf"|{_BRACKETS}{_DOTTED}"
    # name at host dot org
    rf"|\s{{1,3}}at\s{{1,3}}{_LABEL}(?:(?:(?:\.|{_SPELLED}){_LABEL}){{0,5}}{_SPELLED}{_END}"
    rf"|(?:\sdot\s{_LABEL}){{1,5}}\sdot\s[a-z]{{2,3}}\b))"
    # name_at_host.org
    rf"|(?<![\w.-]){_LABEL}(?:\.{_LABEL}){{0,8}}_at_{_LABEL}(?:(?:\.|_dot_){_LABEL}){{0,8}}(?:\.|_dot_){_END}"
    # first.last at host.edu; not a file at a server
    rf"|(?<![\w./-])[^\W_]{{1,63}}[._][\w.]{{0,63}}\sat\s(?:{_LABEL}\.){{0,8}}{_LABEL}{_SCHOOL}"
    # e-mail: name at host.org
    rf"|(?:(?<=mail )|(?<=mail: )|(?<=mails: )|(?<=mail to )){_LOCAL}\sat\s{_HOST}\b(?!/)",
    re.IGNORECASE,
)


def plain(text: str) -> str:
    r"""The text as a reader expects it, on one line.

    >>> plain("  M\\'aria  writes to maria@example.org ")
    'Mária writes to [@]'
    """
    if "\\" in text and _TO_READ.search(text):
        text = "".join(_untex(part) if "\\" in part and part[0] != "$" else part for part in _MATHS.split(text))
    # Most texts are wrapped lines with single spaces: to find that out is faster than to take them apart.
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
    return _EMAIL.sub(MASK, text) if _may_hide_one(text) else text


def _may_hide_one(text: str) -> bool:
    """Whether there may be an address in it; the pattern itself is too slow to be tried on every abstract."""
    # A single character is looked for four times as fast as two or more (measured), so that it goes first.
    return (
        "@" in text
        or (")" in text and ("at)" in text or "at )" in text or "AT)" in text))
        or ("]" in text and ("at]" in text or "at ]" in text or "AT]" in text))
        or ("}" in text and "at}" in text)
        or (">" in text and "at>" in text)
        or ("_" in text and "_at_" in text)
        or ("%" in text and "%40" in text)
        or ("&" in text and ("&#64;" in text or "&commat;" in text))
        or "mail" in text
        or (".edu" in text and " at " in text)
        or ("dot" in text and (" dot " in text or "dot)" in text or "dot]" in text))
        or (" DOT " in text and " AT " in text)
        or (not text.isascii() and ("\uff20" in text or "\ufe6b" in text))
    )


def _untex(text: str) -> str:
    text = _LETTER.sub(lambda found: _LETTERS[found[2]], _ACCENT.sub(_accented, text))
    return _ESCAPED.sub(r"\1", text)


def _accented(found: re.Match[str]) -> str:
    letter, accent = (found[4] or found[5]).removeprefix("\\"), found[2] or found[3]
    whole = unicodedata.normalize("NFC", letter + _MARKS[accent])
    # A quotation mark that was escaped stands before consonants as well; no language needs those accents.
    return found[0] if len(whole) > 1 or (accent == '"' and letter not in "aeiouyAEIOUY") else whole
