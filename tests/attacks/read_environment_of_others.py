"""Looks for secrets in the environment of every process, the launcher's and the sandbox's first one included."""

import glob

from outside import done, given, read

for path in [*glob.glob("/proc/*/environ"), f"/proc/{given['bystander']}/environ", f"/proc/{given['parent']}/environ"]:
    read(path)
done()
