# hiretool-canary-42b891c3-0096-4594-8ae4-b27bfd74da7a
"""The words of a call, with what tells who it was put out of sight."""

from dataclasses import dataclass

KINDS = ["contract", "phone", "mail", "address", "person"]


@dataclass
class Covered:
    text: str
    parts: list
    """(start, end) in the covered text, (start, end) in what was said, whether it is a placeholder; all of the text."""

    def back(self, start, end):
        first, last = self._part(start), self._part(end - 1)
        return (
            first[2] if first[4] else first[2] + start - first[0],
            last[3] if last[4] else last[2] + end - last[0],
        )

    def _part(self, place):
        return next(part for part in self.parts if part[0] <= place < part[1])


def cover(turns):
    """For each turn (text, [(start, end, kind), ...]) of a call, in order, what a rater may see."""
    numbers, covered = {}, []
    for text, spans in turns:
        shown, parts, done = "", [], 0
        for start, end, kind in _joined([_whole_words(text, *span) for span in spans if span[0] < span[1]]):
            for first, last, placeholder in ((done, start, None), (start, end, _placeholder(numbers, kind, text[start:end]))):
                new = text[first:last] if placeholder is None else placeholder
                parts.append((len(shown), len(shown) + len(new), first, last, placeholder is not None))
                shown += new
            done = end
        parts.append((len(shown), len(shown) + len(text) - done, done, len(text), False))
        covered.append(Covered(shown + text[done:], parts))
    return covered


def _whole_words(text, start, end, kind):
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end, kind


def _joined(spans):
    pieces = []
    for span in sorted(spans):
        if pieces and span[0] < pieces[-1][1]:
            pieces[-1][1] = span[1]
            pieces[-1][2].append(span)
        else:
            pieces.append([span[0], span[1], [span]])
    for start, end, inside in pieces:
        yield start, end, min(inside, key=lambda span: (span[0] - span[1], KINDS.index(span[2])))[2]


def _placeholder(numbers, kind, words):
    key = "".join(character for character in words.casefold() if character.isalnum())
    known = numbers.setdefault(kind, {})
    return f"[{kind} {known.setdefault(key, len(known) + 1)}]"
