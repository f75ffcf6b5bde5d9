"""Sends one reply that has no end."""

import os

LIMITS = {"reply_bytes": 1 << 20}
ENDS = ("output",)

os.write(3, (1 << 20).to_bytes(4, "big"))
while True:
    os.write(3, b"x" * 65536)
