"""Closes everything it could answer on, and stays."""

import os
import time

LIMITS = {"wall_s": 1}
ENDS = ("time",)

for descriptor in (0, 1, 2, 3):
    os.close(descriptor)
time.sleep(600)
