"""Raises the limits that were set on it, its own and those of a process outside."""

import resource

from outside import done, escaped, given

for name in ("RLIMIT_NPROC", "RLIMIT_AS", "RLIMIT_CPU", "RLIMIT_FSIZE", "RLIMIT_NOFILE"):
    kind = getattr(resource, name)
    _, hard = resource.getrlimit(kind)
    if hard == resource.RLIM_INFINITY:
        escaped(f"{name} has no limit")
    for target in (0, given["bystander"], given["parent"]):
        try:
            resource.prlimit(target, kind, (hard + 1, hard + 1) if target == 0 else (1, 1))
        except (OSError, ValueError):
            continue
        escaped(f"{name} of {target} was set")
done()
