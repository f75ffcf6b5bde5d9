"""Starts processes that do nothing but outlive it."""

import os
import time

from outside import attempt, done

LIMITS = {"processes": 24}
ENDS = ("exit code 0", "processes", "stopped")

for _ in range(40):
    if attempt(os.fork) == 0:
        time.sleep(600)
done()
