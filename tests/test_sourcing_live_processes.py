"""The client of arXiv in real processes: one pace and one connection for all of them, and nothing lost by kill -9."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from time import monotonic, sleep

import pytest

from tests.fake_arxiv import ENTRIES, asked_of, feed

PROCESS = """
import sys
from pathlib import Path
from hiretool.sourcing import Arxiv, parse

client = Arxiv(place=Path(sys.argv[1]), url=sys.argv[2], interval_s=float(sys.argv[3]), page_size=10)
for paper in client.papers(parse(sys.argv[4]), limit=100):
    print(paper.id)
"""


class Server:
    """arXiv's API over connections that stay open as long as the client likes; it counts them."""

    def __init__(self) -> None:
        self.starts: list[float] = []
        self.asked: list[tuple[str, int, int]] = []
        self.open = self.answering = self.most_open = self.most_answering = 0
        self.answer_s = 0.0
        self.holds_at: int | None = None
        """The number, from 1, of the request that gets no answer until it is let go."""
        self.held, self.let_go = threading.Event(), threading.Event()
        self.lock = threading.Lock()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def setup(self) -> None:
                super().setup()
                outer.opened()

            def finish(self) -> None:
                with outer.lock:
                    outer.open -= 1
                super().finish()

            def do_GET(self) -> None:
                body = outer.answer(self.path)
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

            def handle(self) -> None:
                with contextlib.suppress(ConnectionError):  # the client was killed
                    super().handle()

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"

    def opened(self) -> None:
        """Count a connection, once those that their clients have closed had time to go."""
        with self.lock:
            self.open += 1
        end = monotonic() + 1
        while self.open > 1 and monotonic() < end:
            sleep(0.01)
        self.most_open = max(self.most_open, self.open)

    def answer(self, path: str) -> bytes:
        self.starts.append(monotonic())
        with self.lock:
            self.answering += 1
            self.most_answering = max(self.most_answering, self.answering)
        try:
            return self._answer(path)
        finally:
            with self.lock:
                self.answering -= 1

    def _answer(self, path: str) -> bytes:
        asked = asked_of(path)
        self.asked.append(asked)
        if len(self.asked) == self.holds_at:
            self.held.set()
            self.let_go.wait(30)
        sleep(self.answer_s)
        return feed(*asked[1:])

    def close(self) -> None:
        self.let_go.set()
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


def started(server: Server, place: Path, query: str, *, interval_s: float = 0.2) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", PROCESS, str(place), server.url, str(interval_s), query]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def finished(*running: subprocess.Popen[str]) -> list[list[str]]:
    """What each process printed: ids of papers."""
    done = [process.communicate(timeout=120) for process in running]
    assert [process.returncode for process in running] == [0] * len(running), done
    return [printed.split() for printed, _ in done]


@pytest.mark.parametrize("answer_s", [0.0, 0.3])
def test_two_processes_share_the_pace_and_the_one_connection(server: Server, tmp_path: Path, answer_s: float) -> None:
    """Measured where the requests arrive; an answer that takes longer than the interval would overlap with the next."""
    server.answer_s = answer_s
    found = finished(*(started(server, tmp_path, query) for query in ("abs:one", "abs:other")))
    assert [len(set(ids)) for ids in found] == [len(ENTRIES)] * 2
    assert len(server.starts) == 6
    assert min(later - earlier for earlier, later in pairwise(server.starts)) >= 0.2
    assert (server.most_open, server.most_answering) == (1, 1)


@pytest.mark.slow
def test_requests_of_two_processes_arrive_three_seconds_apart(server: Server, tmp_path: Path) -> None:
    """The true interval, which the other tests shorten."""
    finished(*(started(server, tmp_path, query, interval_s=3.0) for query in ("abs:one", "abs:other")))
    assert len(server.starts) == 6
    assert min(later - earlier for earlier, later in pairwise(server.starts)) >= 3.0


def test_two_processes_with_one_query_ask_for_each_page_once(server: Server, tmp_path: Path) -> None:
    found = finished(*(started(server, tmp_path, "abs:same") for _ in range(2)))
    assert found[0] == found[1]
    assert sorted(asked[1:] for asked in server.asked) == [(0, 10), (10, 10), (20, 10)]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no kill -9")
@pytest.mark.parametrize("page", [1, 2, 3])
def test_a_search_that_was_killed_goes_on_where_it_was(server: Server, tmp_path: Path, page: int) -> None:
    """Killed while it waits for a page: what was got is kept, the lock is free again, and nothing is lost."""
    server.holds_at = page
    first = started(server, tmp_path, "abs:killed")
    assert server.held.wait(60)
    os.kill(first.pid, signal.SIGKILL)
    first.communicate(timeout=60)
    assert first.returncode == -signal.SIGKILL
    server.let_go.set()
    (found,) = finished(started(server, tmp_path, "abs:killed"))
    assert len(found) == len(set(found)) == len(ENTRIES)
    again = Counter(asked[1] for asked in server.asked)
    assert again == {start: 1 + (start == 10 * (page - 1)) for start in (0, 10, 20)}


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no kill -9")
def test_a_search_that_is_killed_again_and_again_comes_to_its_end(server: Server, tmp_path: Path) -> None:
    """At any moment: while it starts, waits for its turn, writes a page, or reads."""
    for after_s in (0.35, 0.5, 0.65, 0.8):
        process = started(server, tmp_path, "abs:killed", interval_s=0.05)
        sleep(after_s)
        process.kill()
        process.communicate(timeout=60)
    (found,) = finished(started(server, tmp_path, "abs:killed", interval_s=0.05))
    assert len(found) == len(set(found)) == len(ENTRIES)
    assert len(server.asked) <= 3 + 4
