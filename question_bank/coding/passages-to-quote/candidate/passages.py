"""Documents -> the passages that are searched."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Passage:
    start: int
    end: int
    """It is text[start:end] of its document."""


def cut(text, most, again):
    """Passages of at most `most` characters. For now one after the other, wherever the end falls."""
    return [Passage(start, start + most) for start in range(0, len(text), most)]


def shown(text, passage):
    """What the search and the model see: each run of white space as one blank, and none at the ends."""
    return " ".join(text[passage.start : passage.end].split())


def place(text, passage, first, last):
    """Where in the document that is what is shown[first:last]; start and end."""
    return passage.start + first, passage.start + last
