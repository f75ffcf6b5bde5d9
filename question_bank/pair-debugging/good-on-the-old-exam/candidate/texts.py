"""The texts that the assistant was trained on, as they were collected."""

from pathlib import Path


def documents(folder):
    """(name, lines) of each text. Marks of quoted mail at the start of a line are taken off, however many there are."""
    for path in sorted(Path(folder).glob("*.txt")):
        with path.open(encoding="utf-8") as lines:
            yield path.stem, [unquoted(line) for line in lines]


def unquoted(line):
    line = line.strip()
    while line.startswith(">"):
        line = line[1:].lstrip()
    return line
