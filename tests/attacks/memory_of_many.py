"""Takes memory in many processes, each of them below the limit."""

import os
import time

LIMITS = {"memory_mb": 200, "wall_s": 10}
ENDS = ("memory",)

for _ in range(12):
    if not os.fork():
        taken = b"x" * (60 << 20)
        time.sleep(600)
time.sleep(600)
