"""Titles of papers -> which papers of one name are about the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log

import numpy as np
import pandas as pd
from scipy.sparse import csr_matrix

from hiretool.sourcing.identity.coauthors import chunks, merged
from hiretool.sourcing.identity.counts import NameCounts
from hiretool.sourcing.identity.mentions import Mentions
from hiretool.sourcing.identity.rarity import Rarity
from hiretool.sourcing.identity.spelled import Bools, Floats, Ints
from hiretool.sourcing.words import words

# Where titles are known, two groups of papers are one person's if fewer people than RARE * exp(WEIGHT * likeness) are
# expected to bear the name; likeness is the cosine, 0..1, of the two most alike titles in words weighed by rarity.
# Source: as RARE in `rarity`. B-cubed F1 of all mentions, of names that two persons bear: .9775, .878 with titles and
# .9761, .878 without; where only half of the mentions are there, .972, .844 and .970, .840.
RARE = 0.06
WEIGHT = 6.0
_LONGEST = 60
"""Words of a title that are looked at."""


def read_titles(frame: pd.DataFrame, mentions: Mentions) -> list[str]:
    """Title of each paper, by number; empty where the frame has none."""
    if "title" not in frame.columns:
        return []
    firsts = frame["title"].iloc[mentions.rows[mentions.starts[:-1]]]
    return [title if isinstance(title, str) else "" for title in firsts.tolist()]


def counted_words(titles: Sequence[str]) -> Mapping[str, int]:
    """Word -> titles that have it, of words that at least two have."""
    found: Counter[str] = Counter()
    for title in titles:
        found.update(set(words(title)[:_LONGEST]))
    return {word: count for word, count in found.items() if count > 1}


def alike(
    mentions: Mentions, known: Rarity, labels: Ints, titles: Sequence[str], counts: NameCounts, wanted: Bools
) -> Ints:
    """Mention -> first mention of its component, once those of alike titles are joined.

    labels: mention -> first mention of its component by co-authors.
    """
    near = np.flatnonzero(wanted & (known.weighed >= RARE) & (known.weighed < RARE * np.exp(WEIGHT)))
    size = np.bincount(known.group, minlength=1)[known.group[near]]
    for chunk in chunks(mentions, known.group, near[size > 1]):
        one, other, likeness = likenesses(mentions, known.group, chunk, titles, counts)
        enough = known.weighed[one] < RARE * np.exp(WEIGHT * likeness)
        labels = merged(labels, labels[one[enough]], labels[other[enough]])
    return labels


def likenesses(
    mentions: Mentions, group: Ints, chunk: Ints, titles: Sequence[str], counts: NameCounts
) -> tuple[Ints, Ints, Floats]:
    """Pairs of mentions of one group that share a word in their titles, and the cosine of the titles."""
    row, column, weight = [], [], []
    numbers: dict[tuple[int, str], int] = {}
    for place, mention in enumerate(chunk.tolist()):
        vector = _weighed(titles[mentions.paper[mention]], counts)
        for word, value in vector.items():
            row.append(place)
            column.append(numbers.setdefault((int(group[mention]), word), len(numbers)))
            weight.append(value)
    matrix = csr_matrix((weight, (row, column)), shape=(len(chunk), len(numbers)))
    product = (matrix @ matrix.T).tocoo()
    upper = product.row < product.col
    return chunk[product.row[upper]], chunk[product.col[upper]], product.data[upper]


def _weighed(title: str, counts: NameCounts) -> dict[str, float]:
    """Word -> weight, of length 1 together; words that one title alone has, or every fifth, weigh nothing."""
    found = {word for word in words(title)[:_LONGEST] if 1 < counts.words.get(word, 0) <= 0.2 * counts.papers}
    weights = {word: 1 + log((1 + counts.papers) / (1 + counts.words[word])) for word in sorted(found)}
    length = sum(weight * weight for weight in weights.values()) ** 0.5
    return {word: weight / length for word, weight in weights.items()}
