"""Cards of another system -> role, candidate, interviewer and interview, as the normal form has them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from hiretool.scoring import spelling
from hiretool.scoring.imports._card import Card
from hiretool.scoring.imports._imported import Key
from hiretool.scoring.imports._mapping import Meanings, spelt
from hiretool.scoring.imports._names import Names
from hiretool.scoring.normal import LONGEST

NOBODY = "the card does not say whom it is about; pass --candidate NAME if all are about one"
NOUNS = ("role", "candidate", "interviewer", "interview")


@dataclass(slots=True)
class Placed:
    """A card, and whose it is."""

    card: Card
    key: Key
    problems: list[str] = field(default_factory=list)
    left_out: bool = False
    """The mapping file leaves its role, or its interview, out on purpose."""
    numbered: bool = False
    """Its interview has a number behind its name, being the second of that name."""


class Keys:
    """What the mapping file says of openings and interviews, and how people are called."""

    def __init__(
        self, system: str, meanings: Meanings, names: Names, *, role: str, candidate: str, roles: Collection[str]
    ) -> None:
        """role: of all the cards, before what the mapping file says; candidate: where a card does not say.

        roles: those of the library, which need no mapping.
        """
        self._system, self._names = system, names
        self._all_of = role or (meanings.role if isinstance(meanings.role, str) else "")
        self._roles: dict[str, str | None] = {name: name for name in roles}
        self._roles |= _by_spelling(meanings.role)
        self._held = meanings.interview if isinstance(meanings.interview, str) else ""
        self._interviews = _by_spelling(meanings.interview)
        self._candidate = spelling.name(candidate)

    def placed(self, card: Card) -> Placed:
        """Whose card it is, or all that keeps that from being known."""
        role, problems, left_out = self._role(card)
        candidate, unknown = self._names.called(card.candidate)
        if not candidate and not unknown:
            candidate = self._candidate
            unknown = "" if candidate else NOBODY
        problems += [f"candidate: {unknown}"] if unknown else []
        interviewer, unknown = self._names.called(card.interviewer)
        if not interviewer:
            problems.append(f"interviewer: {unknown or 'the card does not say who wrote it'}")
        interview, omitted = self._interview(card)
        key = (role, candidate, interviewer, interview)
        for noun, value in zip(NOUNS, key, strict=True):
            if not spelling.is_one_line(value):
                problems.append(f"{noun}: holds a line break or control character")
            if len(value) > LONGEST[noun]:
                problems.append(f"{noun}: is longer than {LONGEST[noun]:,} characters")
        # What is no card at all need not be told that it has no candidate.
        return Placed(card, key, [*card.problems, *problems], left_out or omitted)

    def _role(self, card: Card) -> tuple[str, list[str], bool]:
        if self._all_of:
            return self._all_of, [], False
        said, shown = spelt(card.role), repr(card.role[:60])
        if self._roles.get(said):
            return self._roles[said] or "", [], False
        if said in self._roles:
            return "", [], True
        if not said:
            return "", ["role: the file does not say for which role; pass --role ROLE"], False
        return "", [f"role: pass --role ROLE, or say in a mapping file which role {shown} is"], False

    def _interview(self, card: Card) -> tuple[str, bool]:
        """The round or the name of the interview, and whether it is left out."""
        if self._held:
            return self._held, False
        name = spelling.name(card.interview)
        for known in map(spelt, (card.interview_id, name)):
            if known and known in self._interviews:
                return self._interviews[known] or "", self._interviews[known] is None
        return name or (f"{self._system}:{card.interview_id}" if card.interview_id else ""), False


def set_apart(placed: Sequence[Placed]) -> None:
    """Put a number behind the name of a second interview with the same two people; refuse a second card of one.

    In the order of time, so that the first one has no number, whichever stands first in the file.
    """
    seen: dict[Key, list[Card]] = {}
    for entry in sorted(placed, key=lambda entry: (entry.card.submitted_at, entry.card.id)):
        if entry.problems or entry.left_out:
            continue
        card, before = entry.card, seen.setdefault(entry.key, [])
        clash = next((other for other in before if not card.occasion or other.occasion in ("", card.occasion)), None)
        before.append(card)
        if clash is not None:
            which = f"card {clash.number}" + (f" ({clash.id})" if clash.id else "")
            entry.problems.append(
                f"the same person rates the same candidate in the same interview as {which}; drop one of the two"
            )
        elif len(before) > 1:
            entry.key, entry.numbered = _numbered(entry.key, len(before), seen), True
            seen[entry.key] = [card]


def _numbered(key: Key, number: int, seen: dict[Key, list[Card]]) -> Key:
    """The key with the first number behind its interview that is free."""
    while True:
        behind = f" ({number})"
        found = (*key[:3], f"{key[3][: LONGEST['interview'] - len(behind)]}{behind}")
        if found not in seen:
            return found
        number += 1


def _by_spelling(said: object) -> dict[str, str | None]:
    return {spelt(name): value for name, value in said.items()} if isinstance(said, dict) else {}
