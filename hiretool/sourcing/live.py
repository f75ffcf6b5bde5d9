"""A query -> papers from arXiv's API, at the pace that arXiv asks for."""

from __future__ import annotations

import io
import os
import time
from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import arxiv
import requests

from hiretool.errors import HiretoolError
from hiretool.sourcing import kept
from hiretool.sourcing.files import Reading
from hiretool.sourcing.pace import INTERVAL_S
from hiretool.sourcing.pages import TRIES, Pages
from hiretool.sourcing.paper import Paper, Unusable, made
from hiretool.sourcing.query import Query
from hiretool.sourcing.transport import TIMEOUT_S, Get, getter

SERVER = "https://export.arxiv.org"
SERVER_ENVIRONMENT = "HIRETOOL_ARXIV_URL"
CONTACT_ENVIRONMENT = "HIRETOOL_CONTACT"
LIMIT = 30_000
"""Papers per query. Source: https://info.arxiv.org/help/api/user-manual.html (section 3.1.1.2)."""
PAGE = 100
"""Papers asked for at a time. Source: short answers grow frequent with larger pages, ContentMine/getpapers #179."""
_FIRST_PAPER = date(1991, 8, 1)
_NO_END = date(2099, 12, 31)


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
        page_size: int = PAGE,
    ) -> None:
        super().__init__(page_size=page_size, delay_seconds=0, num_retries=0)
        self.query_url_format = _server(url or os.environ.get(SERVER_ENVIRONMENT) or SERVER) + "/api/query?{}"
        self._say, self._interval_s, self._largest_page = say, interval_s, page_size
        pages = Pages(
            place or kept.folder(),
            get=get or getter(contact=contact or os.environ.get(CONTACT_ENVIRONMENT), timeout_s=timeout_s),
            clock=clock,
            sleep=sleep,
            say=say,
            interval_s=interval_s,
            tries=tries,
        )
        self._checked = _Checked(pages)
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
        """At most `limit` papers that arXiv finds for the query, each once, the newest first if its sorting works.

        since, until: days of the first version (UTC), both included. report: counts them, as for files.
        Raises: HiretoolError if `limit` is not in 1..30000; RemoteError when all tries are used up.
        """
        if not 1 <= limit <= LIMIT:
            raise HiretoolError(f"limit: expected 1 to {LIMIT} (what arXiv gives for one query), got {limit}")
        if since or until:
            query = query.within(since or _FIRST_PAPER, until or _NO_END)
        return islice(self._found(str(query), limit, Reading() if report is None else report), limit)

    def _found(self, query: str, limit: int, report: Reading) -> Iterator[Paper]:
        self._say(f"Asking arXiv for {query}")
        self.page_size = min(self._largest_page, limit)
        search = arxiv.Search(query, max_results=None, sort_by=arxiv.SortCriterion.SubmittedDate)
        seen: set[str] = set()
        try:
            for number, result in enumerate(self.results(search), 1):
                if number % self.page_size == 1 or self.page_size == 1:
                    self._tell(number - 1, limit)
                try:
                    paper = _paper(result)
                except Unusable as error:
                    report.note(number, f"{result.entry_id}: {error}")
                    continue
                # Results move to the next page when papers arrive while one reads.
                if paper.id not in seen:
                    seen.add(paper.id)
                    report.read += 1
                    yield paper
        except arxiv.UnexpectedEmptyPageError:
            # The page passed the check, so by now arXiv counts fewer papers than on its first page.
            return
        if not seen:
            self._say("arXiv has no paper for this query.")

    def _tell(self, done: int, limit: int) -> None:
        total = self._checked.total
        wanted = min(total, limit)
        pages = -(-(wanted - done) // self.page_size) - 1
        if done == 0:
            only = f", of which {wanted} are read" if wanted < total else ""
            self._say(f"arXiv has {total} papers for this query{only}.")
        if pages > 0:
            more = f"{pages} more page{'s' * (pages > 1)}"
            self._say(f"{done} of {wanted} papers read; {more}, about {pages * self._interval_s:.0f} s or less.")


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


def _paper(result: arxiv.Result) -> Paper:
    return made(
        id=result.entry_id,
        title=result.title,
        abstract=result.summary,
        authors=[author.name for author in result.authors],
        categories=[result.primary_category, *result.categories],
        submitted=result.published.date(),
        updated=result.updated.date(),
        comment=result.comment,
        journal_ref=result.journal_ref,
        doi=result.doi,
    )


def _server(url: str) -> str:
    """Raises: HiretoolError if it is no address of a server."""
    if urlsplit(url).scheme not in ("http", "https") or not urlsplit(url).netloc or "{" in url:
        raise HiretoolError(f"{SERVER_ENVIRONMENT}: expected an address such as {SERVER}, got {url!r}")
    return url.rstrip("/").removesuffix("/api/query")
