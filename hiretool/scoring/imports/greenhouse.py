"""Greenhouse Harvest: v1 `scorecards`, and v3 tables in one bundle."""

from __future__ import annotations

from collections.abc import Iterator

from hiretool.scoring.imports import _greenhouse_v3, _moments, _pages
from hiretool.scoring.imports._card import Card, Found, Person, Rated
from hiretool.scoring.imports._content import Content
from hiretool.scoring.imports._pages import Json, Object, id_of, objects, text
from hiretool.scoring.imports._plain import plain
from hiretool.scoring.imports._settled import Settings

# The question that v1 has for what only some may read. Source: grnhse/greenhouse-api-docs, _scorecards.md.
PRIVATE = ("private note", "private notes")


def recognises(content: Content) -> bool:
    """Attributes beside an overall recommendation (v1), or a table of them beside one of scorecards (v3)."""
    return _greenhouse_v3.recognises(content.values) or any(map(_is_v1, _entries(content.values)))


def cards(content: Content, settings: Settings) -> Found:
    """Raises: DataError if v3 cards come without their ratings."""
    values = content.json()
    if _greenhouse_v3.recognises(values):
        return _greenhouse_v3.cards(values, content.path, settings)
    return Found([_v1(number, entry, settings) for number, entry in enumerate(_entries(values), start=1)])


def _entries(values: list[Json]) -> Iterator[Object]:
    return (entry for _, entry in _pages.entries(values, "scorecards"))


def _is_v1(entry: Object) -> bool:
    return "overall_recommendation" in entry and isinstance(entry.get("attributes"), list)


def _v1(number: int, entry: Object, settings: Settings) -> Card:
    submitted = _moments.iso(entry.get("submitted_at"))
    questions, private = _questions(entry)
    raw = entry if settings.with_private_notes or not private else {**entry, "questions": questions}
    card = Card(
        number=number,
        id=id_of(entry),
        candidate=_candidate(entry),
        interviewer=_person(entry.get("interviewer")) or _person(entry.get("submitted_by")),
        submitter=_person(entry.get("submitted_by")),
        interview=text(entry.get("interview")) or text(entry.get("interview_step")),
        interview_id=id_of(entry.get("interview_step")),
        occasion=(_moments.iso(entry.get("interviewed_at")) or "")[:10],
        verdict=entry.get("overall_recommendation"),
        submitted_at=submitted or "",
        updated_at=_moments.iso(entry.get("updated_at")) or submitted or "",
        rated=[
            Rated(text(attribute.get("name")), attribute.get("rating"), plain(text(attribute.get("note"))))
            for attribute in objects(entry.get("attributes"))
        ],
        texts=[(text(entry.get("question")), plain(text(entry.get("answer")))) for entry in questions],
        # The interface gives only what was handed in; a copy of it that has no time was not.
        state="draft" if "submitted_at" in entry and submitted == "" else "complete",
        private=private,
        raw=raw,
    )
    if not isinstance(entry.get("attributes"), list):
        card.problems = ["is no scorecard of Greenhouse: it has no list of attributes"]
    if submitted is None:
        card.problems.append(f"submitted_at: expected a time, got {text(entry.get('submitted_at'))[:40]!r}")
    return card


def _candidate(entry: Object) -> Person:
    application, candidate = id_of(entry.get("application_id")), id_of(entry.get("candidate_id"))
    return Person((("application", application), ("candidate", candidate)))


def _person(value: Json) -> Person:
    """Somebody by id and name; both may be missing."""
    if not isinstance(value, dict):
        return Person()
    parts = (text(value.get("first_name")), text(value.get("last_name")))
    return Person((("user", id_of(value)),), text(value.get("name")) or " ".join(filter(None, parts)))


def _questions(entry: Object) -> tuple[list[Object], int]:
    """The questions that a committee may read, and how many private answers there are besides."""
    asked = objects(entry.get("questions"))
    public = [question for question in asked if text(question.get("question")).strip().casefold() not in PRIVATE]
    hidden = [question for question in asked if question not in public]
    return public, sum(bool(text(question.get("answer")).strip()) for question in hidden)
