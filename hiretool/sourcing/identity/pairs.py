"""Two mentions of one name -> what speaks for one person, as figures a model can weigh."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

from hiretool.sourcing.identity.coauthors import joined, rows
from hiretool.sourcing.identity.counts import NameCounts
from hiretool.sourcing.identity.mentions import Mentions
from hiretool.sourcing.identity.rarity import Rarity
from hiretool.sourcing.identity.spelled import Bools, Floats, Ints
from hiretool.sourcing.identity.spelling import compatible
from hiretool.sourcing.identity.topics import likenesses

FEATURES = (
    "log_bearers", "log_firsts", "log_lasts", "log_mentions", "shared", "shared_rarity", "rarest", "linked", "by_rule",
    "middle", "likeness", "fewer_authors", "more_authors", "listed_first", "listed_last",
)  # fmt: skip
# Which way each may move the probability: more of it never speaks against (1), never for (-1), or either (0).
DIRECTIONS = (-1, -1, -1, 0, 1, 1, -1, 1, 1, 1, 1, 0, 0, 0, 0)
MOST = 1500
"""Mentions of one name, above which the rule is kept: a million pairs."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """All pairs of mentions of one first and last name."""

    members: Ints
    one: Ints
    """Place in `members`; likewise `other`."""
    other: Ints
    features: Floats
    """A row a pair, a column a feature, in the order of FEATURES."""
    possible: Bools
    """Whether the two can be one person: not two names on one paper, nor of middle names that differ."""


def by_name(
    mentions: Mentions, known: Rarity, labels: Ints, titles: Sequence[str], counts: NameCounts, wanted: Bools
) -> Iterator[Pairs]:
    """The pairs of each name that stands on two papers or more, up to MOST.

    labels: mention -> first mention of its person, by the rule.
    """
    key = mentions.key[mentions.bucket].astype(np.int64)
    inside = np.flatnonzero(wanted & mentions.spelled.named[mentions.bucket])
    linked = joined(mentions, key, inside, known.bearers)
    order = inside[np.argsort(key[inside], kind="stable")]
    begins = np.flatnonzero(np.r_[True, np.diff(key[order]) > 0][: len(order)])
    for begin, end in pairwise([*begins.tolist(), len(order)]):
        if 1 < end - begin <= MOST:
            yield _pairs(mentions, known, order[begin:end], (labels, linked, key), titles, counts)


def _pairs(
    mentions: Mentions,
    known: Rarity,
    members: Ints,
    labels: tuple[Ints, Ints, Ints],
    titles: Sequence[str],
    counts: NameCounts,
) -> Pairs:
    one, other = np.triu_indices(len(members), 1)
    left, right = members[one], members[other]
    by_rule, linked, key = labels
    spelled = mentions.spelled.spelling(int(mentions.bucket[members[0]]))
    middles = [mentions.spelled.middles[code] for code in mentions.spelled.middle[mentions.bucket[members]]]
    middle = np.array([_middles(middles[a], middles[b]) for a, b in zip(one.tolist(), other.tolist(), strict=True)])
    shared, rarity, rarest = _shared(mentions, known, members)
    sizes = mentions.sizes[mentions.paper[members]]
    place = members - mentions.starts[mentions.paper[members]]
    columns = (
        np.full(len(one), np.log(known.bearers[key[members[0]]] + 1e-6)),
        np.full(len(one), np.log(counts.firsts.get(spelled.first, 1) / counts.out_of)),
        np.full(len(one), np.log(counts.lasts.get(spelled.last, 1) / counts.out_of)),
        np.full(len(one), np.log(len(members))),
        shared[one, other],
        rarity[one, other],
        rarest[one, other],
        linked[left] == linked[right],
        by_rule[left] == by_rule[right],
        middle,
        _likeness(mentions, members, key, titles, counts)[one, other],
        np.minimum(sizes[one], sizes[other]),
        np.maximum(sizes[one], sizes[other]),
        (place[one] == 0).astype(int) + (place[other] == 0),
        (place[one] == sizes[one] - 1).astype(int) + (place[other] == sizes[other] - 1),
    )
    possible = (mentions.paper[left] != mentions.paper[right]) & (middle > -2)
    return Pairs(members, one, other, np.column_stack(columns).astype(np.float64), possible)


def _middles(one: str, other: str) -> float:
    """-2 they differ, -1 one has none, 0 both have none, 0.5 they can be one, 1 they are."""
    if one == other:
        return 1.0 if one else 0.0
    if not one or not other:
        return -1.0
    return 0.5 if compatible(one, other) else -2.0


def _shared(mentions: Mentions, known: Rarity, members: Ints) -> tuple[Floats, Floats, Floats]:
    """Member by member: co-authors in common, the sum of their rarity, and the log of the rarest one's bearers."""
    size = len(members)
    found = rows(mentions, members)
    place = np.searchsorted(members, found.mention)
    distinct, column = np.unique(found.coauthor, return_inverse=True)
    incidence = csr_matrix((np.ones(len(place)), (place, column)), shape=(size, len(distinct)))
    incidence.data[:] = 1.0
    bearers = np.log(known.bearers[distinct] + 0.01)
    weight = np.maximum(0.0, 1.0 - bearers)
    count = (incidence @ incidence.T).toarray()
    rarity = (incidence.multiply(weight) @ incidence.T).toarray()
    rarest = np.full((size, size), 3.0)
    by_column = incidence.tocsc()
    for number in np.argsort(-bearers, kind="stable").tolist():
        those = by_column.indices[by_column.indptr[number] : by_column.indptr[number + 1]]
        if len(those) > 1:
            rarest[np.ix_(those, those)] = bearers[number]
    return count, rarity, rarest


def _likeness(
    mentions: Mentions, members: Ints, key: Ints, titles: Sequence[str], counts: NameCounts
) -> npt.NDArray[np.float64]:
    likeness = np.zeros((len(members), len(members)))
    if titles and counts.papers:
        one, other, value = likenesses(mentions, key, members, titles, counts)
        likeness[np.searchsorted(members, one), np.searchsorted(members, other)] = value
        likeness = np.maximum(likeness, likeness.T)
    return likeness
