# hiretool-canary-b5f23aeb-9467-44c0-950e-d09e42f5fc13
"""Which of two versions is better, and when that is known."""

from dataclasses import dataclass, field
from math import inf, sqrt


def score(na, xa, nb, xb):
    """How far b is above a, for xa of na and xb of nb readers who borrowed; 0 if it cannot be said."""
    if na == 0 or nb == 0 or xa + xb in (0, na + nb):
        return 0.0
    rate = (xa + xb) / (na + nb)
    return (xb / nb - xa / na) / sqrt(rate * (1 - rate) * (1 / na + 1 / nb))


@dataclass
class Card:
    """What is known of a reader so far."""

    first: float = inf
    arms: set = field(default_factory=set)
    loans: list = field(default_factory=list)

    def add(self, at, what, arm):
        if what == "loan":
            self.loans.append(at)
        else:
            self.first = min(self.first, at)
            self.arms.add(arm)

    def borrowed(self, window):
        return any(0 <= at - self.first < window for at in self.loans)


def follow(lines, looks, limits, window, now):
    """The looks made until `now`, and the decision.

    A line is (arrived, at, reader, what, arm): what is "visit" or "loan", and a loan has no arm.
    """
    cards, made, waiting = {}, [], sorted(lines, key=lambda line: line[0])[::-1]
    for time, limit in zip(looks, limits):
        if time > now:
            break
        while waiting and waiting[-1][0] <= time:
            _, at, reader, what, arm = waiting.pop()
            if what == "visit":
                cards.setdefault(reader, Card()).add(at, what, arm)
            elif reader in cards:
                cards[reader].add(at, what, arm)
        ripe = [card for card in cards.values() if len(card.arms) == 1 and time - card.first >= window]
        look = []
        for arm in "ab":
            mine = [card.borrowed(window) for card in ripe if arm in card.arms]
            look += [len(mine), sum(mine)]
        made.append(look)
        if abs(score(*look)) >= limit:
            return {"looks": made, "decision": "a" if score(*look) < 0 else "b"}
    return {"looks": made, "decision": "none" if len(made) == len(looks) else "open"}
