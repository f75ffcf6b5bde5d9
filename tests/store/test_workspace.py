import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from hiretool import files
from hiretool.errors import DataError, HiretoolError
from hiretool.store import audit, workspace
from hiretool.store.workspace import DATABASE_VARIABLE, FILE, FOLDER_VARIABLE, Settings
from tests.store.cards import card


def opened(folder: Path, text: str) -> Settings:
    """What a hiretool.toml with this text says."""
    (folder / FILE).write_text(text)
    return workspace.open(folder).settings


def refused(folder: Path, text: str) -> str:
    with pytest.raises(DataError) as caught:
        opened(folder, text)
    return str(caught.value).removeprefix(f"{folder}{os.sep}")


@pytest.mark.parametrize("name", ["hiring", "two/deep", "blanks and ünïcode", "odd ? % # & ' \" name"])
def test_a_new_workspace_has_settings_and_a_database_and_opens_again(tmp_path, name):
    folder = tmp_path / name
    made = workspace.create(folder)
    assert sorted(path.name for path in folder.iterdir()) == ["hiretool.db", FILE]
    assert workspace.open(folder) == made
    with made.store() as store:
        store.add_scorecards([card()], source="csv", actor="recruiter")
    with workspace.open(folder).store() as store:
        assert len(store.ratings()) == 1


def test_a_folder_that_is_there_already_may_become_a_workspace(tmp_path):
    (tmp_path / "notes.txt").write_text("kept")
    workspace.create(tmp_path)
    assert (tmp_path / "notes.txt").read_text() == "kept"


def test_a_workspace_is_not_made_twice(tmp_path):
    workspace.create(tmp_path)
    before = (tmp_path / FILE).read_bytes(), (tmp_path / "hiretool.db").read_bytes()
    with pytest.raises(HiretoolError, match="is a workspace already"):
        workspace.create(tmp_path)
    assert ((tmp_path / FILE).read_bytes(), (tmp_path / "hiretool.db").read_bytes()) == before


def test_a_database_that_hiretool_made_before_is_taken_over(tmp_path):
    with workspace.create(tmp_path).store() as store:
        store.add_scorecards([card()], source="csv", actor="recruiter")
    (tmp_path / FILE).unlink()
    with workspace.create(tmp_path).store() as store:
        assert len(store.ratings()) == 1


def test_another_programs_database_is_left_as_it_is(tmp_path):
    (tmp_path / "hiretool.db").write_text("not a database" * 100)
    with pytest.raises(HiretoolError, match="is not a database"):
        workspace.create(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["hiretool.db"]


@pytest.mark.parametrize(
    "options", [{"database": "sqlite:///none/hiretool.db"}, {"database": "postgresql+psycopg:///x?host=/nonexistent"}]
)
def test_nothing_half_made_is_left_behind(tmp_path, options):
    with pytest.raises(HiretoolError, match=r"does not exist|cannot be used"):
        workspace.create(tmp_path / "a" / "b", **options)
    assert list(tmp_path.iterdir()) == []


def test_not_even_a_database_is_left_if_the_settings_cannot_be_written(tmp_path, monkeypatch):
    def full(path, content, *, force):
        assert (tmp_path / "a" / "hiretool.db").exists()
        raise HiretoolError("disk full")

    monkeypatch.setattr(files, "write", full)
    with pytest.raises(HiretoolError, match="disk full"):
        workspace.create(tmp_path / "a")
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(DataError, match="is a file; expected a folder"):
        workspace.create(tmp_path / "file")
    with pytest.raises(HiretoolError, match="cannot be made"):
        workspace.create(tmp_path / "file" / "below")


def test_a_folder_without_settings_is_no_workspace(tmp_path):
    with pytest.raises(HiretoolError, match=f"is no workspace: {FILE} is not there. Make one with: hiretool init"):
        workspace.open(tmp_path)


def test_a_database_that_is_gone_is_not_made_anew_in_silence(tmp_path):
    made = workspace.create(tmp_path)
    (tmp_path / "hiretool.db").unlink()
    with pytest.raises(HiretoolError, match=r"hiretool\.db does not exist, though .* names it"):
        made.store()
    assert not (tmp_path / "hiretool.db").exists()


def test_the_database_is_looked_for_beside_the_settings_and_not_here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    made = workspace.create(Path("a"), database="sqlite:///other.db")
    assert made.settings.database == f"sqlite:///{tmp_path / 'a' / 'other.db'}"
    monkeypatch.chdir("/")
    made.store().close()


def test_a_library_seen_from_here_is_written_as_seen_from_the_workspace(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("ours").mkdir()
    made = workspace.create(Path("a"), library="ours")
    assert 'library = "../ours"' in (tmp_path / "a" / FILE).read_text()
    assert made.settings.library is not None
    assert made.settings.library.resolve() == tmp_path / "ours"
    with pytest.raises(HiretoolError, match="theirs: no such folder"):
        workspace.create(Path("b"), library="theirs")
    assert not Path("b").exists()


def test_no_settings_at_all_mean_the_defaults(tmp_path):
    assert opened(tmp_path, "") == Settings(f"sqlite:///{tmp_path / 'hiretool.db'}", None)


@pytest.mark.parametrize("start", ["postgresql+psycopg", "postgresql", "postgres"])
def test_each_way_to_write_postgresql_is_understood(tmp_path, start):
    assert opened(tmp_path, f'database = "{start}://u@h/n"').database == "postgresql+psycopg://u@h/n"


def test_the_environment_wins(tmp_path, monkeypatch):
    monkeypatch.setenv(DATABASE_VARIABLE, "postgresql+psycopg://u@h/n")
    assert opened(tmp_path, 'database = "sqlite:///x.db"').database == "postgresql+psycopg://u@h/n"
    assert opened(tmp_path, 'database_env = "NOT_SET_ANYWHERE"').database == "postgresql+psycopg://u@h/n"
    monkeypatch.setenv(DATABASE_VARIABLE, "sqlite:///y.db")
    assert opened(tmp_path, "").database == f"sqlite:///{tmp_path / 'y.db'}"


def test_a_secret_may_stay_in_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv("OUR_DATABASE", "postgresql+psycopg://u:hunter2@h/n")
    settings = opened(tmp_path, 'database_env = "OUR_DATABASE"')
    assert settings.database == "postgresql+psycopg://u:hunter2@h/n"
    assert "hunter2" not in repr(workspace.open(tmp_path))
    monkeypatch.delenv("OUR_DATABASE")
    assert "environment variable OUR_DATABASE is not set" in refused(tmp_path, 'database_env = "OUR_DATABASE"')


def test_a_workspace_made_with_the_environment_names_the_variable_and_not_its_content(tmp_path, monkeypatch):
    monkeypatch.setenv(DATABASE_VARIABLE, f"sqlite:///{tmp_path / 'secret.db'}")
    workspace.create(tmp_path / "a")
    text = (tmp_path / "a" / FILE).read_text()
    assert f'database_env = "{DATABASE_VARIABLE}"' in text
    assert "secret" not in text
    monkeypatch.delenv(DATABASE_VARIABLE)
    with pytest.raises(DataError, match=f"{DATABASE_VARIABLE} is not set"):
        workspace.open(tmp_path / "a")


def test_settings_with_a_password_are_for_their_owner_alone(tmp_path, postgresql):
    with postgresql.database() as name:
        workspace.create(tmp_path / "with", database=postgresql.at(name, password="secret"))
    assert stat.S_IMODE((tmp_path / "with" / FILE).stat().st_mode) == 0o600


def test_a_workspace_may_lie_on_postgresql_and_a_second_one_shares_it(tmp_path, blank_url):
    with workspace.create(tmp_path / "a", database=blank_url).store() as store:
        store.add_scorecards([card()], source="csv", actor="recruiter")
    with workspace.create(tmp_path / "b", database=blank_url).store() as store:
        assert len(store.ratings()) == 1
        assert audit.verify(store).rows == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('\ndatabse = "sqlite:///x.db"', ":2: databse: unknown key. Did you mean 'database'?"),
        ("\n\n[web]\nport = 1", ":3: web: unknown key. Known: database, database_env, library."),
        ("library = 3", ":1: library: expected text in quotes"),
        ('# library\n"library" = ["x"]', ":2: library: expected text in quotes"),
        ('library = ""', ":1: library: is blank"),
        ("library = x\n", ":1: is not valid TOML: Invalid value"),
        ('\nlibrary = "a"\nlibrary = "b"\n', ":3: is not valid TOML: Cannot overwrite a value"),
        ('library = "a', ":1: is not valid TOML: "),
        ('database = "x"\ndatabase_env = "Y"', ":2: database_env: stands beside database"),
        ('\ndatabase = "mysql://u:secret@h/n"', ":2: database: expected sqlite:///FILE or postgresql+psycopg://"),
        ('database = "sqlite://"', ":1: database: expected sqlite:///FILE"),
        ('database = "sqlite:///:memory:"', ":1: database: expected sqlite:///FILE"),
        ('database = "hiretool.db"', ":1: database: expected sqlite:///FILE"),
    ],
)
def test_a_mistake_in_the_settings_is_named_with_its_line(tmp_path, text, said):
    sentence = refused(tmp_path, text)
    assert sentence.startswith(f"{FILE}{said}")
    assert "secret" not in sentence


def test_a_mistake_in_the_environment_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv(DATABASE_VARIABLE, "mysql://u:secret@h/n")
    assert refused(tmp_path, "").startswith(f"{FILE}:{DATABASE_VARIABLE}: database: expected")


def test_settings_that_are_no_text_are_refused(tmp_path):
    (tmp_path / FILE).write_bytes(b"\xff\xfe")
    with pytest.raises(DataError, match="UTF-16"):
        workspace.open(tmp_path)


def test_the_nearest_workspace_is_found_from_below(tmp_path, monkeypatch):
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    assert workspace.find(below) is None
    (tmp_path / FILE).write_text("")
    assert workspace.find(below) == workspace.find(tmp_path) == tmp_path
    (tmp_path / "a" / FILE).write_text("")
    assert workspace.find(below) == tmp_path / "a"
    monkeypatch.chdir(below)
    assert workspace.find() == tmp_path / "a"


def test_a_named_workspace_is_taken_without_a_search(tmp_path, monkeypatch):
    (tmp_path / FILE).write_text("")
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "other"))
    assert workspace.find(tmp_path) == tmp_path / "other"


def test_finding_and_opening_a_workspace_need_no_database_library(tmp_path):
    (tmp_path / FILE).write_text("")
    program = (
        "import sys; from pathlib import Path; from hiretool.store import workspace\n"
        f"workspace.open(workspace.find(Path({str(tmp_path)!r})))\n"
        "sys.exit('sqlalchemy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
