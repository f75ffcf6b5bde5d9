"""Proof that the files on organizations fit each other, the roles and the documents that they name."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from hiretool import load
from hiretool.discover import Library
from hiretool.errors import DataError, HiretoolError, NotFoundError, Problems, suggestion
from hiretool.organizations.gathered import ADVICE, ARCHETYPES, AXES, FOLDER, STRUCTURES, Organizations, read
from hiretool.organizations.rules import UNKNOWN, Condition, Question, Questions, Rule, Rules, Sources
from hiretool.organizations.shapes import Archetype, Axis, Shape, Structure
from hiretool.roles import Role

Model = TypeVar("Model", bound=BaseModel)

# What a rule may ask about beyond the questions: what earlier topics have found.
_LATER = frozenset({"standing", "structure", "form"})
_KNOWN_BY = {"contradiction": frozenset[str](), "standing": frozenset[str](), "structure": frozenset({"standing"})}


@dataclass
class _Files:
    """All that could be read, with the file of each; what names a file that could not be read is not wrong for that."""

    library: Library
    problems: list[HiretoolError] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.paths = {kind: self.library.rubric_files(kind) for kind in (ARCHETYPES, AXES, STRUCTURES, ADVICE, "roles")}
        self.archetypes = self._read(ARCHETYPES, Archetype)
        self.axes = self._read(AXES, Axis)
        self.structures = self._read(STRUCTURES, Structure)
        self.advice = self._read(ADVICE, Rules)
        self.sources = self._one("sources", Sources)
        self.asked = self._one("questions", Questions)
        self.questions = {entry.id: entry for entry in self.asked.questions} if self.asked else {}
        self.positions = {axis.key: axis for axis in self.axes.values()}
        self.roles = dict(self._roles())

    def shapes(self) -> Iterator[tuple[Path, Shape]]:
        for kind, found in ((ARCHETYPES, self.archetypes), (STRUCTURES, self.structures)):
            for name, shape in found.items():
                yield self.paths[kind][name], shape

    def _roles(self) -> Iterator[tuple[str, Role]]:
        """Those that can be read; what is wrong with the others is said where roles are checked."""
        for name, path in self.paths["roles"].items():
            with contextlib.suppress(Problems, DataError):
                yield name, load.read(path, Role)

    def _read(self, kind: str, model: type[Model]) -> dict[str, Model]:
        found = {name: self._kept(path, model) for name, path in self.paths[kind].items()}
        return {name: entry for name, entry in found.items() if entry is not None}

    def _one(self, name: str, model: type[Model]) -> Model | None:
        try:
            return self._kept(self.library.rubric_file(FOLDER, name, "file of organizations"), model)
        except NotFoundError as error:
            self.problems.append(error)
        return None

    def _kept(self, path: Path, model: type[Model]) -> Model | None:
        try:
            return load.read(path, model)
        except Problems as error:
            self.problems += [problem for problem in error.problems if isinstance(problem, HiretoolError)]
        except DataError as error:
            self.problems.append(error)
        return None


def problems(library: Library) -> list[HiretoolError]:
    """Every problem of rubrics/organizations; none where the library has no such folder.

    Proved: files are called as their ids; places on the axes exist; each sentence has a source that exists; rules name
    questions, answers, archetypes, structures and roles that exist.
    """
    return _inside(_Files(library)) if _any(library) else []


def misplaced(library: Library) -> list[HiretoolError]:
    """Roles that stand elsewhere on an axis than their archetype does, where nobody has written down why."""
    return list(_roles(_Files(library))) if _any(library) else []


def _any(library: Library) -> bool:
    return any(library.rubric_files(kind) for kind in (ARCHETYPES, AXES, STRUCTURES, ADVICE))


def checked(library: Library) -> Organizations:
    """As `read`, and proved to fit where somebody's own files lie over the shipped ones. Raises: Problems."""
    if len(library.roots) > 1 and (found := _inside(_Files(library))):
        raise Problems(found)
    return read(library)


def _inside(files: _Files) -> list[HiretoolError]:
    """Problems of rubrics/organizations itself."""
    return [
        *files.problems,
        *_names(files),
        *_cited(files),
        *_placed(files),
        *_troubles(files),
        *_archetypes(files),
        *_structures(files),
        *_rules(files),
        *_answers(files),
    ]


def _unknown(path: Path, where: str, kind: str, name: str, known: Sequence[str] | Mapping[str, object]) -> DataError:
    return DataError(path, where, f"no {kind} named {name!r}. {suggestion(name, list(known))}")


def _names(files: _Files) -> Iterator[DataError]:
    first: dict[str, Path] = {}
    found: list[tuple[str, Mapping[str, Archetype | Axis | Structure]]] = [
        (ARCHETYPES, files.archetypes),
        (AXES, files.axes),
        (STRUCTURES, files.structures),
    ]
    for kind, entries in found:
        for name, entry in entries.items():
            path = files.paths[kind][name]
            if entry.id != name:
                yield DataError(path, "id", f"expected {name!r} as the file is called, got {entry.id!r}")
            if name in first:
                yield DataError(
                    path, "id", f"{name!r} is the name of {first[name]} too; `org show` could not tell them apart"
                )
            first.setdefault(name, path)
    for name, rules in files.advice.items():
        if rules.topic != name:
            yield DataError(
                files.paths[ADVICE][name], "topic", f"expected {name!r} as the file is called, got {rules.topic!r}"
            )
    ids: dict[str, str] = {}
    for name, rules in files.advice.items():
        for number, rule in enumerate(rules.rules):
            if rule.id in ids:
                yield DataError(
                    files.paths[ADVICE][name], f"rules[{number}].id", f"{rule.id!r} is a rule of {ids[rule.id]} too"
                )
            ids.setdefault(rule.id, name)
    places: dict[int, str] = {}
    for name, archetype in files.archetypes.items():
        if archetype.place in places:
            path = files.paths[ARCHETYPES][name]
            yield DataError(path, "place", f"{archetype.place} is the place of {places[archetype.place]} too")
        places.setdefault(archetype.place, name)


def _cited(files: _Files) -> Iterator[DataError]:
    """Every `source` and `rests_on`, however deep, is one of sources.yaml."""
    if files.sources is None:
        return
    known = files.sources.sources
    models: list[tuple[Path, BaseModel]] = [
        *((path, shape) for path, shape in files.shapes()),
        *((files.paths[AXES][name], axis) for name, axis in files.axes.items()),
        *((files.paths[ADVICE][name], rules) for name, rules in files.advice.items()),
    ]
    if files.asked:
        models.append((files.library.rubric_files(FOLDER)["questions"], files.asked.derived))
    for path, model in models:
        for where, name in _sources(model, ""):
            if name not in known:
                yield _unknown(path, where, "source", name, known)


def _sources(value: object, where: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            inner = getattr(value, name)
            here = f"{where}.{name}" if where else name
            if name == "source":
                yield here, inner
            elif name == "rests_on":
                yield from ((here, entry) for entry in inner)
            else:
                yield from _sources(inner, here)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _sources(inner, f"{where}.{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _sources(inner, f"{where}[{number}]")


def _placed(files: _Files) -> Iterator[DataError]:
    """Each archetype and structure has a position on each axis, and the axis has it."""
    for path, shape in files.shapes():
        for key, axis in files.positions.items():
            if key not in shape.axes:
                yield DataError(path, "axes", f"says nothing of {key}")
            elif axis.position(shape.axes[key].position) is None:
                known = [entry.id for entry in axis.positions]
                yield _unknown(path, f"axes.{key}.position", "position", shape.axes[key].position, known)
    for name, axis in files.axes.items():
        known = [entry.id for entry in axis.positions]
        for number, word in enumerate(axis.role_words):
            for fit in word.fits:
                if fit not in known:
                    yield _unknown(files.paths[AXES][name], f"role_words[{number}].fits", "position", fit, known)


def _troubles(files: _Files) -> Iterator[DataError]:
    """What a trouble refers to exists."""
    told = sorted(f"{shape.id}/{entry.id}" for _, shape in files.shapes() for entry in shape.trouble)
    for path, shape in files.shapes():
        for number, trouble in enumerate(shape.trouble):
            where = f"trouble[{number}]"
            if trouble.same_as is not None and trouble.same_as not in told:
                yield _unknown(path, f"{where}.same_as", "trouble", trouble.same_as, told)
            yield from _conditions(files, path, f"{where}.when", trouble.when, _LATER)


def _archetypes(files: _Files) -> Iterator[DataError]:
    paths, roles = files.paths[ARCHETYPES], files.paths["roles"]
    for name, archetype in files.archetypes.items():
        for number, step in enumerate(archetype.next_steps):
            if step.to not in paths:
                yield _unknown(paths[name], f"next_steps[{number}].to", "archetype", step.to, paths)
        for number, entry in enumerate(archetype.roles_elsewhere):
            if entry.role not in roles:
                yield _unknown(paths[name], f"roles_elsewhere[{number}].role", "role", entry.role, roles)


def _structures(files: _Files) -> Iterator[DataError]:
    archetypes, paths = files.paths[ARCHETYPES], files.paths[STRUCTURES]
    for name, structure in files.structures.items():
        if structure.nearest_archetype not in archetypes:
            yield _unknown(paths[name], "nearest_archetype", "archetype", structure.nearest_archetype, archetypes)
        for form in structure.forms:
            if form not in paths:
                yield _unknown(paths[name], "forms", "structure", form, paths)
            elif form in files.structures and files.structures[form].form_of != name:
                yield DataError(paths[form], "form_of", f"expected {name!r}, which names it as a form")
        if structure.form_of is not None and structure.form_of not in paths:
            yield _unknown(paths[name], "form_of", "structure", structure.form_of, paths)


def _rules(files: _Files) -> Iterator[DataError]:
    for name, rules in files.advice.items():
        yield from _topic(files, files.paths[ADVICE][name], rules)


def _topic(files: _Files, path: Path, rules: Rules) -> Iterator[DataError]:
    for number, rule in enumerate(rules.rules):
        where = f"rules[{number}]"
        yield from _conditions(files, path, f"{where}.when", rule.when, _KNOWN_BY.get(rules.topic, _LATER))
        yield from _named(files, path, where, rule)
        for key, value in rule.treat.items():
            if key not in files.questions:
                yield _unknown(path, f"{where}.treat", "question", key, files.questions)
            elif value != UNKNOWN and files.questions[key].value(value) is None:
                known = [entry.id for entry in files.questions[key].values]
                yield _unknown(path, f"{where}.treat.{key}", "answer", value, known)


def _named(files: _Files, path: Path, where: str, rule: Rule) -> Iterator[DataError]:
    structures = files.paths[STRUCTURES]
    for name, kind, known in (
        ("archetype", "archetype", files.paths[ARCHETYPES]),
        ("structure", "structure", structures),
        ("form", "structure", structures),
        ("role", "role", files.paths["roles"]),
    ):
        value = getattr(rule, name)
        if value is not None and value not in known:
            yield _unknown(path, f"{where}.{name}", kind, value, known)
    opened = files.roles.get(rule.role or "")
    if opened and rule.level not in opened.levels:
        yield _unknown(path, f"{where}.level", f"level of {opened.id}", rule.level, list(opened.levels))
    general = files.structures.get(rule.structure or "")
    if general and rule.form and rule.form not in general.forms:
        yield DataError(path, f"{where}.form", f"{rule.form!r} is no form of {general.id}")


def _conditions(
    files: _Files, path: Path, where: str, when: Mapping[str, Condition], found: frozenset[str]
) -> Iterator[DataError]:
    """Questions and answers that conditions name exist."""
    if files.asked is None:
        return
    derived = files.asked.derived
    choices: dict[str, list[str]] = {derived.id: [band.id for band in derived.bands]}
    choices |= {key: list(files.paths[STRUCTURES]) for key in ("structure", "form") if key in found}
    choices |= {"standing": list(files.paths[ARCHETYPES])} if "standing" in found else {}
    choices |= {key: [value.id for value in entry.values] for key, entry in files.questions.items() if entry.values}
    numbers = [key for key, entry in files.questions.items() if not entry.values]
    for key, condition in when.items():
        bounded = condition.at_least is not None or condition.at_most is not None
        if key in numbers:
            if stray := [name for name in condition.one_of if name != UNKNOWN]:
                yield DataError(
                    path, f"{where}.{key}", f"expected at_least or at_most, since it is a number, got {stray[0]!r}"
                )
        elif key not in choices:
            yield _unknown(path, where, "question", key, [*choices, *numbers])
        elif bounded:
            yield DataError(path, f"{where}.{key}", "expected one or several of its answers, got bounds of a number")
        else:
            for name in condition.one_of:
                if name != UNKNOWN and name not in choices[key]:
                    yield _unknown(path, f"{where}.{key}", "answer", name, choices[key])


def _answers(files: _Files) -> Iterator[DataError]:
    """Answers that place a company on an axis name positions that the axis has."""
    if files.asked is None:
        return
    path = files.library.rubric_files(FOLDER)["questions"]
    if files.asked.derived.from_ not in files.questions:
        yield _unknown(path, "derived.from", "question", files.asked.derived.from_, files.questions)
    for question in files.questions.values():
        yield from _axes_of(files, path, question)


def _axes_of(files: _Files, path: Path, question: Question) -> Iterator[DataError]:
    for value in question.values:
        for key, position in value.axes.items():
            axis = files.positions.get(key)
            if axis and axis.position(position) is None:
                known = [entry.id for entry in axis.positions]
                yield _unknown(path, f"questions.{question.id}.{value.id}.axes.{key}", "position", position, known)


def _roles(files: _Files) -> Iterator[DataError]:
    """Each role stands where its archetype stands, or the archetype or the axis says why not."""
    for name, role in files.roles.items():
        yield from _role(files, files.paths["roles"][name], role)


def _role(files: _Files, path: Path, role: Role) -> Iterator[DataError]:
    for name, placement in role.organizations.items():
        if name not in files.paths[ARCHETYPES]:
            yield _unknown(path, "organizations", "archetype", name, files.paths[ARCHETYPES])
        archetype = files.archetypes.get(name)
        for key, position in placement.items():
            axis = files.positions.get(key)
            if archetype is None or axis is None or key not in archetype.axes:
                continue
            usual = archetype.axes[key].position
            excused = any(
                (entry.role, entry.axis, entry.position) == (role.id, key, position)
                for entry in archetype.roles_elsewhere
            )
            if axis.knows(position) and not axis.fits(position, usual) and not excused:
                yield DataError(
                    path,
                    f"organizations.{name}.{key}",
                    f"is {position!r}, the archetype stands at {usual!r}; use that, or say why not under"
                    f" roles_elsewhere in archetypes/{name}.yaml or under role_words in axes/{axis.id}.yaml",
                )
