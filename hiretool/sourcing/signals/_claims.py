"""A paper's comment -> the venues at which it says the paper appears."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from hiretool.sourcing import venues
from hiretool.sourcing.signals import _claim_words as said
from hiretool.sourcing.signals._claim_years import year_of


@dataclass(frozen=True, slots=True)
class Claim:
    """What the authors say of one venue; nobody else vouches for it."""

    venue: str
    """As the field writes it: "NeurIPS", "ACL Findings"."""
    year: int | None
    """Of the conference; None for a journal named without one."""
    tier: str = ""
    """"award", "award candidate", "oral", "spotlight", "highlight", "poster"; "" where it is not said."""
    track: str = ""
    """"datasets and benchmarks track", "short paper"; "" for the main one, or where it is not said."""

    def __str__(self) -> str:
        named = f"{self.venue} {self.year}" if self.year else self.venue
        more = ", ".join(filter(None, (self.track, self.tier)))
        return f"{named} ({more})" if more else named


@dataclass(slots=True)
class _Mention:
    venue: venues.Venue
    start: int
    end: int


_LONGEST = 1000
"""Characters of a comment that are read; the longest of 121,745 real ones has 459."""
_URL = re.compile(r"(?:https?\s?:\s?//|www\.)\S+|\b[\w-]+\.(?:github\.io|com|org|net|io)\b\S*", re.IGNORECASE)
_CLAUSE = re.compile(
    r";|\||(?<!\bProc)(?<!\bConf)(?<!\bInt)(?<!\bIntl)(?<!\bSymp)(?<!\bTrans)(?<!\bvs)(?<!\bNo)(?<!\bVol)"
    r"\.(?=\s|$|[A-Z][a-z])"
)
_JOINED = re.compile(r"[\s,/&+()]*(?:and|or)?[\s,/&+()]*", re.IGNORECASE)
# "ICML 2025 and oral at CoRL 2025": what stands between belongs to one or the other.
_SHARED = re.compile(r"\band\b|(?<=[)\d])\s*[,/]", re.IGNORECASE)
_YEARS = re.compile(r"['’]?\b(?:20)?\d\d\b")
# Between a name spelled out and its short form: "Web Conference (WWW".
_REPEATED = re.compile(r"[\s,:(/\['’-]*(?:the\s+)?(?:ACM\s+|IEEE\s+)?")
# "International Conference on Machine Learning and Applications" is another conference.
_TITLE_ENDS = (
    r"(?!,?\s+(?:and|&)\s(?-i:[A-Z])|\s+(?-i:[A-Z][a-z])|,\s+(?-i:[A-Z])\w+(?:\s\w+)?,?\s+(?:and|&)\s(?-i:[A-Z]))"
)


# Several signals ask for the claims of the same comment.
@lru_cache(maxsize=1 << 14)
def claims(comment: str | None) -> tuple[Claim, ...]:
    """The venues at which the comment says the paper is, in order of mention, each venue and year once.

    A workshop, a submission, a challenge, a demonstration, an earlier version elsewhere are no such claims.
    Source: how many of them stand in the venue's own list is measured by tests/benchmarks/bench_venues.py.
    """
    if not comment or not _may_name_one(comment):
        return ()
    text = _URL.sub(" ", comment[:_LONGEST])
    if said.OF_ANOTHER.match(text):
        return ()
    found: dict[tuple[str, int | None], Claim] = {}
    clauses = [clause for clause in _CLAUSE.split(text) if clause.strip()]
    for preceding, clause, following in zip(["", *clauses], clauses, [*clauses[1:], ""], strict=False):
        for claim in _in_clause(clause, preceding, following):
            key = (claim.venue, claim.year)
            if key not in found or (claim.tier and not found[key].tier):
                found[key] = claim
    # "Accepted to CVPR 2026 Findings. In Conference on Computer Vision and Pattern Recognition 2026"
    return tuple(claim for claim in found.values() if (claim.venue + venues.FINDINGS, claim.year) not in found)


def _in_clause(clause: str, preceding: str, following: str) -> Iterator[Claim]:
    mentions = _mentions(clause)
    if not mentions:
        return
    more = following if len(following) < 90 and said.MORE_OF_IT.match(following) and not _mentions(following) else ""
    # "Workshop on Reefs. ICML 2025": a bare name carries the clause before it on.
    carried_on = not clause[: mentions[0].start].strip() and not said.SAID.search(clause)
    spoilt = carried_on and "workshop" in preceding.lower()
    for number, mention in enumerate(mentions):
        last = number + 1 == len(mentions)
        before = clause[mentions[number - 1].end if number else 0 : mention.start]
        after = clause[mention.end : None if last else mentions[number + 1].start]
        spoilt = said.spoils_before(before) or (spoilt and not said.ANEW.search(before))
        # "ICLR and ICML 2025 workshops": what spoils the last spoils those it is joined with.
        joined = not last and _JOINED.fullmatch(_YEARS.sub("", after))
        about = clause[mention.end :] + more if joined else after + " " + more if last else after
        if spoilt or said.spoils_after(about):
            continue
        if number:
            before = _SHARED.split(before, maxsplit=1)[-1]
        if not last:
            after = _SHARED.split(after, maxsplit=1)[0]
        claim = _claim(mention.venue, before, after, more if last else "")
        if claim is not None:
            yield claim


def _claim(venue: venues.Venue, before: str, after: str, more: str) -> Claim | None:
    year, beyond = year_of(before, after)
    if said.ACRONYM_AFTER.match(beyond):
        return None
    if year is None:
        return Claim(venue.name, None) if venue.is_journal and said.SAID.search(before) else None
    if not venue.held_in(year):
        return None
    around = f"{before} {after} {more}"
    if venue.is_journal:
        return Claim(venue.name, year, said.tier(around))
    if venue.posters_apart and said.tier(around) == "poster":
        return None
    findings = venues.FINDINGS if said.FINDINGS.search(around) else ""
    return Claim(venue.name + findings, year, said.tier(around), said.track(before, f"{after} {more}"))


def _mentions(clause: str) -> list[_Mention]:
    """Venues named, in order; a name spelled out and its short form in brackets are one mention."""
    found: list[_Mention] = []
    for match in _pattern().finditer(clause):
        venue = _spelled()[_folded(match[0])]
        last = found[-1] if found else None
        # The ACL publishes the proceedings of others: "ACL EMNLP 2025".
        if (
            last
            and (last.venue is venue or clause[last.start : last.end] == "ACL")
            and _REPEATED.fullmatch(clause, last.end, match.start())
        ):
            last.venue, last.end = venue, match.end()
        else:
            found.append(_Mention(venue, match.start(), match.end()))
    return found


@cache
def _pattern() -> re.Pattern[str]:
    """Every short name and every title; those that are words only as written, the others in any case."""
    names = {
        name: re.escape(name) if venue.is_word else f"(?i:{re.escape(name)})"
        for venue in venues.VENUES
        for name in (venue.name, *venue.aliases)
    }
    titles = {
        title: f"(?i:{_spaced(title)}{_TITLE_ENDS})"
        for venue in venues.VENUES
        for title in (venue.title, *venue.titles)
    }
    both = names | titles
    alternatives = "|".join(both[name] for name in sorted(both, key=len, reverse=True))
    # "CVPRW" and "CVPR-W" are its workshops; the Semantic Web Conference is another one, and so are ACM Multimedia Asia
    # and the AAAI/ACM Conference on AI, Ethics, and Society.
    return re.compile(
        rf"(?<![^\W_])(?<!Semantic )(?:{alternatives})(?![^\W\d_])(?!\s?-?(?:20)?\d*-?W\b|\s+Asia\b|/ACM\b)"
    )


def _spaced(title: str) -> str:
    return re.escape(title).replace(r"\ ", r"\s+").replace(",", ",?")


@cache
def _spelled() -> dict[str, venues.Venue]:
    return {
        _folded(name): venue
        for venue in venues.VENUES
        for name in (venue.name, *venue.aliases, venue.title, *venue.titles)
    }


def _folded(name: str) -> str:
    return " ".join(name.replace(",", "").lower().split())


def _may_name_one(comment: str) -> bool:
    """A quick look that spares most comments ("12 pages, 5 figures") the slow one."""
    return not _first_words().isdisjoint(_WORD.findall(comment.lower()))


_WORD = re.compile(r"3dv|[a-z]+")


@cache
def _first_words() -> frozenset[str]:
    """First words of short names, and of each title its longest word."""
    short = {_WORD.findall(name.lower())[0] for venue in venues.VENUES for name in (venue.name, *venue.aliases)}
    long = {
        max(_WORD.findall(title.lower()), key=len) for venue in venues.VENUES for title in (venue.title, *venue.titles)
    }
    return frozenset(short | long)
