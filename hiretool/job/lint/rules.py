"""Rules of the post linter: a YAML file each, with texts that must trigger it and texts that must not."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from hiretool import load
from hiretool.discover import Library
from hiretool.rubrics import Schema, Slug, Text

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
"""error: unlawful in some places, or harm without doubt; warning: likely to cost applicants; note: worth a look."""

Group = Literal[
    "gender",
    "age",
    "ability",
    "origin",
    "family",
    "privacy",
    "cliche",
    "promise",
    "requirements",
    "content",
    "title",
    "prose",
    "machine-learning",
    "pay",
    "structured-data",
]
Pattern = Annotated[
    str, Field(min_length=1, max_length=200, description="Words; a|b are alternatives, ending* a beginning.")
]


class Source(load.Strict):
    """Where a rule comes from, so that a reader may judge it."""

    name: Text
    url: Annotated[str, Field(pattern=r"^https?://\S+$")] | None = None


class Term(load.Strict):
    """Words to find, and what may stand in their place."""

    find: Annotated[list[Pattern], Field(min_length=1)]
    suggest: Text | None = None
    fix: Text | None = None
    """Text that can take the place of what was found without a second look; `--fix` puts it there."""
    message: Text | None = None


class Rule(load.Strict):
    """What is looked for in a post, why, and what to write instead.

    A rule finds its `terms`, or has a `check`: the name of a module in hiretool/job/lint/checks that finds what words
    alone do not show. `{found}` in a message is what stands in the post, `{count}` and `{limit}` are the check's.
    """

    schema_: Schema = Field(alias="schema")
    id: Slug
    group: Group
    severity: Severity
    title: Text
    message: Text
    why: Text
    suggest: Text
    source: Source
    evidence: Text | None = None
    """How good the evidence is, where that is disputed or thin; shown with the finding."""
    terms: list[Term] = []
    exceptions: list[Pattern] = []
    """Longer expressions in which a term is not meant (`active learning`)."""
    sections: list[Slug] = []
    """Where in a post it counts; everywhere if empty."""
    even_denied: bool = False
    """The words do harm even where the sentence denies them (`never falls on deaf ears`)."""
    unless_has: Literal["pay"] | None = None
    """A post that says this already is let be."""
    check: Annotated[str, Field(pattern=r"^[a-z][a-z_]*$")] | None = None
    limits: dict[Slug, float] = {}
    vocabulary: dict[str, list[Pattern]] = {}
    """Words that the check counts, under the names that it knows."""
    vocabulary_of: Slug | None = None
    """Another rule whose vocabulary this one uses."""
    data: dict[str, Any] = {}
    """Further tables of the check."""
    opt_in: bool = False
    """It runs only where a config turns it on, or where it is named."""
    triggers: Annotated[list[Text], Field(min_length=2)]
    passes: Annotated[list[Text], Field(min_length=2)]

    @model_validator(mode="after")
    def _looks_for_something(self) -> Rule:
        if bool(self.terms) == (self.check is not None):
            raise ValueError("terms: a rule has terms to find, or a check, and not both")
        return self


def all(library: Library) -> list[Rule]:
    """Every rule, by id. Raises: Problems, naming the file."""
    return [load.read(path, Rule) for path in library.rubric_files("lint").values()]
