"""Locks memory, so that the kernel cannot take it back."""

import ctypes

from outside import done, escaped, libc

buffer = ctypes.create_string_buffer(4 << 20)
if libc.mlock(buffer, ctypes.c_size_t(4 << 20)) == 0 or libc.mlockall(3) == 0:
    escaped("memory was locked")
done()
