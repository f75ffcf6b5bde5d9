"""Comments -> the venue at which they say the paper is, in regular expressions that RE2 and Java read alike.

A shorter form of the package's own reading of comments, which looks before and behind a match and joins clauses. Here,
each clause of a comment is dropped if something spoils it, and the first name with a year in what is left is the claim.
What it misses by that: workshops that are named by an acronym alone ("MIV at CVPR 2025"), and years of the next clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from hiretool.sourcing import venues
from hiretool.sourcing.scale.columns import Column, Table, ibis

# Before the name: then the paper is elsewhere, or only wishes to be there.
_BEFORE = (
    r"@|sumbi|exten[ds]|expan[ds]|(?:journal|long|longer|short|shorter|early|earlier|initial|preliminary|previous|prior|"
    r"partial|condensed|old|draft|abridged|poster) version|preliminar|based (?:up)?on|builds? (?:up)?on|follow.?up|"
    r"supersede|winner|winning|1st place|(?:first|second|third) (?:place|prize)|solution|intended|target|"
    r"plan(?:s|ned)? |prepar(?:ed|ing) (?:for|in)|sent to|in conjunction|alongside|satellite|not (?:yet )?accepted|"
    r"affiliated|our (?:earlier|previous|prior)|(?:earlier|previous|prior) work|\bpart of\b|technical report|"
    r"report (?:of|on|for)|considered|keynote|reproduc|replicat|(?:different|distinct) from|\bsee\b|\bstatement|forum\b"
)
# After it.
_AFTER = (
    r"\bw\b|\bsrw\b|\bbaseline|pre-?print|anthology|\btask \d|\bphd\b|\bEA\b|affinity|summit|symposium on|non-?archival"
)
# On either side.
_BESIDE = (
    r"workshop|\bws\b|submi|under.?review|in review|review(?:ed)? (?:at|by|for)|review(?:er|s|ing)?\b|reject|withdr|"
    r"tutorial|challenge|competition|\bdemos?\b|demonstration|doctoral|consortium|\btemplate|\bstyle|\bformat|"
    r"co-?located|companion|adjunct|\barr\b|rolling|\btiny|blog|student|late.breaking|extended abstract|invited|panel|"
    r"proposal|rebuttal|\bsocial\b|shared task"
)
# What stands for such words in a clause: regular expressions that look for the words themselves on both sides of a name
# take a hundred times as long in Java, which tries again from each place.
_MARKS = {_BESIDE: "\x04", _BEFORE: "\x02", _AFTER: "\x03"}
_URL = r"(?i)(?:https?\s?:\s?//|www\.)\S+|\b[\w-]+\.(?:github\.io|com|org|net|io)\b\S*"
_COUNTS = r"(?i)\b\d{1,3}\s?(?:-\s?)?(?:pages?|pp?|figures?|figs?|tables?|main)\b"
_ABBREVIATED = r"\b(?:Proc|Conf|Int|Intl|Symp|Trans|vs|No|Vol)\."
_BETWEEN = (
    r"(?:[ ,(:\[_-]*(?i:the|main|mains|conference|conf|proceedings|papers?|technical|research|track|findings?|industry|"
    r"annual|datasets?|and|benchmarks?|&|journal|short|long|full|in|of|acm|ieee|oral|spotlight|highlight|poster|position)"
    r"\b[)\]]*)*"
)
_YEAR = r"(?:19|20)\d\d"
_ENDS = r"(?:[^\w.]|\.[^\d])"
_AROUND = (
    r"(?:[ ,(]+(?:[A-Z][\w/&*-]*|\d+(?:st|nd|rd|th)|(?i:on|of|the|annual|in|and|for|conference|international|main)))*"
)
_SAID = r"(?i:accept|appear|publish|present|paper|poster|oral|spotlight|camera|proceeding)"
_DISTINCTION = (
    r"(?i)\borals?\b|\bspotlights?\b|\bhighlight(?:ed)?\b|"
    r"(?:best|outstanding|distinguished)[ \w-]{0,40} (?:paper|award)|paper award"
)
_NO_DISTINCTION = r"(?i)candidate|finalist|nomin|runner|hono(?:u)?rable"


def text(comment: Column) -> Column:
    """ASCII with single spaces, a clause a line, without addresses, counts of pages, and clauses that claim nothing."""
    steps = (
        (r"[’‘`´]", "'"), (r"[–—]", "-"), (r"[^\x00-\x7f]", "~"), (_URL, " "), (r"\s+", " "), (_COUNTS, " "),
        (_ABBREVIATED, " "), (r";|\||\.(?: |$)", "\n"),
        (rf"{_titles()}(?: [A-Z][a-z]|,? (?:and|&) [A-Z])[^\n]*", ""),
        *((f"(?i){words}", mark) for words, mark in _MARKS.items()),
        (rf"[^\n]*[\x02\x04][^\n]*{_names()}[^\n]*", ""),
        (rf"{_names()}[^\n]*[\x03\x04][^\n]*", ""),
    )  # fmt: skip
    found = comment
    for pattern, replacement in steps:
        found = found.re_replace(pattern, replacement)
    return found + "\n"


def clauses(papers: Table) -> Table:
    """What comments that name a venue say, without what spoils it: (paper, text)."""
    likely = papers.filter(papers.comment.re_search(_names()))
    return likely.select("paper", text=text(likely.comment))


def sayings(clauses: Table) -> Table:
    """The words that claim: (paper, said, findings, distinction).

    To be written down, as each table here: engines would search again for each use of `said`.
    """
    after = rf"{_names()}{_BETWEEN}[ ,(:\[\]'_-]*(?:{_YEAR}|[012]\d|9\d){_ENDS}"
    before = rf"\b{_YEAR}'?{_AROUND}[ ,(*-]*{_names()}[^A-Za-z]"
    later = rf"{_names()}[^A-Za-z\n][^\n]*{_YEAR}{_ENDS}"
    undated = rf"{_SAID}[^\n]*{_names(journals=True)}[^A-Za-z][^\n]*"
    text = clauses.text
    said = text.re_extract(rf"{after}|{before}|{later}|{undated}", 0)
    distinct = text.re_search(_DISTINCTION) & ~text.re_search(_NO_DISTINCTION)
    return clauses.select("paper", said=said, findings=text.re_search(r"(?i)\bfindings\b"), distinction=distinct)


def spelled(sayings: Table) -> Table:
    """Each name as the comment has it, in lower case, and its year, 0 for a journal's without one."""
    found = sayings.filter(sayings.said != "")
    year = found.said.re_extract(_YEAR, 0)
    short = found.said.re_search(rf"^{_SAID}").ifelse("", found.said.re_extract(r"[0129]\d", 0))
    full = ibis.cases((year != "", year), (short == "", "0"), (short.startswith("9"), "19" + short), else_="20" + short)
    first = found.said.re_extract(_names(), 0)
    name = found.said.re_search("^[12]").ifelse(found.said.re_extract(rf"{_names()}[^A-Za-z]$", 0), first)
    bare = name.re_extract(r"^.*[\w*]", 0).replace(",", "").lower()
    return found.select("paper", "findings", "distinction", name=bare, year=full.cast("int16"))


def known(spelled: Table) -> Table:
    """The same with each venue as the field writes it: (paper, findings, distinction, year, venue)."""
    venue = spelled.name.cases(*_spellings().items(), else_=spelled.name)
    return spelled.select("paper", "findings", "distinction", "year", venue=venue)


def claimed(known: Table) -> Table:
    """Papers with a claim of a venue that was held: (paper, venue, year, distinction)."""
    held = known.filter(_held(known.venue, known.year))
    named = held.findings.ifelse(held.venue + venues.FINDINGS, held.venue)
    return held.select("paper", "year", "distinction", venue=named)


def _held(venue: Column, year: Column) -> Column:
    """Whether there was one that year."""
    since = [(each.name, each.since) for each in venues.VENUES if each.since > 1970]
    parity = [(each.name, int(each.odd_years)) for each in venues.VENUES if each.odd_years is not None]
    fits = venue.cases(*parity, else_=-1)
    return (year == 0) | ((year >= venue.cases(*since, else_=1970)) & ((fits == -1) | (fits == year % 2)))


def _spellings() -> dict[str, str]:
    return {
        spelling.lower().replace(",", ""): venue.name
        for venue in venues.VENUES
        for spelling in (*venue.titles, venue.title, *venue.aliases, venue.name)
    }


@cache
def _names(*, journals: bool = False) -> str:
    """A group that matches the names; those that are words only as written."""
    chosen = [venue for venue in venues.VENUES if venue.is_journal or not journals]
    as_written = [name for venue in chosen if venue.is_word for name in (venue.name, *venue.aliases)]
    any_case = [name for venue in chosen if not venue.is_word for name in (venue.name, *venue.aliases)]
    folded = rf"(?i:{'|'.join(map(_pattern, [*_titles_of(chosen), *_longest_first(any_case)]))})"
    return rf"\b(?:{'|'.join([folded, *map(_pattern, _longest_first(as_written))])})"


@cache
def _titles() -> str:
    return rf"(?i:{'|'.join(map(_pattern, _titles_of(venues.VENUES)))})"


def _titles_of(chosen: Iterable[venues.Venue]) -> list[str]:
    return _longest_first(title for venue in chosen for title in (venue.title, *venue.titles))


def _longest_first(names: Iterable[str]) -> list[str]:
    return sorted(names, key=lambda name: (-len(name), name))


def _pattern(name: str) -> str:
    # re.escape also escapes spaces and hyphens, which RE2 may refuse.
    return re.sub(r"([.*+?()\[\]])", r"\\\1", name).replace(",", ",?")
