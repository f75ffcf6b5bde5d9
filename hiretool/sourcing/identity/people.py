"""Author mentions -> who is who."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from hiretool.sourcing.identity import rarity as rarities
from hiretool.sourcing.identity import topics
from hiretool.sourcing.identity.certain import Certain, read_certain, settled
from hiretool.sourcing.identity.counts import NameCounts
from hiretool.sourcing.identity.mentions import Mentions, read
from hiretool.sourcing.identity.overrides import Overrides
from hiretool.sourcing.identity.rarity import Rarity, counted, rarity
from hiretool.sourcing.identity.rule import components
from hiretool.sourcing.identity.spelled import Bools, Ints
from hiretool.sourcing.identity.spelling import spelling
from hiretool.sourcing.identity.variants import tied


@dataclass(frozen=True, slots=True)
class Partition:
    """Mentions told apart, and what it was done by."""

    mentions: Mentions
    known: Rarity
    counts: NameCounts
    titles: list[str]
    certain: Certain
    labels: Ints
    """Mention -> first mention of its person."""
    wanted: Bools
    """Mention -> whether its name is near one that was asked for, so that it has an id."""
    asked: Bools
    """Mention -> whether its first and last name was asked for."""


def identities(
    mentions: pd.DataFrame,
    *,
    overrides: Overrides | None = None,
    orcids: str | None = "orcid",
    counts: NameCounts | None = None,
    names: Iterable[str] | None = None,
    model: Path | str | None = None,
) -> pd.Series[str]:
    """A person's id for each author mention, with the index of `mentions`.

    A name is one person's if hardly anybody else is expected to bear it; else papers are one person's if they share
    co-authors whose names are not too common, or, where titles are given, if those are alike. Spellings of a name are
    tied where co-authors are shared and only one person fits. The order of rows does not matter, and an id stays the
    same while the person's first paper, by id, does.

    mentions: one row an author mention, with columns paper, position, name; all names of a paper should be there.
    Columns title and `orcids` are used if they are there; others are ignored.
    overrides: a recruiter's decisions; they win over ORCIDs, and ORCIDs win over the rule.
    counts: of a corpus of which the mentions are a part; None counts the names at hand.
    names: ids for these only, "" for others. They are those of the whole corpus if `counts` are, and if all papers are
    given of names that share one of their `blocks`.
    model: a file written by `python -m hiretool.sourcing.identity.train`, which then decides within a name. None ships:
    the data to train one may not be passed on.
    Raises: HiretoolError if a column is missing or of no use; DataError if the model cannot be read.

    Source: measured for this project on 81,482 OpenReview-labelled mentions, see tests/benchmarks/bench_names.py.
    """
    found = partition(mentions, overrides=overrides, orcids=orcids, counts=counts, names=names, model=model)
    read_mentions, labels, wanted = found.mentions, found.labels, found.wanted
    # What only explains is let go: of ten million mentions it takes 200 MB.
    del found
    return ids(read_mentions, labels, wanted, mentions.index)


def partition(
    frame: pd.DataFrame,
    *,
    overrides: Overrides | None = None,
    orcids: str | None = "orcid",
    counts: NameCounts | None = None,
    names: Iterable[str] | None = None,
    model: Path | str | None = None,
) -> Partition:
    """As `identities`, with all that leads to them."""
    mentions = read(frame)
    titles = topics.read_titles(frame, mentions)
    if counts is None:
        counts = counted(mentions.spelled)
        counts = replace(counts, papers=len(titles), words=topics.counted_words(titles))
    use_titles = bool(titles) and counts.papers > 0
    known = rarity(mentions, counts, rare=topics.RARE if use_titles else rarities.RARE)
    wanted, asked = _wanted(mentions, names)
    labels = components(mentions, known, wanted)
    if use_titles:
        labels = topics.alike(mentions, known, labels, titles, counts, wanted)
    if model is not None:
        from hiretool.sourcing.identity.model import Model

        labels = Model.load(Path(model)).refined(mentions, known, labels, titles, counts, wanted)
    labels = tied(mentions, known, labels, wanted)
    certain = read_certain(frame, mentions, overrides, orcids)
    labels = settled(mentions, known, labels, certain)
    return Partition(mentions, known, counts, titles, certain, labels, wanted, asked)


def ids(mentions: Mentions, labels: Ints, wanted: Bools, index: pd.Index[Any]) -> pd.Series[str]:
    """The id of each row: a hash of the person's first paper and the name on it; "" where none is wanted."""
    shown_first = np.zeros(len(labels), np.bool_)
    shown_first[labels[wanted]] = True
    firsts = np.flatnonzero(shown_first)
    number = np.empty(len(labels), np.int32)
    number[firsts] = np.arange(len(firsts))
    each = np.full(len(labels), len(firsts), np.int32)
    each[mentions.rows[wanted]] = number[labels[wanted]]
    shown = pd.array([*person_ids(mentions, firsts), ""], dtype="str")
    return pd.Series(shown.take(each), index=index, name="person")


def person_ids(mentions: Mentions, firsts: Ints) -> Iterator[str]:
    """Sixteen hexadecimal digits each; two of ten million people share one with a probability of 0.000003.

    firsts: the first mention of each person.
    """
    spelled, bucket = mentions.spelled, mentions.bucket[firsts]
    columns = (mentions.paper[firsts], spelled.first[bucket], spelled.last[bucket], mentions.again[firsts])
    papers, forenames, surnames = mentions.papers, spelled.firsts, spelled.lasts
    for paper, first, last, again in zip(*(column.tolist() for column in columns), strict=True):
        text = f"{papers[paper]}\0{forenames[first]} {surnames[last]}"
        if again:
            text += f"\0{again}"
        yield blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _wanted(mentions: Mentions, names: Iterable[str] | None) -> tuple[Bools, Bools]:
    """Mention -> whether it is in a block of the names, and whether it bears one of them."""
    if names is None:
        everyone = np.ones(len(mentions), np.bool_)
        return everyone, everyone
    spellings = [spelling(name) for name in set(names)]
    near = frozenset[str]().union(*(one.blocks for one in spellings))
    keys = {one.key for one in spellings}
    spelled = [mentions.spelled.spelling(bucket) for bucket in range(len(mentions.spelled))]
    flags = [(not near.isdisjoint(one.blocks), one.key in keys) for one in spelled]
    wanted, asked = np.array(flags, np.bool_).reshape(-1, 2).T
    return wanted[mentions.bucket], asked[mentions.bucket]
