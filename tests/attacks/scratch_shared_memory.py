"""Fills /dev/shm, which on most systems may hold half of the memory."""

import os

from outside import attempt, done, escaped, given

LIMITS = {"scratch_mb": 8}
ENDS = ("exit code 0", "scratch", "stopped")

written = 0
for number in range(64):
    descriptor = attempt(os.open, f"/dev/shm/{given['token']}{number}", os.O_CREAT | os.O_RDWR)
    if descriptor is not None:
        written += attempt(os.write, descriptor, b"x" * (1 << 20)) or 0
if written > 8 << 20:
    escaped(f"{written} bytes in /dev/shm")
done()
