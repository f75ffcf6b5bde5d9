import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import insert, inspect, text
from sqlalchemy.exc import IntegrityError

from hiretool.errors import HiretoolError
from hiretool.store import audit, schema
from hiretool.store.models import Base, Rating, Setting
from hiretool.store.store import Store
from tests.store.cards import KIT, card, question

NEXT = f"""
import sqlalchemy as sa
from alembic import op

revision, down_revision = "9001", "{schema.HEAD}"

def upgrade():
    with op.batch_alter_table("candidate") as table:
        table.add_column(sa.Column("pronouns", sa.Text(), server_default=""))
        table.alter_column("created_at", nullable=True)
"""

NOW = schema.HEAD


@pytest.fixture
def next_release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A later hiretool, which rebuilds a table that others refer to; `break_it` makes it fail at its end."""
    folder = tmp_path / "100% later" / "migrations"
    shutil.copytree(schema.MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))

    def released(ending: str = "") -> None:
        (folder / "versions" / "m9001_later.py").write_text(NEXT + ending)
        monkeypatch.setattr(schema, "MIGRATIONS", folder)
        monkeypatch.setattr(schema, "HEAD", "9001")

    return released


def fill(store: Store) -> None:
    store.give_kit("Ada", questions=[question()], **KIT)
    store.add_scorecards([card("Ada"), card("Bo")], source="csv", actor="recruiter")


def test_head_is_the_last_migration():
    config = Config()
    config.set_main_option("script_location", str(schema.MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_current_head() == schema.HEAD


def test_the_migrated_tables_are_the_models(blank_url):
    with Store(blank_url) as store:
        store.migrate()
        with store._engine.connect() as connection:
            options = {"version_table": schema.TABLE, "compare_type": True, "compare_server_default": True}
            assert compare_metadata(MigrationContext.configure(connection, opts=options), Base.metadata) == []
            named = {name for table in Base.metadata.tables for name in _constraints(connection, table)}
    wanted = {item.name for table in Base.metadata.tables.values() for item in table.constraints}
    assert named == {name for name in wanted if not name.startswith("pk_")}


def _constraints(connection, table):
    """Names of all but primary keys, which have none where SQLite numbers the rows."""
    found = inspect(connection)
    kinds = found.get_unique_constraints, found.get_foreign_keys, found.get_check_constraints
    return [item["name"] for kind in kinds for item in kind(table)]


def test_migrating_again_does_nothing(store):
    fill(store)
    head = audit.head(store)
    store.migrate()
    assert audit.head(store) == head
    assert len(store.scorecards()) == 2


def test_alembic_is_imported_only_when_there_is_something_to_migrate(file):
    program = (
        "import sys; from hiretool.store.store import Store\n"
        f"store = Store('sqlite:///{file}'); store.migrate(); store.close()\n"
        "sys.exit('alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_many_may_open_a_new_database_at_once(blank_url):
    def migrate(_):
        with Store(blank_url) as store:
            store.migrate()
            return store.digest("x")

    with ThreadPoolExecutor(12) as pool:
        assert len(set(pool.map(migrate, range(12)))) == 1


def test_a_database_of_a_newer_hiretool_is_left_alone(store):
    with store.writing() as session:
        session.execute(text(f"UPDATE {schema.TABLE} SET version_num = '9999'"))
    try:
        with pytest.raises(
            HiretoolError, match=rf"made by a newer hiretool \(schema 9999; this one knows {schema.HEAD}\)"
        ):
            store.migrate()
    finally:
        with store.writing() as session:
            session.execute(text(f"UPDATE {schema.TABLE} SET version_num = '{schema.HEAD}'"))


@pytest.mark.parametrize("table", list(Base.metadata.tables))
def test_tables_of_another_program_are_left_alone(blank_url, table):
    with Store(blank_url) as store:
        with store.writing() as session:
            session.execute(text(f"CREATE TABLE {table} (x INTEGER)"))
        with pytest.raises(HiretoolError, match=f"has tables of another program \\({table}\\)"):
            store.migrate()
        with store.reading() as session:
            assert inspect(session.connection()).get_table_names() == [table]


def test_a_rebuilt_table_keeps_all_that_refers_to_it(blank_url, next_release):
    with Store(blank_url) as store:
        store.migrate()
        fill(store)
        before = store.ratings(), store.scorecards(), store.given_to("Ada"), audit.verify(store)
        next_release()
        store.migrate()
        assert (store.ratings(), store.scorecards(), store.given_to("Ada"), audit.verify(store)) == before
        with store.reading() as session:
            assert session.execute(text("SELECT name, pronouns FROM candidate")).all() == [("Ada", ""), ("Bo", "")]


def test_a_migration_that_fails_changes_nothing(blank_url, next_release):
    with Store(blank_url) as store:
        store.migrate()
        fill(store)
        next_release("    raise RuntimeError('half way')\n")
        with pytest.raises(RuntimeError, match="half way"):
            store.migrate()
        with store.reading() as session:
            assert schema.revision(session.connection()) == NOW
            assert "pronouns" not in {
                column["name"] for column in inspect(session.connection()).get_columns("candidate")
            }
        fill_again = store.add_scorecards([card("Cy")], source="csv", actor="recruiter")
        assert fill_again.new == 1


def test_a_row_that_refers_to_nothing_is_refused(store):
    with pytest.raises(IntegrityError), store.writing() as session:
        session.add(Rating(scorecard_id=99, competency="coding", position=0, rating=3, label=None, note=""))


def test_a_rating_beyond_the_scale_is_refused_by_the_database_too(store):
    fill(store)
    with pytest.raises(IntegrityError), store.writing() as session:
        session.add(Rating(scorecard_id=1, competency="other", position=0, rating=5, label=None, note=""))


def test_reading_may_not_write(store):
    with pytest.raises(HiretoolError, match="may not be written to"), store.reading() as session:
        session.execute(insert(Setting).values(name="x", value="y"))
    with store.writing() as session:
        assert session.get(Setting, "x") is None
