"""Who is who -> how sure that is, and why, in a recruiter's words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Literal

import numpy as np
import pandas as pd

from hiretool.sourcing.identity.certain import Certain
from hiretool.sourcing.identity.coauthors import joined, rows
from hiretool.sourcing.identity.counts import NameCounts
from hiretool.sourcing.identity.overrides import Overrides
from hiretool.sourcing.identity.people import Partition, ids, partition, person_ids
from hiretool.sourcing.identity.spelled import Ints

Level = Literal["high", "medium", "low"]

# Share of pairs of papers without a common co-author that are right, by how rare the name is (`Rarity.weighed`), and
# of pairs that shared co-authors link, for names that fewer than one person is expected to bear and for others.
# Source: the labelled half of 81,482 OpenReview mentions, alone and among 751,241 arXiv papers; the lower of the two.
_RARITY = (0.001, 0.005, 0.015, 0.03, 0.055)
_BY_RARITY = (0.97, 0.94, 0.89, 0.81, 0.62)
_LINKED = 0.98
_LINKED_COMMON = 0.75
_LEVELS: tuple[tuple[float, Level], ...] = ((0.93, "high"), (0.75, "medium"), (0.0, "low"))
_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Identity:
    """How sure it is that some papers are one person's."""

    id: str
    """As `identities` gives it."""
    name: str
    """The spelling on most papers."""
    papers: tuple[str, ...]
    """Ids, in their order as text."""
    confidence: float
    """0..1, expected share of right pairs among all pairs of these papers; 1 where a recruiter merged them all, or one
    ORCID stands on all."""
    level: Level
    reasons: tuple[str, ...]
    """Sentences, the weightiest first."""
    groups: int
    """Sets of papers that share no co-author with another set; papers without co-authors are each one."""
    others: int
    """People of the same first and last name among the mentions at hand."""


def explained(
    mentions: pd.DataFrame,
    *,
    overrides: Overrides | None = None,
    orcids: str | None = "orcid",
    counts: NameCounts | None = None,
    names: Iterable[str] | None = None,
    model: Path | str | None = None,
) -> dict[str, Identity]:
    """Person's id -> how sure and why, of all or of who bears one of the `names`.

    Arguments, ids and errors are those of `identities`.

    For a shortlist give the papers of its names, the `counts` of the whole corpus, and the `names`.
    """
    return _explained(partition(mentions, overrides=overrides, orcids=orcids, counts=counts, names=names, model=model))


def told_apart(
    mentions: pd.DataFrame,
    *,
    overrides: Overrides | None = None,
    counts: NameCounts | None = None,
    names: Iterable[str] | None = None,
) -> tuple[pd.Series[str], dict[str, Identity]]:
    """What `identities` and `explained` say, for the work of one of them."""
    found = partition(mentions, overrides=overrides, orcids="orcid", counts=counts, names=names, model=None)
    return ids(found.mentions, found.labels, found.wanted, mentions.index), _explained(found)


def _explained(found: Partition) -> dict[str, Identity]:
    members = np.flatnonzero(np.isin(found.labels, np.unique(found.labels[found.asked])) & found.wanted)
    group = joined(found.mentions, found.labels, members, found.known.bearers)
    order = members[np.argsort(found.labels[members], kind="stable")]
    begins = np.flatnonzero(np.r_[True, np.diff(found.labels[order]) > 0][: len(order)])
    people = [order[begin:end] for begin, end in pairwise([*begins.tolist(), len(order)])]
    key = found.mentions.key[found.mentions.bucket]
    namesakes = Counter(int(key[person[0]]) for person in people)
    each = (_identity(found, person, group, namesakes[int(key[person[0]])] - 1) for person in people)
    return {identity.id: identity for identity in each}


def _identity(found: Partition, person: Ints, group: Ints, others: int) -> Identity:
    mentions = found.mentions
    spellings = Counter(mentions.names[name] for name in mentions.name[person].tolist())
    sizes = list(Counter(group[person].tolist()).values())
    confidence = _confidence(found, person, sizes)
    return Identity(
        id=next(person_ids(mentions, found.labels[person[:1]])),
        name=min(spellings, key=lambda name: (-spellings[name], name)),
        papers=tuple(dict.fromkeys(mentions.papers[paper] for paper in mentions.paper[person].tolist())),
        confidence=round(confidence, 3),
        level=next(level for least, level in _LEVELS if confidence >= least),
        reasons=tuple(_reasons(found, person, spellings, len(sizes), others)),
        groups=len(sizes),
        others=others,
    )


def _confidence(found: Partition, person: Ints, sizes: list[int]) -> float:
    if _vouched(found.certain, person):
        return 1.0
    by_name = float(np.interp(np.log(found.known.weighed[person].max() + 1e-9), np.log(_RARITY), _BY_RARITY))
    pairs = len(person) * (len(person) - 1) // 2
    linked = sum(size * (size - 1) // 2 for size in sizes)
    expected = found.known.expected[found.mentions.bucket[person]].max()
    by_coauthors = _LINKED if expected < 1 else _LINKED_COMMON
    return (linked * by_coauthors + (pairs - linked) * by_name) / pairs if pairs else by_name


def _vouched(certain: Certain, person: Ints) -> bool:
    """Whether one ORCID stands on every paper, or a recruiter merged them all."""
    members = set(person.tolist())
    orcids = {certain.orcid.get(member) for member in members}
    merged = {member for pair in certain.merged for member in pair if members.issuperset(pair)}
    return (len(orcids) == 1 and None not in orcids) or members == merged


def _reasons(found: Partition, person: Ints, spellings: Counter[str], groups: int, others: int) -> Iterator[str]:
    members, count = set(person.tolist()), len(person)
    if any(members.issuperset(pair) for pair in found.certain.merged):
        yield "A recruiter merged papers here."
    if any(not members.isdisjoint(pair) for pair in found.certain.parted):
        yield "A recruiter kept papers of this name apart."
    if orcids := Counter(found.certain.orcid[member] for member in members if member in found.certain.orcid):
        yield " ".join(f"ORCID {orcid} stands on {papers(uses)}." for orcid, uses in sorted(orcids.items()))
    yield _rarity(found, person)
    if count == 1:
        yield "One paper only, so nothing to confuse it with among the papers at hand."
    elif groups == 1:
        yield f"Shared co-authors{_shared(found, person)} link all {papers(count)}."
    else:
        shared = _shared(found, person)
        yield f"The {papers(count)} fall into {groups} groups without a telling common co-author{shared}."
    if len(spellings) > 1:
        shown = ", ".join(sorted(spellings)[:_SHOWN])
        yield f"Written in {len(spellings)} ways: {shown}{', ...' if len(spellings) > _SHOWN else ''}."
    if others:
        yield f"{others} other {'person' if others == 1 else 'people'} of this name told apart from this one."


def _rarity(found: Partition, person: Ints) -> str:
    expected = float(found.known.expected[found.mentions.bucket[person]].max())
    of = f"among the {found.counts.names:,} names of the corpus"
    if found.known.rare[person].all():
        return f"A rare name: {figure(expected)} people are expected to bear it {of}."
    return f"A name that several may bear: {figure(expected)} people are expected to {of}."


def _shared(found: Partition, person: Ints) -> str:
    """The co-authors on most of these papers, the rarest names of equals first, to stand after a noun."""
    mentions = found.mentions
    if len(person) < 2:
        return ""
    pairs = rows(mentions, person)
    uses = Counter(dict.fromkeys(zip(pairs.coauthor.tolist(), pairs.mention.tolist(), strict=True)).keys())
    on = Counter(coauthor for coauthor, _ in uses)
    often = sorted((one for one in on if on[one] > 1), key=lambda one: (-on[one], found.known.bearers[one], one))
    if not often:
        return ""
    written = {
        int(mentions.key[bucket]): mentions.names[name]
        for paper in mentions.paper[person].tolist()
        for bucket, name in zip(
            mentions.bucket[mentions.starts[paper] : mentions.starts[paper + 1]].tolist(),
            mentions.name[mentions.starts[paper] : mentions.starts[paper + 1]].tolist(),
            strict=True,
        )
    }
    shown = ", ".join(written[one] for one in often[:_SHOWN])
    return f" ({shown}{', ...' if len(often) > _SHOWN else ''})"


def papers(count: int) -> str:
    """`1 paper`, `3 papers`."""
    return f"{count} paper{'' if count == 1 else 's'}"


def figure(expected: float) -> str:
    """An expected count to two figures, without false precision below a thousandth."""
    if expected < 0.001:
        return "fewer than 0.001"
    return f"about {expected:.2g}" if expected < 100 else f"about {expected:,.0f}"
