"""Asks for real-time priority, so that nothing else gets the processor; and slows a process outside down."""

import os

from outside import attempt, done, escaped, given, libc

for policy in (os.SCHED_FIFO, os.SCHED_RR):
    try:
        os.sched_setscheduler(0, policy, os.sched_param(1))
    except OSError:
        continue
    escaped("it got real-time priority")
if attempt(os.setpriority, os.PRIO_PROCESS, 0, -20) is None and os.getpriority(os.PRIO_PROCESS, 0) < 0:
    escaped("it got a higher priority")
for target in (given["bystander"], given["parent"]):
    for change in (
        lambda target=target: os.setpriority(os.PRIO_PROCESS, target, 19),
        lambda target=target: os.sched_setaffinity(target, {0}),
        lambda target=target: os.sched_setscheduler(target, os.SCHED_IDLE, os.sched_param(0)),
    ):
        try:
            change()
        except OSError:
            continue
        escaped("it slowed a process outside down")
# ioprio_set for a process, idle.
if libc.syscall(251 if os.uname().machine == "x86_64" else 30, 1, given["bystander"], 3 << 13) == 0:
    escaped("it slowed the reading of a process outside down")
done()
