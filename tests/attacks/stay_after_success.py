"""Answers as it should, then ends without a word, with a child that waits for its moment."""

import contextlib
import os
import time

from outside import done, given

ENDS = ("exit code 0", "stopped")

done()
if not os.fork():
    os.setsid()
    time.sleep(2)
    for place in given["places"]:
        with contextlib.suppress(OSError):
            open(f"{place}/{given['token']}", "w").close()
    time.sleep(600)
os._exit(0)
