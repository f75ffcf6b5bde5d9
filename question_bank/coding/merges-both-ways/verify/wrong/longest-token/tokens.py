# hiretool-canary-cb7a9e02-a450-4644-b4dd-36e792ae4fec
"""Text <-> the ids that the model reads and writes."""

import codecs

from pieces import split
from table import BYTES


def encode(text, table):
    """The ids of a text; joints stay within a piece."""
    known = {spelt: number for number, spelt in enumerate(_spelt(table))}
    longest = max(map(len, known))
    return [number for piece in split(text) for number in _cut(piece.encode("utf-8"), known, longest)]


def decode(ids, table):
    """The text that the ids stand for; bytes that make no character become the replacement sign."""
    spelt = _spelt(table)
    return b"".join(spelt[number] for number in ids).decode("utf-8", errors="replace")


class Stream:
    """Ids one by one -> text as soon as its characters are whole."""

    def __init__(self, table):
        self._spelt = _spelt(table)
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")

    def feed(self, number):
        return self._decoder.decode(self._spelt[number])

    def close(self):
        """What was held back."""
        return self._decoder.decode(b"", final=True)


def _cut(data, known, longest):
    """The longest token that the bytes begin with, then the same with the rest."""
    at = 0
    while at < len(data):
        end = next(end for end in range(min(len(data), at + longest), at, -1) if data[at:end] in known)
        yield known[data[at:end]]
        at = end


def _spelt(table):
    """The bytes of each id."""
    spelt = [bytes([number]) for number in range(BYTES)]
    for one, other in table.merges:
        spelt.append(spelt[one] + spelt[other])
    return spelt
