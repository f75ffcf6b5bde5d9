"""Sends a reply byte by byte, and each so late that a reader who waits for every one waits for ever."""

import os
import time

LIMITS = {"wall_s": 1}
ENDS = ("time",)

os.write(3, (1000).to_bytes(4, "big"))
while True:
    os.write(3, b"x")
    time.sleep(0.1)
