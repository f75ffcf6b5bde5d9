"""Ashby `applicationFeedback.list`."""

from __future__ import annotations

from collections.abc import Iterator

from hiretool.errors import DataError
from hiretool.scoring.imports import _moments, _pages, _words
from hiretool.scoring.imports._card import Card, Found, Person, Rated
from hiretool.scoring.imports._content import Content
from hiretool.scoring.imports._mapping import spelt
from hiretool.scoring.imports._pages import Json, Object, id_of, objects, text
from hiretool.scoring.imports._plain import plain
from hiretool.scoring.imports._settled import Settings

# Pay and addresses are no evidence, and have no place beside a rating; they stay in what is kept of the card.
UNSHOWN = ("CompensationRange", "Currency", "Email", "Phone", "File")
CHOICES = ("ValueSelect", "MultiValueSelect")


def recognises(content: Content) -> bool:
    """Values by path beside the definition of the form."""
    return any("submittedValues" in entry for _, entry in _pages.entries(content.values, "results"))


def cards(content: Content, settings: Settings) -> Found:
    """Raises: DataError if the file holds an error of the service in place of its answer."""
    values = content.json()
    if failed := next((page for page in _failures(values)), None):
        raise DataError(content.path, "", f"holds an error that Ashby answered: {text(failed.get('errors'))[:200]!r}")
    entries = [entry for _, entry in _pages.entries(values, "results")]
    pages = list(_pages.envelopes(values, "results"))
    notices = [] if _pages.is_all(pages, "moreDataAvailable") else [NOT_ALL]
    found = Found([_card(number, entry, settings) for number, entry in enumerate(entries, start=1)])
    found.notices = notices
    return found


NOT_ALL = "The file is not all: its last page says moreDataAvailable. Export the pages after it too."


def _failures(values: list[Json]) -> Iterator[Object]:
    for value in values:
        if isinstance(value, list):
            yield from _failures(value)
        elif isinstance(value, dict) and value.get("success") is False:
            yield value


def _card(number: int, entry: Object, settings: Settings) -> Card:
    submitted = _moments.iso(entry.get("submittedAt"))
    card = Card(
        number=number,
        id=id_of(entry),
        candidate=Person((("application", id_of(entry.get("applicationId"))),)),
        interviewer=_person(entry.get("creditedToUser")) or _person(entry.get("submittedByUser")),
        submitter=_person(entry.get("submittedByUser")),
        interview=text(entry.get("interview")) or _form_title(entry),
        interview_id=id_of(entry.get("interviewId")) or id_of(entry.get("feedbackFormDefinitionId")),
        occasion=id_of(entry.get("interviewEventId")),
        submitted_at=submitted or "",
        updated_at=_moments.iso(entry.get("updatedAt")) or submitted or "",
        state="draft" if "submittedAt" in entry and submitted == "" else "complete",
        raw=entry,
    )
    if submitted is None:
        card.problems.append(f"submittedAt: expected a time, got {text(entry.get('submittedAt'))[:40]!r}")
    if not isinstance(entry.get("submittedValues"), dict) and card.state == "complete":
        card.problems = ["is no feedback of Ashby: it has no submittedValues"]
    _read_fields(card, entry, settings)
    return card


def _form_title(entry: Object) -> str:
    form = entry.get("formDefinition")
    return text(form.get("title")) if isinstance(form, dict) else ""


def _person(value: Json) -> Person:
    if not isinstance(value, dict):
        return Person()
    name = " ".join(filter(None, (text(value.get("firstName")), text(value.get("lastName")))))
    return Person((("user", id_of(value)), ("user", text(value.get("email")))), name or text(value.get("name")))


def _read_fields(card: Card, entry: Object, settings: Settings) -> None:
    """Scores, the verdict, and answers in words, in the order of the form."""
    values = entry.get("submittedValues")
    given = dict(values) if isinstance(values, dict) else {}
    answered = []
    for field in _fields(entry):
        path = next((name for name in _names(field) if name in given), None)
        answered.append((field, given.pop(path) if path is not None else None))
    verdict = _verdict(card, answered, settings)
    for field, value in answered:
        kind, title = field.get("type"), _title(field)
        if field is verdict:
            card.verdict, card.verdict_from = _chosen(field, value), title
        elif kind == "Score" or spelt(title) in settings.mapping.competencies:
            card.rated.append(_rated(title, _chosen(field, value) if kind in CHOICES else value))
        elif kind not in UNSHOWN and (said := plain(_chosen(field, value))):
            card.texts.append((title, said))
    for path, value in given.items():
        # A value whose field the form has lost may be a rating: it is not passed over.
        if value not in (None, ""):
            card.rated.append(Rated(path, value, problem=f"value of {path[:60]!r}, which is no field of the form"))


def _verdict(card: Card, answered: list[tuple[Object, Json]], settings: Settings) -> Object | None:
    """The field that holds the overall verdict: there is no fixed key, only what the company called it."""
    said = settings.mapping.columns.recommendation
    if said:
        return next((field for field, _ in answered if spelt(said) in map(spelt, _names(field))), None)
    mapped = settings.mapping.competencies
    fields = [field for field, _ in answered if spelt(_title(field)) not in mapped]
    by_labels = [field for field in fields if field.get("type") == "ValueSelect" and _offers_hire(field)]
    by_title = [field for field in fields if field.get("type") in ("ValueSelect", "Score") and _says_overall(field)]
    likely = [field for field in by_labels if _says_overall(field)] or by_labels or by_title
    if len(likely) > 1:
        titles = ", ".join(repr(_title(field)[:40]) for field in likely)
        card.problems.append(
            f"{titles} could each be the recommendation; say which (columns: recommendation in the mapping file)"
        )
        return None
    return likely[0] if likely else None


def _offers_hire(field: Object) -> bool:
    labels = [text(option.get("label")) for option in objects(field.get("selectableValues"))]
    return (
        bool(labels)
        and all(_words.recommendation(label, {}) is not None for label in labels)
        and any(map(_words.says_hire, labels))
    )


def _says_overall(field: Object) -> bool:
    return any(map(_words.is_verdict, _names(field)))


def _fields(entry: Object) -> Iterator[Object]:
    form = entry.get("formDefinition")
    for section in objects(form.get("sections")) if isinstance(form, dict) else ():
        for place in objects(section.get("fields")):
            inner = place.get("field")
            yield inner if isinstance(inner, dict) else place


def _names(field: Object) -> list[str]:
    """What a field may be called in the values, the path first."""
    names = (text(field.get(name)) for name in ("path", "id", "humanReadablePath", "title"))
    return [name for name in names if name]


def _title(field: Object) -> str:
    return text(field.get("title")) or next(iter(_names(field)), "a field without a name")


def _chosen(field: Object, value: Json) -> str:
    """The label of what was chosen, or the text that was written."""
    labels = {text(option.get("value")): text(option.get("label")) for option in objects(field.get("selectableValues"))}
    if isinstance(value, list):
        return ", ".join(labels.get(text(entry)) or text(entry) for entry in value)
    if isinstance(value, dict) and "score" in value:
        return text(value["score"])
    return labels.get(text(value)) or text(value)


def _rated(title: str, value: Json) -> Rated:
    """A Score: 4, "4", {score: 4}, or that with comments. Source: the service's reference has all four."""
    if isinstance(value, dict) and "score" in value:
        return Rated(title, value["score"], plain(text(value.get("comments", value.get("comment")))))
    if isinstance(value, dict):
        value = value.get("value", value)
    return Rated(title, value)
