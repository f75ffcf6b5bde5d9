"""The words of a call, with what tells who it was put out of sight."""

from collections import Counter
from dataclasses import dataclass

KINDS = ["contract", "phone", "mail", "address", "person"]


@dataclass
class Covered:
    text: str

    def back(self, start, end):
        """Where a span of the covered text is in what was said."""
        return start, end


def cover(turns):
    """For each turn (text, [(start, end, kind), ...]) of a call, in order, what a rater may see."""
    covered = []
    for text, spans in turns:
        counts = Counter()
        for start, end, kind in sorted(spans, reverse=True):
            counts[kind] += 1
            text = text[:start] + f"[{kind} {counts[kind]}]" + text[end:]
        covered.append(Covered(text))
    return covered
