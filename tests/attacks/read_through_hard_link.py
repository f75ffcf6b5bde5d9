"""Gives a file of the machine a second name in its own folder."""

import os

from outside import attempt, done, given, read

for folder in (".", "/proc/self/cwd", given["open"]):
    attempt(os.link, given["secret"], f"{folder}/{given['token']}")
    read(f"{folder}/{given['token']}")
done()

REAL = True
