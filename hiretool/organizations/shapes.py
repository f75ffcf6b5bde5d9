"""Archetypes, design axes and team structures: what each looks like, what it is good for, and what goes wrong."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from hiretool import load
from hiretool.organizations.rules import Mitigation, When
from hiretool.roles import Axis as AxisKey
from hiretool.rubrics import Schema, Slug, Text

Position = Annotated[str, Field(pattern=r"^[a-z]+(_[a-z]+)*$", max_length=60)]


class Said(load.Strict):
    """A sentence, the document that it rests on, and what stands there."""

    id: Slug
    says: Text
    source: Slug
    basis: Text


Several = Annotated[list[Said], Field(min_length=1)]


class Trouble(Said):
    """Something that goes wrong, with what is done against it."""

    when: When = {}
    """Answers that it needs to be worth saying; nothing: it always is."""
    mitigation: Mitigation
    same_as: Text | None = None
    """`structure/trouble` that says the same; this one is left out where that one stands."""


class Place(load.Strict):
    """Where something stands on one axis."""

    position: Position
    says: Text
    source: Slug
    basis: Text


class CareerFit(load.Strict):
    thrives: Several
    struggles: Several


class Changes(load.Strict):
    """What is different in roles, job posts and interview loops."""

    roles: Several
    posts: Several
    loops: Several


class ForCandidates(load.Strict):
    """What a job post may say, to the reader."""

    selling_points: Annotated[list[Text], Field(min_length=3, max_length=3)]
    trade_offs: Annotated[list[Text], Field(min_length=2, max_length=3)]
    rests_on: Annotated[list[Slug], Field(min_length=1)]


class Shape(load.Strict):
    """What archetypes and structures have in common."""

    schema_: Schema = Field(alias="schema")
    id: Slug
    title: Text
    sees: Several
    good_for: Several
    trouble: Annotated[list[Trouble], Field(min_length=2)]
    axes: dict[AxisKey, Place]
    career_fit: CareerFit
    changes: Changes
    fairness: Said
    for_candidates: ForCandidates

    @model_validator(mode="after")
    def _each_sentence_has_its_own_id(self) -> Shape:
        named = [entry.id for entry in self.sentences()]
        if twice := sorted({name for name in named if named.count(name) > 1}):
            raise ValueError(f"{', '.join(twice)}: names two sentences of {self.id}")
        return self

    def sentences(self) -> list[Said]:
        """All that has an id, in the order of the file."""
        fit, changes = self.career_fit, self.changes
        return [
            *self.sees,
            *self.good_for,
            *self.trouble,
            *fit.thrives,
            *fit.struggles,
            *changes.roles,
            *changes.posts,
            *changes.loops,
            self.fairness,
        ]


class NextStep(load.Strict):
    """The way up the mountain."""

    to: Slug
    needs: Several


class RoleElsewhere(load.Strict):
    """A role that stands elsewhere on an axis than the archetype does, and why that is right."""

    role: Slug
    axis: AxisKey
    position: Position
    because: Text


class Archetype(Shape):
    """One of the places on the mountain."""

    place: Annotated[int, Field(ge=1, le=20)]
    """1 at the foot."""
    next_steps: list[NextStep] = []
    roles_elsewhere: list[RoleElsewhere] = []

    def sentences(self) -> list[Said]:
        return [*super().sentences(), *(entry for step in self.next_steps for entry in step.needs)]


class Structure(Shape):
    """A way to place ML people in the teams of a company."""

    nearest_archetype: Slug
    """Where a company stands that has carried it through."""
    chosen_when: Several
    form_of: Slug | None = None
    forms: list[Slug] = []

    def sentences(self) -> list[Said]:
        return [*super().sentences(), *self.chosen_when]


class AxisPosition(load.Strict):
    id: Position
    title: Text
    means: Text
    source: Slug
    basis: Text


class RoleWord(load.Strict):
    """A position that only some roles have, and the axis positions that it goes with."""

    id: Position
    fits: Annotated[list[Position], Field(min_length=1)]
    because: Text


class Axis(load.Strict):
    """One of the choices that decide how a team works."""

    schema_: Schema = Field(alias="schema")
    id: Slug
    title: Text
    key: AxisKey
    """What role templates call it."""
    asks: Several
    positions: Annotated[list[AxisPosition], Field(min_length=2)]
    role_words: list[RoleWord] = []

    def position(self, name: str) -> AxisPosition | None:
        return next((entry for entry in self.positions if entry.id == name), None)

    def knows(self, name: str) -> bool:
        """Whether a role's position is one of the axis; a role may have words of its own, which nothing is said of."""
        return self.position(name) is not None or any(word.id == name for word in self.role_words)

    def fits(self, role_position: str, position: str) -> bool:
        """Whether a role may stand there in an organization that stands at `position`."""
        return role_position == position or any(
            word.id == role_position and position in word.fits for word in self.role_words
        )
