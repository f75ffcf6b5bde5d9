"""Takes memory that is shared between processes, and of which no process keeps a view."""

import mmap
import os
import time

LIMITS = {"memory_mb": 150, "wall_s": 10}
ENDS = ("memory", "exit code 1")

kept = []
for _ in range(60):
    area = mmap.mmap(-1, 16 << 20)
    area.write(b"x" * (16 << 20))
    kept.append(area)
if not os.fork():
    time.sleep(600)
time.sleep(600)
