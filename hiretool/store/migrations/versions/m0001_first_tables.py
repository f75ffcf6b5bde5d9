"""The first tables, the salt, and the triggers that keep the audit log append-only.

A later migration that rebuilds `audit` in batch mode on SQLite loses its triggers and must make them again.
"""

from __future__ import annotations

import secrets

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

REFUSED = "audit is append-only"
OUT_OF_TURN = "an audit row must follow the last one"

SQLITE = (
    f"CREATE TRIGGER audit_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END",
    f"CREATE TRIGGER audit_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END",
    # INSERT OR REPLACE deletes without asking the trigger above.
    "CREATE TRIGGER audit_insert BEFORE INSERT ON audit"
    " WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM audit)"
    f" BEGIN SELECT RAISE(ABORT, '{OUT_OF_TURN}'); END",
)

POSTGRESQL = (
    f"CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{REFUSED}'; END $$",
    "CREATE FUNCTION audit_follow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
    " IF NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM audit)"
    f" THEN RAISE EXCEPTION '{OUT_OF_TURN}'; END IF; RETURN NEW; END $$",
    "CREATE TRIGGER audit_change BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_refuse()",
    "CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()",
    "CREATE TRIGGER audit_insert BEFORE INSERT ON audit FOR EACH ROW EXECUTE FUNCTION audit_follow()",
)


def upgrade() -> None:
    setting = op.create_table(
        "setting",
        sa.Column("name", sa.Text(), primary_key=True),
        sa.Column("value", sa.Text(), nullable=False),
    )
    op.bulk_insert(setting, [{"name": "salt", "value": secrets.token_hex(32)}])
    op.create_table(
        "opening",
        sa.Column("id", sa.Text(), primary_key=True),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
    )
    op.create_table(
        "candidate",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("name", sa.Text(), nullable=False, unique=True),
        sa.Column("opening_id", sa.Text(), sa.ForeignKey("opening.id")),
        sa.Column("created_at", sa.Text(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "kit",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("candidate_id", sa.Integer(), sa.ForeignKey("candidate.id"), nullable=False, index=True),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("seed", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "given",
        sa.Column("candidate_id", sa.Integer(), sa.ForeignKey("candidate.id"), primary_key=True),
        sa.Column("question_id", sa.Text(), primary_key=True),
        sa.Column("kit_id", sa.Integer(), sa.ForeignKey("kit.id"), nullable=False, index=True),
        sa.Column("question_version", sa.Integer(), nullable=False),
        sa.Column("family", sa.Text(), nullable=False),
        sa.Column("round", sa.Text(), nullable=False),
    )
    op.create_table(
        "scorecard",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("candidate_id", sa.Integer(), sa.ForeignKey("candidate.id"), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("interviewer", sa.Text(), nullable=False),
        sa.Column("interview", sa.Text(), nullable=False),
        sa.Column("recommendation", sa.Text(), nullable=False),
        sa.Column("submitted_at", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("raw", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("stored_at", sa.Text(), nullable=False),
        sa.UniqueConstraint("candidate_id", "role", "interviewer", "interview"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "rating",
        sa.Column("scorecard_id", sa.Integer(), sa.ForeignKey("scorecard.id"), primary_key=True),
        sa.Column("competency", sa.Text(), primary_key=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("rating", sa.Double()),
        sa.Column("label", sa.Text()),
        sa.Column("note", sa.Text(), nullable=False),
        sa.CheckConstraint("rating BETWEEN 1 AND 4", name="one_to_four"),
    )
    op.create_table(
        "audit",
        sa.Column("seq", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("prev", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
    )
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)
