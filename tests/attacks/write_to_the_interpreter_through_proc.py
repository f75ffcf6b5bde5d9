"""Overwrites the program that runs it, through /proc/self/exe, and that of its parent."""

import os

from outside import attempt, done, escaped

for process in ("self", os.getppid(), 1):
    if attempt(os.open, f"/proc/{process}/exe", os.O_RDWR) is not None:
        escaped(f"opened the program of {process} for writing")
done()
