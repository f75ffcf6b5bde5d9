"""Becomes root in a user namespace of its own, the first step of most escapes."""

import os
import platform

from outside import attempt, done, escaped, granted, libc

NEW = {"user": 0x10000000, "mount": 0x20000, "net": 0x40000000, "pid": 0x20000000, "ipc": 0x08000000, "time": 0x80}
for name, flag in NEW.items():
    child = os.fork()
    if not child:
        os._exit(granted("unshare", flag) or granted("unshare", flag | NEW["user"]))
    if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]):
        escaped(f"unshare gave a new {name} namespace")
clone = 56 if platform.machine() == "x86_64" else 220
for flag in (NEW["user"], NEW["user"] | NEW["mount"], NEW["net"]):
    child = libc.syscall(clone, flag | 17, 0, 0, 0, 0)
    if child == 0:
        os._exit(0)
    if child > 0:
        escaped("clone gave a new namespace")
arguments = NEW["user"].to_bytes(8, "little") + bytes(24) + (17).to_bytes(8, "little") + bytes(48)
child = libc.syscall(435, arguments, len(arguments))
if child == 0:
    os._exit(0)
if child > 0:
    escaped("clone3 gave a new namespace")
attempt(os.wait)
done()
