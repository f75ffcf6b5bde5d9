"""Role + format + level -> the rubric of one kind of interview."""

from __future__ import annotations

from collections.abc import Sequence

from hiretool import rubrics
from hiretool.discover import Library
from hiretool.document import Block, Document
from hiretool.errors import HiretoolError
from hiretool.kit.tables import competency_anchors, dimensions, minute_plan, rated_here, used
from hiretool.model import Level
from hiretool.roles import Role
from hiretool.rubrics import Dimension


def rubric(role: Role, library: Library, *, interview: str, level: Level) -> Document:
    """What an interviewer of one format rates for a role at a level, against which anchors.

    Raises: HiretoolError if no round of the role's loop at that level has the format.
    """
    matching = [entry for entry in role.loop(level) if interview in (entry.format, entry.id)]
    if not matching:
        known = ", ".join(dict.fromkeys(entry.format for entry in role.loop(level)))
        raise HiretoolError(f"{role.id} has no {interview} round at level {level}. Its formats there: {known}.")
    entry = matching[0]
    spoken = rubrics.format(entry.format, library)
    rated = rated_here(entry, role, library, level)
    weights = role.weights(level)
    data = {
        "role": role.id,
        "role_title": role.title,
        "level": level,
        "interview": spoken.id,
        "minutes": entry.minutes,
        "purpose": spoken.purpose,
        "expects": role.at(level).model_dump(),
        "dimensions": [_dimension(dimension, level, set(rated)) for dimension in used(spoken, rated)],
        "competencies": [
            {
                "id": name,
                "title": found.title,
                "weight": weights[name],
                "definition": found.definition,
                "expects": found.band(level).expects,
                "anchors": dict(found.band(level).anchors.items()),
                "not_to_count": found.not_to_count,
            }
            for name, found in rated.items()
        ],
        "minute_plan": [part.model_dump(by_alias=True) for part in spoken.minute_plan],
        "scored": spoken.scored,
        "not_scored": spoken.not_scored,
        "hint_rule": spoken.hint_policy.rule if spoken.hint_policy else None,
        "hire_bar": role.hire_bar.rule,
    }
    parts: dict[str, Block | Sequence[Block]] = {
        "plan": minute_plan(spoken),
        "dimensions": dimensions(used(spoken, rated), level, rated),
        "competencies": [block for name in rated for block in competency_anchors(rated[name], level, weights[name])],
    }
    title = f"Rubric: {spoken.title}, {role.title}, {level}"
    return Document("rubric", title, data, parts, foot=title)


def _dimension(dimension: Dimension, level: Level, rated: set[str]) -> dict[str, object]:
    return {
        "id": dimension.id,
        "title": dimension.title,
        "competencies": {name: share for name, share in dimension.competencies.items() if name in rated},
        "at_level": dimension.three(level),
        "anchors": dict(dimension.anchors.items()),
    }
