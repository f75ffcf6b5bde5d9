# hiretool-canary-5ba92641-ccb1-4333-8643-afb38d744696
"""Documents -> the passages that are searched."""

from dataclasses import dataclass

import sentences


@dataclass(frozen=True)
class Passage:
    start: int
    end: int
    """It is text[start:end] of its document."""


def cut(text, most, again):
    """Passages of at most `most` characters: whole units, put in one after the other."""
    held, found = [], []
    for unit in _units(text, most):
        if held and unit[1] - held[0][0] > most:
            found.append(Passage(held[0][0], held[-1][1]))
            end = held[-1][1]
            while held and (end - held[0][0] > again or unit[1] - held[0][0] > most):
                held.pop(0)
        held.append(unit)
    return found + ([Passage(held[0][0], held[-1][1])] if held else [])


def _units(text, most):
    """Start and end of each sentence, or of the parts of one that is too long."""
    starts = sentences.starts(text)
    for number, start in enumerate(starts):
        end = starts[number + 1] if number + 1 < len(starts) else len(text)
        while end - start > most:
            part = text[start : start + most]
            kept = len(part)
            while kept and not part[kept - 1].isspace():
                kept -= 1
            yield start, start + (kept or most)
            start += kept or most
        yield start, end


def shown(text, passage):
    """What the search and the model see: each run of white space as one blank, and none at the ends."""
    return " ".join(text[passage.start : passage.end].split())


def place(text, passage, first, last):
    """Where in the document that is what is shown[first:last]; start and end."""
    return _at(text, passage, first), _at(text, passage, last - 1) + 1


def _at(text, passage, wanted):
    seen, gap = -1, True
    for at in range(passage.start, passage.end):
        blank = text[at].isspace()
        if not blank or not gap:
            seen += 1
        gap = blank
        if seen == wanted:
            return at
    raise IndexError(wanted)
