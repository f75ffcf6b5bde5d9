"""Sends packets to this machine, which needs no connection."""

import socket

from outside import attempt, done, given

maker = attempt(socket.socket, socket.AF_INET, socket.SOCK_DGRAM)
if maker:
    for address in ("127.0.0.1", *given["addresses"]):
        attempt(maker.sendto, given["token"].encode(), (address, given["udp"]))
done()

REAL = True
