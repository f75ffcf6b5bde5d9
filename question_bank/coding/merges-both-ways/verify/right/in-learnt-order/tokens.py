# hiretool-canary-cb7a9e02-a450-4644-b4dd-36e792ae4fec
"""Text <-> the ids that the model reads and writes."""

import functools

import pieces
from table import BYTES


def encode(text, table):
    ids = []
    for piece in pieces.split(text):
        ids.extend(_piece(piece, table))
    return ids


@functools.lru_cache(maxsize=10_000)
def _piece(piece, table):
    """A merge only makes ids that later merges look at, so one walk through the table is enough."""
    ids = list(piece.encode())
    for new, (one, other) in enumerate(table.merges, start=BYTES):
        at = 0
        while at + 1 < len(ids):
            if ids[at] == one and ids[at + 1] == other:
                ids[at : at + 2] = [new]
            at += 1
    return tuple(ids)


def _bytes(number, table):
    waiting, done = [number], bytearray()
    while waiting:
        number = waiting.pop()
        if number < BYTES:
            done.append(number)
        else:
            waiting.extend(reversed(table.merges[number - BYTES]))
    return bytes(done)


def decode(ids, table):
    stream = Stream(table)
    return "".join([stream.feed(number) for number in ids] + [stream.close()])


class Stream:
    def __init__(self, table):
        self.table = table
        self.held = b""

    def feed(self, number):
        data = self.held + _bytes(number, self.table)
        # At most three bytes at the end can be the beginning of a character that is not whole yet.
        for kept in range(min(3, len(data)), 0, -1):
            if _begins(data[-kept:]):
                self.held = data[-kept:]
                return data[:-kept].decode("utf-8", "replace")
        self.held = b""
        return data.decode("utf-8", "replace")

    def close(self):
        rest, self.held = self.held, b""
        return rest.decode("utf-8", "replace")


def _begins(tail):
    """Whether more bytes could make one character of it."""
    try:
        tail.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start == 0 and error.reason == "unexpected end of data"
    return False
