"""Doubles itself for ever."""

import os

from outside import attempt

LIMITS = {"wall_s": 1.5, "processes": 24}
ENDS = ("time", "processes", "memory")

while True:
    attempt(os.fork)
