"""All of arXiv, or what changed in it -> papers, page by page, so that any interruption costs one page."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from urllib.parse import urlencode

from hiretool.errors import HiretoolError, RemoteError
from hiretool.sourcing import oai
from hiretool.sourcing.asking import Asking, Conduct
from hiretool.sourcing.harvest_page import HarvestedPage, explanation, whole
from hiretool.sourcing.pace import INTERVAL_S
from hiretool.sourcing.paper import Paper
from hiretool.sourcing.progress import Progress, duration
from hiretool.sourcing.transport import Get, getter, server

SERVER = "https://oaipmh.arxiv.org/oai"
"""Its address since March 2025. Source: https://info.arxiv.org/help/oa/index.html"""
SERVER_ENVIRONMENT = "HIRETOOL_OAI_URL"
TRIES = 8
"""With pauses of 3 s, 6 s and so on to 192 s between them: nobody sits beside a harvest."""
LONGEST_PAUSE_S = 1800.0
TIMEOUT_S = (5.0, 120.0)
"""To connect; between two pieces of the answer: a page has 2,500 records."""
EARLIEST = date(2005, 9, 16)
"""The first datestamp that a record has; arXiv refuses earlier ones. Source: https://info.arxiv.org/help/oa/index.html"""

_SET = re.compile(r"[a-z]+(?:-[a-z]+)*(?::[a-z]+(?:-[a-z]+)*(?::[A-Za-z]+(?:-[a-z]+)*)?)?")
_CATEGORY = re.compile(r"([a-z]+(?:-[a-z]+)*)\.([A-Za-z]+(?:-[a-z]+)*)")
_GROUPS = frozenset({"cs", "econ", "eess", "math", "q-bio", "q-fin", "stat"})
"""Archives that are groups of their own; the others belong to physics."""


@dataclass(frozen=True, slots=True)
class Harvested:
    """One page. Write the papers away and `stamp` for its set at once (in one transaction), or neither."""

    papers: list[Paper]
    bad: list[tuple[str, str]]
    """(id, reason) of each record that is of no use."""
    deleted: list[str]
    """Ids of papers that arXiv took back."""
    set: str
    """As it was asked for; "" for all of arXiv."""
    stamp: date | None
    """Day from which to harvest the set again if nothing comes after this page; None for its beginning.

    It counts on arXiv's own order, by day, on which its tokens count as well (arXiv/oaipmh, fetch_list.py); a list that
    turns out not to be in order takes it back to the day of the start.
    """
    last: bool
    """Whether the set ends with this page."""
    pages: int
    """Of this run so far, over all sets, this one among them; so are the next two."""
    records: int
    bytes: int


def harvest(
    place: Path,
    *,
    since: date | Mapping[str, date] | None = None,
    until: date | None = None,
    sets: Sequence[str] = (),
    url: str | None = None,
    contact: str | None = None,
    get: Get | None = None,
    clock: Callable[[], float] = time.time,
    sleep: Callable[[float], None] = time.sleep,
    say: Callable[[str], None] = lambda sentence: None,
    interval_s: float = INTERVAL_S,
    tries: int = TRIES,
) -> Iterator[Harvested]:
    """Every record that arXiv's harvesting interface has in the sets, or in all of arXiv, page by page.

    place: folder of the lock that paces all processes, see `kept.folder`; nothing else is written there. since, until:
    days of the last change of a record (not of a paper), both included; since: for all sets, or for each by name.
    sets: names such as cs, cs:cs:LG or cs.LG. url: address, else HIRETOOL_OAI_URL, else arXiv's. contact: where arXiv
    can reach who asks, else HIRETOOL_CONTACT. say: is told in a sentence what happens. get, clock, sleep: the network
    and the time, for tests.

    To go on after any interruption, also kill -9, and for each daily update: call it again with the stamps that were
    written away, since={page.set: page.stamp}. The last day comes again, and a paper in two sets comes twice: take
    papers by id, the later record in place of the earlier.

    A record that arXiv changes in the seconds between two pages of its own day can push a neighbour past the border of
    the pages (arXiv resumes by counting); what is harvested anew from time to time mends that.
    Raises: HiretoolError for a set's name, an address, or dates that cannot be; RemoteError while reading, when arXiv
    refuses or fails on every try.
    Source: https://info.arxiv.org/help/oa/index.html, https://www.openarchives.org/OAI/openarchivesprotocol.html
    """
    begins = _begins(sets, since)
    for begin in begins.values():
        if begin and until and begin > until:
            raise HiretoolError(f"since: {begin} is after until, {until}")
    address = server(url, environment=SERVER_ENVIRONMENT, default=SERVER)
    conduct = Conduct(
        place,
        get=get or getter(contact=contact, timeout_s=TIMEOUT_S),
        clock=clock,
        sleep=sleep,
        say=say,
        interval_s=interval_s,
        tries=tries,
        longest_pause_s=LONGEST_PAUSE_S,
    )
    try:
        place.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise HiretoolError(f"{place}: the pace of requests cannot be kept there ({error.strerror})") from error
    return _Harvest(conduct, address, until).pages(begins)


def oai_set(name: str) -> str:
    """The harvesting interface's name of a set or category.

    >>> [oai_set(name) for name in ("cs.LG", "astro-ph.GA", "hep-th", "stat", "cs:cs:LG")]
    ['cs:cs:LG', 'physics:astro-ph:GA', 'physics:hep-th', 'stat', 'cs:cs:LG']
    """
    found = _CATEGORY.fullmatch(name)
    archive = found[1] if found else name
    if ":" not in name and _SET.fullmatch(archive):
        group = archive if archive in _GROUPS or archive == "physics" else "physics"
        if found:
            return f"{group}:{archive}:{found[2]}"
        return archive if group == archive else f"{group}:{archive}"
    if not _SET.fullmatch(name):
        raise HiretoolError(f"set: expected a name such as cs, cs.LG, stat.ML or physics:hep-th, got {name!r}")
    return name


def _begins(sets: Sequence[str], since: date | Mapping[str, date] | None) -> dict[str, date | None]:
    """Set, as arXiv calls it -> its first day."""
    if isinstance(since, Mapping):
        return {oai_set(name): since.get(oai_set(name), since.get(name)) for name in sets} or {"": since.get("")}
    return dict.fromkeys(map(oai_set, sets), since) or {"": since}


class _Harvest:
    """The pages of one run."""

    def __init__(self, conduct: Conduct, url: str, until: date | None) -> None:
        self._conduct, self._url, self._until = conduct, url, until
        self._asking = Asking(conduct, reason=explanation, kept=self._told)
        self._progress = Progress(conduct.say, conduct.clock, every_s=30)
        self._pages = self._records = self._bytes = self._papers = self._deleted = self._bad = 0
        self._stamp: date | None = None
        self._began_at = conduct.clock()

    def pages(self, begins: Mapping[str, date | None]) -> Iterator[Harvested]:
        """The pages of each set from its day on. Raises: RemoteError."""
        for name, begin in begins.items():
            self._tell_begin(name, begin)
            yield from self._set(name, begin)
        self._conduct.say(
            f"Harvested {_count(self._papers, 'paper')} in {_count(self._pages, 'page')}; "
            f"{self._deleted:,} deleted, {self._bad:,} of no use."
        )

    def _set(self, name: str, begin: date | None) -> Iterator[Harvested]:
        self._stamp, newest, token, ordered = begin, date.min, None, True
        expired_at: date | str | None = "never"
        while True:
            page = self._asking.answer(self._asked_by(name, token), partial(whole, token=token))
            if page.code == "badResumptionToken":
                # They are good until midnight (UTC); from then on one begins anew at the last day that came.
                if expired_at == self._stamp:
                    raise RemoteError(f"arXiv takes back the tokens that it gives ({self._url}). {self._told()}")
                self._conduct.say(f"arXiv's token has expired; going on from {self._stamp or 'the beginning'}.")
                token, newest, expired_at = None, date.min, self._stamp
                continue
            if page.code == "noRecordsMatch":
                return
            # By arXiv's own order the days never fall. Where they do, what comes later may be older than what came.
            ordered = ordered and [newest, *page.changed] == sorted([newest, *page.changed])
            newest = max([newest, *page.changed])
            self._stamp = newest if (ordered or page.token is None) and newest > date.min else begin
            self._count(page)
            yield Harvested(
                page.papers, page.bad, page.deleted, set=name, stamp=self._stamp, last=page.token is None,
                pages=self._pages, records=self._records, bytes=self._bytes,
            )  # fmt: skip
            if page.token is None:
                return
            self._tell(page.size)
            token = page.token

    def _asked_by(self, name: str, token: str | None) -> str:
        asked = {"verb": "ListRecords"}
        if token is not None:
            return f"{self._url}?{urlencode(asked | {'resumptionToken': token})}"
        asked["metadataPrefix"] = oai.FORMAT
        if self._stamp and self._stamp > EARLIEST:
            asked["from"] = self._stamp.isoformat()
        if self._until:
            asked["until"] = self._until.isoformat()
        if name:
            asked["set"] = name
        return f"{self._url}?{urlencode(asked)}"

    def _count(self, page: HarvestedPage) -> None:
        self._pages += 1
        self._records += page.records
        self._bytes += page.bytes
        self._papers += len(page.papers)
        self._deleted += len(page.deleted)
        self._bad += len(page.bad)

    def _tell_begin(self, name: str, begin: date | None) -> None:
        what = f"arXiv's set {name}" if name else "all of arXiv"
        if begin and begin > EARLIEST:
            self._conduct.say(f"Harvesting what changed in {what} since {begin}.")
        elif name:
            self._conduct.say(f"Harvesting {what}: 2,500 records a page, one page in 3 s at most.")
        else:
            # 2,500 records a page: arXiv/oaipmh, oaipmh/data/oai_config.py.
            self._conduct.say("Harvesting all of arXiv: 3 million records, 1,200 pages, an hour or more.")

    def _tell(self, size: int | None) -> None:
        seconds = max(self._conduct.clock() - self._began_at, 0.001)
        rate = self._records / seconds
        of = f" of {size:,}" if size else ""
        left = f", {duration((size - self._records) / rate)} left" if size and size > self._records and rate else ""
        newest = f"; newest change {self._stamp}" if self._stamp else ""
        self._progress.tell(
            f"{self._records:,}{of} records, {self._bytes / 1e6:,.0f} MB, {rate:,.0f} records/s{left}{newest}."
        )

    def _told(self) -> str:
        came = f"{_count(self._records, 'record')} came before that; " if self._records else ""
        text = f"{came}the same command goes on from {self._stamp or 'the beginning'}."
        return text[0].upper() + text[1:]


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
