"""Loads programs into the kernel, watches it, and handles its page faults: bpf, perf_event_open, userfaultfd."""

import ctypes
import platform

from outside import done, escaped, libc

INTEL, ARM = {"bpf": 321, "perf": 298, "userfaultfd": 323}, {"bpf": 280, "perf": 241, "userfaultfd": 282}
numbers = INTEL if platform.machine() == "x86_64" else ARM
array = (2).to_bytes(4, "little") + (4).to_bytes(4, "little") * 3 + bytes(112)
if libc.syscall(numbers["bpf"], 0, array, len(array)) >= 0:
    escaped("bpf")
event = ctypes.create_string_buffer((1).to_bytes(4, "little") + (112).to_bytes(4, "little") + bytes(104))
if libc.syscall(numbers["perf"], event, 0, -1, -1, 0) >= 0:
    escaped("perf_event_open")
for flags in (0, 1, 0o4000):
    if libc.syscall(numbers["userfaultfd"], flags) >= 0:
        escaped("userfaultfd")
done()
