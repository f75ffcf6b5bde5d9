"""Roles and questions as lists and pages to look at."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hiretool.document import Cell, Column, Document, Markdown, Part, Table, cells, inline
from hiretool.kit import asked
from hiretool.model import LEVELS, Level, anchor_level
from hiretool.questions import Entry
from hiretool.roles import Role, percent

EQUAL = "No reason to weigh it otherwise: all weigh the same."


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
    reasons = {entry.id: entry.reason or EQUAL for entry in role.competencies}
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


def roles_compared(one: Role, other: Role, level: Level, organization: str) -> Document:
    """Two roles side by side at one level, in one kind of organization: mission, duties, deliverables, weights.

    A role of another career track stands at the level that comes nearest.
    Raises: NotFoundError for an organization that one of them does not have.
    """
    both = (one, other)
    levels = {role.id: _nearest(role, level) for role in both}
    duties = {role.id: role.duties(levels[role.id], organization) for role in both}
    weights = {role.id: role.weights(levels[role.id]) for role in both}
    names = list(dict.fromkeys([*weights[one.id], *weights[other.id]]))
    shared = [name for name in names if name in weights[one.id] and name in weights[other.id]]
    tells = [
        {"role": role.id, "title": entry.title, "tell": entry.tell, "then": entry.then}
        for role, rival in (both, both[::-1])
        for entry in role.confused_with
        if entry.title.casefold() == rival.title.casefold() or rival.id in entry.then
    ]
    data = {
        "level": level,
        "organization": organization,
        "roles": [
            {
                "id": role.id,
                "title": role.title,
                "level": levels[role.id],
                "mission": role.mission,
                "duties": duties[role.id].responsibilities,
                "deliverables": role.deliverables.model_dump(),
                "must_haves": [entry.model_dump() for entry in duties[role.id].must_haves],
                "weights": weights[role.id],
                "rounds": [entry.format for entry in role.loop(levels[role.id])],
                "hire_bar": role.hire_bar.rule,
            }
            for role in both
        ],
        "shared_weight": sum(min(weights[one.id][name], weights[other.id][name]) for name in shared),
        "tells": tells,
    }
    columns = (Column("", width=1.2), *(Column(role.title, width=3, note=levels[role.id]) for role in both))

    def row(label: str, told: Callable[[Role], Sequence[str]]) -> tuple[Cell, ...]:
        return (Cell(inline(label), "head"), *(Cell((), points=tuple(told(role))) for role in both))

    told = Table(
        columns=columns,
        rows=(
            row("Mission", lambda role: [role.mission]),
            row("Duties", lambda role: duties[role.id].responsibilities),
            row("First 90 days", lambda role: role.deliverables.first_90_days),
            row("First year", lambda role: role.deliverables.first_year),
            row("Must-haves", lambda role: [entry.need for entry in duties[role.id].must_haves]),
            row(
                "Rounds",
                lambda role: [f"{entry.format}, {entry.minutes} minutes" for entry in role.loop(levels[role.id])],
            ),
        ),
    )
    weighed = Table(
        columns=(Column("Competency", width=3), Column(one.title, "right", 1.5), Column(other.title, "right", 1.5)),
        rows=tuple(
            cells(
                Cell(inline(name), "head"),
                *(
                    percent(weights[role.id][name]) if name in weights[role.id] else Cell(inline("no"), "muted")
                    for role in both
                ),
            )
            for name in sorted(names, key=lambda name: -max(found.get(name, 0.0) for found in weights.values()))
        ),
    )
    rows = [{"competency": name, **{role.id: weights[role.id].get(name) for role in both}} for name in names]
    return Document(
        "role-comparison", f"{one.title} and {other.title}", data, {"told": told, "weights": weighed}, rows=rows
    )


def _nearest(role: Role, level: Level) -> Level:
    """The level, or where the role has another career track the one that uses the same anchors, or its first."""
    if level in role.levels:
        return level
    same = [name for name in role.levels if anchor_level(name) == anchor_level(level)]
    return same[0] if same else next(iter(role.levels))


def span(levels: Sequence[Level]) -> str:
    """Levels as they are said.

    >>> span(["junior", "mid", "senior"]), span(["mid"]), span(["junior", "staff"])
    ('junior to senior', 'mid', 'junior, staff')
    """
    places = sorted(LEVELS.index(level) for level in levels)
    names = [LEVELS[place] for place in places]
    follow = places == list(range(places[0], places[-1] + 1))
    return f"{names[0]} to {names[-1]}" if follow and len(names) > 2 else ", ".join(names)


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
            Column("Min.", "right", 0.6),
            Column("Levels", width=2),
            Column("Title", width=4),
        ),
        rows=tuple(
            cells(
                Cell(inline(entry.question.id), "head"),
                str(entry.question.minutes.total()),
                span(entry.question.levels),
                entry.question.title,
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
    parts: dict[str, Part | Sequence[Part]] = {"prompt": Markdown(entry.prompt(params), 2), "guide": [], "training": []}
    if secret:
        parts |= {"guide": asked.secret(entry, params), "training": asked.training(entry.rubric)}
    return Document("question", question.title, data, parts, foot=question.id)
