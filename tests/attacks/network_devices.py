"""Looks for network devices and routes by which it could get out."""

import os
import socket

from outside import attempt, done, escaped, read

for _, name in attempt(socket.if_nameindex) or ():
    if name != "lo":
        escaped(f"there is a network device {name}")
for path in ("/proc/net/route", "/proc/net/tcp", "/proc/net/unix", "/proc/net/arp"):
    if len(read(path).splitlines()) > 1:
        escaped(f"{path} tells of the network")
for name in attempt(os.listdir, "/sys/class/net") or ():
    if name != "lo":
        escaped(f"/sys shows {name}")
done()
