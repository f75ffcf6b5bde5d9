"""Reaches for files through the root and working folders of other processes."""

import glob
import os

from outside import attempt, done, given, read

for process in [*glob.glob("/proc/[0-9]*"), "/proc/self", f"/proc/{given['bystander']}", f"/proc/{given['parent']}"]:
    read(f"{process}/root{given['secret']}")
    read(f"{process}/cwd/{os.path.basename(given['secret'])}")
    for thread in attempt(os.listdir, f"{process}/task") or ():
        read(f"{process}/task/{thread}/root{given['secret']}")
done()

REAL = True
