"""Lever `GET /v1/opportunities/{id}/feedback`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from hiretool.scoring.imports import _moments, _pages, _words
from hiretool.scoring.imports._card import Card, Found, Person, Rated, State
from hiretool.scoring.imports._content import Content
from hiretool.scoring.imports._mapping import spelt
from hiretool.scoring.imports._pages import Json, Object, id_of, objects, text
from hiretool.scoring.imports._plain import plain
from hiretool.scoring.imports._settled import Settings

# Pay and files are no evidence, and have no place beside a rating; they stay in what is kept of the card.
UNSHOWN = ("currency", "file-upload", "file", "application-file-upload")
NOT_ALL = "The file is not all: its last page says hasNext. Export the pages after it too."
# The list is asked for by opportunity, and its entries do not say which; whoever exports several adds one of these.
_OPPORTUNITY = ("opportunity", "opportunityId", "opportunity_id", "candidate", "candidateId")


def recognises(content: Content) -> bool:
    """Fields with a text, a type and a value, on an entry that was, or was not yet, completed."""
    return any(_is_feedback(entry) for _, entry in _pages.entries(content.values, "data"))


def _is_feedback(entry: Object) -> bool:
    return isinstance(entry.get("fields"), list) and bool({"completedAt", "baseTemplateId", "panel"} & set(entry))


def cards(content: Content, settings: Settings) -> Found:
    """Entries whose opportunity is not said belong to nobody until a candidate is named."""
    values = content.json()
    pages: dict[str, list[Object]] = defaultdict(list)
    for page in _pages.envelopes(values, "data"):
        pages[_opportunity(page)].append(page)
    found = Found([])
    if not all(_pages.is_all(group, "hasNext") for group in pages.values()):
        found.notices.append(NOT_ALL)
    for number, (page, entry) in enumerate(_pages.entries(values, "data"), start=1):
        found.cards.append(_card(number, page, entry, settings))
    return found


def _opportunity(value: Object) -> str:
    return next((id for name in _OPPORTUNITY if (id := id_of(value.get(name)))), "")


def _card(number: int, page: Object, entry: Object, settings: Settings) -> Card:
    completed = _moments.iso(entry.get("completedAt"))
    opportunity = _opportunity(entry) or _opportunity(page)
    card = Card(
        number=number,
        id=id_of(entry),
        candidate=Person((("opportunity", opportunity),)) if opportunity else Person(),
        interviewer=_person(entry.get("user")),
        interview=text(entry.get("text")),
        interview_id=id_of(entry.get("baseTemplateId")),
        occasion=id_of(entry.get("interview")),
        submitted_at=completed or "",
        updated_at=_moments.iso(entry.get("updatedAt")) or completed or "",
        state=_state(entry, completed),
        raw=entry,
    )
    if completed is None:
        written = text(entry.get("completedAt"))[:40]
        card.problems.append(f"completedAt: expected milliseconds since 1970, got {written!r}")
    if not isinstance(entry.get("fields"), list):
        card.problems = ["is no feedback of Lever: it has no list of fields"]
    _read_fields(card, entry, settings)
    return card


def _state(entry: Object, completed: str | None) -> State:
    if entry.get("deletedAt"):
        return "deleted"
    return "draft" if "completedAt" in entry and completed == "" else "complete"


def _person(value: Json) -> Person:
    name = text(value.get("name")) if isinstance(value, dict) else ""
    return Person((("user", id_of(value)),), name) if id_of(value) else Person(name=name)


def _read_fields(card: Card, entry: Object, settings: Settings) -> None:
    fields = objects(entry.get("fields"))
    verdict = _verdict(card, fields, settings)
    for field in fields:
        kind, title, value = _kind(field), text(field.get("text")), field.get("value")
        if field is verdict:
            card.verdict = value
            card.verdict_from = "" if kind == "score-system" else title
        elif kind == "scorecard":
            card.rated += _scorecard(title, field)
        elif kind in ("score", "score-system") or spelt(title) in settings.mapping.competencies:
            card.rated.append(Rated(title, value))
        elif kind not in UNSHOWN and (said := plain(text(value))):
            card.texts.append((title, said))


def _kind(field: Object) -> str:
    return text(field.get("type")).replace("_", "-").replace(" ", "-").casefold()


def _verdict(card: Card, fields: list[Object], settings: Settings) -> Object | None:
    """The field of the rating on the whole: the one `score-system`, else the one `score` that is called so."""
    said = settings.mapping.columns.recommendation
    if said:
        return next((field for field in fields if spelt(text(field.get("text"))) == spelt(said)), None)
    mapped = settings.mapping.competencies
    free = [field for field in fields if spelt(text(field.get("text"))) not in mapped]
    likely = [field for field in free if _kind(field) == "score-system"]
    likely = likely or [
        field for field in free if _kind(field) == "score" and _words.is_verdict(text(field.get("text")))
    ]
    if len(likely) > 1:
        titles = ", ".join(repr(text(field.get("text"))[:40]) for field in likely)
        card.problems.append(
            f"{titles} could each be the recommendation; say which (columns: recommendation in the mapping file)"
        )
        return None
    return likely[0] if likely else None


def _scorecard(title: str, field: Object) -> Iterator[Rated]:
    """The skills of a scorecard field: names in one list, ratings in another, in the same order."""
    names, value = field.get("scores"), field.get("value")
    if value is None or value == "":
        value = [None] * len(names) if isinstance(names, list) else []
    if not isinstance(names, list) or not isinstance(value, list) or len(names) != len(value):
        counts = [len(entry) if isinstance(entry, list) else 0 for entry in (names, value)]
        problem = f"scorecard {title[:60]!r} has {counts[0]} names and {counts[1]} ratings, so that none can be placed"
        yield Rated(title, "", problem=problem)
        return
    for name, entry in zip(names, value, strict=True):
        said = text(name)
        if isinstance(entry, dict):
            yield Rated(said, entry.get("score"), plain(text(entry.get("comment"))))
        else:
            yield Rated(said, entry)
