"""YAML files -> everything about organizations that a library holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from hiretool import load
from hiretool.discover import Library
from hiretool.errors import HiretoolError, NotFoundError
from hiretool.organizations.rules import Derived, Question, Questions, Rule, Rules, Source, Sources, Topic
from hiretool.organizations.shapes import Archetype, Axis, Structure
from hiretool.roles import Axis as AxisKey

FOLDER = "organizations"
ARCHETYPES = f"{FOLDER}/archetypes"
AXES = f"{FOLDER}/axes"
STRUCTURES = f"{FOLDER}/structures"
ADVICE = f"{FOLDER}/advice"
TOPICS: tuple[Topic, ...] = get_args(Topic)
AXIS_KEYS: tuple[AxisKey, ...] = get_args(AxisKey)


@dataclass(frozen=True)
class Organizations:
    """What the library says of organizations, by id."""

    sources: Mapping[str, Source]
    questions: Mapping[str, Question]
    derived: Derived
    archetypes: Mapping[str, Archetype]
    """From the foot of the mountain up."""
    axes: Mapping[str, Axis]
    structures: Mapping[str, Structure]
    rules: Mapping[Topic, Sequence[Rule]]


def read(library: Library) -> Organizations:
    """Raises: HiretoolError where the library has no organizations; Problems, DataError where a file is wrong."""
    if not library.rubric_files(ARCHETYPES):
        raise HiretoolError("The library has no rubrics/organizations/archetypes, so nothing can be advised.")
    asked = load.read(library.rubric_file(FOLDER, "questions", "file of organizations"), Questions)
    archetypes = [load.read(path, Archetype) for path in library.rubric_files(ARCHETYPES).values()]
    structures = {name: load.read(path, Structure) for name, path in library.rubric_files(STRUCTURES).items()}
    axes = [load.read(path, Axis) for path in library.rubric_files(AXES).values()]
    advice = [load.read(path, Rules) for path in library.rubric_files(ADVICE).values()]
    return Organizations(
        sources=load.read(library.rubric_file(FOLDER, "sources", "file of organizations"), Sources).sources,
        questions={question.id: question for question in asked.questions},
        derived=asked.derived,
        archetypes={entry.id: entry for entry in sorted(archetypes, key=lambda entry: entry.place)},
        axes={entry.id: entry for entry in sorted(axes, key=lambda entry: AXIS_KEYS.index(entry.key))},
        structures=structures,
        rules={topic: [rule for found in advice if found.topic == topic for rule in found.rules] for topic in TOPICS},
    )


def names(library: Library) -> list[str]:
    """Ids of all archetypes, axes and structures."""
    return [name for kind in (ARCHETYPES, AXES, STRUCTURES) for name in library.rubric_files(kind)]


def archetype(name: str, library: Library) -> Archetype:
    """Raises: NotFoundError, Problems."""
    return load.read(library.rubric_file(ARCHETYPES, name, "archetype"), Archetype)


def shown(name: str, library: Library) -> Archetype | Axis | Structure:
    """The archetype, axis or structure of that id. Raises: NotFoundError, Problems."""
    if path := library.rubric_files(ARCHETYPES).get(name):
        return load.read(path, Archetype)
    if path := library.rubric_files(AXES).get(name):
        return load.read(path, Axis)
    if path := library.rubric_files(STRUCTURES).get(name):
        return load.read(path, Structure)
    raise NotFoundError("archetype, axis or structure", name, names(library))
