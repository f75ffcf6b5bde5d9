"""arXiv's API on this machine: it answers as arXiv does, by dates too, and fails in every way arXiv does."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from hiretool.sourcing import Arxiv, Paper, Query, parse
from hiretool.sourcing.transport import Answer

PAGES = Path(__file__).parent / "arxiv"
RECORDED = [(PAGES / f"page-{start}.xml").read_text(encoding="utf-8") for start in (0, 10, 20)]
REFUSED = (PAGES / "refused.xml").read_bytes()
ENTRIES = [entry for page in RECORDED for entry in re.findall(r"  <entry>.*?</entry>\n", page, re.DOTALL)]
QUERY = parse("abs:production")

_WINDOW = re.compile(r"submittedDate:\[(\d{12}) TO (\d{12})\]")

Fault = Callable[[bytes], Response]


def moment(entry: str) -> datetime:
    """When the first version came."""
    return datetime.fromisoformat(re.findall(r"<published>(.*?)</published>", entry)[0])


def invented(number: int, at: datetime) -> str:
    """An entry like the recorded ones, with its own id and moment."""
    entry = re.sub(r"abs/[\d.]+v\d+", f"abs/9901.{number:05d}v1", ENTRIES[0])
    stamp = at.strftime("%Y-%m-%dT%H:%M:%SZ")
    return re.sub(r"(<(published|updated)>).*?<", rf"\g<1>{stamp}<", entry)


def feed(start: int, size: int, entries: Sequence[str] = ENTRIES, total: int | None = None) -> bytes:
    """The answer in the form that was recorded, for any page size."""
    head = RECORDED[0][: RECORDED[0].index("  <entry>")]
    head = head.replace("start=0&amp;max_results=10", f"start={start}&amp;max_results={size}")
    head = head.replace("invented000Page", f"invented{start:03d}Page")
    counted = len(entries) if total is None else total
    for name, value in (("itemsPerPage", size), ("totalResults", counted), ("startIndex", start)):
        head = re.sub(rf"(<opensearch:{name}>)\d+", rf"\g<1>{value}", head)
    return (head + "".join(entries[start : start + size]) + "</feed>\n").encode()


def within(entries: Iterable[str], query: str, *, seconds_count: bool = True) -> list[str]:
    """Those entries that the query's dates let through.

    seconds_count: whether the last minute is meant with its seconds, or not at all, as if dates were compared as text.
    """
    found = list(entries)
    for since, until in _WINDOW.findall(query):
        first, last = (datetime.strptime(digits, "%Y%m%d%H%M").replace(tzinfo=UTC) for digits in (since, until))
        end = last + timedelta(minutes=1) if seconds_count else last
        found = [entry for entry in found if first <= moment(entry) < end]
    return found


def newest_first(entries: Iterable[str]) -> list[str]:
    return sorted(entries, key=moment, reverse=True)


def asked_of(url: str) -> tuple[str, int, int]:
    """Query, start and size of a URL."""
    asked = {name: value[0] for name, value in parse_qs(urlsplit(url).query).items()}
    return asked["search_query"], int(asked["start"]), int(asked["max_results"])


def getting(entries: Sequence[str], order: Callable[[list[str]], list[str]] = newest_first, **dates: bool) -> Any:
    """An archive without a network: what `Arxiv` takes as `get`. It has the list `asked`."""

    def get(url: str) -> Answer:
        query, start, size = asked_of(url)
        asked.append((query, start, size))
        return Answer(200, {}, feed(start, size, order(within(entries, query, **dates))))

    asked: list[tuple[str, int, int]] = []
    get.asked = asked  # type: ignore[attr-defined]
    return get


def status(code: int, body: bytes = b"busy", **headers: str) -> Fault:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda whole: Response(body, status=code, headers=named)


def truncated(whole: bytes) -> Response:
    """As long as the server says, but it ends inside an author's name."""
    end = whole.rindex(b"</name>") if b"</name>" in whole else whole.rindex(b"</authors>")
    return Response(whole[: end - 2])


def cut_off(whole: bytes) -> Response:
    """The connection ends before the answer does: an iterator, so that its length is not put right."""
    return Response(iter([whole[: len(whole) // 2]]), headers={"Content-Length": str(len(whole))})


def slow(whole: bytes) -> Response:
    time.sleep(0.3)
    return Response(whole)


def prose(whole: bytes) -> Response:
    return Response(b"Rate exceeded.")


class Time:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0
        self.slept: list[float] = []

    def clock(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.now += seconds


class Archive:
    """arXiv's API as it should be, and before that whatever faults are put into `faults`."""

    def __init__(self, server: HTTPServer, place: Path) -> None:
        self.url, self.place, self.time = server.url_for(""), place, Time()
        self.entries: Sequence[str] = ENTRIES
        self.faults: list[Fault | None] = []
        self.asked: list[tuple[int, int]] = []
        self.moments: list[float] = []
        self.agents: list[str] = []
        self.queries: list[str] = []
        self.said: list[str] = []
        server.expect_request("/api/query").respond_with_handler(self._answer)

    def _answer(self, request: Request) -> Response:
        query, start, size = asked_of(request.url)
        self.asked.append((start, size))
        self.queries.append(query)
        self.agents.append(request.headers["User-Agent"])
        self.moments.append(self.time.now)
        fault = self.faults.pop(0) if self.faults else None
        whole = feed(start, size, newest_first(within(self.entries, query)))
        return fault(whole) if fault else Response(whole, content_type="application/atom+xml")

    def client(self, **options: Any) -> Arxiv:
        given = {"page_size": 10, **options}
        clock, sleep = self.time.clock, self.time.sleep
        return Arxiv(place=self.place, url=self.url, clock=clock, sleep=sleep, say=self.said.append, **given)

    def read(self, limit: int = 100, query: Query = QUERY, **options: Any) -> list[Paper]:
        return list(self.client(**options).papers(query, limit=limit))
