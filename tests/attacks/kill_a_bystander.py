"""Ends one process outside that belongs to nobody special."""

import os
import signal
import time

from outside import attempt, done, given

attempt(os.kill, given["bystander"], signal.SIGKILL)
time.sleep(0.2)
done()

REAL = True
