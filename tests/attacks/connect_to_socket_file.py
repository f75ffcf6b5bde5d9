"""Connects to sockets that are files, of a test's server and of services that would do what they are asked."""

import socket

from outside import attempt, done, escaped, given

for path in (given["socket"], "/var/run/docker.sock", "/run/dbus/system_bus_socket", "/run/systemd/private"):
    maker = attempt(socket.socket, socket.AF_UNIX, socket.SOCK_STREAM)
    if maker and attempt(maker.connect, path) is None and maker.fileno() >= 0:
        try:
            maker.getpeername()
        except OSError:
            continue
        attempt(maker.sendall, given["token"].encode())
        if path != given["socket"]:
            escaped(f"connected to {path}")
done()

REAL = True
