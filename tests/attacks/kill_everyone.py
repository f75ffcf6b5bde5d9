"""Sends SIGKILL and SIGSTOP to all it can name: its parent, a process outside, everybody."""

import os
import signal

from outside import attempt, done, given

for number in (signal.SIGSTOP, signal.SIGKILL):
    for target in (given["bystander"], given["parent"], -given["bystander"], -given["parent"], -1):
        attempt(os.kill, target, number)
    descriptor = attempt(os.pidfd_open, given["bystander"])
    if descriptor is not None:
        attempt(signal.pidfd_send_signal, descriptor, number)
done()
