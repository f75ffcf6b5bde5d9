"""Looks a name up, by which a secret can leave without any connection of its own."""

import socket

from outside import done, escaped, given

for name in (f"{given['token']}.example.com", "localhost.localdomain", "example.com"):
    try:
        socket.getaddrinfo(name, 80)
    except (OSError, UnicodeError):
        continue
    escaped(f"{name} was found")
done()
