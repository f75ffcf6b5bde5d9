"""The release before cards were sealed, and a database that it made (m0002.json, by its own code)."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from sqlalchemy import MetaData, inspect, text

from hiretool.store import schema
from hiretool.store.store import Store

TABLES = json.loads(Path(__file__).with_name("m0002.json").read_text(encoding="utf-8"))


def made(url: str, folder: Path) -> None:
    """A database as that release left it."""
    migrations = folder / "m0002"
    shutil.copytree(schema.MIGRATIONS, migrations, ignore=shutil.ignore_patterns("__pycache__", "m0003*"))
    with pytest.MonkeyPatch.context() as patched, Store(url) as store:
        patched.setattr(schema, "MIGRATIONS", migrations)
        patched.setattr(schema, "HEAD", "0002")
        store.migrate()
        with store.writing() as session:
            connection = session.connection()
            assert "scorecard_version" not in inspect(connection).get_table_names()
            tables = MetaData()
            tables.reflect(connection)
            session.execute(text("DELETE FROM setting"))
            for table in tables.sorted_tables:
                if rows := TABLES.get(table.name):
                    session.execute(table.insert(), rows)
            if connection.dialect.name == "postgresql":
                # Rows that bring their numbers do not move what gives the next one.
                for name in ("candidate", "kit", "scorecard"):
                    session.execute(text(f"SELECT setval('{name}_id_seq', 10)"))
