"""Uses files that whoever started it left open."""

import fcntl
import os

from outside import done, escaped

for descriptor in range(4, 4096):
    try:
        fcntl.fcntl(descriptor, fcntl.F_GETFD)
    except OSError:
        continue
    escaped(f"descriptor {descriptor} is open")
for descriptor in range(4):
    kind = os.fstat(descriptor).st_mode & 0o170000
    # 0o010000 is a pipe: nothing can be reached through it but its other end.
    if kind != 0o010000:
        escaped(f"descriptor {descriptor} is no pipe: {kind:o}")
done()
