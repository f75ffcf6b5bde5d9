"""Prints bytes that are no text, halves of letters and lines without end."""

import os

from outside import done

os.write(1, bytes(range(256)) * 4 + b"\xf0\x9f\x92" + b"\xed\xa0\x80" + b"x" * 100_000 + b"\n" * 100_000)
done()
