"""Proof that the library has no gap: weights -> competencies -> rounds -> formats -> questions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from hiretool import load, organizations, questions
from hiretool.discover import Library
from hiretool.errors import DataError, HiretoolError, Problems, suggestion
from hiretool.model import Level, anchor_level, serves
from hiretool.questions import Entry
from hiretool.roles import Role, Round
from hiretool.rubrics import Competency, Format

Thing = TypeVar("Thing")


@dataclass
class Kept(Generic[Thing]):
    """The things of one kind, by id."""

    paths: Mapping[str, Path]
    """All that there are, with the file of each."""
    found: dict[str, Thing] = field(default_factory=dict)
    """Those that could be read; what names one of the others is not wrong for that."""


@dataclass
class Verdict:
    """What a check found: problems to mend, remarks that break nothing, and how much was looked at."""

    problems: list[HiretoolError]
    remarks: list[str]
    counts: Mapping[str, int]


def check(library: Library, only: str | None = None) -> Verdict:
    """Every problem of the library's chain, not the first.

    only: id of a role; its own chain then, with whatever that uses.
    """
    problems: list[HiretoolError] = []
    competencies = _kept(library.rubric_files("competencies"), lambda path: load.read(path, Competency), problems)
    formats = _kept(library.rubric_files("formats"), lambda path: load.read(path, Format), problems)
    files = library.rubric_files("roles")
    roles = _kept(
        files if only is None else {only: library.rubric_file("roles", only, "role")},
        lambda path: load.read(path, Role),
        problems,
    )
    bank = _kept(library.question_folders(), questions.read, problems)
    for name, role in roles.found.items():
        problems += _role(role, roles.paths[name], competencies, formats)
    if only is None:
        problems += [*_misnamed(competencies), *_misnamed(formats), *_misnamed(roles)]
        for name, spoken in formats.found.items():
            problems += _format(spoken, formats.paths[name], competencies)
        for name, entry in bank.found.items():
            problems += _question(entry, bank.paths[name] / "question.yaml", competencies, formats, files, bank)
        problems += organizations.problems(library)
        problems += organizations.misplaced(library) if len(library.roots) == 1 else []
    remarks = _remarks(competencies.found, formats.found, roles.found, bank.found) if only is None else []
    if only is None and len(library.roots) > 1:
        # Whoever lays a role of their own over the shipped ones knows where it stands.
        remarks += map(str, organizations.misplaced(library))
    counts = {
        "roles": len(roles.found),
        "competencies": len(competencies.found),
        "formats": len(formats.found),
        "questions": len(bank.found),
    }
    return Verdict(problems, remarks, counts)


def _kept(paths: Mapping[str, Path], read: Callable[[Path], Thing], problems: list[HiretoolError]) -> Kept[Thing]:
    kept: Kept[Thing] = Kept(paths)
    for name, path in paths.items():
        try:
            kept.found[name] = read(path)
        except Problems as error:
            problems += [problem for problem in error.problems if isinstance(problem, HiretoolError)]
        except DataError as error:
            problems.append(error)
    return kept


def _misnamed(kept: Kept[Thing]) -> Iterator[DataError]:
    for name, thing in kept.found.items():
        own = getattr(thing, "id", name)
        if own != name:
            yield DataError(kept.paths[name], "id", f"expected {name!r} as the file is called, got {own!r}")


def _unknown(path: Path, where: str, kind: str, name: str, known: Mapping[str, object]) -> DataError:
    return DataError(path, where, f"no {kind} named {name!r}. {suggestion(name, list(known))}")


def _role(role: Role, path: Path, competencies: Kept[Competency], formats: Kept[Format]) -> Iterator[DataError]:
    weighed = [entry.id for entry in role.competencies]
    for number, name in enumerate(weighed):
        if name not in competencies.paths:
            yield _unknown(path, f"competencies[{number}].id", "competency", name, competencies.paths)
    for number, entry in enumerate(role.rounds):
        yield from _round(entry, path, f"rounds[{number}]", weighed, formats)
    ids = [entry.id for entry in role.rounds]
    for name in sorted({name for name in ids if ids.count(name) > 1}):
        yield DataError(path, "rounds", f"{name!r} names two rounds")
    for level in role.levels:
        yield from _level(role, level, path, competencies.found, formats.paths)


def _round(entry: Round, path: Path, where: str, weighed: list[str], formats: Kept[Format]) -> Iterator[DataError]:
    for name in entry.competencies:
        if name not in weighed:
            yield DataError(path, f"{where}.competencies", f"{name!r} is met there and not weighed by the role")
    if entry.format not in formats.paths:
        yield _unknown(path, f"{where}.format", "interview format", entry.format, formats.paths)
    spoken = formats.found.get(entry.format)
    if spoken is None:
        return
    if spoken.minutes != entry.minutes:
        yield DataError(
            path, f"{where}.minutes", f"expected {spoken.minutes}, the minutes of {spoken.id}, got {entry.minutes}"
        )
    for name in sorted(set(entry.competencies) - spoken.covers()):
        yield DataError(
            path, f"{where}.competencies", f"no dimension of {spoken.id} informs {name!r}; it cannot be rated there"
        )


def _level(
    role: Role, level: Level, path: Path, competencies: Mapping[str, Competency], formats: Mapping[str, Path]
) -> Iterator[DataError]:
    """At each level, what is weighed can be rated somewhere and has anchors."""
    met = {name for entry in role.loop(level) if entry.format in formats for name in entry.competencies}
    for name in role.weights(level):
        if name not in met:
            yield DataError(path, f"rounds (level {level})", f"{name!r} is weighed and met in no round")
        if name in competencies and anchor_level(level) not in competencies[name].levels:
            yield DataError(path, f"competencies (level {level})", f"{name!r} has no anchors for that level")


def _format(spoken: Format, path: Path, competencies: Kept[Competency]) -> Iterator[DataError]:
    names = {dimension.id for dimension in spoken.dimensions}
    for number, dimension in enumerate(spoken.dimensions):
        for name in dimension.competencies:
            if name not in competencies.paths:
                yield _unknown(path, f"dimensions[{number}].competencies", "competency", name, competencies.paths)
    for number, question in enumerate(spoken.standing_questions):
        for name in question.competencies:
            if name not in spoken.covers():
                where = f"standing_questions[{number}].competencies"
                yield DataError(path, where, f"no dimension of {spoken.id} informs {name!r}; it cannot be rated there")
    for number, cap in enumerate(spoken.hint_policy.caps if spoken.hint_policy else []):
        for name in sorted(set(cap.effect) - names):
            yield DataError(path, f"hint_policy.caps[{number}].effect", f"{name!r} is none of the format's dimensions")


def _question(
    entry: Entry,
    path: Path,
    competencies: Kept[Competency],
    formats: Kept[Format],
    roles: Mapping[str, Path],
    bank: Kept[Entry],
) -> Iterator[DataError]:
    question = entry.question
    for name in question.competencies:
        if name not in competencies.paths:
            yield _unknown(path, "competencies", "competency", name, competencies.paths)
    for name in question.roles:
        if name not in roles:
            yield _unknown(path, "roles", "role", name, roles)
    for name in question.enemies:
        if name not in bank.paths:
            yield _unknown(path, "enemies", "question", name, bank.paths)
    if question.format not in formats.paths:
        yield _unknown(path, "format", "interview format", question.format, formats.paths)
    spoken = formats.found.get(question.format)
    if spoken and question.minutes.total() > spoken.question_minutes:
        yield DataError(
            path,
            "minutes",
            f"take {question.minutes.total()} together, {spoken.id} has {spoken.question_minutes} for questions",
        )


def _remarks(
    competencies: Mapping[str, Competency],
    formats: Mapping[str, Format],
    roles: Mapping[str, Role],
    bank: Mapping[str, Entry],
) -> list[str]:
    """What is worth knowing and breaks nothing: unused competencies, cells of the bank that are empty."""
    used = {entry.id for role in roles.values() for entry in role.competencies}
    found = [f"competency {name}: no role weighs it" for name in competencies if name not in used]
    for role in roles.values():
        for level in role.levels:
            for entry in role.loop(level):
                spoken = formats.get(entry.format)
                if (
                    spoken
                    and spoken.questions != "standing"
                    and not any(
                        question.question.format == spoken.id
                        and role.id in question.question.roles
                        and serves(question.question.levels, level)
                        for question in bank.values()
                    )
                ):
                    found.append(
                        f"question bank: no {spoken.id} question for {role.id} at level {level} (round {entry.id})"
                    )
    return found
