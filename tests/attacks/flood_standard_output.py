"""Prints without end."""

import os

LIMITS = {"log_bytes": 4096}
ENDS = ("output",)

while True:
    os.write(1, b"x" * 65536)
