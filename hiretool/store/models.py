"""The tables. What the CLI and the web see are the plain rows of cards, kits and store, never these."""

from __future__ import annotations

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, MetaData, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

# SQLite gives the number of a deleted last row to the next one; a forgotten candidate's number in the audit log would
# then name somebody else.
_NEVER_AGAIN = {"sqlite_autoincrement": True}


class Base(DeclarativeBase):
    """Times are ISO 8601 text in UTC, so that both databases give back what was put in."""

    type_annotation_map = {str: Text}
    # Batch migrations on SQLite find a constraint by its name.
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_name)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Setting(Base):
    """What belongs to this database alone, such as the salt of its digests."""

    __tablename__ = "setting"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class Opening(Base):
    __tablename__ = "opening"

    id: Mapped[str] = mapped_column(primary_key=True)
    role: Mapped[str]
    level: Mapped[str]
    title: Mapped[str]
    created_at: Mapped[str]


class Candidate(Base):
    """Somebody in a hiring process, known by the text that the user types (see keys.key)."""

    __tablename__ = "candidate"
    __table_args__ = _NEVER_AGAIN

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    opening_id: Mapped[str | None] = mapped_column(ForeignKey("opening.id"))
    created_at: Mapped[str]


class Kit(Base):
    __tablename__ = "kit"
    __table_args__ = _NEVER_AGAIN

    id: Mapped[int] = mapped_column(primary_key=True)
    candidate_id: Mapped[int] = mapped_column(ForeignKey("candidate.id"), index=True)
    role: Mapped[str]
    level: Mapped[str]
    seed: Mapped[int] = mapped_column(BigInteger)
    created_at: Mapped[str]
    content: Mapped[str]


class Given(Base):
    """A question that a candidate was given: once, ever."""

    __tablename__ = "given"

    candidate_id: Mapped[int] = mapped_column(ForeignKey("candidate.id"), primary_key=True)
    question_id: Mapped[str] = mapped_column(primary_key=True)
    kit_id: Mapped[int] = mapped_column(ForeignKey("kit.id"), index=True)
    question_version: Mapped[int]
    family: Mapped[str]
    round: Mapped[str]


class Scorecard(Base):
    """What one interviewer said of one candidate in one interview."""

    __tablename__ = "scorecard"
    __table_args__ = (UniqueConstraint("candidate_id", "role", "interviewer", "interview"), _NEVER_AGAIN)

    id: Mapped[int] = mapped_column(primary_key=True)
    candidate_id: Mapped[int] = mapped_column(ForeignKey("candidate.id"))
    role: Mapped[str]
    interviewer: Mapped[str]
    interview: Mapped[str]
    recommendation: Mapped[str]
    submitted_at: Mapped[str]
    source: Mapped[str]
    raw: Mapped[str]
    digest: Mapped[str]
    """Keyed digest of the card in the normal form: what tells the same card from another one, here and in the log."""
    stored_at: Mapped[str]


class Rating(Base):
    __tablename__ = "rating"
    __table_args__ = (CheckConstraint("rating BETWEEN 1 AND 4", name="one_to_four"),)

    scorecard_id: Mapped[int] = mapped_column(ForeignKey("scorecard.id"), primary_key=True)
    competency: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    """Place on the card, from 0."""
    rating: Mapped[float | None]
    label: Mapped[str | None]
    note: Mapped[str]


class Version(Base):
    """A card as it came in once, sealed by a digest in the log, whatever becomes of the card."""

    __tablename__ = "scorecard_version"

    scorecard_id: Mapped[int] = mapped_column(ForeignKey("scorecard.id"), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    """From 1."""
    sealed_in: Mapped[int]
    """Number of the row of the log that holds the seal; who and when stand there."""
    nonce: Mapped[str]
    """Without it nobody can try out what was sealed; it goes with the candidate."""
    handed_in: Mapped[bool]
    reason: Mapped[str]
    """Why it took the place of the version before; blank in the first."""
    content: Mapped[str | None]
    """All that it said, as JSON text; None while it is the one in force, which stands in `scorecard` and `rating`."""


class Severity(Base):
    """What the ratings of one role alone say of how strict an interviewer is."""

    __tablename__ = "severity"

    interviewer: Mapped[str] = mapped_column(primary_key=True)
    role: Mapped[str] = mapped_column(primary_key=True)
    severity: Mapped[float]
    sd: Mapped[float]
    n_shared: Mapped[int]
    learnt_on: Mapped[str]


class Sourced(Base):
    """Somebody found in public sources whom a person chose to keep on file; days are ISO 8601 dates."""

    __tablename__ = "sourced"
    __table_args__ = _NEVER_AGAIN

    id: Mapped[int] = mapped_column(primary_key=True)
    opening_id: Mapped[str | None] = mapped_column(ForeignKey("opening.id"), index=True)
    name: Mapped[str]
    papers: Mapped[str]
    """arXiv ids as a JSON list: which of those who bear the name it is."""
    orcid: Mapped[str | None]
    source: Mapped[str]
    found_on: Mapped[str]
    query: Mapped[str]
    identity: Mapped[str]
    """How sure it is that these papers are one person's, in a sentence."""
    legal_basis: Mapped[str]
    balancing_test: Mapped[str]
    first_seen: Mapped[str]
    notice_due: Mapped[str]
    notice_written: Mapped[str | None]
    notice_sent: Mapped[str | None]
    retain_until: Mapped[str]
    do_not_contact: Mapped[bool]
    note: Mapped[str]


class SourcedExport(Base):
    """A file that was written about people who are kept on file, so that a purge can name it."""

    __tablename__ = "sourced_export"
    __table_args__ = _NEVER_AGAIN

    id: Mapped[int] = mapped_column(primary_key=True)
    sourced_id: Mapped[int | None] = mapped_column(ForeignKey("sourced.id"), index=True)
    """Whom it is about, if it is about one person."""
    path: Mapped[str]
    made_at: Mapped[str]


class Suppression(Base):
    """A keyed digest of what an objection named; the key is no part of the database."""

    __tablename__ = "suppression"
    __table_args__ = (UniqueConstraint("kind", "tag"), _NEVER_AGAIN)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    """`hide` or `contact`."""
    tag: Mapped[str]
    made_on: Mapped[str]


class Audit(Base):
    """Append-only; triggers refuse the rest (see migrations)."""

    __tablename__ = "audit"

    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[str]
    actor: Mapped[str]
    action: Mapped[str]
    body: Mapped[str]
    prev: Mapped[str]
    hash: Mapped[str]
