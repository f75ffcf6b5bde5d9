"""Reads and writes the kernel's keys, which belong to no namespace."""

from outside import done, escaped, granted, read

if granted("syscall", 250, 0, -3, 1) or granted("syscall", 248, b"user", b"x", b"y", 1, -3):
    escaped("reached the keys of the session")
if read("/proc/keys").strip():
    escaped("listed the keys")
done()
