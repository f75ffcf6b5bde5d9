"""Puts characters into a terminal's input, which the shell outside would run."""

import fcntl
import os
import termios

from outside import attempt, done, escaped

descriptors = [0, 1, 2, *filter(None, [attempt(os.open, "/dev/tty", os.O_RDWR | os.O_NOCTTY)])]
for descriptor in descriptors:
    for request, argument in ((termios.TIOCSTI, b"x"), (0x541C, b"\x02")):
        try:
            fcntl.ioctl(descriptor, request, argument)
        except OSError:
            continue
        escaped("typed into a terminal")
    if os.isatty(descriptor):
        escaped("it has a terminal")
done()
