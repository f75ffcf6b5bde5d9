"""Roles and questions as lists and pages to look at."""

from __future__ import annotations

from collections.abc import Sequence

from hiretool.document import Cell, Column, Document, Markdown, Table, cells, inline
from hiretool.model import Level
from hiretool.questions import Entry
from hiretool.roles import Role, percent


def roles_listed(found: Sequence[Role]) -> Document:
    """One row a role."""
    rows = [
        {
            "id": role.id,
            "title": role.title,
            "levels": list(role.levels),
            "competencies": [entry.id for entry in role.competencies],
            "rounds": [entry.id for entry in role.rounds],
        }
        for role in found
    ]
    table = Table(
        columns=(
            Column("Role", width=2),
            Column("Title", width=3),
            Column("Competencies", "right", 1),
            Column("Rounds", "right", 1),
        ),
        rows=tuple(cells(role.id, role.title, str(len(role.competencies)), str(len(role.rounds))) for role in found),
    )
    flat = [
        {name: " ".join(value) if isinstance(value, list) else value for name, value in row.items()} for row in rows
    ]
    return Document("list", "Roles", {"roles": rows}, {"list": table}, rows=flat)


def role_shown(role: Role, level: Level) -> Document:
    """One role at one level."""
    weights = role.weights(level)
    reasons = {entry.id: entry.reason for entry in role.competencies}
    loop = role.loop(level)
    data = {
        "id": role.id,
        "role_title": role.title,
        "level": level,
        "mission": role.mission,
        **role.at(level).model_dump(),
        "weights": weights,
        "rounds": [entry.model_dump() for entry in loop],
        "must_haves": [entry.model_dump() for entry in role.must_haves],
        "deliverables": role.deliverables.model_dump(),
        "organizations": {name: role.responsibilities(name) for name in role.organizations},
        "hire_bar": role.hire_bar.model_dump(),
        "confused_with": [entry.model_dump() for entry in role.confused_with],
        "variants": [entry.model_dump() for entry in role.flexible_variants],
        "sourcing": role.sourcing.model_dump(),
    }
    competencies = Table(
        columns=(Column("Competency", width=2), Column("Weight", "right", 1), Column("Because", width=5)),
        rows=tuple(cells(name, percent(weight), reasons[name]) for name, weight in weights.items()),
    )
    rounds = Table(
        columns=(Column("Round", width=2), Column("Minutes", "right", 1), Column("Rates", width=5)),
        rows=tuple(
            cells(Cell(inline(entry.id), "head", entry.format), str(entry.minutes), ", ".join(entry.competencies))
            for entry in loop
        ),
    )
    return Document(
        "role", f"{role.title}, {level}", data, {"competencies": competencies, "rounds": rounds}, foot=role.title
    )


def questions_listed(found: Sequence[Entry]) -> Document:
    """One row a question."""
    rows = [
        {
            "id": entry.question.id,
            "title": entry.question.title,
            "format": entry.question.format,
            "roles": list(entry.question.roles),
            "levels": list(entry.question.levels),
            "competencies": list(entry.question.competencies),
            "minutes": entry.question.minutes.total(),
            "family": entry.question.family,
            "version": entry.question.version,
            "variants": entry.question.variants is not None,
            "visibility": entry.question.visibility,
        }
        for entry in found
    ]
    table = Table(
        columns=(
            Column("Question", width=4),
            Column("Minutes", "right", 1),
            Column("Levels", width=2),
            Column("Roles", width=3),
        ),
        rows=tuple(
            cells(
                entry.question.id,
                str(entry.question.minutes.total()),
                " ".join(entry.question.levels),
                " ".join(entry.question.roles),
            )
            for entry in found
        ),
    )
    flat = [
        {name: " ".join(value) if isinstance(value, list) else value for name, value in row.items()} for row in rows
    ]
    return Document("list", "Questions", {"questions": rows}, {"list": table}, rows=flat)


def question_shown(entry: Entry, seed: int, *, secret: bool) -> Document:
    """What the candidate reads, and with `secret` the interviewer's guide too."""
    params = entry.params(seed)
    question = entry.question
    data = {
        **question.model_dump(by_alias=True, exclude={"schema_"}),
        "minutes": question.minutes.total(),
        "seed": seed,
        "prompt": entry.prompt(params),
        "guide": entry.guide(params) if secret else None,
    }
    parts = {"prompt": Markdown(entry.prompt(params), 1), "guide": Markdown(entry.guide(params), 1)}
    if not secret:
        parts["guide"] = Markdown("")
    return Document("question", question.title, data, parts, foot=question.id)
