"""Connects to a socket of this machine that has a name and no file."""

import socket

from outside import attempt, done, given

for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM):
    maker = attempt(socket.socket, socket.AF_UNIX, kind)
    if maker:
        attempt(maker.connect, "\0" + given["abstract"])
        attempt(maker.send, given["token"].encode())
done()

REAL = True
