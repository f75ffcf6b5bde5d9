"""The versions of a card: the one in force lies in the tables of cards and ratings, those before it as JSON text."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from hiretool.store import people
from hiretool.store.cards import Card, CardRating
from hiretool.store.models import Base, Candidate, Rating, Scorecard, Version

_VERSION = Base.metadata.tables[Version.__tablename__]


def packed(card: Card, source: str) -> str:
    """All that a card says and where it came from, but for what it is a card of."""
    ratings = [[rating.competency, rating.rating, rating.label, rating.note] for rating in card.ratings]
    said = {"recommendation": card.recommendation, "submitted_at": card.submitted_at, "ratings": ratings}
    return json.dumps({**said, "source": source, "raw": card.raw}, ensure_ascii=False)


def unpacked(card: Card, content: str) -> Card:
    """Another version of the card. Raises: ValueError, TypeError or KeyError for what `packed` did not write."""
    said = json.loads(content)
    ratings = tuple(CardRating(*rating) for rating in said["ratings"])
    return replace(
        card,
        recommendation=said["recommendation"],
        submitted_at=said["submitted_at"],
        ratings=ratings,
        raw=said["raw"],
    )


def cards_by_number(session: Session, numbers: Iterable[int] | None = None) -> dict[int, Card]:
    """The cards in force by their numbers; all of them if `numbers` is None."""
    found: dict[int, Card] = {}
    for portion in [None] if numbers is None else people.portions(numbers):
        found.update(_cards(session, portion))
    return found


def keep(session: Session, numbers: Iterable[int]) -> None:
    """Put what these cards say into their versions in force, since others are about to take their place."""
    numbers = list(numbers)
    sources: dict[int, str] = {}
    for portion in people.portions(numbers):
        found = session.execute(select(Scorecard.id, Scorecard.source).where(Scorecard.id.in_(portion)))
        sources.update((id, source) for id, source in found)
    rows = [{"which": id, "text": packed(card, sources[id])} for id, card in cards_by_number(session, numbers).items()]
    if rows:
        here = (_VERSION.c.scorecard_id == bindparam("which")) & _VERSION.c.content.is_(None)
        session.execute(update(_VERSION).where(here).values(content=bindparam("text")), rows)


def earlier(session: Session, cards: Mapping[int, Card]) -> Iterator[tuple[int, int, Card]]:
    """(number, version, card) of the versions that are in force no longer, rising."""
    for portion in people.portions(sorted(cards)):
        statement = (
            select(Version.scorecard_id, Version.version, Version.content)
            .where(Version.scorecard_id.in_(portion), Version.content.is_not(None))
            .order_by(Version.scorecard_id, Version.version)
        )
        for id, version, content in session.execute(statement):
            yield id, version, unpacked(cards[id], content or "")


def _cards(session: Session, portion: Sequence[int] | None) -> Iterator[tuple[int, Card]]:
    # Apart from one another: joined, a card's raw text would come once for each of its ratings.
    columns = (Scorecard.role, Candidate.name, Scorecard.interviewer, Scorecard.interview)
    more = (Scorecard.recommendation, Scorecard.submitted_at, Scorecard.raw)
    statement = select(Scorecard.id, *columns, *more).join_from(Scorecard, Candidate).order_by(Scorecard.id)
    listed = select(Rating.scorecard_id, Rating.competency, Rating.rating, Rating.label, Rating.note)
    listed = listed.order_by(Rating.scorecard_id, Rating.position)
    if portion is not None:
        statement = statement.where(Scorecard.id.in_(portion))
        listed = listed.where(Rating.scorecard_id.in_(portion))
    ratings = defaultdict[int, list[CardRating]](list)
    for id, competency, rating, label, note in session.execute(listed):
        ratings[id].append(CardRating(competency, rating, label, note))
    for id, role, candidate, interviewer, interview, recommendation, submitted_at, raw in session.execute(statement):
        rated = tuple(ratings[id])
        yield id, Card(role, candidate, interviewer, interview, recommendation, submitted_at, rated, raw)
