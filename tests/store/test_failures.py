import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from hiretool.errors import HiretoolError, RemoteError
from hiretool.store import audit, engine, failures
from hiretool.store.models import Setting
from hiretool.store.store import Store
from tests.store.cards import card

SECRET = "s3cr3t"
# Every connection but the one that says so.
CUT = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname LIKE 'hiretool_%'"
)


def said(url: str, *, kind: type[HiretoolError] = HiretoolError) -> str:
    """What the user reads when the database is opened."""
    with pytest.raises(kind) as caught, Store(url, timeout_s=1) as store:
        store.migrate()
    sentence = str(caught.value)
    assert "\n" not in sentence
    assert SECRET not in sentence
    return sentence


def run(program: str, *arguments: str) -> str:
    """What a program of its own prints; `store` and `card` are there, and it is no longer root at `drop()`."""
    begin = """
import contextlib, os, resource, sys
from hiretool.errors import HiretoolError
from hiretool.store.cards import Card, CardRating
from hiretool.store.store import Store
store = Store(sys.argv[1])
cards = [Card("role", f"candidate {n}", "x", ratings=(CardRating("coding", 3, note="x" * 400),)) for n in range(999)]
with contextlib.suppress(HiretoolError), store:
    store.digest("everything is imported by now")
def drop():
    if os.getuid() == 0:
        os.setgid(65534)
        os.setuid(65534)
"""
    done = subprocess.run(
        [sys.executable, "-c", begin + program, *arguments], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    return done.stdout.strip()


ADD = """
try:
    store.add_scorecards(cards, source="csv", actor="x")
except HiretoolError as error:
    print(error)
else:
    print("stored")
"""


def test_a_text_file_in_its_place_is_no_database(tmp_path):
    path = tmp_path / "hiretool.db"
    path.write_text("role,candidate,interviewer\n" * 100)
    assert said(f"sqlite:///{path}") == f"{path} is not a database; expected one that hiretool made."
    assert path.read_text().startswith("role,candidate")


def test_a_folder_in_its_place_is_named(tmp_path):
    assert said(f"sqlite:///{tmp_path}") == f"{tmp_path} is a folder; expected a database file."


def test_a_folder_that_there_is_not_is_named(tmp_path):
    path = tmp_path / "none" / "hiretool.db"
    assert said(f"sqlite:///{path}") == f"{path} cannot be opened: its folder does not exist."


def test_a_damaged_file_is_named(file):
    with file.open("r+b") as handle:
        handle.seek(4096)
        handle.write(b"\xaa" * 20_000)
    with Store(f"sqlite:///{file}") as store, pytest.raises(HiretoolError, match="is damaged; put a copy of it back"):
        store.add_scorecards([card()], source="csv", actor="x")


def test_a_file_that_another_program_keeps_locked_is_named_and_reading_goes_on(file):
    with Store(f"sqlite:///{file}") as holder, Store(f"sqlite:///{file}", timeout_s=0.2) as store:
        with holder.writing() as session:
            session.add(Setting(name="x", value="y"))
            session.flush()
            with pytest.raises(HiretoolError, match=r"hiretool\.db is in use by another program"):
                store.add_scorecards([card()], source="csv", actor="x")
            assert store.scorecards() == []
        assert store.add_scorecards([card()], source="csv", actor="x").new == 1


def test_a_server_whose_lock_somebody_holds_is_named_and_reading_goes_on(emptied_postgresql):
    with Store(emptied_postgresql) as holder, Store(emptied_postgresql, timeout_s=0.2) as store:
        with holder.writing() as session:
            audit.append(session, "x", "act", {})
            with pytest.raises(HiretoolError, match="is in use by another program that keeps it locked"):
                store.add_scorecards([card()], source="csv", actor="x")
            assert store.scorecards() == []
        assert store.add_scorecards([card()], source="csv", actor="x").new == 1


def test_more_threads_than_connections_are_told_to_wait(store):
    impatient = Store(store._url.render_as_string(hide_password=False), timeout_s=0.2)
    with impatient, ExitStack() as open_ones:
        for _ in range(20):
            session = open_ones.enter_context(impatient.reading())
            session.get(Setting, "salt")
        with pytest.raises(HiretoolError, match="is in use by too many at once"):
            impatient.ratings()


@pytest.fixture
def open_file(file: Path):
    """A database that everybody can reach, whatever pytest does with its folders."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    copy = Path(shutil.copy(file, folder))
    copy.chmod(0o666)
    yield copy
    folder.chmod(0o777)
    shutil.rmtree(folder)


@pytest.mark.parametrize(("of_file", "of_folder"), [(0o444, 0o777), (0o444, 0o555)])
def test_a_file_that_may_only_be_read_is_named(open_file, of_file, of_folder):
    open_file.chmod(of_file)
    open_file.parent.chmod(of_folder)
    answer = run("drop()" + ADD, f"sqlite:///{open_file}")
    assert answer.startswith(str(open_file))
    assert "allow" in answer
    assert "writing to the file and to its folder" in answer


def test_a_file_that_may_not_be_read_is_named(open_file):
    open_file.chmod(0)
    answer = run("drop()" + ADD, f"sqlite:///{open_file}")
    assert answer == f"{open_file} cannot be opened; allow reading and writing to the file and to its folder."


def test_a_full_disk_is_named_and_nothing_is_stored(file):
    limit = f"resource.setrlimit(resource.RLIMIT_FSIZE, ({file.stat().st_size + 65_536},) * 2)"
    answer = run(limit + ADD, f"sqlite:///{file}")
    assert answer == (
        f"{file} could not be read or written; is the disk full, or the folder on a network share? Nothing was changed."
    )
    with Store(f"sqlite:///{file}") as store:
        assert store.scorecards() == []
        assert audit.verify(store).rows == 0
        assert store.add_scorecards([card()], source="csv", actor="x").new == 1


@pytest.mark.skipif(not os.access("/dev/full", os.W_OK), reason="needs /dev/full")
def test_a_device_in_its_place_is_no_database():
    assert said("sqlite:////dev/full").startswith("/dev/full ")


@pytest.mark.parametrize(
    ("url", "words"),
    [
        (
            f"postgresql+psycopg://ada:{SECRET}@/hire?host=/nonexistent",
            "'hire' at /nonexistent cannot be used: No such",
        ),
        (f"postgresql+psycopg://ada:{SECRET}@127.0.0.1:9/hire", "'hire' at 127.0.0.1:9 cannot be used: Connection"),
        (f"postgresql+psycopg://127.0.0.1:9/hire?password={SECRET}", "127.0.0.1:9 cannot be used: Connection refused"),
        (
            f"postgresql+psycopg://ada:{SECRET}@no-such-host.invalid/hire",
            "'hire' at no-such-host.invalid cannot be used",
        ),
    ],
)
def test_a_server_that_is_not_there_is_named_without_the_password(url, words):
    assert words in said(url, kind=RemoteError)


@pytest.fixture
def ours(postgresql):
    if not postgresql.ours:
        pytest.skip("the server is not ours; its users are its own")
    return postgresql


def test_a_wrong_password_is_named_and_not_shown(ours):
    sentence = said(ours.at("postgres", username="guarded", password=SECRET))
    assert 'password authentication failed for user "guarded"' in sentence


def test_a_missing_password_is_named(ours):
    assert "no password supplied" in said(ours.at("postgres", username="guarded"))


def test_a_user_or_database_that_there_is_not_is_named(ours):
    assert 'role "nobody" does not exist' in said(ours.at("postgres", username="nobody"))
    assert 'database "nowhere" does not exist' in said(ours.at("nowhere", password=SECRET))


def test_a_user_without_rights_is_told_so(ours):
    with ours.database() as name:
        with Store(ours.at(name)) as store:
            store.migrate()
        url = ours.at(name, username="guarded", password="open sesame")
        with Store(url) as store, pytest.raises(HiretoolError, match="ask for rights on its tables"):
            store.ratings()


def test_a_connection_that_was_cut_is_made_again(emptied_postgresql, postgresql):
    with Store(emptied_postgresql) as store:
        store.ratings()
        postgresql.run(CUT)
        assert store.ratings() == []


def test_a_connection_that_is_cut_in_a_transaction_is_named(emptied_postgresql, postgresql):
    def write() -> None:
        with store.writing() as session:
            audit.append(session, "x", "act", {})
            postgresql.run(CUT)
            audit.append(session, "x", "act", {})

    with Store(emptied_postgresql) as store:
        with pytest.raises(RemoteError, match="cannot be used"):
            write()
        assert audit.verify(store).rows == 0


@pytest.mark.parametrize(
    "url",
    [
        f"postgresql+psycopg://ada:{SECRET}",
        f"postgresql+psycopg://ada:p@{SECRET}@host/hire",
        f"postgresql+psycopg://ada:{SECRET}@host:{SECRET}/hire",
        f"mysql://ada:{SECRET}@host/hire",
        f"postgresql+psycopg2://ada:{SECRET}@host/hire",
        f"ada:{SECRET}",
        "sqlite://",
        "",
    ],
)
def test_a_url_that_cannot_be_used_is_not_shown(url):
    with pytest.raises(HiretoolError, match="The database URL") as caught:
        Store(url)
    error = caught.value
    assert SECRET not in f"{error} {error.__cause__}"


def test_a_missing_driver_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(HiretoolError, match=r"pip install 'hiretool\[postgres\]'"):
        Store(f"postgresql+psycopg://ada:{SECRET}@host/hire")


def test_a_database_is_named_without_user_and_password():
    url = engine.parsed(f"postgresql+psycopg://ada:{SECRET}@host:5433/hire?password={SECRET}")
    assert failures.name(url) == "PostgreSQL database 'hire' at host:5433"


def test_a_mistake_in_the_program_keeps_its_own_error(store):
    with pytest.raises(DBAPIError), store.reading() as session:
        session.execute(text("SELECT nothing FROM nowhere"))
    with pytest.raises(ZeroDivisionError), store.writing():
        raise ZeroDivisionError
