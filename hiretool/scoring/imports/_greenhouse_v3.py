"""Greenhouse Harvest v3: flat tables, one for each endpoint, joined by their ids."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from hiretool.errors import DataError
from hiretool.scoring.imports import _moments
from hiretool.scoring.imports._card import Card, Found, Orphan, Person, Rated
from hiretool.scoring.imports._pages import Json, Object, id_of, objects, text
from hiretool.scoring.imports._plain import plain
from hiretool.scoring.imports._settled import Settings

# Names of the endpoints are the keys of the bundle. Source: reference of Harvest v3, /v3/scorecards and others.
RATINGS = "scorecard_candidate_attributes"
ATTRIBUTES = "job_candidate_attributes"
KITS = "interview_kits"
INTERVIEWS = "job_interviews"
_PRIVATE = "private_note"

Table = dict[str, Object]


def recognises(values: Sequence[Json]) -> bool:
    """A table of scorecards that call the recommendation `candidate_rating`."""
    return any("candidate_rating" in row for bundle in _bundles(values) for row in objects(bundle.get("scorecards")))


def cards(values: Sequence[Json], path: Path, settings: Settings) -> Found:
    """Raises: DataError if the ratings, which are a table of their own, are not in the bundle."""
    tables: dict[str, list[Object]] = defaultdict(list)
    for bundle in _bundles(values):
        for name, rows in bundle.items():
            tables[name] += objects(rows)
    if RATINGS not in {name for bundle in _bundles(values) for name in bundle}:
        raise DataError(
            path, "", f"has v3 scorecards without their ratings; add the rows of /v3/{RATINGS} under {RATINGS}"
        )
    return _Bundle(tables, settings).found()


def _bundles(values: Sequence[Json]) -> Iterator[Object]:
    for value in values:
        if isinstance(value, list):
            yield from _bundles(value)
        elif isinstance(value, dict):
            yield value


class _Bundle:
    def __init__(self, tables: dict[str, list[Object]], settings: Settings) -> None:
        self._tables, self._settings = tables, settings
        self._attributes, self._kits, self._interviews = map(self._by_id, (ATTRIBUTES, KITS, INTERVIEWS))
        self._users, self._questions = self._by_id("users"), self._by_id("scorecard_questions")
        self._applications, self._candidates = self._by_id("applications"), self._by_id("candidates")
        self._rated = self._by_card(RATINGS)
        self._answers = self._by_card("scorecard_question_answers")
        self._chosen = self._options()

    def found(self) -> Found:
        scorecards = self._tables["scorecards"]
        cards = [self._card(number, row) for number, row in enumerate(scorecards, start=1)]
        there = {card.id for card in cards}
        orphans = [
            Orphan(
                len(scorecards) + place,
                {"card": id, "name": self._name(row), "value": text(row.get("candidate_attribute_rating"))},
                f"is a rating of scorecard {id or '(none)'}, which is not in the bundle",
            )
            for place, (id, row) in enumerate(
                ((id, row) for id, rows in self._rated.items() if id not in there for row in rows), start=1
            )
        ]
        return Found(cards, orphans)

    def _card(self, number: int, row: Object) -> Card:
        id = id_of(row)
        submitted = _moments.iso(row.get("submitted_at"))
        private = bool(text(row.get("private_notes")).strip())
        interview, interview_id, job, problem = self._interview(row)
        rated = self._rated.get(id, [])
        card = Card(
            number=number,
            id=id,
            candidate=self._candidate(row),
            interviewer=self._user(row.get("interviewer_id")) or self._user(row.get("submitter_id")),
            submitter=self._user(row.get("submitter_id")),
            interview=interview,
            interview_id=interview_id,
            occasion=(_moments.iso(row.get("interviewed_at")) or "")[:10],
            role=job or next(filter(None, map(self._job, rated)), ""),
            verdict=row.get("candidate_rating"),
            submitted_at=submitted or "",
            updated_at=_moments.iso(row.get("updated_at")) or submitted or "",
            rated=[self._rating(entry) for entry in rated],
            texts=self._texts(id, row),
            state="draft" if row.get("status") == "draft" else "complete",
            private=int(private),
            raw=self._raw(id, row),
        )
        if submitted is None:
            card.problems.append(f"submitted_at: expected a time, got {text(row.get('submitted_at'))[:40]!r}")
        if row.get("status") not in ("draft", "complete", None):
            card.problems.append(f"status: expected draft or complete, got {text(row.get('status'))[:40]!r}")
        card.problems += [problem] if problem else []
        return card

    def _rating(self, entry: Object) -> Rated:
        id = id_of(entry.get("job_candidate_attribute_id"))
        lost = "" if id in self._attributes else f"attribute {id or '(none)'} is not in {ATTRIBUTES} of the bundle"
        note = plain(text(entry.get("note")))
        return Rated(self._name(entry), entry.get("candidate_attribute_rating"), note, lost)

    def _name(self, entry: Object) -> str:
        id = id_of(entry.get("job_candidate_attribute_id"))
        return text(self._attributes.get(id, {}).get("name")) or f"attribute {id}"

    def _job(self, entry: Object) -> str:
        return id_of(self._attributes.get(id_of(entry.get("job_candidate_attribute_id")), {}).get("job_id"))

    def _interview(self, row: Object) -> tuple[str, str, str, str]:
        """(name, id of the kit, id of the job, what is missing in the bundle)."""
        id = id_of(row.get("interview_kit_id"))
        if not id:
            return "", "", "", ""
        said = self._settings.mapping.interview
        if isinstance(said, str) or id in (said or {}):
            return "", id, id_of(self._kits.get(id, {}).get("job_id")), ""
        if id not in self._kits:
            return "", id, "", f"interview kit {id} is not in {KITS} of the bundle"
        kit = self._kits[id]
        interview = id_of(kit.get("job_interview_id"))
        if interview not in self._interviews:
            return "", id, "", f"interview {interview or '(none)'} of kit {id} is not in {INTERVIEWS} of the bundle"
        return text(self._interviews[interview].get("name")), id, id_of(kit.get("job_id")), ""

    def _candidate(self, row: Object) -> Person:
        application = id_of(row.get("application_id"))
        candidate = id_of(self._applications.get(application, {}).get("candidate_id"))
        name = _full_name(self._candidates.get(candidate, {}))
        return Person((("application", application), ("candidate", candidate)), name)

    def _user(self, value: Json) -> Person:
        id = id_of(value)
        return Person((("user", id),), _full_name(self._users.get(id, {}))) if id else Person()

    def _texts(self, id: str, row: Object) -> list[tuple[str, str]]:
        texts = [("Notes", plain(text(row.get(name)))) for name in ("notes", "public_notes")]
        for answer in self._answers.get(id, []):
            question = id_of(answer.get("scorecard_question_id"))
            asked = plain(text(self._questions.get(question, {}).get("question"))) or f"question {question}"
            said = [text(answer.get("answer")), *self._chosen.get(id_of(answer), [])]
            if isinstance(answer.get("boolean_value"), bool):
                said.append(text(answer["boolean_value"]))
            texts.append((asked, plain(", ".join(filter(None, said)))))
        return texts

    def _raw(self, id: str, row: Object) -> Object:
        """The card's own rows of all the tables, with the names that its ids stand for."""
        kept = {
            name: value
            for name, value in row.items()
            if self._settings.with_private_notes or not name.startswith(_PRIVATE)
        }
        rated = [{**entry, "name": self._name(entry)} for entry in self._rated.get(id, [])]
        return {"scorecard": kept, RATINGS: rated, "scorecard_question_answers": self._answers.get(id, [])}

    def _options(self) -> dict[str, list[str]]:
        """Id of an answer -> the options that were chosen."""
        names = {id: text(row.get("name")) for id, row in self._by_id("scorecard_question_options").items()}
        found: dict[str, list[str]] = defaultdict(list)
        for row in self._tables["scorecard_question_answer_options"]:
            name = names.get(id_of(row.get("scorecard_question_option_id")), "")
            found[id_of(row.get("scorecard_question_answer_id"))] += [name] if name else []
        return found

    def _by_id(self, table: str) -> Table:
        return {id_of(row): row for row in self._tables[table]}

    def _by_card(self, table: str) -> dict[str, list[Object]]:
        """Rows by their scorecard, each once: pages may overlap."""
        found: dict[str, list[Object]] = defaultdict(list)
        seen: set[str] = set()
        for row in self._tables[table]:
            id = id_of(row)
            if not id or id not in seen:
                found[id_of(row.get("scorecard_id"))].append(row)
            seen.add(id)
        return found


def _full_name(row: Object) -> str:
    parts = (text(row.get("first_name")), text(row.get("last_name")))
    return text(row.get("name")) or " ".join(filter(None, parts))
