"""Ends the sandbox's own processes, those above it and the first of its namespace, to be without a watch."""

import os
import signal

from outside import attempt, done

ENDS = ("exit code 0", "stopped")

for number in (signal.SIGSTOP, signal.SIGTERM, signal.SIGSEGV, signal.SIGKILL):
    for target in {1, os.getppid(), os.getsid(0), os.getpgid(0)} - {0, os.getpid()}:
        attempt(os.kill, target, number)
done()
