# hiretool-canary-71314695-d4cd-4df9-a3a8-0b07feb8c2f4
"""A note as the model reads it, and the way back."""

from dataclasses import dataclass

import words


@dataclass
class Plain:
    text: str
    pairs: list[tuple[int, int]]
    """(place in the note, place in the plain text) for all that came from something, in order."""
    length: int

    def back(self, start, end):
        mine = [here for here, there in self.pairs if start <= there < end]
        # Up to the next character from which anything came, be it a blank that was left out.
        following = [here for here in self.solid if here > mine[-1]]
        return mine[0], following[0] if following else self.length

    def forth(self, start, end):
        mine = [there for here, there in self.pairs if start <= here < end]
        if mine:
            return mine[0], mine[-1] + 1
        place = max((there + 1 for here, there in self.pairs if here < start), default=0)
        return place, place


def plain(text):
    folded = [(place, letter) for place, character in enumerate(text) for letter in words.fold(character)]
    joined = "".join(" " if letter.isspace() else letter for _, letter in folded)
    left, right = len(joined) - len(joined.lstrip(" ")), len(joined.rstrip(" "))
    shown, pairs = "", []
    for (place, _), letter in list(zip(folded, joined))[left:right]:
        if letter != " " or not shown.endswith(" "):
            shown += letter
        pairs.append((place, len(shown) - 1))
    made = Plain(shown, pairs, len(text))
    made.solid = sorted({place for place, _ in folded})
    return made
