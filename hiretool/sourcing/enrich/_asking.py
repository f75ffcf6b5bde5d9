"""Requests to one service, at its pace, patient with what may pass and short with what will not."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hiretool.sourcing.asking import retry_after_s
from hiretool.sourcing.enrich._connection import Get, Request
from hiretool.sourcing.pace import Pace
from hiretool.sourcing.texts import plain
from hiretool.sourcing.transport import Answer, Unanswered

TRIES = 4
_FIRST_PAUSE_S = 2.0
"""Then 4 and 8 s, unless the service asks for more."""
LONGEST_PAUSE_S = 120.0
"""Figures are worth less of a wait than the search itself."""

Judge = Callable[[Answer, float], None]
"""What an answer other than 200 means, at a time: raises Again or Stopped, or returns where it concerns this one thing
only, which then counts as unknown."""


class Stopped(Exception):
    """The service gives no more answers in this run; the text says why, after its name and a colon."""


class Again(Exception):
    """Asking again may help, after so many seconds."""

    def __init__(self, problem: str, after_s: float = 0.0) -> None:
        super().__init__(problem)
        self.after_s = after_s


class Asking:
    """One service and one run of the program; the pace is kept over all processes that share the file."""

    def __init__(
        self,
        name: str,
        pace: Path,
        *,
        interval_s: float,
        headers: Mapping[str, str],
        judge: Judge,
        get: Get,
        clock: Callable[[], float],
        sleep: Callable[[float], None],
        say: Callable[[str], None],
    ) -> None:
        self._name, self._interval_s, self._headers, self._judge = name, interval_s, headers, judge
        self._get, self._clock, self._say = get, clock, say
        self._pace = Pace(pace, clock=clock, sleep=sleep)
        self.left = ""
        """How much may still be asked, in words that end a sentence; "" where the service does not say."""

    def json(self, url: str, body: object = None) -> Any:
        """The answer, as plain values; None where the service knows no such thing.

        body: to be posted as JSON. Raises: Stopped.
        """
        request = Request(url, self._headers, None if body is None else json.dumps(body).encode())
        problem = ""
        for attempt in range(1, TRIES + 1):
            if problem:
                self._say(f"{self._name}: {problem}; asking again (try {attempt} of {TRIES}).")
            try:
                return self._turn(request, attempt)
            except Again as again:
                problem = str(again)
        raise Stopped(f"{problem}, on each of {TRIES} tries")

    def _turn(self, request: Request, attempt: int) -> Any:
        with self._pace.turn(lambda _: self._say(f"Another hiretool is asking {self._name}; waiting for it.")) as turn:
            self._check(turn.pause_s())
            turn.wait(self._interval_s)
            try:
                return self._asked(request)
            except Again as again:
                pause = max(again.after_s, _FIRST_PAUSE_S * 2 ** (attempt - 1))
                turn.hold_off(pause)
                self._check(pause, problem=str(again))
                raise

    def _asked(self, request: Request) -> Any:
        try:
            answer = self._get(request)
        except Unanswered as error:
            raise Again(str(error)) from error
        self._note(answer.headers)
        if answer.status != 200:
            self._judge(answer, self._clock())
            return None
        try:
            return json.loads(answer.body)
        except (ValueError, RecursionError) as error:
            raise Again("its answer is not JSON") from error

    def _check(self, pause_s: float, problem: str = "") -> None:
        if pause_s > LONGEST_PAUSE_S:
            until = datetime.fromtimestamp(self._clock() + pause_s, UTC)
            told = f"{problem}; it" if problem else "it"
            raise Stopped(f"{told} asks for a pause until {until:%H:%M} UTC")

    def _note(self, headers: Mapping[str, str]) -> None:
        left, limit = number(headers, "X-RateLimit-Remaining"), number(headers, "X-RateLimit-Limit")
        if left is not None and limit is not None:
            self.left = f"; {left:,} of {limit:,} requests or credits are left"


def number(headers: Mapping[str, str], name: str) -> int | None:
    """The whole number in a header; None without one."""
    text = (headers.get(name) or "").strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 16 else None


def judged(answer: Answer, now: float) -> None:
    """What statuses mean to any service: 404 and 410 that it knows no such thing, 429 and 5xx that it may later."""
    if answer.status in (404, 410):
        return
    if answer.status in (408, 425, 429, 500, 502, 503, 504):
        raise Again(f"it answered {answer.status}", retry_after_s(answer.headers, now))
    reason = explanation(answer)
    raise Stopped(f"it answered {answer.status}{f' ({reason})' if reason else ''}")


def explanation(answer: Answer) -> str:
    """The reason that the service gives in its answer, cut to a line; "" if none can be read."""
    try:
        found = json.loads(answer.body)
    except (ValueError, RecursionError):
        return ""
    if not isinstance(found, dict):
        return ""
    reason = next((found[name] for name in ("message", "error") if isinstance(found.get(name), str)), "")
    return plain(reason)[:160]
