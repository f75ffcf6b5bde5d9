"""Sets the clock and the name of the machine, loads a module, changes the swap, asks for another kernel."""

import platform
import time

from outside import done, escaped, granted, libc

if granted("sethostname", b"x", 1) or granted("setdomainname", b"x", 1):
    escaped("set the name")
try:
    time.clock_settime(time.CLOCK_REALTIME, time.time())
    escaped("set the clock")
except OSError:
    pass
INTEL = {"module": 175, "finit": 313, "kexec": 246, "swapoff": 168, "swapon": 167, "acct": 163, "syslog": 103}
ARM = {"module": 105, "finit": 273, "kexec": 104, "swapoff": 225, "swapon": 224, "acct": 89, "syslog": 116}
for name, number in (INTEL if platform.machine() == "x86_64" else ARM).items():
    if libc.syscall(number, 0, 0, 0) >= 0:
        escaped(name)
if granted("personality", 0x0040000):
    escaped("personality")
done()
