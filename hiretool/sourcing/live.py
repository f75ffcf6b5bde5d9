"""A query -> papers from arXiv's API, at the pace that arXiv asks for, however many there are."""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import arxiv
import requests

from hiretool.errors import HiretoolError
from hiretool.sourcing import kept
from hiretool.sourcing.asking import TRIES, Conduct
from hiretool.sourcing.files import Reading
from hiretool.sourcing.pace import INTERVAL_S
from hiretool.sourcing.pages import Pages
from hiretool.sourcing.paper import Paper
from hiretool.sourcing.query import Query
from hiretool.sourcing.search import LARGE_PAGE, PAGE, WINDOW, Search, Sizes, Slice
from hiretool.sourcing.transport import TIMEOUT_S, Get, getter, server
from hiretool.sourcing.windows import FIRST_DAY, days_of, of_days

SERVER = "https://export.arxiv.org"
SERVER_ENVIRONMENT = "HIRETOOL_ARXIV_URL"
LIMIT = 1_000_000
"""Papers per search; more than that, `corpus harvest` brings sooner."""


class Arxiv(arxiv.Client):
    """arxiv.Client with our own transport: paced over all processes, retried, checked, and kept for a day.

    place: folder for kept pages, see `kept.folder`. url: server, else HIRETOOL_ARXIV_URL, else arXiv's. contact: where
    arXiv can reach who asks, else HIRETOOL_CONTACT. say: is told in a sentence what happens and how long it takes.
    get, clock, sleep: the network and the time, for tests.
    """

    def __init__(
        self,
        *,
        place: Path | None = None,
        url: str | None = None,
        contact: str | None = None,
        say: Callable[[str], None] = lambda sentence: None,
        get: Get | None = None,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
        timeout_s: tuple[float, float] = TIMEOUT_S,
        interval_s: float = INTERVAL_S,
        tries: int = TRIES,
        page_size: int | None = None,
        window: int = WINDOW,
    ) -> None:
        super().__init__(page_size=page_size or PAGE, delay_seconds=0, num_retries=0)
        address = server(url, environment=SERVER_ENVIRONMENT, default=SERVER).removesuffix("/api/query")
        self.query_url_format = address + "/api/query?{}"
        self._sizes = Sizes(page=page_size or PAGE, large_page=page_size or LARGE_PAGE, window=window)
        conduct = Conduct(
            place or kept.folder(),
            get=get or getter(contact=contact, timeout_s=timeout_s),
            clock=clock,
            sleep=sleep,
            say=say,
            interval_s=interval_s,
            tries=tries,
        )
        self._conduct, self._checked = conduct, _Checked(Pages(conduct))
        # The one private name of the package that is used; most tests of this module fail if it means nothing any more.
        self._session = self._checked

    def papers(
        self,
        query: Query,
        *,
        limit: int = 1000,
        since: date | None = None,
        until: date | None = None,
        report: Reading | None = None,
    ) -> Iterator[Paper]:
        """The newest papers, `limit` at most, that arXiv finds for the query, each once, the newest first.

        since, until: days of the first version (UTC), both included. report: counts them, as for files. Whether arXiv's
        own sorting works (it did not in November 2025: lukasschwab/arxiv.py #184) makes no difference but in time.
        Raises: HiretoolError if `limit` is not in 1..1000000; RemoteError when all tries are used up.
        """
        if not 1 <= limit <= LIMIT:
            raise HiretoolError(f"limit: expected 1 to {LIMIT:,} papers, got {limit:,}")
        if since and until and since > until:
            raise HiretoolError(f"since: {since} is after until, {until}")
        # arXiv has one filter by date: what the query says of days goes into the same range.
        first, last = days_of(query)
        since, until = max(since or FIRST_DAY, first, FIRST_DAY), min(until or self._tomorrow(), last, self._tomorrow())
        if since > until:
            self._conduct.say(f"No paper can match: its days would be {since} to {until}.")
            return iter(())
        search = Search(
            query,
            ask=self._slice,
            whole=of_days(since, until),
            dated=(since, until) != (FIRST_DAY, self._tomorrow()),
            limit=limit,
            sizes=self._sizes,
            conduct=self._conduct,
            report=Reading() if report is None else report,
        )
        return search.papers()

    def _tomorrow(self) -> date:
        """The last day that a paper can be of, anywhere on Earth and by any clock."""
        return datetime.fromtimestamp(self._conduct.clock(), UTC).date() + timedelta(days=1)

    def _slice(self, text: str, start: int, size: int) -> Slice:
        self.page_size = size
        search = arxiv.Search(text, max_results=start + size, sort_by=arxiv.SortCriterion.SubmittedDate)
        entries = list(self.results(search, offset=start))
        return Slice(self._checked.total, entries)


class _Checked(requests.Session):
    """Hands arxiv.Client nothing but pages that passed our checks."""

    def __init__(self, pages: Pages) -> None:
        super().__init__()
        self._pages = pages
        self.total = 0

    def get(self, url: str | bytes, **_: Any) -> requests.Response:
        page = self._pages.page(str(url))
        self.total = page.total
        response = requests.Response()
        response.status_code, response.url, response.raw = 200, str(url), io.BytesIO(page.body)
        return response
