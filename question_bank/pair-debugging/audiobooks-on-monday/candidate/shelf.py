"""What the app can put on a reader's shelf. Both kinds are fitted on loans, and then order the titles they are given."""

import heapq
from collections import Counter

import numpy as np

import loans as lent


def best(titles, scores, k):
    """The k titles with the highest scores; what is equal goes by name."""
    order = heapq.nsmallest(k, ((-scores.get(title, 0), title) for title in titles))
    return [title for _, title in order]


class Popular:
    """The shelf of today: what has been borrowed by most readers."""

    def __init__(self, loans):
        self.readers = Counter(title for titles in lent.had(loans).values() for title in titles)

    def top(self, mine, titles, k):
        return best(titles, self.readers, k)


class Alike:
    """The new shelf: what was borrowed by those who borrowed the same. A pair of titles counts by the readers of both."""

    def __init__(self, loans):
        by_reader = lent.had(loans)
        self.titles = sorted({loan.title for loan in loans})
        self.place = {title: place for place, title in enumerate(self.titles)}
        table = np.zeros((len(by_reader), len(self.titles)))
        for row, titles in enumerate(by_reader.values()):
            table[row, [self.place[title] for title in titles]] = 1
        both = table.T @ table
        each = np.sqrt(np.diag(both))
        self.near = both / np.outer(each, each)
        np.fill_diagonal(self.near, 0)

    def top(self, mine, titles, k):
        rows = [self.place[title] for title in mine if title in self.place]
        scores = dict(zip(self.titles, self.near[rows].sum(axis=0).round(9).tolist(), strict=True))
        return best(titles, scores, k)
