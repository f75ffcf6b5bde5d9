"""People found in public sources and kept on file, the files written about them, and the digests of objections."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "sourced",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("opening_id", sa.Text(), sa.ForeignKey("opening.id"), index=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("papers", sa.Text(), nullable=False),
        sa.Column("orcid", sa.Text()),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("found_on", sa.Text(), nullable=False),
        sa.Column("query", sa.Text(), nullable=False),
        sa.Column("identity", sa.Text(), nullable=False),
        sa.Column("legal_basis", sa.Text(), nullable=False),
        sa.Column("balancing_test", sa.Text(), nullable=False),
        sa.Column("first_seen", sa.Text(), nullable=False),
        sa.Column("notice_due", sa.Text(), nullable=False),
        sa.Column("notice_written", sa.Text()),
        sa.Column("notice_sent", sa.Text()),
        sa.Column("retain_until", sa.Text(), nullable=False),
        sa.Column("do_not_contact", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "sourced_export",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("sourced_id", sa.Integer(), sa.ForeignKey("sourced.id"), index=True),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "suppression",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("tag", sa.Text(), nullable=False),
        sa.Column("made_on", sa.Text(), nullable=False),
        sa.UniqueConstraint("kind", "tag"),
        sqlite_autoincrement=True,
    )
