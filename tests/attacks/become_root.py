"""Sets its user, its group and its capabilities to those of root."""

import ctypes
import os

from outside import attempt, done, escaped, granted

for call in ("setuid", "setgid", "seteuid", "setegid"):
    if os.getuid() and granted(call, 0):
        escaped(call)
if granted("setresuid", 0, 0, 0) and os.getuid() == 0:
    escaped("setresuid")
attempt(os.setgroups, [0])
if 0 in os.getgroups():
    escaped("setgroups")
header = ctypes.create_string_buffer((0x20080522).to_bytes(4, "little") + bytes(4))
everything = ctypes.create_string_buffer(b"\xff\xff\xff\xff" * 6)
if granted("capset", header, everything):
    escaped("capset")
held = ctypes.create_string_buffer(24)
granted("capget", header, held)
effective = int.from_bytes(held.raw[0:4], "little") | int.from_bytes(held.raw[12:16], "little") << 32
# CAP_DAC_READ_SEARCH alone opens nothing where a list says what may be opened.
if effective & ~(1 << 2):
    escaped(f"it has capabilities: {effective:x}")
done()
