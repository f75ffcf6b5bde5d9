"""A note as the model reads it, and the way back."""

from dataclasses import dataclass

import words


@dataclass
class Plain:
    text: str

    def back(self, start, end):
        """Where a span of the plain text is in the note."""
        return start, end

    def forth(self, start, end):
        """Where a span of the note is in the plain text."""
        return start, end


def plain(text):
    """The plain text of a note."""
    return Plain(" ".join("".join(words.fold(character) for character in text).split()))
