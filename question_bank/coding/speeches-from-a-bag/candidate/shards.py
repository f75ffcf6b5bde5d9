"""Files of speeches, one speech a line."""

count = 0
"""Lines that were read since the program began."""


def lines(path, start=0):
    """The lines of a file from number `start` on (the first is 0), without their ends."""
    global count
    with open(path, newline="\n", encoding="utf-8") as file:
        for number, line in enumerate(file):
            count += 1
            if number >= start:
                yield line.removesuffix("\n")
