"""What a program printed -> what is safe to show to a person on a terminal."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 500
"""Characters of one line that are kept."""
MOST_LINES = 2000
# ECMA-48: CSI (ESC [ or 0x9B), strings that end in ST or BEL (OSC, DCS, SOS, PM, APC), and the two-character escapes.
_ESCAPES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)?"
    r"|\x1b[ -/]*[0-~]?"
)
_LOOKS_EMPTY = frozenset("\u00ad\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\u2800")
"""Letters and marks by their category, which nothing is drawn for."""


def cleaned(log: bytes) -> str:
    r"""The log as plain lines: escape sequences taken out, other controls and bytes that are no UTF-8 made visible.

    A carriage return begins a line instead of overwriting one, so nothing that was printed is covered by what follows.

    >>> cleaned(b"loss 0.1\r\x1b[31mloss 9\x1b[0m\x08 \xff")
    'loss 0.1\nloss 9\\x08 \\xff'
    """
    text = log.decode("utf-8", errors="backslashreplace").replace("\r\n", "\n").replace("\r", "\n")
    lines = [_line(line) for line in _ESCAPES.sub("", text).split("\n")]
    if len(lines) > MOST_LINES:
        lines = [*lines[:MOST_LINES], f"[{len(lines) - MOST_LINES} more lines]"]
    return "\n".join(lines)


def _line(line: str) -> str:
    cut = "".join(map(_visible, line[:LONGEST]))
    return cut if len(line) <= LONGEST else f"{cut} [{len(line) - LONGEST} more characters]"


def _visible(character: str) -> str:
    # Cf holds the bidirectional controls and the zero-width ones; Co, Cn and Cs are drawn differently everywhere.
    drawn = unicodedata.category(character)[0] not in "CZ" and character not in _LOOKS_EMPTY
    if drawn or character in "\t ":
        return character
    return character.encode("unicode_escape").decode()
