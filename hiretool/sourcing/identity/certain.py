"""What is certain of mentions: ORCIDs and a recruiter's decisions, which win over any rule."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import combinations, pairwise

import numpy as np
import pandas as pd

from hiretool.sourcing.identity.coauthors import merged, rows
from hiretool.sourcing.identity.mentions import Mentions, read
from hiretool.sourcing.identity.overrides import Mention, Overrides
from hiretool.sourcing.identity.rarity import Rarity
from hiretool.sourcing.identity.spelled import Ints

_ORCID = re.compile(r"(?:https?://(?:www\.)?orcid\.org/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])/?", re.IGNORECASE)

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Certain:
    """Pairs of mentions, the smaller number first."""

    merged: list[Pair] = field(default_factory=list)
    """One person by a recruiter's word."""
    parted: list[Pair] = field(default_factory=list)
    """Two people by a recruiter's word."""
    orcid: dict[int, str] = field(default_factory=dict)
    """Mention -> ORCID, of those that have one."""
    unknown: tuple[Mention, ...] = ()
    """Mentions in decisions that are not among the mentions at hand."""


def read_certain(frame: pd.DataFrame, mentions: Mentions, overrides: Overrides | None, orcids: str | None) -> Certain:
    """What the decisions, and the column of ORCIDs if the frame has it, say of these mentions."""
    orcid = _orcids(frame, mentions, orcids) if orcids is not None and orcids in frame.columns else {}
    if overrides is None:
        return Certain(orcid=orcid)
    named = {one for group in (*overrides.merge, *overrides.split) for one in group}
    place = _places(mentions, named)
    merged, parted = (
        [
            (min(a, b), max(a, b))
            for group in groups
            for one, other in combinations(group, 2)
            if one.key in place and other.key in place and (a := place[one.key]) != (b := place[other.key])
        ]
        for groups in (overrides.merge, overrides.split)
    )
    unknown = tuple(sorted(one for one in named if one.key not in place))
    return Certain(sorted(set(merged)), sorted(set(parted)), orcid, unknown)


def unmatched(frame: pd.DataFrame, overrides: Overrides) -> tuple[Mention, ...]:
    """The mentions in decisions that the frame does not have: mistyped, or of papers that are not in it."""
    return read_certain(frame, read(frame), overrides, None).unknown


def settled(mentions: Mentions, known: Rarity, labels: Ints, certain: Certain) -> Ints:
    """Mention -> first mention of its person, once all that is certain holds.

    A recruiter's word goes before an ORCID, an ORCID before the rule. Who is parted takes along whoever shares a
    co-author, the rarest name first; the others of the name go to the larger part.
    """
    if same := [*certain.merged, *_same_orcid(certain)]:
        one, other = np.array(same, np.int64).T
        labels = merged(labels, labels[one], labels[other])
    torn = {int(labels[one]) for one, other in certain.parted if labels[one] == labels[other]}
    seen: dict[int, str] = {}
    for mention, orcid in certain.orcid.items():
        if seen.setdefault(int(labels[mention]), orcid) != orcid:
            torn.add(int(labels[mention]))
    if not torn:
        return labels
    parted = labels.copy()
    order = np.argsort(labels, kind="stable")
    ordered = labels[order]
    for label in sorted(torn):
        begin, end = np.searchsorted(ordered, (label, label + 1))
        members = order[begin:end]
        parted[members] = _parts(mentions, known, members, certain)
    return parted


class _Sets:
    """Sets of mentions that are joined only where nothing certain keeps them apart."""

    def __init__(self, members: list[int], certain: Certain) -> None:
        inside = set(members)
        self.of = {member: member for member in members}
        self.members = {member: [member] for member in members}
        self.orcid = {member: {orcid} if (orcid := certain.orcid.get(member)) else set() for member in members}
        self.foes: dict[int, set[int]] = defaultdict(set)
        for one, other in certain.parted:
            if one in inside and other in inside:
                self.foes[one].add(other)
                self.foes[other].add(one)

    def join(self, one: int, other: int, *, orcids_count: bool = True) -> bool:
        """Join two sets, unless they may not be."""
        a, b = sorted((self.of[one], self.of[other]))
        if a == b:
            return True
        foes = {self.of[foe] for foe in self.foes[a]}
        clash = self.orcid[a] and self.orcid[b] and self.orcid[a].isdisjoint(self.orcid[b])
        if b in foes or (orcids_count and clash):
            return False
        for member in self.members[b]:
            self.of[member] = a
        self.members[a] += self.members.pop(b)
        self.orcid[a] |= self.orcid.pop(b)
        self.foes[a] |= self.foes.pop(b, set())
        return True


def _parts(mentions: Mentions, known: Rarity, members: Ints, certain: Certain) -> Ints:
    """Member -> first mention of the part it goes to."""
    sets = _Sets(members.tolist(), certain)
    inside = set(members.tolist())
    for one, other in certain.merged:
        if one in inside:
            sets.join(one, other, orcids_count=False)
    for one, other in _same_orcid(certain):
        if one in inside:
            sets.join(one, other)
    for one, other in _by_coauthors(mentions, known, members):
        sets.join(one, other)
    for one in members.tolist():
        if not sets.foes[sets.of[one]] and not sets.orcid[sets.of[one]] and sets.of[one] == one:
            larger = sorted(sets.members, key=lambda root: (-len(sets.members[root]), root))
            any(sets.join(one, root) for root in larger if root != one)
    first = {root: min(set_) for root, set_ in sets.members.items()}
    return np.array([first[sets.of[one]] for one in members.tolist()], np.int64)


def _by_coauthors(mentions: Mentions, known: Rarity, members: Ints) -> Iterable[Pair]:
    """Pairs of members that share a co-author, those with the rarest name first."""
    found = rows(mentions, members)
    order = np.lexsort((found.mention, found.coauthor, known.bearers[found.coauthor]))
    listed = zip(found.coauthor[order].tolist(), found.mention[order].tolist(), strict=True)
    for (coauthor, one), (following, other) in pairwise(listed):
        if coauthor == following:
            yield one, other


def _same_orcid(certain: Certain) -> list[Pair]:
    mentions: defaultdict[str, list[int]] = defaultdict(list)
    for mention, orcid in certain.orcid.items():
        mentions[orcid].append(mention)
    return [pair for members in mentions.values() for pair in pairwise(sorted(members))]


def _orcids(frame: pd.DataFrame, mentions: Mentions, column: str) -> dict[int, str]:
    """ORCIDs that pass their own check and stand once on their paper; two people of a paper cannot share one."""
    given = frame[column].iloc[mentions.rows]
    found = {
        place: orcid
        for place in np.flatnonzero(given.notna().to_numpy()).tolist()
        if (orcid := normal_orcid(given.iloc[place]))
    }
    uses = Counter((int(mentions.paper[place]), orcid) for place, orcid in found.items())
    return {place: orcid for place, orcid in found.items() if uses[int(mentions.paper[place]), orcid] == 1}


def normal_orcid(value: object) -> str:
    """The sixteen characters of an ORCID, with hyphens; empty if it is none, or its last character is wrong.

    Source: ISO 7064 MOD 11-2, https://support.orcid.org/hc/en-us/articles/360006897674
    """
    parts = _ORCID.fullmatch(value.strip()) if isinstance(value, str) else None
    if parts is None:
        return ""
    orcid, total = parts[1].upper(), 0
    for digit in orcid[:-1].replace("-", ""):
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    return orcid if orcid[-1] == ("X" if check == 10 else str(check)) else ""


def _places(mentions: Mentions, wanted: Iterable[Mention]) -> dict[tuple[str, str], int]:
    """Paper and name -> mention; the first of namesakes on one paper."""
    papers = {paper: number for number, paper in enumerate(mentions.papers)}
    found: dict[tuple[str, str], int] = {}
    for one in wanted:
        if (number := papers.get(one.paper)) is not None:
            for place in range(int(mentions.starts[number + 1]) - 1, int(mentions.starts[number]) - 1, -1):
                if mentions.spelled.spelling(int(mentions.bucket[place])).key == one.key[1]:
                    found[one.key] = place
    return found
