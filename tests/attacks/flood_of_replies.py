"""Sends replies without end that nobody asked for."""

import os

LIMITS = {"reply_bytes": 1 << 20}
ENDS = ("output",)
FLOODS = True

while True:
    os.write(3, (1000).to_bytes(4, "big") + b"x" * 1000)
