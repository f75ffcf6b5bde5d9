"""Writes to /proc and /sys, where a setting would make the kernel run a program outside."""

import glob
import os

from outside import attempt, done, escaped

targets = [
    "/proc/sys/kernel/core_pattern",
    "/proc/sys/kernel/modprobe",
    "/proc/sys/kernel/hostname",
    "/proc/sys/user/max_user_namespaces",
    "/proc/sys/vm/overcommit_memory",
    "/proc/sysrq-trigger",
    "/proc/1/oom_score_adj",
    "/sys/kernel/uevent_helper",
    *glob.glob("/sys/fs/cgroup/*/release_agent"),
    *glob.glob("/sys/fs/cgroup/*/notify_on_release"),
]
for path in targets:
    descriptor = attempt(os.open, path, os.O_WRONLY)
    # Only what could be read is written back: the attack has to leave a machine without a wall as it is.
    if descriptor is not None and path != "/proc/1/oom_score_adj":
        escaped(path)
done()
