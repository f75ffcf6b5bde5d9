"""Leaves folders within folders, so deep that cleaning up after it fails."""

import os

from outside import attempt, done

ENDS = ("stopped", "exit code 0", "scratch")

for _ in range(3000):
    if attempt(os.mkdir, "d") is None and not os.path.isdir("d"):
        break
    os.chdir("d")
done()
