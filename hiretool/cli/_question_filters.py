"""Which questions of the bank a command is about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from hiretool.cli._options import completed, library
from hiretool.model import LEVELS, Level, serves

if TYPE_CHECKING:
    from hiretool.questions import Entry


@dataclass(frozen=True)
class Filters:
    """Each narrows the list down; None leaves it as it is."""

    interview: str | None = None
    role: str | None = None
    level: Level | None = None
    competency: str | None = None
    family: str | None = None
    at_most: int | None = None
    words: str | None = None

    def any(self) -> bool:
        """Whether one of them was given."""
        return self != Filters()

    def chosen(self) -> list[Entry]:
        """The questions of the library that pass all of them, by id. Raises: NotFoundError for a name it lacks."""
        from hiretool import questions

        bank = library()
        for kind, name, noun in (
            ("formats", self.interview, "interview format"),
            ("roles", self.role, "role"),
            ("competencies", self.competency, "competency"),
        ):
            if name is not None:
                # An empty list would say that the bank lacks something, where a letter is wrong.
                bank.rubric_file(kind, name, noun)
        found = list(questions.all(bank))
        self._family_exists(found)
        return [entry for entry in found if self._passes(entry)]

    def _family_exists(self, found: list[Entry]) -> None:
        from hiretool.errors import NotFoundError

        families = sorted({entry.question.family for entry in found})
        if self.family is not None and self.family not in families:
            raise NotFoundError("family", self.family, families)

    def _passes(self, entry: Entry) -> bool:
        question = entry.question
        return (
            (self.interview is None or question.format == self.interview)
            and (self.role is None or self.role in question.roles)
            and (self.level is None or serves(question.levels, self.level))
            and (self.competency is None or self.competency in question.competencies)
            and (self.family is None or question.family == self.family)
            and (self.at_most is None or question.minutes.total() <= self.at_most)
            and self._mentions(entry)
        )

    def _mentions(self, entry: Entry) -> bool:
        """Whether each word stands in what a candidate may know of it, never in secret parts."""
        if self.words is None:
            return True
        from hiretool import files

        text = f"{entry.question.id} {entry.question.title} {files.text(entry.folder / 'prompt.md')}".casefold()
        return all(word in text for word in self.words.casefold().split())


def filters(command: Callable[..., Any]) -> Callable[..., Any]:
    """Options that choose among the questions; the command receives `filters`."""

    @wraps(command)
    def with_filters(
        *,
        interview: str | None,
        role: str | None,
        level: Level | None,
        competency: str | None,
        family: str | None,
        at_most: int | None,
        words: str | None,
        **rest: Any,
    ) -> Any:
        chosen = Filters(interview, role, level, competency, family, at_most, words)
        return command(filters=chosen, **rest)

    options = (
        click.option("--interview", help="Only of this interview format.", shell_complete=completed("formats")),
        click.option("--role", help="Only for this role.", shell_complete=completed("roles")),
        click.option("--level", type=click.Choice(LEVELS), help="Only for this level."),
        click.option("--competency", help="Only those that test this competency."),
        click.option("--family", help="Only of this family: who has met one knows the others."),
        click.option("--at-most", type=click.IntRange(min=1), metavar="MINUTES", help="Only those that take no more."),
        click.option("--words", metavar="TEXT", help="Only those whose title or prompt has each of these words."),
    )
    for option in reversed(options):
        with_filters = option(with_filters)
    return with_filters
