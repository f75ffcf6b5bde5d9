"""Announces a reply of 4 GB, so that the reader makes room for it."""

import os
import time

LIMITS = {"wall_s": 5}
ENDS = ("output",)

os.write(3, b"\xff\xff\xff\xff")
time.sleep(600)
