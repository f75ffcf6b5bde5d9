"""People under one spelling -> people under several: J. Okwuosa, Ifeoma Okwuosa, Ifeoma C. Okwuosa."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pandas as pd

from hiretool.sourcing.identity.coauthors import chunks, merged, rows
from hiretool.sourcing.identity.mentions import Mentions
from hiretool.sourcing.identity.rarity import Rarity
from hiretool.sourcing.identity.spelled import Bools, Floats, Ints, Spelled
from hiretool.sourcing.identity.spelling import compatible

# One shared co-author ties two spellings only where fewer people than this are expected to bear both names by chance;
# else it takes two. Stricter than within one spelling, since a wrong tie joins all papers of two people.
COINCIDENCE = 0.1
_MOST = 40
"""A co-author whom more people of a similar name share than this tells nobody apart."""
_SLOTS = 1 << 24


@dataclass(frozen=True, slots=True)
class Kind:
    """Spellings that may be one name: in a class, a vaguer one may stand for a clearer one."""

    group: Ints
    """Bucket -> class; -1 if it is in none that has both."""
    vague: Bools
    clear: Bools


def tied(mentions: Mentions, known: Rarity, labels: Ints, wanted: Bools) -> Ints:
    """Mention -> first mention of its person, spellings tied where they fit, co-authors are shared and only one fits.

    labels: mention -> first mention of its component under one spelling.
    """
    # In this order: what a step has tied counts as one person in the next.
    for kind in (_initial_middles, _missing_middles, _swapped, _initial_firsts):
        vague, clear = _ties(mentions, known, labels, kind(mentions.spelled), wanted)
        if len(vague):
            labels = merged(labels, vague, clear)
    return labels


def _initial_middles(spelled: Spelled) -> Kind:
    """Ifeoma C. Okwuosa, Ifeoma Chioma Okwuosa."""
    initial = np.array([any(len(part) == 1 for part in middle.split()) for middle in spelled.middles], np.bool_)
    middle = spelled.has_middle
    return _kind(np.where(middle, spelled.key, -1), middle & initial[spelled.middle], middle)


def _missing_middles(spelled: Spelled) -> Kind:
    """Ifeoma Okwuosa, Ifeoma C. Okwuosa."""
    return _kind(np.where(spelled.named, spelled.key, -1), ~spelled.has_middle, spelled.has_middle)


def _swapped(spelled: Spelled) -> Kind:
    """Xiaoming Fei, Xiao Ming Fei, Fei Xiaoming."""
    forenames = [
        spelled.firsts[first] + spelled.middles[middle].replace(" ", "")
        for first, middle in zip(spelled.first.tolist(), spelled.middle.tolist(), strict=True)
    ]
    surnames = np.array(spelled.lasts, object)[spelled.last]
    codes = pd.factorize(np.r_[np.array(forenames, object), surnames])[0].astype(np.int64)
    one, other = codes[: len(spelled)], codes[len(spelled) :]
    pair = np.minimum(one, other) * (len(codes) + 1) + np.maximum(one, other)
    everyone = np.ones(len(spelled), np.bool_)
    return _kind(np.where(surnames != "", pair, -1), everyone, everyone)


def _initial_firsts(spelled: Spelled) -> Kind:
    """I. C. Okwuosa, Ifeoma C. Okwuosa."""
    letter = pd.factorize(np.array([first[:1] for first in spelled.firsts], object))[0].astype(np.int64)
    initial = np.array([len(first) == 1 for first in spelled.firsts], np.bool_)[spelled.first]
    surname = np.array([last != "" for last in spelled.lasts], np.bool_)[spelled.last]
    block = letter[spelled.first] * len(spelled.lasts) + spelled.last
    return _kind(np.where(surname, block, -1), initial, ~initial)


def _kind(group: Ints, vague: Bools, clear: Bools) -> Kind:
    """Classes in which there is a vaguer spelling and a clearer one beside it."""
    number, _ = pd.factorize(group)
    inside = group >= 0
    both = np.ones(len(number), np.bool_)
    for members in (vague & inside, clear & inside, inside):
        least = 2 if members is inside else 1
        both &= np.bincount(number[members], minlength=len(number) + 1)[number] >= least
    return Kind(np.where(inside & both, number, -1).astype(np.int64), vague, clear)


def _ties(mentions: Mentions, known: Rarity, labels: Ints, kind: Kind, wanted: Bools) -> tuple[Ints, Ints]:
    """Components to tie, as their first mentions."""
    group = kind.group[mentions.bucket]
    inside = np.flatnonzero(wanted & (group >= 0))
    found = [_shared(mentions, known, labels, kind, chunk) for chunk in chunks(mentions, group, inside)]
    if not found:
        return labels[:0], labels[:0]
    vague, clear = (np.concatenate(column) for column in zip(*found, strict=True))
    _, place, fitting = np.unique(vague, return_inverse=True, return_counts=True)
    only = fitting[place] == 1
    return _without_conflicts(mentions, vague[only], clear[only])


def _shared(mentions: Mentions, known: Rarity, labels: Ints, kind: Kind, chunk: Ints) -> tuple[Ints, Ints]:
    """Vaguer and clearer components that fit and share enough co-authors."""
    names = mentions.spelled.keys
    vague, clear = (chunk[flags[mentions.bucket[chunk]]] for flags in (kind.vague, kind.clear))
    left = _distinct(*_keyed(mentions, labels, kind, vague))
    key, label = _keyed(mentions, labels, kind, clear)
    near = _may_be_among(key, left[0])
    right = _distinct(key[near], label[near])
    one, other, shared = _crossed(left, right)
    apart = one != other
    one, other, shared = one[apart], other[apart], shared[apart]
    bearers = known.bearers[mentions.key[mentions.bucket[np.stack((one, other))]]].max(axis=0)
    one, other = _enough(one, other, bearers * known.bearers[shared % names])
    fits = _fit(mentions, one, other)
    return one[fits], other[fits]


def _keyed(mentions: Mentions, labels: Ints, kind: Kind, chunk: Ints) -> tuple[Ints, Ints]:
    """Class and co-author as one number, and the component; a row a co-author."""
    found = rows(mentions, chunk)
    return (
        kind.group[mentions.bucket[found.mention]] * mentions.spelled.keys + found.coauthor,
        labels[found.mention],
    )


def _may_be_among(key: Ints, wanted: Ints) -> Bools:
    """False only for keys that are not among the wanted: quicker than to look each up."""
    table = np.zeros(_SLOTS, np.bool_)
    table[wanted * 2_654_435_761 % _SLOTS] = True
    near: Bools = table[key * 2_654_435_761 % _SLOTS]
    return near


def _distinct(key: Ints, label: Ints) -> tuple[Ints, Ints]:
    """Pairs without repeats, sorted; without keys that too many have."""
    order = np.lexsort((label, key))
    key, label = key[order], label[order]
    new = np.r_[True, (key[1:] != key[:-1]) | (label[1:] != label[:-1])][: len(key)]
    key, label = key[new], label[new]
    few = np.searchsorted(key, key, "right") - np.searchsorted(key, key, "left") <= _MOST
    return key[few], label[few]


def _crossed(left: tuple[Ints, Ints], right: tuple[Ints, Ints]) -> tuple[Ints, Ints, Ints]:
    """All pairs of a left and a right label that have a key in common, and that key."""
    begin, end = (np.searchsorted(right[0], left[0], side) for side in ("left", "right"))
    many = end - begin
    index = np.repeat(begin, many) + np.arange(int(many.sum())) - np.repeat(np.cumsum(many) - many, many)
    return np.repeat(left[1], many), right[1][index], np.repeat(left[0], many)


def _enough(one: Ints, other: Ints, chance: Floats) -> tuple[Ints, Ints]:
    """Each pair once, of those that share a rare co-author or several."""
    order = np.lexsort((other, one))
    one, other, chance = one[order], other[order], chance[order]
    begins = np.flatnonzero(np.r_[True, (one[1:] != one[:-1]) | (other[1:] != other[:-1])][: len(one)])
    if not len(begins):
        return one, other
    shared = np.diff(np.r_[begins, len(one)])
    begins = begins[(np.minimum.reduceat(chance, begins) < COINCIDENCE) | (shared > 1)]
    return one[begins], other[begins]


def _fit(mentions: Mentions, one: Ints, other: Ints) -> Bools:
    """Whether the spellings of two components differ, and their middle names can be one person's."""
    buckets = mentions.bucket[one], mentions.bucket[other]
    left, right = (mentions.spelled.middle[bucket] for bucket in buckets)
    fits: Bools = buckets[0] != buckets[1]
    doubtful = np.flatnonzero(fits & (left != right))
    middles = mentions.spelled.middles
    pairs = zip(left[doubtful].tolist(), right[doubtful].tolist(), strict=True)
    fits[doubtful] = [compatible(middles[here], middles[there]) for here, there in pairs]
    return fits


def _without_conflicts(mentions: Mentions, vague: Ints, clear: Ints) -> tuple[Ints, Ints]:
    """The ties but for those of one person with two spellings that cannot be one name."""
    ties: defaultdict[int, set[str]] = defaultdict(set)
    middle = mentions.spelled.middle[mentions.bucket[vague]].tolist()
    for text, other in zip(middle, clear.tolist(), strict=True):
        ties[other].add(mentions.spelled.middles[text])
    torn = [other for other, texts in ties.items() if any(not compatible(*two) for two in combinations(texts, 2))]
    keep = ~np.isin(clear, torn)
    return vague[keep], clear[keep]
