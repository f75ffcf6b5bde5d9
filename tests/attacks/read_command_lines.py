"""Looks at the command lines of the other processes of the machine."""

import glob

from outside import done, given, read

for path in [*glob.glob("/proc/[0-9]*/cmdline"), f"/proc/{given['bystander']}/cmdline"]:
    read(path)
done()
