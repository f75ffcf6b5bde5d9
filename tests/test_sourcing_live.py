"""The client of arXiv against a real server on this machine that fails in every way arXiv does."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from email.utils import format_datetime
from itertools import pairwise
from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Response

from hiretool import __version__
from hiretool.errors import HiretoolError, RemoteError
from hiretool.sourcing import Reading, papers, parse
from hiretool.sourcing.asking import retry_after_s
from hiretool.sourcing.pace import Pace
from hiretool.sourcing.transport import user_agent
from tests.fake_arxiv import (
    PAGES,
    QUERY,
    RECORDED,
    REFUSED,
    Archive,
    Fault,
    cut_off,
    feed,
    invented,
    prose,
    slow,
    status,
    truncated,
)

EVERY = [paper for name in ("page-0.xml", "page-10.xml", "page-20.xml") for paper in papers(PAGES / name)]

IMPATIENT = (5.0, 0.2)
"""Seconds to connect and to answer; other tests keep the client's own, so that a busy machine fails none."""


def without_its_last_entry(whole: bytes) -> Response:
    return Response(whole[: whole.rindex(b"  <entry>")] + b"</feed>\n")


def without_entries(whole: bytes) -> Response:
    return Response(whole[: whole.index(b"  <entry>")] + b"</feed>\n")


def without_a_total(whole: bytes) -> Response:
    return Response(re.sub(rb"  <opensearch:totalResults>.*\n", b"", whole))


@pytest.fixture
def archive(httpserver: HTTPServer, tmp_path: Path) -> Iterator[Archive]:
    yield Archive(httpserver, tmp_path / "kept")
    httpserver.check_assertions()


def test_the_server_of_these_tests_answers_in_the_recorded_form() -> None:
    assert [feed(start, 10).decode() for start in (0, 10, 20)] == RECORDED


def test_all_pages_are_read_and_mean_what_the_same_pages_mean_in_files(archive: Archive) -> None:
    assert archive.read() == EVERY
    assert archive.asked == [(0, 10), (10, 10), (20, 10)]


def test_requests_start_three_seconds_apart(archive: Archive) -> None:
    archive.read()
    gaps = [later - earlier for earlier, later in pairwise(archive.moments)]
    assert all(3 <= gap < 3.2 for gap in gaps)
    assert len(gaps) == 2


FAULTS: dict[str, Fault] = {
    "503": status(503),
    "503 with a pause": status(503, Retry_After="7"),
    "429 with a date": status(
        429, Retry_After=format_datetime(datetime(2027, 1, 15, 8, 0, 20, tzinfo=UTC), usegmt=True)
    ),
    "500": status(500),
    "no entries": without_entries,
    "a short page": without_its_last_entry,
    "no total": without_a_total,
    "truncated XML": truncated,
    "a cut connection": cut_off,
    "prose with status 200": prose,
}


@pytest.mark.parametrize("page", [0, 1, 2])
@pytest.mark.parametrize("name", FAULTS)
def test_nothing_is_lost_doubled_or_cut_by_a_fault(archive: Archive, name: str, page: int) -> None:
    archive.faults = [None] * page + [FAULTS[name]]
    assert archive.read() == EVERY
    assert len(archive.asked) == 4


@pytest.mark.parametrize(
    ("fault", "problem"),
    [
        (cut_off, "its answer broke off"),
        (status(502), "it answered 502"),
        (truncated, "it sent a page that is not whole: not well-formed XML, line 2"),
        (without_its_last_entry, "it sent a page that is not whole: 9 papers where 10 were due"),
        (without_entries, "it sent a page that is not whole: 0 papers where 10 were due"),
    ],
)
def test_what_went_wrong_is_said(archive: Archive, fault: Fault, problem: str) -> None:
    archive.faults = [fault]
    archive.read(limit=10)
    assert archive.said[1].startswith(f"arXiv: {problem}")


def test_nothing_is_lost_doubled_or_cut_when_everything_fails_in_turn(archive: Archive) -> None:
    faults = list(FAULTS.values())
    archive.faults = [*faults[:4], None, *faults[4:8], None, *faults[8:], slow]
    assert archive.read(timeout_s=IMPATIENT) == EVERY


def test_a_server_that_does_not_answer_is_asked_again(archive: Archive) -> None:
    archive.faults = [None, slow]
    assert archive.read(timeout_s=IMPATIENT) == EVERY
    assert len(archive.asked) > 3
    assert "arXiv: it gave no answer within 0.2 s; asking again (try 2 of 5)." in archive.said


@pytest.mark.parametrize(
    ("fault", "pause"),
    [
        (status(503, Retry_After="17"), 17),
        (status(429, Retry_After="17"), 17),
        (status(429, Retry_After=format_datetime(datetime(2027, 1, 15, 8, 0, 46, tzinfo=UTC), usegmt=True)), 39.8),
        (status(503, Retry_After="soon"), 3),
        (status(503, Retry_After="-5"), 3),
        (status(503), 3),
    ],
)
def test_the_pause_that_arxiv_asks_for_is_kept(archive: Archive, fault: Fault, pause: float) -> None:
    """The clock of these tests stands at 2027-01-15 08:00:00 UTC, and 6 s later when the third page is asked for."""
    archive.faults = [None, None, fault]
    archive.read()
    assert archive.time.slept[-1] == pytest.approx(pause)
    assert archive.asked == [(0, 10), (10, 10), (20, 10), (20, 10)]


def test_pauses_double_and_then_it_gives_up_saying_how_often_it_tried(archive: Archive) -> None:
    archive.faults = [status(503)] * 9
    with pytest.raises(RemoteError, match=r"it answered 503, on each of 5 tries .*No page was kept\."):
        archive.read()
    assert archive.time.slept == [3, 6, 12, 24]
    assert len(archive.asked) == 5
    assert archive.said[1] == "arXiv: it answered 503; asking again (try 2 of 5)."


def test_a_pause_of_an_hour_is_not_waited_for_and_nobody_asks_meanwhile(archive: Archive) -> None:
    archive.faults = [status(429, Retry_After="3600")]
    with pytest.raises(RemoteError, match=r"a pause of 3600 s, until 09:00 UTC; this command waits 300 s at most"):
        archive.read()
    with pytest.raises(RemoteError, match="pause of 3600 s"):
        archive.read()
    assert (archive.time.slept, len(archive.asked)) == ([], 1)


def test_a_bad_request_is_not_repeated_and_the_reason_is_passed_on(archive: Archive) -> None:
    archive.faults = [status(400, REFUSED)]
    with pytest.raises(RemoteError, match=r"arXiv answered 400 .*start must be an integer"):
        archive.read()
    assert len(archive.asked) == 1


def test_an_error_in_place_of_papers_is_not_repeated_either(archive: Archive) -> None:
    archive.faults = [status(200, REFUSED)]
    with pytest.raises(RemoteError, match="arXiv refused the query: start must be an integer"):
        archive.read()
    assert len(archive.asked) == 1


def test_an_interrupted_search_goes_on_where_it_was(archive: Archive) -> None:
    archive.faults = [None, None, *[status(503)] * 5]
    with pytest.raises(RemoteError, match="2 pages are kept; the same command goes on from there"):
        archive.read()
    archive.asked.clear()
    assert archive.read() == EVERY
    assert archive.asked == [(20, 10)]


def test_an_interruption_by_the_user_loses_no_page(archive: Archive) -> None:
    def interrupt(seconds: float) -> None:
        raise KeyboardInterrupt

    client = archive.client()
    archive.time.sleep = interrupt  # type: ignore[method-assign]
    with pytest.raises(KeyboardInterrupt):
        list(archive.client().papers(QUERY))
    archive.asked.clear()
    assert len(list(client.papers(QUERY, limit=23))) == 23
    assert archive.asked == [(10, 10), (20, 10)]


def test_pages_are_kept_for_a_day(archive: Archive) -> None:
    archive.read()
    archive.time.now += 80_000
    archive.read()
    assert len(archive.asked) == 3
    archive.time.now += 10_000
    archive.read()
    assert len(archive.asked) == 6


def test_what_is_older_than_a_day_is_deleted(archive: Archive) -> None:
    archive.read()
    (archive.place / "x.1.part").write_bytes(b"half")
    archive.time.now += 200_000
    archive.client()
    assert [file.name for file in archive.place.iterdir()] == ["next-request"]


@pytest.mark.parametrize("damage", [b"", b"<feed", feed(0, 9)])
def test_a_kept_page_that_is_damaged_is_asked_for_again(archive: Archive, damage: bytes) -> None:
    archive.read()
    kept = next(archive.place.glob("*.xml"))
    kept.write_bytes(damage)
    assert archive.read() == EVERY
    assert len(archive.asked) == 4


def test_kept_pages_hold_no_email_address_and_can_be_read_as_files(archive: Archive) -> None:
    archive.read()
    kept = list(archive.place.glob("*.xml"))
    assert not [page for page in kept if b"example.org" in page.read_bytes()]
    assert sorted(paper.id for page in kept for paper in papers(page)) == sorted(paper.id for paper in EVERY)


@pytest.mark.parametrize("limit", [1, 7, 10, 11, 23, 24, 1_000_000])
def test_no_more_papers_come_than_were_asked_for(archive: Archive, limit: int) -> None:
    assert archive.read(limit=limit) == EVERY[:limit]
    assert len(archive.asked) <= -(-min(limit, 23) // 10) + 2


@pytest.mark.parametrize("limit", [0, -1, 1_000_001])
def test_a_limit_that_arxiv_would_read_as_everything_is_refused(archive: Archive, limit: int) -> None:
    with pytest.raises(HiretoolError, match=r"limit: expected 1 to 1,000,000 papers"):
        archive.client().papers(QUERY, limit=limit)
    assert not archive.asked


def test_papers_that_move_between_pages_come_once_and_none_is_lost(archive: Archive) -> None:
    """While one reads, the second page begins with what ended the first, and one falls between the pages."""
    moved = feed(9, 10, total=23).replace(b"<opensearch:startIndex>9", b"<opensearch:startIndex>10")
    archive.faults = [None, lambda whole: Response(moved)]
    assert archive.read() == EVERY
    assert "22 papers came where arXiv counts 23; asking for each half of its dates instead." in archive.said


def test_an_answer_that_shrinks_ends_the_search(archive: Archive) -> None:
    archive.faults = [None, lambda whole: Response(feed(10, 0, total=10))]
    assert archive.read() == EVERY[:10]


def test_a_query_without_an_answer_gives_nothing_and_says_so(archive: Archive) -> None:
    archive.faults = [status(200, (PAGES / "empty.xml").read_bytes())]
    assert archive.read() == []
    assert archive.said[-1] == "arXiv has no paper for this query."


def test_an_entry_that_is_no_paper_is_counted_with_its_reason(archive: Archive) -> None:
    archive.faults = [lambda whole: Response(whole.replace(b"abs/9902.00002v2", b"abs/hello"))]
    report = Reading()
    found = list(archive.client().papers(QUERY, limit=22, report=report))
    assert (len(found), report.read, report.bad) == (22, 22, 1)
    assert report.bad_lines[0] == (2, "http://arxiv.org/abs/hello: id: expected an arXiv id such as 2401.00001 or "
                                      "math/0506342, got 'http://arxiv.org/abs/hello'")  # fmt: skip


def test_arxiv_is_asked_for_the_window_and_with_every_operator(archive: Archive) -> None:
    query = parse("abs:production OR cat:cs.LG")
    list(archive.client().papers(query, limit=50, since=date(2024, 11, 20), until=date(2026, 11, 20)))
    assert set(archive.queries) == {"(abs:production OR cat:cs.LG) AND submittedDate:[202411200000 TO 202611210000]"}


def test_the_last_day_is_read_to_its_end_and_no_further(archive: Archive) -> None:
    """The paper of midnight is of the next day; arXiv may well give it for a range that ends there."""
    late = [datetime(2026, 5, 1, 23, 59, 59, tzinfo=UTC), datetime(2026, 5, 2, tzinfo=UTC)]
    archive.entries = [invented(number, at) for number, at in enumerate(late)]
    found = archive.client().papers(QUERY, since=date(2026, 5, 1), until=date(2026, 5, 1))
    assert [paper.id for paper in found] == ["9901.00000"]


def test_days_in_the_query_and_days_asked_for_become_one_range(archive: Archive) -> None:
    asked = parse("abs:production AND submittedDate:[20260201 TO 20260430] AND submittedDate:[20260301 TO 20261231]")
    found = list(archive.client().papers(asked, since=date(2026, 3, 9), until=date(2026, 11, 20)))
    assert found == [paper for paper in EVERY if date(2026, 3, 9) <= paper.submitted <= date(2026, 4, 30)] != []
    assert set(archive.queries) == {"abs:production AND submittedDate:[202603090000 TO 202605010000]"}
    assert list(archive.client().papers(asked, since=date(2026, 6, 1))) == []
    assert archive.said[-1] == "No paper can match: its days would be 2026-06-01 to 2026-04-30."
    list(archive.client().papers(parse("submittedDate:[20260201 TO 20260430]")))
    assert archive.queries[-1] == "submittedDate:[202602010000 TO 202605010000]"


def test_days_that_bind_a_part_of_the_query_only_stay_in_it(archive: Archive) -> None:
    list(archive.client().papers(parse("abs:one OR submittedDate:[20260201 TO 20260430]"), since=date(2026, 1, 1)))
    assert archive.queries[0].startswith(
        "(abs:one OR submittedDate:[202602010000 TO 202604302359]) AND submittedDate:["
    )


def test_days_that_no_paper_can_be_of_are_not_asked_for(archive: Archive) -> None:
    list(archive.client().papers(QUERY, since=date.min, until=date(2026, 1, 1)))
    list(archive.client().papers(QUERY, since=date(2026, 1, 1), until=date.max))
    assert list(dict.fromkeys(archive.queries)) == [
        "abs:production AND submittedDate:[199108010000 TO 202601020000]",
        "abs:production AND submittedDate:[202601010000 TO 202701170000]",
    ]
    with pytest.raises(HiretoolError, match="since: 2026-05-02 is after until, 2026-05-01"):
        archive.client().papers(QUERY, since=date(2026, 5, 2), until=date(2026, 5, 1))


def test_it_says_what_it_does_and_how_long_it_will_take(archive: Archive) -> None:
    archive.read(limit=15)
    assert archive.said == [
        "Asking arXiv for abs:production",
        "arXiv has 23 papers for this query; the newest 15 are read.",
        "10 of 15 papers read; 2 more pages, about 6 s.",
    ]


def test_it_says_who_asks_and_not_more(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HIRETOOL_CONTACT", "hiring@example.org")
    archive.read()
    assert set(archive.agents) == {f"hiretool/{__version__} (hiring@example.org)"}
    assert user_agent("Zoë\r\nX-Evil: 1") == f"hiretool/{__version__} (Zo X-Evil: 1)"


def test_the_server_can_be_named_in_the_environment(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HIRETOOL_ARXIV_URL", archive.url + "/api/query")
    archive.url = None  # type: ignore[assignment]
    assert archive.read(limit=1) == EVERY[:1]
    monkeypatch.setenv("HIRETOOL_ARXIV_URL", "export.arxiv.org")
    with pytest.raises(HiretoolError, match="HIRETOOL_ARXIV_URL: expected an address"):
        archive.client()


def test_a_server_that_is_not_there_is_said_to_be_unreachable(archive: Archive) -> None:
    archive.url = "http://127.0.0.1:9"
    with pytest.raises(RemoteError, match=r"the connection failed \(ConnectionError\), on each of 2 tries"):
        archive.read(tries=2)


def test_a_folder_that_cannot_be_written_is_named(archive: Archive) -> None:
    archive.place.parent.mkdir(exist_ok=True)
    archive.place.write_text("a file")
    with pytest.raises(HiretoolError, match=r"kept: pages of arXiv cannot be kept there .* HIRETOOL_CACHE"):
        archive.client()


def test_a_clock_that_was_set_back_does_not_stop_the_search(archive: Archive) -> None:
    archive.faults = [status(429, Retry_After="200")] * 5
    with pytest.raises(RemoteError):
        archive.read()
    archive.time.now -= 1_000_000
    archive.time.slept.clear()
    assert archive.read() == EVERY
    assert sum(archive.time.slept) < 7


@pytest.mark.parametrize(
    ("asked", "seconds"),
    [
        ("120", 120.0),
        (" 5 ", 5.0),
        ("", 0.0),
        ("Fri, 15 Jan 2027 08:00:09 GMT", 9.0),
        ("Fri, 15 Jan 1999 08:00:09 GMT", 0.0),
        ("9" * 400, 999_999_999.0),
        ("tomorrow", 0.0),
    ],
)
def test_both_forms_of_retry_after_are_read(asked: str, seconds: float) -> None:
    assert retry_after_s({"Retry-After": asked}, now=1_800_000_000.0) == seconds


def test_the_turn_belongs_to_one_process_at_a_time(tmp_path: Path) -> None:
    """Two openings of the lock file exclude each other as two processes do."""
    said: list[str] = []
    events: list[str] = []
    waiting = threading.Event()

    def note(sentence: str) -> None:
        said.append(sentence)
        waiting.set()

    def second() -> None:
        with Pace(tmp_path / "lock", clock=time.time, sleep=time.sleep).turn(note):
            events.append("second")

    thread = threading.Thread(target=second)
    with Pace(tmp_path / "lock", clock=time.time, sleep=time.sleep).turn(note):
        thread.start()
        assert waiting.wait(timeout=10)
        events.append("first")
    thread.join(timeout=10)
    assert events == ["first", "second"]
    assert said == ["Another hiretool is asking arXiv; waiting for it to finish its request."]


@pytest.mark.timeout(30)
def test_who_needs_no_request_waits_for_nobody(archive: Archive) -> None:
    archive.read()
    with Pace(archive.place / "next-request", clock=time.time, sleep=time.sleep).turn(archive.said.append):
        assert archive.read() == EVERY
