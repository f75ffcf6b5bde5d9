# hiretool-canary-5ba92641-ccb1-4333-8643-afb38d744696
"""Documents -> the passages that are searched."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

import sentences


@dataclass(frozen=True)
class Passage:
    start: int
    end: int
    """It is text[start:end] of its document."""


def cut(text, most, again):
    """Passages of at most `most` characters, from one boundary to another, each with up to `again` of the one before."""
    places, found = _boundaries(text, most), []
    start, end = 0, 0
    while end < len(text):
        if found:
            # So much of the last one as is allowed, and as leaves room for what comes next.
            coming = places[bisect_right(places, end)]
            start = places[bisect_left(places, max(end - again, coming - most))]
        end = places[bisect_right(places, start + most) - 1]
        found.append(Passage(start, end))
    return found


def _boundaries(text, most):
    """Where a passage may begin or end."""
    places = []
    for start, end in zip(sentences.starts(text), [*sentences.starts(text)[1:], len(text)]):
        places.append(start)
        while end - places[-1] > most:
            blanks = [at for at in range(places[-1], places[-1] + most) if text[at].isspace()]
            places.append(blanks[-1] + 1 if blanks else places[-1] + most)
    return [*places, len(text)]


def shown(text, passage):
    """What the search and the model see: each run of white space as one blank, and none at the ends."""
    return " ".join(text[passage.start : passage.end].split())


def place(text, passage, first, last):
    """Where in the document that is what is shown[first:last]; start and end."""
    words = shown(text, passage)[first:last].split()
    found = re.compile(r"\s+".join(map(re.escape, words))).search(text, passage.start, passage.end)
    return found.start(), found.end()
