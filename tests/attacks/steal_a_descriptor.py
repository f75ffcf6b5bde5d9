"""Takes open files out of other processes, the launcher's first."""

import glob
import os

from outside import attempt, done, escaped, given, libc

for target in (1, os.getppid(), given["bystander"], given["parent"]):
    descriptor = attempt(os.pidfd_open, target) if target else None
    if descriptor is not None:
        for number in range(16):
            if libc.syscall(438, descriptor, number, 0) >= 0:
                escaped(f"took descriptor {number} of {target}")
for path in [*glob.glob("/proc/[0-9]*/fd/*"), *glob.glob(f"/proc/{given['parent']}/fd/*")]:
    if int(path.split("/")[2]) != os.getpid() and attempt(os.open, path, os.O_RDONLY | os.O_NONBLOCK) is not None:
        escaped(f"opened {path}")
done()
