# hiretool-canary-42b891c3-0096-4594-8ae4-b27bfd74da7a
"""The words of a call, with what tells who it was put out of sight."""

import re
from dataclasses import dataclass

KINDS = ["contract", "phone", "mail", "address", "person"]


@dataclass
class Covered:
    text: str
    behind: list
    """For each character, the (start, end) in what was said that stands behind it."""

    def back(self, start, end):
        return self.behind[start][0], self.behind[end - 1][1]


def cover(turns):
    """For each turn (text, [(start, end, kind), ...]) of a call, in order, what a rater may see."""
    known, covered = [], []
    for text, spans in turns:
        words = [match.span() for match in re.finditer(r"[^\W_]+", text)]
        wide = []
        for start, end, kind in spans:
            if start < end:
                start = next((first for first, last in words if first < start < last), start)
                end = next((last for first, last in words if first < end < last), end)
                wide.append((start, end, kind))
        # A gap between two characters holds if one span has both of them.
        inside = {place for start, end, _ in wide for place in range(start, end)}
        holds = {gap for start, end, _ in wide for gap in range(start + 1, end)}
        shown, behind, place = "", [], 0
        while place < len(text):
            end = place + 1
            while end in holds:
                end += 1
            new = text[place]
            if place in inside:
                mine = [span for span in wide if place <= span[0] < end]
                longest = max(last - first for first, last, _ in mine)
                kind = next(one for one in KINDS if any(k == one and b - a == longest for a, b, k in mine))
                sign = kind, "".join(filter(str.isalnum, text[place:end].casefold()))
                if sign not in known:
                    known.append(sign)
                new = f"[{kind} {[one for one in known if one[0] == kind].index(sign) + 1}]"
            shown += new
            behind += [(place, end)] * len(new)
            place = end
        covered.append(Covered(shown, behind))
    return covered
