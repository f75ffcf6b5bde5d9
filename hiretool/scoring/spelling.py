"""A cell as it was typed, pasted or exported -> the one spelling under which it is kept."""

from __future__ import annotations

import re
import unicodedata

# Invisible, and without a part in any spelling: soft hyphen, zero-width space, word joiner, byte-order mark. The
# joiners of Persian and of emoji stay. Marks of direction are left over from copying where they stand at an end.
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
_MARKS = "[\\s\u200e\u200f\u202a-\u202e\u2066-\u2069]+"
_EDGES = re.compile(f"^{_MARKS}|{_MARKS}$")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
# As hiretool.writers takes them: what is written is what was read. A byte-order mark is lost in a workbook.
_NEW_LINE = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_UNSHOWN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
# What hiretool.writers.csv puts before a cell that a spreadsheet would run is taken away again.
_GUARDED = re.compile("^'[\\s\u200b-\u200f\u2060\ufeff\u00ad]*[=+\\-@\t\r\n＝＋－＠]")


def name(cell: str) -> str:
    """Trimmed text in composed Unicode form, so that one name typed in two ways is one name.

    >>> name(" Zoe\u0308\u200b ")
    'Zoë'
    """
    if cell.isascii() and cell.isprintable():
        return _bare(cell).strip()
    seen = _EDGES.sub("", unicodedata.normalize("NFC", _UNSEEN.sub("", cell)))
    return _EDGES.sub("", _bare(seen))


def note(cell: str) -> str:
    """The text with its lines, whatever ended them, and without what no page can show."""
    if cell.isascii() and cell.isprintable():
        return _bare(cell).strip()
    return _bare(unicodedata.normalize("NFC", _UNSHOWN.sub("", _NEW_LINE.sub("\n", cell)))).strip()


def is_one_line(text: str) -> bool:
    """No line break and no control character is in a name."""
    return text.isprintable() or not _CONTROL.search(text)


def _bare(text: str) -> str:
    """The text without the apostrophe that keeps a spreadsheet from running it."""
    text = text.strip()
    return text[1:] if text[:1] == "'" and _GUARDED.match(text) else text
