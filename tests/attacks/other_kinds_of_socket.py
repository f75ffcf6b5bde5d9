"""Makes sockets of kinds that lead elsewhere: to the host of a virtual machine, to the kernel, to the wire."""

import socket

from outside import attempt, done, escaped

for family in range(2, 46):
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW, socket.SOCK_SEQPACKET):
        if attempt(socket.socket, family, kind) is not None:
            escaped(f"family {family}, kind {kind}")
done()
