"""Ignores the signal that the kernel sends at the limit of processor time."""

import signal

LIMITS = {"cpu_s": 1, "wall_s": 20}
ENDS = ("time",)

signal.signal(signal.SIGXCPU, signal.SIG_IGN)
while True:
    pass
