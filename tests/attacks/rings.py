"""Sets up io_uring, by which the kernel does the work past a filter of system calls."""

import ctypes

from outside import done, escaped, libc

for number in (425, 426, 427):
    if libc.syscall(number, 4, ctypes.create_string_buffer(256), 0, 0, 0) != -1:
        escaped(f"system call {number}")
done()
