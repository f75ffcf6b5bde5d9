"""Searches that are longer than arXiv answers at once, and arXiv's order by date, which nothing may depend on."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pytest_httpserver import HTTPServer
from werkzeug import Response

from hiretool.errors import RemoteError
from hiretool.sourcing import Arxiv, parse
from hiretool.sourcing.windows import Window, of_days
from tests.fake_arxiv import QUERY, Archive, Time, asked_of, getting, invented, moment, newest_first, status

MORNING = datetime(2026, 5, 1, 6, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def entries(minutes: Sequence[int], *, seconds: int = 0) -> list[str]:
    """Papers that came so many minutes after a certain morning."""
    return [
        invented(number, MORNING + after * MINUTE + timedelta(seconds=seconds)) for number, after in enumerate(minutes)
    ]


def id_of(entry: str) -> str:
    return entry.partition("/abs/")[2].partition("v1")[0]


@pytest.fixture
def archive(httpserver: HTTPServer, tmp_path: Path) -> Iterator[Archive]:
    yield Archive(httpserver, tmp_path / "kept")
    httpserver.check_assertions()


def ascending(found: list[str]) -> list[str]:
    return sorted(found, key=moment)


def by_id(found: list[str]) -> list[str]:
    """What arXiv's sorting did in November 2025: an order, but not the one that was asked for."""
    return sorted(found, key=lambda entry: crc32(id_of(entry).encode()))


def restless(seed: int) -> Callable[[list[str]], list[str]]:
    """Another order each time."""
    source = random.Random(seed)
    return lambda found: source.sample(found, len(found))


orders = st.sampled_from([newest_first, ascending, by_id]) | st.integers(0, 9).map(restless)


@given(
    minutes=st.lists(st.integers(0, 40) | st.integers(0, 60_000), max_size=30),
    limit=st.integers(1, 40),
    page=st.integers(2, 7),
    window=st.integers(3, 20),
    order=orders,
    seconds=st.sampled_from([0, 1, 59]),
    seconds_count=st.booleans(),
    days=st.none() | st.tuples(st.integers(0, 20), st.integers(0, 30)),
)
@example([0] * 9, 9, 2, 3, restless(1), 0, True, None)
@settings(max_examples=120, deadline=None)
def test_exactly_the_newest_papers_come_each_once_whatever_the_archive_and_its_order(
    minutes: list[int],
    limit: int,
    page: int,
    window: int,
    order: Callable[[list[str]], list[str]],
    seconds: int,
    seconds_count: bool,
    days: tuple[int, int] | None,
) -> None:
    archive = entries(minutes, seconds=seconds)
    since, until = (MORNING.date() + timedelta(days=day) for day in (days[0], sum(days))) if days else (None, None)
    get = getting(archive, order, seconds_count=seconds_count)
    with tempfile.TemporaryDirectory() as place:
        clock = Time()
        client = Arxiv(place=Path(place), get=get, clock=clock.clock, sleep=clock.sleep, page_size=page, window=window)
        found = list(client.papers(QUERY, limit=limit, since=since, until=until))
    matching = [entry for entry in archive if not since or not until or since <= moment(entry).date() <= until]
    came = {paper.id: paper for paper in found}
    assert len(came) == len(found) == min(limit, len(matching))
    # Which of the papers of one moment come, where not all are wanted, is left open.
    moments = {id_of(entry): moment(entry) for entry in matching}
    assert [moments[paper.id] for paper in found] == sorted(moments.values(), reverse=True)[:limit]


@given(st.integers(0, 5000), st.integers(1, 5000), st.integers(-10, 10_010) | st.none())
def test_two_parts_of_a_window_have_each_of_its_minutes_once(start: int, length: int, at: int | None) -> None:
    window = Window(MORNING + start * MINUTE, MORNING + (start + length) * MINUTE)
    assert window.minutes == length
    if length == 1:
        with pytest.raises(ValueError, match="one minute"):
            window.cut()
        return
    older, newer = window.cut(None if at is None else MORNING + at * MINUTE + timedelta(seconds=30))
    assert (older.since, older.until, newer.until) == (window.since, newer.since, window.until)
    assert min(older.minutes, newer.minutes) >= 1
    if at is not None and start < at < start + length:
        assert newer.since == MORNING + at * MINUTE


def test_a_window_is_said_and_means_the_same_here_and_there() -> None:
    window = of_days(date(2026, 5, 1), date(2026, 5, 2))
    assert str(window.of(parse("a OR b"))) == "(all:a OR all:b) AND submittedDate:[202605010000 TO 202605030000]"
    assert (
        str(window.of(parse("a ANDNOT b"))) == "(all:a ANDNOT all:b) AND submittedDate:[202605010000 TO 202605030000]"
    )


def test_a_search_in_order_takes_two_requests_more_than_its_pages(archive: Archive) -> None:
    archive.entries = entries(range(200))
    assert len(archive.read(limit=40)) == 40
    assert archive.asked == [(0, 10), (40, 1), (0, 10), (10, 10), (20, 10), (30, 10), (40, 10)]
    assert not [sentence for sentence in archive.said if "order" in sentence]


def test_more_papers_than_one_answer_may_have_are_read_in_parts(archive: Archive) -> None:
    archive.entries = entries([minute * 7 for minute in range(120)])
    found = archive.read(limit=1000, window=50)
    assert [paper.id for paper in found] == [f"9901.{number:05d}" for number in reversed(range(120))]
    assert max(start for start, _ in archive.asked) <= 50
    # Of three parts, the two that were cut were asked for one page and for the place of the cut.
    assert len(archive.asked) == 12 + 2 * 2 + 1


def test_parts_and_time_left_are_said(archive: Archive) -> None:
    archive.entries = entries(range(120))
    archive.read(limit=1000, window=50)
    assert archive.said == [
        "Asking arXiv for abs:production",
        "arXiv has 120 papers for this query.",
        "They are asked for by date, in parts of up to 50.",
        "10 of 120 papers read; 11 more pages, about 33 s.",
        "56 of 120 papers read; 7 more pages, about 21 s.",
        "101 of 120 papers read; 2 more pages, about 6 s.",
    ]
    assert max(map(len, archive.said)) < 80


def test_an_order_that_does_not_hold_is_noticed_and_said_once(tmp_path: Path) -> None:
    said: list[str] = []
    clock = Time()
    get = getting(entries(range(300)), ascending)
    client = Arxiv(place=tmp_path, get=get, say=said.append, clock=clock.clock, sleep=clock.sleep, page_size=10)
    found = list(client.papers(QUERY, limit=20))
    assert [paper.id for paper in found] == [f"9901.{number:05d}" for number in reversed(range(280, 300))]
    assert said.count("arXiv's order by date does not hold; its papers are found by halving the dates.") == 1
    assert len(get.asked) < 40


def test_a_page_that_never_comes_whole_is_gone_round(archive: Archive) -> None:
    """As in JosePizarro3/pyrxiv #20: one place and size of page fails for good, its neighbours do not."""
    archive.entries = entries(range(30))
    short = Response("<feed/>")

    def answer(whole: bytes) -> Response:
        return (
            short if archive.asked[-1] == (10, 10) and "submittedDate" not in archive.queries[-1] else Response(whole)
        )

    archive.faults = [answer] * 100
    assert len({paper.id for paper in archive.read()}) == 30
    assert [sentence for sentence in archive.said if sentence.endswith("asking for each half of its dates instead.")]


def test_a_server_that_sends_nothing_whole_is_given_up(archive: Archive) -> None:
    archive.faults = [lambda whole: Response(b"<feed/>")] * 1000
    with pytest.raises(RemoteError, match="a page that is not whole"):
        archive.read()
    assert len(archive.asked) <= 6 * 5


def test_a_server_that_is_out_of_order_is_not_asked_for_halves(archive: Archive) -> None:
    archive.faults = [status(503)] * 100
    with pytest.raises(RemoteError, match="it answered 503, on each of 5 tries"):
        archive.read()
    assert len(archive.asked) == 5


def test_papers_of_one_minute_are_asked_for_in_one_piece(tmp_path: Path) -> None:
    """What cannot be cut any more."""
    clock = Time()
    get = getting(entries([5] * 25 + [900]), restless(3))
    client = Arxiv(place=tmp_path, get=get, clock=clock.clock, sleep=clock.sleep, page_size=4, window=8)
    assert len({paper.id for paper in client.papers(QUERY, limit=100)}) == 26
    assert (0, 25) in {asked[1:] for asked in get.asked}


def test_large_answers_are_read_in_large_pages(tmp_path: Path) -> None:
    """100 papers at first; then, if there are more than 1,000, as many at a time."""
    clock = Time()
    get = getting(entries(range(2500)))
    client = Arxiv(place=tmp_path, get=get, clock=clock.clock, sleep=clock.sleep)
    assert len(list(client.papers(QUERY, limit=5000))) == 2500
    assert [asked[1:] for asked in get.asked] == [(0, 100), (100, 1000), (1100, 1000), (2100, 1000)]


def test_an_interrupted_search_in_parts_asks_for_nothing_twice(archive: Archive) -> None:
    archive.entries = entries(range(120))
    archive.faults = [None] * 9 + [status(503)] * 5
    with pytest.raises(RemoteError):
        archive.read(limit=1000, window=50)
    before = len(archive.asked) - 5
    found = archive.read(limit=1000, window=50)
    assert len({paper.id for paper in found}) == 120
    assert before == 9
    assert len(archive.asked) - 5 == 12 + 2 * 2 + 1


def test_every_url_has_one_range_of_dates_at_most(archive: Archive) -> None:
    archive.entries = entries(range(120))
    archive.read(limit=1000, window=20)
    assert max(query.count("submittedDate") for query in archive.queries) == 1


def test_the_test_archive_reads_urls_as_arxiv_does() -> None:
    assert asked_of("http://host/api/query?search_query=a+AND+b&id_list=&start=3&max_results=7") == ("a AND b", 3, 7)
