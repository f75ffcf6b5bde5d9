"""One URL -> one page of results that passed every check, from the folder of kept pages or from arXiv."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

from hiretool.errors import RemoteError
from hiretool.sourcing.kept import Kept
from hiretool.sourcing.pace import INTERVAL_S, Pace
from hiretool.sourcing.page import Page, checked, explanation
from hiretool.sourcing.texts import without_emails
from hiretool.sourcing.transport import Get, Unanswered

LONGEST_PAUSE_S = 300.0
"""A person decides whether to wait longer."""
TRIES = 5
"""With pauses of 3, 6, 12 and 24 s between them."""

# Statuses that may pass; the others stay what they are, however often one asks.
_MAY_PASS = frozenset({408, 425, 429, 500, 502, 503, 504})


class Pages:
    """Asks politely, believes nothing unchecked, and keeps what it got, so that a new run goes on from there.

    place: folder for kept pages and for the lock that paces all processes. get: asks for a URL once. clock: seconds
    since 1970. say: is told in a sentence what happens.
    Source: https://info.arxiv.org/help/api/tou.html
    """

    def __init__(
        self,
        place: Path,
        *,
        get: Get,
        clock: Callable[[], float],
        sleep: Callable[[float], None],
        say: Callable[[str], None],
        interval_s: float = INTERVAL_S,
        tries: int = TRIES,
    ) -> None:
        self._get, self._clock, self._say = get, clock, say
        self._interval_s, self._tries = interval_s, tries
        self._kept = Kept(place, clock=clock)
        self._pace = Pace(place / "next-request", clock=clock, sleep=sleep)
        self.given = 0
        """Pages handed out in this run; each is kept."""

    def page(self, url: str) -> Page:
        """The page at `url`.

        Raises: RemoteError if arXiv refuses, asks for too long a pause, or fails on every try; HiretoolError if the
        folder cannot be written.
        """
        page = self._kept.get(url) or self._patiently(url)
        self.given += 1
        return page

    def _patiently(self, url: str) -> Page:
        problem = ""
        for attempt in range(1, self._tries + 1):
            if problem:
                self._say(f"arXiv: {problem}; asking again (try {attempt} of {self._tries}).")
            try:
                return self._turn(url, attempt)
            except _Passing as passing:
                problem = str(passing)
        raise self._gives_up(f"arXiv: {problem}, on each of {self._tries} tries ({url})")

    def _turn(self, url: str, attempt: int) -> Page:
        """One try, alone among all processes; while this one waited, another may have got the page."""
        with self._pace.turn(self._say) as turn:
            if page := self._kept.get(url):
                return page
            if (pause := turn.pause_s()) > self._interval_s:
                self._check(pause)
                self._say(f"arXiv: waiting {pause:.0f} s, as it asked or after a failure.")
            turn.wait(self._interval_s)
            try:
                page = self._asked(url)
            except _Passing as passing:
                turn.hold_off(max(passing.after_s, self._interval_s * 2 ** (attempt - 1)))
                self._check(passing.after_s)
                raise
            self._kept.put(url, page)
            return page

    def _asked(self, url: str) -> Page:
        try:
            answer = self._get(url)
        except Unanswered as error:
            raise _Passing(str(error)) from error
        if answer.status in _MAY_PASS:
            raise _Passing(f"it answered {answer.status}", retry_after_s(answer.headers, self._clock()))
        if answer.status != 200:
            reason = explanation(answer.body) or "no reason given"
            raise self._gives_up(f"arXiv answered {answer.status} to {url}: {reason}")
        try:
            # Addresses are taken out before anything is written to disk.
            return checked(without_emails(answer.body.decode()).encode(), url)
        except ValueError as error:
            raise _Passing(f"it sent a page that is not whole: {error}") from error

    def _check(self, pause_s: float) -> None:
        if pause_s > LONGEST_PAUSE_S:
            until = datetime.fromtimestamp(self._clock() + pause_s, UTC)
            raise self._gives_up(
                f"arXiv asks for a pause of {pause_s:.0f} s, until {until:%H:%M} UTC; "
                f"this command waits {LONGEST_PAUSE_S:.0f} s at most"
            )

    def _gives_up(self, problem: str) -> RemoteError:
        pages = "no page was" if not self.given else "1 page is" if self.given == 1 else f"{self.given} pages are"
        resume = "; the same command goes on from there, for a day" if self.given else ""
        return RemoteError(f"{problem}. {pages[0].upper()}{pages[1:]} kept{resume}.")


class _Passing(Exception):
    """A failure that may pass; `after_s` is the pause that the server asked for."""

    def __init__(self, problem: str, after_s: float = 0.0) -> None:
        super().__init__(problem)
        self.after_s = after_s


def retry_after_s(headers: Mapping[str, str], now: float) -> float:
    """Seconds that Retry-After asks for, from a number or an HTTP date; 0 if it asks for nothing that can be read.

    Source: RFC 9110, section 10.2.3
    """
    asked = (headers.get("Retry-After") or "").strip()
    if asked.isdecimal():
        return float(asked[:9])
    try:
        return max(parsedate_to_datetime(asked).timestamp() - now, 0.0)
    except (ValueError, OverflowError):
        return 0.0
