"""Uses the processor in processes of which each stays below the limit."""

import os
import time

LIMITS = {"cpu_s": 1, "wall_s": 20}
ENDS = ("time",)

while True:
    if not os.fork():
        until = time.process_time() + 0.15
        while time.process_time() < until:
            pass
        os._exit(0)
    os.wait()
