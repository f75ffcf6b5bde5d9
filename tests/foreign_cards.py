"""Invented scorecards as Greenhouse, Ashby, Lever and forms have them, and what an import makes of them."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from hiretool import discover
from hiretool.errors import HiretoolError
from hiretool.scoring import imports

if TYPE_CHECKING:
    from hiretool.scoring.imports import Imported

CARDS = Path(__file__).parent / "scorecards"
SYSTEMS = (CARDS / "systems.yaml").read_text(encoding="utf-8")
FORM = "role: ml-engineer\ncolumns: {candidate: Who, interviewer: By}\ncompetencies: {Code: coding}\n"


def read(source: str | bytes | Any, mapping: str | None = None, **options: Any) -> Imported:
    """A file of tests/scorecards, bytes, or a value to be written as JSON; `mapping` is the text of a mapping file."""
    library = discover.library()
    if isinstance(source, str):
        path, raw = CARDS / source, None
    else:
        path, raw = Path("cards"), source if isinstance(source, bytes) else json.dumps(source).encode()
    options = {"role": "ml-engineer"} | options
    system = options.pop("system", None)
    given = options.pop("meanings", None) or meanings_in(mapping, library)
    content = imports.content(path, raw, given)
    return imports.imported(
        content, system or imports.recognised(content) or "", imports.settings(library, given, **options)
    )


def meanings_in(text: str | None, library: discover.Library) -> imports.Meanings:
    if text is None:
        return imports.mapping(None, library)
    from hiretool import load
    from hiretool.scoring.imports import _mapping

    return load.parsed(text, _mapping.Mapping, "map.yaml")


def sample(name: str) -> Imported:
    """A file of tests/scorecards with the mapping file and the people file that belong to it."""
    library = discover.library()
    meanings = imports.mapping(CARDS / ("forms.yaml" if name == "forms.csv" else "systems.yaml"), library)
    return read(name, meanings=meanings, people=imports.people(CARDS / "people.csv"))


def rows(found: Imported) -> list[dict[str, Any]]:
    return [{str(name): value for name, value in row.items()} for row in found.whole().to_dict("records")]


def one(found: Imported, **where: Any) -> dict[str, Any]:
    """The one row that fits."""
    (row,) = [row for row in rows(found) if all(row[name] == value for name, value in where.items())]
    return row


def refused(call: Callable[[], object]) -> str:
    with pytest.raises(HiretoolError) as found:
        call()
    return str(found.value)


def reasons(found: Imported) -> list[tuple[int, str]]:
    return [(entry.row, "; ".join(entry.reasons)) for entry in found.reading.rejected]


def missing(value: float) -> bool:
    return math.isnan(value)


def greenhouse(**changes: Any) -> dict[str, Any]:
    """One good card of v1, but for what is said."""
    person = {"id": 11, "name": "Bo Li"}
    good = {
        "id": 9001,
        "application_id": 601,
        "candidate_id": 501,
        "interview": "ML design",
        "interviewed_at": "2026-05-04T15:00:00.000Z",
        "submitted_at": "2026-05-04T17:10:00.000Z",
        "updated_at": "2026-05-04T17:10:00.000Z",
        "interviewer": person,
        "submitted_by": person,
        "overall_recommendation": "yes",
        "attributes": [{"name": "coding", "type": "Skills", "note": None, "rating": "yes"}],
        "questions": [],
    }
    return good | changes


def rated(*pairs: tuple[str, Any], note: str | None = None) -> list[dict[str, Any]]:
    return [{"name": name, "type": "Skills", "note": note, "rating": rating} for name, rating in pairs]


def bundle(**changes: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((CARDS / "greenhouse_v3.json").read_text(encoding="utf-8"))
    return found | changes


def ashby(value: Any, *, kind: str = "Score", **changes: Any) -> dict[str, Any]:
    """One good card with one field, `coding`."""
    field = {"id": "q", "type": kind, "path": "coding", "title": "Coding"}
    good = {
        "id": "f-1",
        "applicationId": "a-1",
        "interviewId": "i-1",
        "submittedAt": "2026-05-04T17:10:00.000Z",
        "submittedByUser": {"id": "u-1", "firstName": "Bo", "lastName": "Li"},
        "formDefinition": {"sections": [{"title": "T", "fields": [{"field": field}]}]},
        "submittedValues": {"coding": value},
    }
    return good | changes


def verdicts(*titles: str, labels: tuple[str, ...] = ("Strong Hire", "Hire", "No Hire")) -> dict[str, Any]:
    options = [{"label": label, "value": f"v{place}"} for place, label in enumerate(labels)]
    fields = [
        {"field": {"type": "ValueSelect", "path": title, "title": title, "selectableValues": options}}
        for title in titles
    ]
    fields.append({"field": {"type": "Score", "path": "coding", "title": "Coding"}})
    return {"formDefinition": {"sections": [{"fields": fields}]}}


def lever(*fields: Mapping[str, Any], **changes: Any) -> dict[str, Any]:
    """One good entry, on somebody who is named."""
    good: dict[str, Any] = {
        "id": "fb-1",
        "text": "Onsite",
        "user": "usr-1",
        "opportunity": "opp-1",
        "completedAt": 1777914600000,
        "deletedAt": None,
        "fields": list(fields) or [{"type": "score", "text": "Coding", "value": "3"}],
    }
    return good | changes


def scorecard(names: list[str], values: Any) -> dict[str, Any]:
    return {"type": "scorecard", "text": "Skills", "scores": [{"text": name} for name in names], "value": values}


def table(*lines: str) -> bytes:
    return "\n".join(lines).encode()
