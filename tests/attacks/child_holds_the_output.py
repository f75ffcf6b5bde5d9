"""Ends at once, while a child keeps standard output and the replies open, so that a reader waits for ever."""

import os
import time

from outside import done

LIMITS = {"wall_s": 4}
ENDS = ("exit code 0", "stopped")

if not os.fork():
    os.setsid()
    time.sleep(600)
done()
os._exit(0)
