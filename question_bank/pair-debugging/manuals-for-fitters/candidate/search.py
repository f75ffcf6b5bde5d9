"""The search that fitters use: passages that share rare words with what was typed."""

import re
from collections import Counter

import numpy as np


def words(text):
    """Words of three letters or more, small."""
    return re.findall(r"[a-z0-9]{3,}", text.lower())


class Search:
    """Heading and text of each passage are searched; a shared word counts the more, the fewer passages have it."""

    def __init__(self, passages):
        self.names = list(passages)
        self.bags = [set(words(f"{passage['heading']} {passage['text']}")) for passage in passages.values()]
        within = Counter(word for bag in self.bags for word in bag)
        self.worth = {word: float(np.log(1 + len(self.names) / count)) for word, count in within.items()}

    def top(self, typed, k=5, least=1.0):
        """Ids of the best passages, at most k; none that scores less than `least`. What is equal stays in order."""
        typed = set(words(typed))
        scores = np.array([sum(self.worth[word] for word in sorted(typed & bag)) for bag in self.bags])
        order = np.argsort(-scores.round(9), kind="stable")[:k]
        return [self.names[place] for place in order if scores[place] >= least]
