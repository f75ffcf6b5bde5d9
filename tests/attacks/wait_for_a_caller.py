"""Listens, so that somebody outside can connect to it."""

import socket
import time

from outside import attempt, done, given

server = attempt(socket.create_server, ("", given["free"]))
done()
time.sleep(1)

CALLED = True
REAL = True
