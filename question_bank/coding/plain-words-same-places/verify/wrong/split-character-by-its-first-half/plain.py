# hiretool-canary-71314695-d4cd-4df9-a3a8-0b07feb8c2f4
"""A note as the model reads it, and the way back."""

from dataclasses import dataclass

import words


@dataclass
class Plain:
    text: str
    places: list[tuple[int, int]]
    """For each plain character, the (start, end) in the note; dropped ones behind it are in neither."""
    note: str

    def back(self, start, end):
        first, last = self.places[start][0], self.places[end - 1][1]
        while last < len(self.note) and not words.fold(self.note[last]):
            last += 1
        return first, last

    def forth(self, start, end):
        inside = [at for at, (first, last) in enumerate(self.places) if first < end and start < last]
        inside = [at for at in inside if any(self._counts(at, place) for place in range(start, end))]
        if inside:
            return inside[0], inside[-1] + 1
        before = sum(last <= start for _, last in self.places)
        return before, before

    def _counts(self, at, place):
        first, last = self.places[at]
        return first <= place < last and words.fold(self.note[place]) != ""


def plain(text):
    letters, places = [], []
    for place, character in enumerate(text):
        for number, letter in enumerate(words.fold(character)):
            if not letter.isspace():
                letters.append(letter)
                places.append((place + (number > 0), place + 1 + (number > 0)))
            elif letters and letters[-1] == " ":
                places[-1] = (places[-1][0], place + 1)
            elif letters:
                letters.append(" ")
                places.append((place, place + 1))
    if letters and letters[-1] == " ":
        letters.pop()
        places.pop()
    return Plain("".join(letters), places, text)
