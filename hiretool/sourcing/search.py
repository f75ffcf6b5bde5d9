"""One search over however many windows it takes: the newest papers first, each once, none lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

import arxiv

from hiretool.sourcing.asking import Conduct, IncompleteError
from hiretool.sourcing.files import Reading
from hiretool.sourcing.paper import Paper, Unusable, made
from hiretool.sourcing.progress import Progress, duration
from hiretool.sourcing.query import Query
from hiretool.sourcing.windows import Window

WINDOW = 10_000
"""Papers that are read from one answer; a longer one is asked for by dates, in parts.

arXiv gives 30,000 of an answer at most (https://info.arxiv.org/help/api/user-manual.html, section 3.1.1.2), and there
were times when it refused from 10,000 on (lukasschwab/arxiv.py #11).
"""
PAGE = 100
"""Papers asked for at a time. Source: short answers grow frequent with larger pages, ContentMine/getpapers #179."""
LARGE_PAGE = 1000
"""The same where more than that many are to be read: of large pages the best, by ContentMine/getpapers #179."""
MANY = 30_000
"""Papers from which on a corpus is worth its hour."""
_LARGEST_PAGE = 2000
"""Source: https://info.arxiv.org/help/api/user-manual.html (section 3.1.1.2)."""
_DETOURS = 5
"""Parts that would not come whole and are asked for in halves, before a search is given up."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many papers at a time."""

    page: int
    large_page: int
    window: int


@dataclass(frozen=True, slots=True)
class Slice:
    """Some of an answer: how many papers the whole answer has, and those from one place in it on."""

    total: int
    entries: Sequence[arxiv.Result]


class Search:
    """Reads an answer in parts, from the newest to the oldest, until there are enough papers.

    A part that is too long for what is still wanted is cut in two at the date of the paper which, by arXiv's order, is
    the last one wanted. That order has been wrong (lukasschwab/arxiv.py #184): a cut that does not keep its promise is
    the last of this kind, and from then on parts are halved. A part whose pages do not add up to what arXiv counts, as
    when papers arrive or the order changes between two pages, is halved and asked for anew.

    ask: (query, start, how many) -> those papers. whole: the days meant; dated: whether arXiv is told of them at once.
    """

    def __init__(
        self,
        query: Query,
        *,
        ask: Callable[[str, int, int], Slice],
        whole: Window,
        dated: bool,
        limit: int,
        sizes: Sizes,
        conduct: Conduct,
        report: Reading,
    ) -> None:
        self._query, self._ask, self._whole, self._dated = query, ask, whole, dated
        self._left, self._sizes, self._conduct, self._report = limit, sizes, conduct, report
        self._progress = Progress(conduct.say, conduct.clock)
        self._seen: set[str] = set()
        self._entries = self._done = self._detours = 0
        self._wanted = limit
        self._sorted = True
        self._promised: Window | None = None

    def papers(self) -> Iterator[Paper]:
        """The newest `limit` papers. Raises: RemoteError."""
        days = f", {self._whole.first_day} to {self._whole.last_day}" if self._dated else ""
        self._conduct.say(f"Asking arXiv for {self._query}{days}")
        pending = [self._whole]
        while pending and self._left:
            part = pending.pop()
            try:
                first = self._slice(part, 0, self._sizes.page)
                if part is self._whole:
                    self._tell_size(first.total)
                if first.total > self._fitting() and part.minutes > 1:
                    pending += self._cut(part)
                    continue
                entries = self._all(part, first)
            except IncompleteError as error:
                self._detours += 1
                if part.minutes < 2 or self._detours > _DETOURS:
                    raise
                pending += self._halves(part, str(error).partition(", on each")[0])
                continue
            except _UnevenError as error:
                pending += self._halves(part, str(error))
                continue
            yield from self._newest(entries)

    def _text(self, part: Window) -> str:
        return str(self._query if part is self._whole and not self._dated else part.of(self._query))

    def _slice(self, part: Window, start: int, size: int) -> Slice:
        return self._ask(self._text(part), start, size)

    def _fitting(self) -> int:
        """Papers that a part may have to be read as a whole; two pages more than wanted cost no more than a cut."""
        return min(max(self._left + 2 * self._sizes.page, self._left * 3 // 2), self._sizes.window)

    def _cut(self, part: Window) -> tuple[Window, Window]:
        """The older and the newer part; the newer one has what is wanted, if arXiv's order by date holds."""
        if part == self._promised:
            self._conduct.say("arXiv's order by date does not hold; its papers are found by halving the dates.")
            self._sorted = False
        if not self._sorted:
            return part.cut()
        found = self._slice(part, min(self._left, self._sizes.window * 9 // 10), 1).entries
        older, newer = part.cut(found[0].published if found else None)
        self._promised = newer if found and newer.since <= found[0].published < newer.until else None
        return older, newer

    def _halves(self, part: Window, problem: str) -> tuple[Window, Window]:
        self._conduct.say(f"{problem}; asking for each half of its dates instead.")
        return part.cut()

    def _all(self, part: Window, first: Slice) -> list[arxiv.Result]:
        """Every entry of a part, each once. Raises: _UnevenError."""
        size = self._sizes.large_page if first.total > self._sizes.large_page else self._sizes.page
        if part.minutes < 2 and len(first.entries) < first.total:
            # What cannot be cut is best asked for in one piece.
            size = min(first.total, _LARGEST_PAGE)
            first = self._slice(part, 0, size)
        found: dict[str, arxiv.Result] = {}
        page, start = first, 0
        while page.entries:
            found |= {entry.entry_id: entry for entry in page.entries}
            start += len(page.entries)
            if start >= page.total:
                break
            self._tell(len(found), page.total, size)
            page = self._slice(part, start, size)
        if len(found) < page.total:
            problem = f"{len(found):,} papers came where arXiv counts {page.total:,}"
            if part.minutes > 1:
                raise _UnevenError(problem)
            self._conduct.say(f"{part.since:%Y-%m-%d %H:%M}: {problem}.")
        return list(found.values())

    def _newest(self, entries: list[arxiv.Result]) -> Iterator[Paper]:
        """Those papers among the entries of a part that are wanted and did not come yet, the newest first."""
        for entry in sorted(entries, key=_moment, reverse=True):
            if not self._left:
                return
            if entry.entry_id in self._seen:
                continue
            self._seen.add(entry.entry_id)
            self._entries += 1
            try:
                paper = _paper(entry)
            except Unusable as error:
                self._report.note(self._entries, f"{entry.entry_id}: {error}")
                continue
            # Two versions of a paper have two entry ids; and the minute after the last day is asked for too.
            if paper.id in self._seen or not self._whole.first_day <= paper.submitted <= self._whole.last_day:
                continue
            self._seen.add(paper.id)
            self._left -= 1
            self._done += 1
            self._report.read += 1
            yield paper

    def _tell_size(self, total: int) -> None:
        self._wanted = min(total, self._left)
        if not total:
            self._conduct.say("arXiv has no paper for this query.")
            return
        papers = "1 paper" if total == 1 else f"{total:,} papers"
        newest = f"; the newest {self._wanted:,} are read" if self._wanted < total else ""
        self._conduct.say(f"arXiv has {papers} for this query{newest}.")
        if self._wanted > self._sizes.window:
            self._conduct.say(f"They are asked for by date, in parts of up to {self._sizes.window:,}.")
        if self._wanted > MANY:
            self._conduct.say("So many are found sooner in a corpus on this machine: hiretool corpus harvest.")

    def _tell(self, found: int, total: int, size: int) -> None:
        """How far it is; `found` of the part that is being read, which has `total`."""
        done = min(self._done + found, self._wanted)
        # The part is read to its end, also where that is a little more than is wanted.
        pages = -(-max(total - found, self._wanted - done) // size)
        more = "1 more page" if pages == 1 else f"{pages:,} more pages"
        about = duration(pages * self._conduct.interval_s)
        self._progress.tell(f"{done:,} of {self._wanted:,} papers read; {more}, about {about}.")


class _UnevenError(Exception):
    """The pages of a part do not add up."""


def _moment(entry: arxiv.Result) -> datetime:
    return entry.published


def _paper(entry: arxiv.Result) -> Paper:
    return made(
        id=entry.entry_id,
        title=entry.title,
        abstract=entry.summary,
        authors=[author.name for author in entry.authors],
        categories=[entry.primary_category, *entry.categories],
        submitted=entry.published.date(),
        updated=entry.updated.date(),
        comment=entry.comment,
        journal_ref=entry.journal_ref,
        doi=entry.doi,
    )
