"""Where a text, or a file, names somebody: asked by a purge."""

from __future__ import annotations

import html
import io
import itertools
import re
import unicodedata
import zipfile
import zlib
from pathlib import Path

from hiretool.sourcing.privacy import forms

REMOVED = "[removed]"
_LARGEST = 256 << 20
_MIDDLE = 2
"""Names between the first and the last."""
_LONGEST = 8
"""Words of a name, with the halves of hyphenated ones."""

_WORD = re.compile(r"[^\W_]+")
# Between the words of one name, also in a query (au:okwuosa_i) and in a file's name. No line break: a list of names has
# one a line.
_BETWEEN = re.compile(r"[ \u00a0._,'’\u2010\u2011-]{1,3}")
_BY_AUTHOR = re.compile(r"\bau:\W?$", re.IGNORECASE)


def masked(text: str, name: str) -> str:
    """The text without the name, however it is spelled: with middle names, family name first, with an initial after it.

    >>> masked('au:"Okwuosa, Ifeoma" AND cat:cs.LG', "Ifeoma Okwuosa")
    'au:"[removed]" AND cat:cs.LG'
    """
    text = unicodedata.normalize("NFC", text)
    for start, end in reversed(_places(text, name)):
        text = text[:start] + REMOVED + text[end:]
    return text


def named(text: str, name: str) -> bool:
    """Whether the text names a person of this name."""
    return bool(_places(unicodedata.normalize("NFC", text), name))


def in_file(file: Path, name: str) -> bool | None:
    """Whether a file names a person of this name; None if it cannot be told, as in a PDF.

    Raises: OSError.
    """
    if file.stat().st_size > _LARGEST:
        return None
    texts = _texts(file.read_bytes())
    return None if texts is None else any(named(text, name) for text in texts)


def _texts(content: bytes) -> list[str] | None:
    """What can be read in a file: text, the parts of Word and Excel files, what gzip packed."""
    if content.startswith((b"%PDF", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd")):
        return None
    try:
        if content.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(content)) as packed:
                if sum(part.file_size for part in packed.infolist()) > _LARGEST:
                    return None
                # Word splits a run of text wherever it likes.
                return [_decoded(re.sub(rb"<[^>]*>", b" ", packed.read(part))) for part in packed.namelist()]
        if content.startswith(b"\x1f\x8b"):
            content = zlib.decompressobj(31).decompress(content, _LARGEST)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError):
        return None
    return [_decoded(content)]


def _decoded(content: bytes) -> str:
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"
    text = html.unescape(content.decode(encoding, "replace"))
    # JSON may write letters beyond ASCII as numbers.
    return re.sub(r"\\u([0-9a-fA-F]{4})", lambda code: chr(int(code[1], 16)), text) if "\\u" in text else text


def _places(text: str, name: str) -> list[tuple[int, int]]:
    """(start, end) of each place, in order, none within another."""
    first, last = (forms.name(name).split(" ") * 2)[:2]
    words = [(match.start(), match.end(), "".join(forms.parts(match[0]))) for match in _WORD.finditer(text)]
    found: list[tuple[int, int]] = []
    number = 0
    while number < len(words):
        count = _length(text, words[number : number + _LONGEST], first, last)
        if count:
            found.append((words[number][0], words[number + count - 1][1]))
        number += count or 1
    return found


def _length(text: str, words: list[tuple[int, int, str]], first: str, last: str) -> int:
    """How many of the words, from the first on, are the name; 0 if they begin with something else."""
    start, _, begin = words[0]
    if not begin or not (first.startswith(begin) or last.startswith(begin)):
        return 0
    if first == last:
        return int(begin == first)
    joined, longest, comma = [begin], 0, False
    for (_, before, _), (after, _, word) in itertools.pairwise(words):
        if not _BETWEEN.fullmatch(text, before, after):
            break
        comma = comma or "," in text[before:after]
        joined.append(word)
        if _turned(joined, first, last) or (not comma and _straight(joined, first, last)):
            longest = len(joined)
    if not longest and begin == last and _BY_AUTHOR.search(text, 0, start):
        return 1
    return longest


def _turned(words: list[str], first: str, last: str) -> bool:
    """Whether the words are the last name and the first, or the last and the first one's letter."""
    return "".join(words) == last + first or ("".join(words[:-1]) == last and words[-1] == first[0])


def _straight(words: list[str], first: str, last: str) -> bool:
    """Whether the words are the first name, none to two more, and the last name."""
    heads = {"".join(words[:count]): count for count in range(1, len(words))}
    tails = {"".join(words[count:]): count for count in range(1, len(words))}
    return first in heads and last in tails and 0 <= tails[last] - heads[first] <= _MIDDLE
