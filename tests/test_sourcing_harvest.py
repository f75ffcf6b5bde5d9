"""Harvesting against a server that behaves as arXiv's, and fails in every way it does: the same records each time."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from hiretool import __version__
from hiretool.errors import HiretoolError, RemoteError
from hiretool.sourcing.asking import LOCK
from hiretool.sourcing.harvest import Harvested, harvest, oai_set
from hiretool.sourcing.transport import Answer
from tests.fake_arxiv import QUERY, Archive, Fault, Time, cut_off, prose, status, truncated
from tests.fake_oai import Kept, Oai, Served, archive, error, listing

RECORDS = archive(95)


class Corpus:
    """What a consumer keeps: the papers by id, what was taken back, and where to go on."""

    def __init__(self) -> None:
        self.papers: set[str] = set()
        self.deleted: set[str] = set()
        self.stamps: dict[str, date] = {}
        self.pages: list[Harvested] = []

    def take(self, page: Harvested) -> None:
        self.papers |= {paper.id for paper in page.papers}
        self.deleted |= set(page.deleted)
        self.stamps.pop(page.set, None)
        if page.stamp:
            self.stamps[page.set] = page.stamp
        self.pages.append(page)

    def holds(self, records: list[Kept]) -> bool:
        living = {record.id for record in records if not record.deleted}
        return self.papers == living and self.deleted == {record.id for record in records} - living


@pytest.fixture
def served(httpserver: HTTPServer, tmp_path: Path) -> Iterator[Served]:
    yield Served(httpserver, tmp_path / "kept", RECORDS)
    httpserver.check_assertions()


def harvested(served: Served, corpus: Corpus | None = None, **options: Any) -> Corpus:
    corpus = corpus or Corpus()
    clock, sleep = served.time.clock, served.time.sleep
    pages = harvest(served.place, url=served.url, clock=clock, sleep=sleep, say=served.said.append, **options)
    for page in pages:
        corpus.take(page)
    return corpus


def test_every_record_comes_and_the_last_page_is_known(served: Served) -> None:
    corpus = harvested(served)
    assert corpus.holds(RECORDS)
    assert [page.last for page in corpus.pages] == [False] * 9 + [True]
    assert corpus.stamps == {"": max(record.changed for record in RECORDS)}
    assert (corpus.pages[-1].pages, corpus.pages[-1].records) == (10, 95)
    assert corpus.pages[-1].bytes > sum(len(record.xml()) for record in RECORDS)


def test_the_first_request_names_the_format_and_the_others_the_token_alone(served: Served) -> None:
    harvested(served)
    assert served.asked[0] == {"metadataPrefix": "arXivRaw"}
    assert all(set(asked) == {"resumptionToken"} for asked in served.asked[1:])


def test_days_and_set_are_asked_for(served: Served) -> None:
    corpus = harvested(served, since=date(2026, 12, 2), until=date(2026, 12, 3), sets=["cs.LG"])
    assert corpus.holds([record for record in RECORDS if record.changed.day in (2, 3)])
    assert served.asked[0] == {
        "metadataPrefix": "arXivRaw", "from": "2026-12-02", "until": "2026-12-03", "set": "cs:cs:LG",
    }  # fmt: skip


def test_a_day_before_the_first_datestamp_is_not_asked_for(served: Served) -> None:
    """arXiv answers it with badArgument."""
    assert harvested(served, since=date(1991, 8, 1)).holds(RECORDS)
    assert "from" not in served.asked[0]


FAULTS: dict[str, Fault] = {
    "503": status(503),
    "503 with a pause": status(503, Retry_After="20"),
    "429": status(429, Retry_After="7"),
    "a truncated page": truncated,
    "a cut connection": cut_off,
    "an empty list": lambda whole: Response(listing([])),
    "an empty answer": lambda whole: Response(b""),
    "prose": prose,
}


@pytest.mark.parametrize("page", [0, 1, 9])
@pytest.mark.parametrize("name", FAULTS)
def test_nothing_is_lost_or_doubled_by_a_fault(served: Served, name: str, page: int) -> None:
    served.faults = [None] * page + [FAULTS[name]]
    corpus = harvested(served)
    assert corpus.holds(RECORDS)
    assert sum(len(page.papers) + len(page.deleted) for page in corpus.pages) == len(RECORDS)
    assert len(served.asked) == 11


def test_requests_start_three_seconds_apart_and_the_pause_that_is_asked_for_is_kept(served: Served) -> None:
    served.faults = [None, status(503, Retry_After="400")]
    harvested(served)
    gaps = [later - earlier for earlier, later in pairwise(served.moments)]
    assert min(gaps) >= 3
    assert gaps[1] == pytest.approx(400)
    assert sum(gap > 3.2 for gap in gaps) == 1


def test_a_token_that_expired_begins_anew_at_the_last_day_that_came(served: Served) -> None:
    """At midnight; the clock of these tests stands at 08:00 UTC."""
    served.faults = [None] * 4 + [_midnight(served)]
    corpus = harvested(served)
    assert corpus.holds(RECORDS)
    anew = [asked for asked in served.asked if "metadataPrefix" in asked]
    assert anew == [{"metadataPrefix": "arXivRaw"}, {"metadataPrefix": "arXivRaw", "from": "2026-12-04"}]
    assert "arXiv's token has expired; going on from 2026-12-04." in served.said


def _midnight(served: Served) -> Fault:
    def fault(whole: bytes) -> Response:
        served.time.now += 86_400
        return Response(whole)

    return fault


def test_a_token_that_expires_on_a_page_of_the_first_day_begins_at_the_beginning(served: Served) -> None:
    served.records = [Kept(record.id, date(2005, 9, 16)) for record in RECORDS]
    served.faults = [None] * 3 + [_midnight(served)]
    assert harvested(served).holds(served.records)


def test_a_server_that_takes_back_each_token_is_not_asked_for_ever(served: Served) -> None:
    served.records = [Kept(record.id, date(2026, 12, 1)) for record in RECORDS]
    served.today = lambda: str(len(served.asked))  # type: ignore[method-assign]
    with pytest.raises(RemoteError, match="arXiv takes back the tokens that it gives"):
        harvested(served)
    assert len(served.asked) <= 6


def test_a_server_that_gives_the_same_token_again_is_not_followed(served: Served) -> None:
    same = Response(listing([Kept("9901.00001", date(2026, 12, 1)).xml()], "same"))
    served.faults = [lambda whole: same] * 3
    served.answer = lambda asked: served.asked.append(asked) or b""  # type: ignore[method-assign,func-returns-value]
    with pytest.raises(RemoteError, match="in circles"):
        harvested(served)
    assert len(served.asked) == 2


def test_nothing_new_is_no_error(served: Served) -> None:
    corpus = harvested(served, since=date(2026, 12, 24))
    assert (corpus.pages, served.said[-1]) == ([], "Harvested 0 papers in 0 pages; 0 deleted, 0 of no use.")


def test_a_refusal_is_not_repeated_and_its_reason_is_passed_on(served: Served) -> None:
    served.faults = [lambda whole: Response(error("badArgument", "Set does not exist"))]
    with pytest.raises(RemoteError, match="refused to be harvested: badArgument: Set does not exist"):
        harvested(served)
    served.faults = [status(403, error("badArgument", "Go away"))]
    with pytest.raises(
        RemoteError, match=r"answered 403 .*badArgument: Go away\. The same command goes on from the beg"
    ):
        harvested(served)
    assert len(served.asked) == 2


def test_it_gives_up_in_the_end_and_says_from_where_it_will_go_on(served: Served) -> None:
    served.faults = [None] * 5 + [status(503)] * 8
    with pytest.raises(
        RemoteError, match=r"503, on each of 8 tries .*50 records came before that; .* goes on from 2026-12"
    ):
        harvested(served)


def test_a_record_of_no_use_is_given_with_its_reason(served: Served) -> None:
    served.faults = [lambda whole: Response(whole.replace(b"<id>9901.00003</id>", b"<id>nonsense</id>"))]
    corpus = harvested(served)
    assert [page.bad for page in corpus.pages if page.bad] == [
        [("9901.00003", "id: expected an arXiv id such as 2401.00001 or math/0506342, got 'nonsense'")]
    ]
    assert corpus.pages[-1].records == 95


def test_each_set_has_a_day_of_its_own_from_which_it_goes_on(served: Served) -> None:
    """If the stamp of the first set were taken for the second, what lies before it would be lost."""
    served.records = [
        *(Kept(f"9901.{number:05d}", date(2026, 12, 9), set="cs:cs:LG") for number in range(15)),
        *(Kept(f"9902.{number:05d}", date(2026, 12, number), set="stat:stat:ML") for number in range(1, 31)),
    ]
    corpus = Corpus()
    served.faults = [None] * 3 + [status(503)] * 99
    with pytest.raises(RemoteError):
        harvested(served, corpus, sets=["cs", "stat.ML"])
    assert corpus.stamps == {"cs": date(2026, 12, 9), "stat:stat:ML": date(2026, 12, 10)}
    served.faults = []
    assert harvested(served, corpus, sets=["cs", "stat.ML"], since=corpus.stamps).holds(served.records)
    assert [asked.get("from") for asked in served.asked[-4:] if "set" in asked] == ["2026-12-10"]


def test_a_list_that_is_not_in_order_is_begun_anew_rather_than_cut_short(served: Served) -> None:
    """The protocol promises no order. By arXiv's own the days never fall; a stamp counts on that while it holds."""
    served.sort = lambda record: record.id
    mixed = random.Random(5).sample(RECORDS, len(RECORDS))
    served.records = [Kept(f"9901.{number:05d}", record.changed) for number, record in enumerate(mixed)]
    corpus = Corpus()
    served.faults = [None] * 5 + [status(503)] * 8
    with pytest.raises(RemoteError):
        harvested(served, corpus)
    assert corpus.stamps == {}
    assert harvested(served, corpus, since=corpus.stamps).holds(served.records)
    assert corpus.stamps == {"": max(record.changed for record in served.records)}


@given(
    days=st.lists(st.integers(0, 9), min_size=1, max_size=40),
    page=st.integers(1, 9),
    stops=st.lists(st.integers(1, 6), max_size=6),
    midnight=st.integers(1, 30),
)
@settings(max_examples=80, deadline=None)
def test_however_often_it_is_stopped_the_same_records_come(
    tmp_path_factory: pytest.TempPathFactory, days: list[int], page: int, stops: list[int], midnight: int
) -> None:
    """Each run ends after so many pages, as by kill -9 between two of them; the last one runs to its end."""
    clock = Time()
    records = [Kept(f"9901.{number:05d}", date(2026, 12, 1 + day)) for number, day in enumerate(days)]
    server, corpus = Oai(records, page=page, clock=clock.clock), Corpus()

    def get(url: str) -> Answer:
        clock.now += 86_400 * (len(server.asked) == midnight)
        return Answer(200, {}, server.answer(dict(parse_qsl(urlsplit(url).query))))

    place = tmp_path_factory.getbasetemp() / "harvest"
    for stop in [*stops, None]:
        pages = harvest(place, since=corpus.stamps, get=get, clock=clock.clock, sleep=clock.sleep)
        for number, came in enumerate(pages, 1):
            corpus.take(came)
            if number == stop:
                break
    assert corpus.holds(records)
    assert corpus.stamps == {"": max(record.changed for record in records)}


def test_what_happens_is_said(served: Served) -> None:
    served.records = archive(300)
    harvested(served)
    assert served.said[0] == "Harvesting all of arXiv: 3 million records, 1,200 pages, an hour or more."
    assert served.said[2].startswith("110 records, 0 MB, 4 records/s; newest change 2026-12-0")
    assert served.said[-1] == "Harvested 267 papers in 30 pages; 33 deleted, 0 of no use."
    assert len(served.said) == 5
    harvested(served, since=date(2026, 12, 2))
    assert served.said[5] == "Harvesting what changed in all of arXiv since 2026-12-02."
    assert max(map(len, served.said)) < 80


def test_time_left_is_said_where_the_server_counts(served: Served) -> None:
    def counted(whole: bytes) -> Response:
        return Response(whole.replace(b"<resumptionToken ", b"<resumptionToken completeListSize='95' "))

    served.faults = [None, *[counted] * 9]
    served.time.sleep = lambda seconds: setattr(served.time, "now", served.time.now + 31)  # type: ignore[method-assign]
    harvested(served)
    assert served.said[2] == "20 of 95 records, 0 MB, 1 records/s, 116 s left; newest change 2026-12-02."


def test_it_says_who_asks(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HIRETOOL_CONTACT", "hiring@example.org")
    harvested(served)
    assert set(served.agents) == {f"hiretool/{__version__} (hiring@example.org)"}


def test_the_server_can_be_named_in_the_environment(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HIRETOOL_OAI_URL", served.url)
    served.url = None  # type: ignore[assignment]
    assert harvested(served).holds(RECORDS)
    for wrong in ("oaipmh.arxiv.org/oai", "http://[oai", "http://host:port/", "ftp://host/"):
        monkeypatch.setenv("HIRETOOL_OAI_URL", wrong)
        with pytest.raises(HiretoolError, match="HIRETOOL_OAI_URL: expected an address such as https://oaipmh"):
            harvested(served)


def test_the_api_and_the_harvest_wait_for_each_other(httpserver: HTTPServer, served: Served) -> None:
    """arXiv's terms count requests to both together: one lock, one clock, three seconds."""
    api = Archive(httpserver, served.place)
    api.time = served.time
    pages = harvest(served.place, url=served.url, clock=served.time.clock, sleep=served.time.sleep)
    found = api.client().papers(QUERY, limit=100)
    for _ in range(3):
        next(pages)
        for _ in range(10):
            next(found, None)
    moments = sorted([*served.moments, *api.moments])
    assert len(moments) >= 4
    assert min(later - earlier for earlier, later in pairwise(moments)) >= 3
    assert [file.name for file in served.place.iterdir() if file.suffix != ".xml"] == [LOCK]


def test_days_the_wrong_way_round_and_wrong_sets_are_refused_at_once(served: Served, tmp_path: Path) -> None:
    with pytest.raises(HiretoolError, match="since: 2026-12-03 is after until, 2026-12-02"):
        harvest(tmp_path, since=date(2026, 12, 3), until=date(2026, 12, 2))
    for wrong in ("", "CS", "cs LG", "cs.LG.x", "cs:cs:LG:x", "cs:", "a" * 5 + "/b"):
        with pytest.raises(HiretoolError, match="set: expected a name such as cs"):
            harvest(tmp_path, sets=[wrong])
    assert oai_set("math-ph") == "physics:math-ph"
    assert oai_set("physics.optics") == "physics:physics:optics"
    assert not served.asked


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(HiretoolError, match=r"file/place: the pace of requests cannot be kept there"):
        harvest(tmp_path / "file" / "place")


PROCESS = """
import datetime, sqlite3, sys
from pathlib import Path
from hiretool.sourcing.harvest import harvest

place, url, database = sys.argv[1:]
kept = sqlite3.connect(database)
kept.execute("create table if not exists papers (id text primary key)")
kept.execute("create table if not exists stamps (name text primary key, day text)")
since = {name: datetime.date.fromisoformat(day) for name, day in kept.execute("select * from stamps")}
for page in harvest(Path(place), url=url, since=since, interval_s=0.02):
    with kept:
        kept.executemany("insert or replace into papers values (?)", [(paper.id,) for paper in page.papers])
        kept.execute("insert or replace into stamps values (?, ?)", (page.set, page.stamp.isoformat()))
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no kill -9")
def test_a_harvest_that_is_killed_again_and_again_has_the_same_records_in_the_end(
    httpserver: HTTPServer, tmp_path: Path
) -> None:
    """A real process, a real SIGKILL while it waits for its third page; it goes on where the database says."""
    served = Served(httpserver, tmp_path, archive(120, days=12))
    held, let_go = threading.Event(), threading.Event()
    counts: Counter[str] = Counter()

    def respond(request: Request) -> Response:
        body = served.answer(dict(request.args.items()))
        counts["run"] += 1
        if counts["run"] == 3 and not let_go.is_set():
            held.set()
            let_go.wait(30)
        return Response(body)

    httpserver.clear()
    httpserver.expect_request("/oai").respond_with_handler(respond)
    command = [sys.executable, "-c", PROCESS, str(tmp_path), served.url, str(tmp_path / "papers.db")]
    for _ in range(3):
        counts.clear()
        held.clear()
        let_go.clear()
        process = subprocess.Popen(command, stderr=subprocess.PIPE)
        assert held.wait(60)
        os.kill(process.pid, signal.SIGKILL)
        process.communicate(timeout=60)
        assert process.returncode == -signal.SIGKILL
        let_go.set()
    subprocess.run(command, check=True, timeout=60)
    with closing(sqlite3.connect(tmp_path / "papers.db")) as kept:
        papers = {id for (id,) in kept.execute("select id from papers")}
        assert list(kept.execute("select * from stamps")) == [("", "2026-12-12")]
    assert papers == {record.id for record in served.records if not record.deleted}
    # Twelve pages; each of three runs that were killed costs the page that it waited for, and its last day again.
    assert len(served.asked) <= 12 + 3 * 2 + 3
