"""Each version of a card is sealed: what the log holds of it proves that it is the one that came in."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from hiretool.store import audit, cards, versions
from hiretool.store.cards import Card
from hiretool.store.models import Audit, Setting, Version

if TYPE_CHECKING:
    from hiretool.store.store import Store

ADDED = "add_scorecards"
MIGRATED = "seal_scorecards"
FORGOTTEN = "forget_candidate"

Name = tuple[int, int]
"""Number of a card, and of its version."""
Seal = tuple[int, str]
"""Number of the row of the log, and the seal that stands in it."""


@dataclass(frozen=True, slots=True)
class Wrong:
    """A card that is not what was sealed."""

    scorecard: int
    problem: str
    """A sentence."""


@dataclass(frozen=True, slots=True)
class Checked:
    """Whether the stored cards are those that were sealed."""

    scorecards: int
    versions: int
    wrong: tuple[Wrong, ...]


def nonce() -> str:
    """128 random bits in hex."""
    return secrets.token_hex(16)


def seal(nonce: str, digest: str, *, version: int, reason: str) -> str:
    """HMAC-SHA-256 in hex over the card's keyed digest, the number of its version and why there is one.

    The key is the version's own nonce: once that is deleted, nobody can find out by trying what had been sealed, not
    even with the database's salt.
    """
    return audit.digest(nonce, audit.canonical([digest, version, reason]))


def told(numbers: Sequence[int], seals: Sequence[str]) -> dict[str, audit.Json]:
    """What the log is told of first versions: the rising numbers of their cards as runs, and a seal for each.

    A list of seals, and no Merkle tree: a tree's root is shorter, but each card would have to keep a path of log2(n)
    hashes, 14 of them for 12,000 cards, where the list has one.
    """
    return {"new": audit.runs(numbers), "seals": list(seals)}


def verify(store: Store) -> Checked:
    """Compare every version of every card that is stored with its seal in the log.

    It says nothing of the log itself: see audit.verify, to be asked first.
    """
    with store.reading() as session:
        salt = session.scalars(select(Setting.value).where(Setting.name == "salt")).one()
        logged = _logged(session)
        found = versions.cards_by_number(session)
        kept = list(session.execute(select(Version).order_by(Version.scorecard_id, Version.version)).scalars())
    wrong = list(_compared(salt, logged, found, kept))
    return Checked(len(found), len(kept), tuple(sorted(wrong, key=lambda entry: entry.scorecard)))


def _logged(session: Session) -> dict[Name, Seal]:
    """Every seal in the log, but for those of forgotten candidates' cards."""
    statement = select(Audit.seq, Audit.action, Audit.body).where(Audit.action.in_((ADDED, MIGRATED, FORGOTTEN)))
    found: dict[Name, Seal] = {}
    last: dict[int, int] = {}
    for seq, action, text in session.execute(statement.order_by(Audit.seq)):
        body = json.loads(text)
        if action == FORGOTTEN:
            for id in _numbers(body.get("cards", [])):
                for version in range(1, last.pop(id, 0) + 1):
                    del found[id, version]
        elif "seals" in body:
            # Rows of an older hiretool have none.
            first = [[id, 1, seal] for id, seal in zip(_numbers(body["new"]), body["seals"], strict=True)]
            for id, version, seal in [*first, *body.get("replaced", [])]:
                found[id, version] = seq, seal
                last[id] = version
    return found


def _numbers(runs: Iterable[Sequence[int]]) -> Iterator[int]:
    for first, last in runs:
        yield from range(first, last + 1)


def _compared(salt: str, logged: dict[Name, Seal], found: dict[int, Card], kept: Iterable[Version]) -> Iterator[Wrong]:
    unseen, unsealed = dict(logged), set(found) - {id for id, _ in logged}
    for version in kept:
        id = version.scorecard_id
        if id not in found:
            continue
        unsealed.discard(id)
        where, expected = unseen.pop((id, version.version), (0, ""))
        name = f"version {version.version} of card {id}"
        if not where:
            yield Wrong(id, f"{name} was never sealed: the log does not know it")
        elif version.sealed_in != where or _resealed(salt, version, found[id]) != expected:
            yield Wrong(id, f"{name} is not what was sealed in row {where} of the log")
    yield from (Wrong(id, f"card {id} was never sealed: the log does not know it") for id in unsealed)
    for (id, number), (where, _) in unseen.items():
        yield Wrong(id, f"version {number} of card {id}, sealed in row {where}, is gone, though nobody was forgotten")


def _resealed(salt: str, version: Version, current: Card) -> str:
    """The seal that the version would get as it stands; blank if it holds what no version can hold."""
    try:
        card = current if version.content is None else versions.unpacked(current, version.content)
        if card.handed_in != version.handed_in:
            return ""
        digest = audit.digest(salt, cards.content(card))
        return seal(version.nonce, digest, version=version.version, reason=version.reason)
    except (TypeError, ValueError, KeyError, AttributeError):
        return ""
