"""Writes one file that is larger than its folder may be, and reserves more."""

import os

from outside import attempt, done

LIMITS = {"scratch_mb": 8}
ENDS = ("exit code 0", "scratch", "stopped")

descriptor = os.open("big", os.O_CREAT | os.O_RDWR)
attempt(os.posix_fallocate, descriptor, 0, 1 << 34)
attempt(os.truncate, "big", 1 << 40)
for _ in range(64):
    attempt(os.write, descriptor, b"x" * (1 << 20))
done()
