import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from hiretool.store import audit
from hiretool.store.models import Setting
from hiretool.store.store import Store
from tests.store import writer
from tests.store.cards import card

WRITERS = 20


def started(url: str, name: str, cards: int, *mode: str) -> subprocess.Popen[str]:
    """A writer.py that waits for its line."""
    command = [sys.executable, str(Path(writer.__file__)), url, name, str(cards), *mode]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def go(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("go\n")
    process.stdin.flush()


def heard(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def whole(store: Store) -> int:
    """How many cards there are; each must have all of its ratings and its row in the log."""
    cards = store.scorecards()
    assert all(row.rated == len(writer.COMPETENCIES) for row in cards)
    verdict = audit.verify(store)
    assert verdict.broken is None, verdict.reason
    assert verdict.rows == len(cards)
    return len(cards)


def test_twenty_threads_that_submit_at_one_instant_lose_nothing(store):
    barrier, errors = threading.Barrier(WRITERS), []

    def submit(name: str) -> None:
        barrier.wait()
        try:
            for number in range(3):
                writer.submit(store, name, number)
        except Exception as error:  # noqa: BLE001 (whatever it is, the test must show it)
            errors.append(error)

    threads = [threading.Thread(target=submit, args=(f"writer {number}",)) for number in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert whole(store) == 3 * WRITERS


@pytest.mark.slow
def test_twenty_processes_that_submit_at_one_instant_lose_nothing(store, url):
    with started(url, "writer", 5, str(WRITERS)) as process:
        assert process.wait() == 0
    assert whole(store) == 5 * WRITERS


def test_a_reader_is_not_kept_waiting_and_sees_one_state(store):
    with store.reading() as reader:
        assert reader.get(Setting, "x") is None
        with store.writing() as session:
            session.add(Setting(name="x", value="y"))
            session.flush()
            begun = time.monotonic()
            assert store.scorecards() == []
            assert time.monotonic() - begun < 5
        reader.expire_all()
        assert reader.get(Setting, "x") is None
    with store.reading() as reader:
        assert reader.get(Setting, "x") is not None


def test_a_long_reader_does_not_keep_writers_waiting(store):
    with store.reading() as reader:
        reader.get(Setting, "salt")
        for name in ("Ada", "Bo"):
            store.add_scorecards([card(name)], source="csv", actor="x")
    assert len(store.scorecards()) == 2


def test_a_process_killed_in_the_middle_of_a_write_leaves_nothing(store, url):
    with started(url, "held", 1, "hold") as process:
        assert heard(process) == "ready"
        go(process)
        assert heard(process) == "holding"
        process.send_signal(signal.SIGKILL)
    assert audit.verify(store).rows == 0
    with store.reading() as session:
        assert session.get(Setting, "half") is None
    writer.submit(store, "next", 1)
    assert whole(store) == 1


@pytest.mark.slow
def test_a_process_killed_at_any_moment_leaves_whole_cards(store, url):
    seen = 0
    for attempt in range(6):
        with started(url, f"killed {attempt}", 100_000) as process:
            assert heard(process) == "ready"
            go(process)
            time.sleep(0.1 + 0.037 * attempt)
            process.send_signal(signal.SIGKILL)
        count = whole(store)
        assert count >= seen
        seen = count
    assert seen > 0
