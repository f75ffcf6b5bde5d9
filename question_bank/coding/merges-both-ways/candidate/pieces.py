"""Text -> the pieces within which tokens are made."""

import re

_PIECE = re.compile(r" ?\w+| ?[^\w\s]+|\s+")


def split(text):
    """Words, runs of signs and runs of blanks; a word or sign takes one blank before it along. Joined they are the text."""
    return _PIECE.findall(text)
