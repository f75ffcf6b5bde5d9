"""Fills files in memory that no folder shows (memfd) and segments that outlive their process (System V)."""

import ctypes
import os

from outside import attempt, done, escaped, libc

for _ in range(4):
    descriptor = attempt(os.memfd_create, "x")
    if descriptor is not None and attempt(os.write, descriptor, b"x" * (8 << 20)):
        escaped("memory without an owner: memfd")
if libc.shmget(0, ctypes.c_size_t(8 << 20), 0o1600) >= 0:
    escaped("memory without an owner: System V")
if libc.msgget(0, 0o1600) >= 0 or libc.semget(0, 100, 0o1600) >= 0:
    escaped("memory of the kernel: System V")
if libc.syscall(447, 0) >= 0:
    escaped("memory without an owner: memfd_secret")
done()
