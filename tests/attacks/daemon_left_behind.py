"""Leaves a process behind that has left its session, its parent and its open files."""

import contextlib
import os
import sys

from outside import done, given

if not os.fork():
    os.setsid()
    if not os.fork():
        for descriptor in range(64):
            with contextlib.suppress(OSError):
                os.close(descriptor)
        os.execv(sys.executable, [sys.executable, "-I", "-S", "-c", "import time; time.sleep(600)", given["token"]])
    os._exit(0)
os.wait()
done()

REAL = True
