"""Changes the files that it was handed, so that whoever reads them later sees others."""

import os

from outside import attempt, done, escaped

own = os.environ["GIVEN"] + "/own"
attempt(os.chmod, own, 0o777)
attempt(os.chmod, f"{own}/code.py", 0o666)
attempt(os.unlink, f"{own}/code.py")
attempt(os.rename, f"{own}/code.py", f"{own}/other.py")
attempt(os.mkdir, f"{own}/more")
attempt(os.utime, f"{own}/code.py", (0, 0))
attempt(os.truncate, f"{own}/code.py", 0)
for path in (f"{own}/code.py", f"{own}/new.py", "/proc/self/root" + own + "/code.py"):
    descriptor = attempt(os.open, path, os.O_CREAT | os.O_RDWR)
    if descriptor is not None:
        os.write(descriptor, b"changed")
        escaped(path)
done()

REAL = True
