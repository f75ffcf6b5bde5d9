"""Makes system calls under the numbers of another interface (x32), which a list of numbers would miss."""

import os
import platform

from outside import done, escaped, libc

if platform.machine() == "x86_64":
    child = os.fork()
    if not child:
        # getpid, and unshare of the user namespace.
        os._exit(libc.syscall(0x40000000 + 39) > 0 or libc.syscall(0x40000000 + 272, 0x10000000) == 0)
    if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 1:
        escaped("x32 calls are answered")
done()
