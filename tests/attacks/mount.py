"""Mounts, unmounts and changes mounts: a folder over another, a read-only one for writing, by old and new calls."""

from outside import done, escaped, granted

MS_BIND, MS_REMOUNT = 4096, 32
if granted("mount", b"none", b"/tmp", b"tmpfs", 0, 0):
    escaped("mounted a tmpfs")
if granted("mount", b"proc", b"/proc", b"proc", 0, 0):
    escaped("mounted proc")
if granted("mount", b"/", b"/tmp", 0, MS_BIND, 0) or granted("mount", 0, b"/", 0, MS_REMOUNT | MS_BIND, 0):
    escaped("changed a mount")
for path in (b"/tmp", b"/proc", b"/given", b"/"):
    if granted("umount2", path, 2):
        escaped("unmounted")
if granted("chroot", b"/tmp"):
    escaped("changed its root")
for number in (428, 429, 430, 431, 432, 433, 442):
    if granted(number, 0, b"/", 0, 0, 0):
        escaped(f"system call {number}")
done()
