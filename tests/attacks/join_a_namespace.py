"""Joins the namespaces of other processes."""

import glob
import os

from outside import attempt, done, escaped, given, granted

for path in [*glob.glob("/proc/*/ns/*"), *glob.glob(f"/proc/{given['bystander']}/ns/*")]:
    descriptor = attempt(os.open, path, os.O_RDONLY)
    if descriptor is not None:
        if granted("setns", descriptor, 0):
            escaped(f"joined {path}")
        os.close(descriptor)
descriptor = attempt(os.pidfd_open, os.getppid() or 1)
if descriptor is not None and granted("setns", descriptor, 0x20000):
    escaped("joined by pidfd")
done()
