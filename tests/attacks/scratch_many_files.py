"""Fills its folder with files that are each below the limit."""

import time

LIMITS = {"scratch_mb": 8, "wall_s": 10}
ENDS = ("exit code 1", "scratch")

for number in range(64):
    with open(f"file{number}", "wb") as file:
        file.write(b"x" * (1 << 20))
time.sleep(600)
