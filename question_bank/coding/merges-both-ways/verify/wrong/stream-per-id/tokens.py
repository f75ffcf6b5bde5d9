# hiretool-canary-cb7a9e02-a450-4644-b4dd-36e792ae4fec
"""Text <-> the ids that the model reads and writes."""

from pieces import split
from table import BYTES


def encode(text, table):
    """The ids of a text; joints stay within a piece."""
    rank = {pair: place for place, pair in enumerate(table.merges)}
    return [number for piece in split(text) for number in _joined(list(piece.encode("utf-8")), rank)]


def decode(ids, table):
    """The text that the ids stand for; bytes that make no character become the replacement sign."""
    spelt = _spelt(table)
    return b"".join(spelt[number] for number in ids).decode("utf-8", errors="replace")


class Stream:
    """Ids one by one -> text as soon as its characters are whole."""

    def __init__(self, table):
        self._spelt = _spelt(table)

    def feed(self, number):
        return self._spelt[number].decode("utf-8", errors="ignore")

    def close(self):
        return ""


def _joined(ids, rank):
    """Join the pair that was learnt first, wherever it stands, until none is left."""
    while len(ids) > 1:
        pair = min(zip(ids, ids[1:]), key=lambda pair: rank.get(pair, len(rank)))
        if pair not in rank:
            break
        ids = _replaced(ids, pair, BYTES + rank[pair])
    return ids


def _replaced(ids, pair, new):
    result, at = [], 0
    while at < len(ids):
        if tuple(ids[at : at + 2]) == pair:
            result.append(new)
            at += 2
        else:
            result.append(ids[at])
            at += 1
    return result


def _spelt(table):
    """The bytes of each id."""
    spelt = [bytes([number]) for number in range(BYTES)]
    for one, other in table.merges:
        spelt.append(spelt[one] + spelt[other])
    return spelt
