"""Headings -> what the blocks below them are about."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import Field

from hiretool import load
from hiretool.discover import Library
from hiretool.job.lint.patterns import Patterns, words
from hiretool.job.lint.post import Block
from hiretool.job.lint.rules import Pattern
from hiretool.rubrics import Schema, Slug

SHORT = 5
MOST_TITLES = 4
LONGEST = 12
"""Words of the longest heading that is read; a sentence is no heading."""


class Sections(load.Strict):
    """What headings of each kind are called; the longest match wins, of equals the first."""

    schema_: Schema = Field(alias="schema")
    kinds: Annotated[dict[Slug, list[Pattern]], Field(min_length=1)]


class Classifier:
    """Names the section of each block of a post."""

    def __init__(self, sections: Sections) -> None:
        self.kinds = list(sections.kinds)
        self._patterns = Patterns(
            (pattern, number) for number, kind in enumerate(self.kinds) for pattern in sections.kinds[kind]
        )

    def kind(self, heading: Block) -> str:
        """What a section with this heading is about; `other` if its words tell nothing."""
        if len(heading.words) > LONGEST:
            return "other"
        # `Essential responsibilities` are duties: the longer expression says more than the word it begins with.
        hits = self._patterns.find(heading.text, heading.words)
        found = min(((hit.first - hit.last, hit.payload) for hit in hits), default=None)
        return self.kinds[found[1]] if found else "other"

    def knows(self, line: str) -> bool:
        """A short line that reads like the name of a section, from its first word on."""
        found = words(line)
        if not 0 < len(found) <= SHORT or not line[:1].isupper():
            return False
        return any(
            hit.last == len(found) or (hit.first == 0 and hit.last >= len(found) - 1)
            for hit in self._patterns.find(line, found)
        )

    def name_sections(self, blocks: list[Block]) -> None:
        """A block belongs to the last heading above it; a heading that tells nothing keeps the section it stands in,
        if it is deeper than the one that named it."""
        section, depth = "other", 0
        top = [block for block in blocks if block.kind == "heading" and block.level == 1]
        # The first headings of the first level are title, employer and place; they name no section.
        titles = top if len(top) <= MOST_TITLES else top[:1]
        for block in blocks:
            if block.kind == "heading":
                kind = "other" if any(block is title for title in titles) else self.kind(block)
                if kind != "other" or block.level <= depth or not depth:
                    section, depth = kind, block.level
            block.section = section


def classifier(library: Library) -> Classifier:
    """Raises: NotFoundError, Problems."""
    path: Path = library.rubric_file("posts", "sections", "table of posts")
    return Classifier(load.read(path, Sections))
