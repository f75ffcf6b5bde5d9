"""Prints without end to standard error, from a process of its own."""

import os

LIMITS = {"log_bytes": 4096}
ENDS = ("output",)

os.fork()
while True:
    os.write(2, b"x" * 65536)
