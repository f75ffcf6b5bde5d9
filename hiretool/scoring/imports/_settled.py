"""Cards of another system -> the normal form, with what cannot be taken and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hiretool.scoring import normal, spelling
from hiretool.scoring.imports import _moments, _words
from hiretool.scoring.imports._card import WHOLE_CARD, Card, Found, Person, Rated
from hiretool.scoring.imports._imported import HEADER, PLACES, Imported, Origin
from hiretool.scoring.imports._keys import NOUNS, Keys, Placed, set_apart
from hiretool.scoring.imports._mapping import Meanings, spelt
from hiretool.scoring.imports._names import Names
from hiretool.scoring.imports._pages import compact, text
from hiretool.scoring.imports._vocabulary import Meaning, Vocabulary
from hiretool.scoring.normal import LONGEST, Reading, Rejected

WHOLE = "About the whole interview:"
CUT = " [...]"


@dataclass(slots=True)
class Settings:
    """What the names in a file mean, and who is meant."""

    vocabulary: Vocabulary
    mapping: Meanings = field(default_factory=Meanings)
    people: Mapping[str, str] = field(default_factory=dict)
    role: str = ""
    """Of all the cards; before what the mapping file says."""
    candidate: str = ""
    """Whose cards these are, where the file does not say."""
    accept_guesses: bool = False
    with_private_notes: bool = False
    """Keep private notes in what is kept of the card as it came; the committee sees them in no case."""
    drafting: bool = False
    """A draft of the mapping file is wanted: what is needed and not known is asked for there."""


@dataclass(slots=True)
class _Row:
    """A rating of a card that is being settled."""

    competency: str
    rating: float | None
    label: str | None
    note: str
    name: str


def settled(path: Path, system: str, found: Found, settings: Settings) -> Imported:
    """The cards in the normal form.

    Raises: HiretoolError if an id of the people file could be two people.
    """
    return _Settling(system, settings).of(path, found)


class _Settling:
    def __init__(self, system: str, settings: Settings) -> None:
        self._system, self._settings = system, settings
        mapping = settings.mapping
        self._ratings = {_words.spoken(word): value for word, value in mapping.ratings.items()}
        self._recommendations = {_words.spoken(word): value for word, value in mapping.recommendations.items()}
        self._rejected: list[Rejected] = []
        self._rows: list[dict[str, Any]] = []
        self._origins: list[Origin] = []
        self._told: Counter[str] = Counter()
        self._typed: list[str] = []
        """Cards that somebody else than the interviewer handed in: number, and who for whom."""

    def of(self, path: Path, found: Found) -> Imported:
        for orphan in found.orphans:
            cells = [orphan.cells.get(name, "") for name in HEADER]
            self._rejected.append(Rejected(orphan.number, cells, [orphan.reason]))
        cards = self._once(self._handed_in(found.cards))
        settings = self._settings
        names = Names(self._system, {**settings.mapping.people, **settings.people}, cards)
        keys = Keys(
            self._system,
            settings.mapping,
            names,
            role=settings.role,
            candidate=settings.candidate,
            roles=settings.vocabulary.roles,
        )
        placed = [keys.placed(card) for card in cards]
        set_apart(placed)
        for entry in placed:
            self._settle(entry, names)
        names.check()
        frame = normal.frame(self._rows)
        frame["row"] = [row["row"] for row in self._rows]
        self._rejected.sort(key=lambda entry: entry.row)
        reading = Reading(path, list(HEADER), frame, self._rejected, found.ignored)
        notices = [*found.notices, *names.notices, *self._notices()]
        return Imported(self._system, reading, self._origins, notices, names.renamed())

    def _handed_in(self, cards: Sequence[Card]) -> list[Card]:
        """Without drafts and deleted cards, which are counted."""
        deleted = {card.id for card in cards if card.state == "deleted" and card.id}
        kept = []
        for card in cards:
            if card.state == "deleted" or card.id in deleted:
                self._told["deleted"] += card.state == "deleted"
            elif card.state == "draft":
                self._told["draft"] += 1
            else:
                kept.append(card)
        return kept

    def _once(self, cards: Sequence[Card]) -> list[Card]:
        """One card for each id: the newest, where it stands there in several versions."""
        kept: dict[str, Card] = {}
        for card in cards:
            id = card.id or compact(card.raw)
            before = kept.setdefault(id, card)
            if before is card:
                continue
            if before.raw == card.raw:
                self._told["same"] += 1
            elif _moments.newer(card.updated_at, before.updated_at):
                kept[id] = card
                self._told["older"] += 1
            elif _moments.newer(before.updated_at, card.updated_at):
                self._told["older"] += 1
            else:
                problem = "stands twice in the file, the two differ, and neither is newer; keep one of them"
                before.problems.append(problem)
                self._reject(card, [*card.problems, problem])
        return sorted(kept.values(), key=lambda card: card.number)

    def _settle(self, placed: Placed, names: Names) -> None:
        card, problems = placed.card, placed.problems
        if placed.left_out:
            self._told["cards left out"] += 1
            return
        recommendation = _words.recommendation(card.verdict, self._recommendations)
        if recommendation is None:
            shown = text(card.verdict)[:40] or "keys and values"
            problems.append(f"recommendation: {shown!r} is none that is known; say in a mapping file what it means")
        if problems:
            self._reject(card, problems)
            return
        rejected = len(self._rejected)
        rows = self._rated(card, placed)
        if not rows and len(self._rejected) > rejected:
            return
        self._tell(placed, names, rates=bool(rows))
        shared = dict(zip(NOUNS, placed.key, strict=True))
        shared |= {"recommendation": recommendation or "", "submitted_at": card.submitted_at}
        for row in rows:
            rated = {"competency": row.competency, "rating": row.rating, "label": row.label, "note": row.note}
            self._rows.append({**shared, **rated, "row": card.number})
        kept = (self._system, card.id, recommendation or "", card.submitted_at, compact(card.raw))
        self._origins.append(Origin(placed.key, *kept, rates=bool(rows)))

    def _tell(self, placed: Placed, names: Names, *, rates: bool) -> None:
        """Count what is to be said of a card that is taken."""
        card = placed.card
        self._told["private"] += card.private
        self._told["numbered"] += placed.numbered
        self._told["rates nothing"] += not rates
        if card.verdict_from:
            self._told[f"{_VERDICT}{card.verdict_from}"] += 1
        if card.submitter and card.submitter != card.interviewer:
            typist, _ = names.called(card.submitter)
            if typist != placed.key[2]:
                self._typed.append(f"card {card.number} ({typist} for {placed.key[2]})")

    def _rated(self, card: Card, placed: Placed) -> list[_Row]:
        """The rows of a card in its order, each competency once; what cannot be taken is put aside."""
        rows: dict[str, _Row] = {}
        for rated in card.rated:
            meaning = self._settings.vocabulary.meaning(rated.name)
            if meaning.how == "mapped" and meaning.competency is None:
                self._told["left out"] += 1
                continue
            if reasons := self._put(rated, meaning, rows):
                cells = [card.id, *placed.key[1:], rated.name, text(rated.value)[:200]]
                self._rejected.append(Rejected(card.number, cells, reasons))
        self._add_texts(card, rows)
        return list(rows.values())

    def _put(self, rated: Rated, meaning: Meaning, rows: dict[str, _Row]) -> list[str]:
        """Put a rating among those of its card. Returns: why not, if it cannot be taken."""
        reasons = [rated.problem] if rated.problem else []
        if meaning.how == "unknown" or (meaning.how == "guessed" and not self._settings.accept_guesses):
            guess = f" (a guess: {meaning.competency}, taken with --accept-guesses)" if meaning.competency else ""
            reasons.append(f"no competency is known for {rated.name[:80]!r}{guess}; say it in a mapping file")
        known = _words.rating(rated.value, self._ratings)
        if known is None and not rated.problem:
            reasons.append(f"rating: expected 1, 2, 3, 4, mixed or not assessed, got {text(rated.value)[:40]!r}")
        if reasons or known is None or meaning.competency is None:
            return reasons
        return _joined(rows, _Row(meaning.competency, *known, self._note(rated.note), rated.name))

    def _note(self, written: str) -> str:
        note = spelling.note(written)
        if len(note) > LONGEST["note"]:
            self._told["cut"] += 1
            note = note[: LONGEST["note"] - len(CUT)] + CUT
        return note

    def _add_texts(self, card: Card, rows: dict[str, _Row]) -> None:
        """Answers join the note of the competency that the mapping file gives them, or the first one that was rated."""
        whole = []
        for question, answer in card.texts:
            meaning = self._settings.mapping.notes.get(spelt(question), WHOLE_CARD)
            if not answer.strip() or meaning is None:
                continue
            said = f"{' '.join(question.split())}: {answer.strip()}"
            if meaning == WHOLE_CARD:
                whole.append(said)
            else:
                row = rows.setdefault(meaning, _Row(meaning, None, None, "", question))
                row.note = self._note(_paragraphs(row.note, answer.strip() if _words.is_note(question) else said))
        if whole and rows:
            first = next((row for row in rows.values() if row.rating is not None), next(iter(rows.values())))
            first.note = self._note(_paragraphs(first.note, "\n".join([WHOLE, *whole])))

    def _reject(self, card: Card, problems: Sequence[str]) -> None:
        cells = [card.id, _shown(card.candidate), _shown(card.interviewer), card.interview, "", ""]
        self._rejected.append(Rejected(card.number, cells, list(dict.fromkeys(problems))))

    def _notices(self) -> Iterator[str]:
        for name, sentence in _SENTENCES.items():
            if count := self._told[name]:
                noun = "card" if count == 1 else "cards"
                yield sentence.format(count=count, noun=noun, s="" if count == 1 else "s")
        if self._typed:
            more = f" and {len(self._typed) - PLACES:,} more" if len(self._typed) > PLACES else ""
            shown = ", ".join(self._typed[:PLACES])
            yield f"Handed in by somebody else than the interviewer, who counts: {shown}{more}."
        for name, count in self._told.items():
            if name.startswith(_VERDICT):
                noun = "card" if count == 1 else "cards"
                yield f"Recommendation of {count} {noun} taken from the field {name[len(_VERDICT) :][:80]!r}."
        if self._settings.accept_guesses:
            for name, meaning in self._settings.vocabulary.guesses():
                yield f"Guessed: {name[:80]!r} is {meaning.competency}."


_VERDICT = "verdict: "
_SENTENCES = {
    "draft": "{count} draft{s} skipped: not handed in yet.",
    "deleted": "{count} deleted {noun} skipped.",
    "same": "{count} {noun} stood there again, the same.",
    "older": "{count} older version{s} of a card skipped; the newest counts.",
    "private": "{count} private note{s} left out of what the committee sees.",
    "left out": "{count} rating{s} left out, as the mapping file says.",
    "cards left out": "{count} {noun} left out, as the mapping file says.",
    "numbered": "{count} {noun} of a second interview of the same name; its name has a number behind it.",
    "cut": "{count} note{s} longer than 20,000 characters cut; the workspace keeps the whole.",
    "rates nothing": "{count} {noun} without a rating; a workspace keeps it, the normal form has no row for it.",
}


def _shown(person: Person) -> str:
    return person.name or next((id for _, id in person.ids if id), "")


def _paragraphs(*texts: str) -> str:
    return "\n\n".join(filter(None, texts))


def _joined(rows: dict[str, _Row], row: _Row) -> list[str]:
    """Put the row among those of the card. Returns: why not, where another one rates the same otherwise."""
    before = rows.setdefault(row.competency, row)
    if before is row:
        return []
    if row.rating is not None and before.rating is not None and row.rating != before.rating:
        return [
            f"{row.competency} was rated otherwise by {before.name[:80]!r} on this card; leave one of the two names out"
            " (null in the mapping file)"
        ]
    if before.rating is None:
        before.rating, before.label, before.name = row.rating, row.label, row.name
    if row.note not in before.note:
        before.note = _paragraphs(before.note, row.note)
    return []
