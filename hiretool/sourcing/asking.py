"""One URL -> what came of it once it passed a check, however often it had to be asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import TypeVar

from hiretool.errors import RemoteError
from hiretool.sourcing.pace import INTERVAL_S, Pace
from hiretool.sourcing.transport import Answer, Get, Unanswered

LONGEST_PAUSE_S = 300.0
"""A person decides whether to wait longer."""
TRIES = 5
"""With pauses of 3, 6, 12 and 24 s between them."""
LOCK = "next-request"
"""The file, in the folder of kept pages, that paces all processes."""

# Statuses that may pass; the others stay what they are, however often one asks.
_MAY_PASS = frozenset({408, 425, 429, 500, 502, 503, 504})

Checked = TypeVar("Checked")


class IncompleteError(RemoteError):
    """The last of all tries brought an answer, but not the whole of it."""


@dataclass(frozen=True, slots=True)
class Conduct:
    """How one asks: where the pace is kept, by which clock, how often, and who is told.

    place: folder of the lock, the same for arXiv's API and its harvesting interface, since its terms count both
    together. get: asks for a URL once. clock: seconds since 1970. say: is told in a sentence what happens.
    Source: https://info.arxiv.org/help/api/tou.html
    """

    place: Path
    get: Get
    clock: Callable[[], float]
    sleep: Callable[[float], None]
    say: Callable[[str], None]
    interval_s: float = INTERVAL_S
    tries: int = TRIES
    longest_pause_s: float = LONGEST_PAUSE_S


class Asking:
    """Asks politely, one request at a time over all processes, and believes nothing unchecked.

    check: (status 200) body -> what it holds; ValueError if it is not whole, so that asking again may help. reason:
    body of a refusal -> why. kept: what to say, when it gives up, of what was got so far.
    """

    def __init__(self, conduct: Conduct, *, reason: Callable[[bytes], str], kept: Callable[[], str]) -> None:
        self._conduct, self._reason, self._kept = conduct, reason, kept
        self._pace = Pace(conduct.place / LOCK, clock=conduct.clock, sleep=conduct.sleep)

    def answer(
        self,
        url: str,
        check: Callable[[bytes], Checked],
        *,
        known: Callable[[], Checked | None] = lambda: None,
        keep: Callable[[Checked], None] = lambda _: None,
    ) -> Checked:
        """What arXiv answered, once it passed `check`, and was kept.

        known: what another process may have got meanwhile; looked into once it is this one's turn.
        Raises: RemoteError if arXiv refuses, asks for too long a pause, or fails on every try (IncompleteError if the
        last answer was not whole); what `check` and `keep` raise, but ValueError.
        """
        conduct, problem, passing = self._conduct, "", None
        for attempt in range(1, conduct.tries + 1):
            if problem:
                conduct.say(f"arXiv: {problem}; asking again (try {attempt} of {conduct.tries}).")
            try:
                return self._turn(url, attempt, check, known, keep)
            except _Passing as error:
                problem, passing = str(error), error
        kind = IncompleteError if passing and passing.incomplete else RemoteError
        raise kind(self._text(f"arXiv: {problem}, on each of {conduct.tries} tries ({url})"))

    def _turn(
        self,
        url: str,
        attempt: int,
        check: Callable[[bytes], Checked],
        known: Callable[[], Checked | None],
        keep: Callable[[Checked], None],
    ) -> Checked:
        """One try, alone among all processes."""
        conduct = self._conduct
        with self._pace.turn(conduct.say) as turn:
            if (found := known()) is not None:
                return found
            if (pause := turn.pause_s()) > conduct.interval_s + 1:
                self._check_pause(pause)
                conduct.say(f"arXiv: waiting {pause:.0f} s, as it asked or after a failure.")
            turn.wait(conduct.interval_s)
            try:
                checked = self._asked(url, check)
            except _Passing as passing:
                turn.hold_off(max(passing.after_s, conduct.interval_s * 2 ** (attempt - 1)))
                self._check_pause(passing.after_s)
                raise
            keep(checked)
            return checked

    def _asked(self, url: str, check: Callable[[bytes], Checked]) -> Checked:
        try:
            answer = self._conduct.get(url)
        except Unanswered as error:
            raise _Passing(str(error)) from error
        if answer.status in _MAY_PASS:
            raise _Passing(f"it answered {answer.status}", retry_after_s(answer.headers, self._conduct.clock()))
        if answer.status != 200:
            raise RemoteError(self._text(f"arXiv answered {answer.status} to {url}: {self._why(answer)}"))
        try:
            return check(answer.body)
        except ValueError as error:
            raise _Passing(f"it sent a page that is not whole: {error}", incomplete=True) from error

    def _why(self, answer: Answer) -> str:
        return self._reason(answer.body) or "no reason given"

    def _check_pause(self, pause_s: float) -> None:
        if pause_s > self._conduct.longest_pause_s:
            until = datetime.fromtimestamp(self._conduct.clock() + pause_s, UTC)
            raise RemoteError(self._text(
                f"arXiv asks for a pause of {pause_s:.0f} s, until {until:%H:%M} UTC; "
                f"this command waits {self._conduct.longest_pause_s:.0f} s at most"
            ))  # fmt: skip

    def _text(self, problem: str) -> str:
        return f"{problem}. {self._kept()}"


class _Passing(Exception):
    """A failure that may pass; `after_s` is the pause that the server asked for."""

    def __init__(self, problem: str, after_s: float = 0.0, *, incomplete: bool = False) -> None:
        super().__init__(problem)
        self.after_s, self.incomplete = after_s, incomplete


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
