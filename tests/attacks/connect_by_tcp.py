"""Connects to servers on this machine, by every address it may have."""

import socket

from outside import attempt, done, given

for address in ("127.0.0.1", "::1", "0.0.0.0", *given["addresses"]):
    connection = attempt(socket.create_connection, (address, given["tcp"]), timeout=0.5)
    if connection:
        connection.sendall(given["token"].encode())
done()

REAL = True
