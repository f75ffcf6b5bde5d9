"""Starts threads until the machine has none left."""

import threading
import time

from outside import done, escaped

LIMITS = {"processes": 24}
ENDS = ("exit code 0", "processes", "stopped")

started = 0
try:
    for _ in range(200):
        threading.Thread(target=time.sleep, args=(600,), daemon=True).start()
        started += 1
except RuntimeError:
    pass
if started > 24:
    escaped(f"{started} threads")
done()
