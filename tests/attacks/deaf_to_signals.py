"""Ignores every signal that can be ignored, and runs on."""

import contextlib
import os
import signal
import time

from outside import attempt

LIMITS = {"wall_s": 1}
ENDS = ("time",)

attempt(os.setsid)
for number in signal.valid_signals():
    with contextlib.suppress(OSError, ValueError):
        signal.signal(number, signal.SIG_IGN)
attempt(os.fork)
while True:
    time.sleep(1)
