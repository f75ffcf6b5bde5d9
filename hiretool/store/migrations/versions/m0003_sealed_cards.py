"""Versions of cards with their seals, and the ledger of severities; cards that are there are sealed as they stand."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.orm import Session

from hiretool.store import audit, seals

revision = "0003"
down_revision = "0002"

STORED = """
    SELECT id, digest, recommendation <> '' OR EXISTS (
        SELECT 1 FROM rating WHERE rating.scorecard_id = scorecard.id AND rating.rating IS NOT NULL
    ) AS handed_in
    FROM scorecard ORDER BY id
"""


def upgrade() -> None:
    version = op.create_table(
        "scorecard_version",
        sa.Column("scorecard_id", sa.Integer(), sa.ForeignKey("scorecard.id"), primary_key=True),
        sa.Column("version", sa.Integer(), primary_key=True),
        sa.Column("sealed_in", sa.Integer(), nullable=False),
        sa.Column("nonce", sa.Text(), nullable=False),
        sa.Column("handed_in", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("content", sa.Text()),
    )
    op.create_table(
        "severity",
        sa.Column("interviewer", sa.Text(), primary_key=True),
        sa.Column("role", sa.Text(), primary_key=True),
        sa.Column("severity", sa.Double(), nullable=False),
        sa.Column("sd", sa.Double(), nullable=False),
        sa.Column("n_shared", sa.Integer(), nullable=False),
        sa.Column("learnt_on", sa.Text(), nullable=False),
    )
    _seal(version)


def _seal(version: sa.Table) -> None:
    """What was changed before is not known any more: each card that is there becomes its own first version."""
    with Session(op.get_bind()) as session:
        rows, numbers, marks = [], [], []
        for id, digest, handed_in in session.execute(sa.text(STORED)):
            nonce = seals.nonce()
            numbers.append(id)
            marks.append(seals.seal(nonce, digest, version=1, reason=""))
            rows.append({"scorecard_id": id, "version": 1, "nonce": nonce, "handed_in": bool(handed_in), "reason": ""})
        if rows:
            row = audit.following(session)
            session.execute(sa.insert(version), [{**values, "sealed_in": row} for values in rows])
            audit.append(session, "hiretool", seals.MIGRATED, seals.told(numbers, marks))
