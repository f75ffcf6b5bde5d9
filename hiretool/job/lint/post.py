"""A job post as the linter sees it: blocks of text in sections, each letter with its place in the source."""

from __future__ import annotations

import bisect
import functools
import operator
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from hiretool.job.lint.patterns import Word, words

Form = Literal["markdown", "text", "html", "docx", "pdf", "jsonld"]
Kind = Literal["heading", "paragraph", "item", "cell", "title"]


_SENTENCE_END = re.compile(r"(?<=[.!?])[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])")
_NOT_AN_END = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|approx|vs|cf|no|dr|prof|mr|ms|mrs|inc|ltd|st|fig|dept)\.|\b[A-Z]\.)$", re.I
)
_JOB = re.compile(
    r"(?i)\b(?:engineer|scientist|analyst|manager|researcher|developer|architect|director|lead|fellow|professor|intern|"
    r"specialist|owner|head|officer|consultant|administrator|technician|postdoc)\w*"
)
LONGEST_TITLE = 12
"""Words of a first line that is taken for the title."""


_START = operator.attrgetter("start")


class Sentence(NamedTuple):
    start: int
    end: int
    words: list[Word]


@dataclass
class Block:
    """A heading, paragraph, list item or cell, without its markup."""

    kind: Kind
    text: str
    breaks: tuple[tuple[int, int], ...]
    """(place in `text`, place in the source) where a run that is the same in both begins; the first is at 0."""
    level: int = 0
    """Of a heading, from 1."""
    section: str = "other"
    """What the section is about (`must`, `pay`); see rubrics/posts/sections.yaml."""

    @functools.cached_property
    def words(self) -> list[Word]:
        return words(self.text)

    @functools.cached_property
    def sentences(self) -> list[Sentence]:
        """Sentences of the text; a list item counts as one even without a full stop."""
        found, first = [], 0
        for start, end in _spans(self.text):
            last = bisect.bisect_left(self.words, end, first, key=_START)
            if last > first:
                found.append(Sentence(start, end, self.words[first:last]))
            first = last
        return found

    def source(self, place: int) -> int:
        """Where in the source a letter of the text stands."""
        run = bisect.bisect_right(self.breaks, (place, 1 << 62)) - 1
        at, there = self.breaks[max(run, 0)]
        return there + place - at

    def source_end(self, place: int) -> int:
        """Where in the source the text before `place` ends; markup that follows is left out."""
        return self.source(place - 1) + 1 if place else self.source(0)


@dataclass(frozen=True)
class Posting:
    """A schema.org JobPosting found in the source, with the place of each of its keys."""

    data: Mapping[str, Any]
    places: Mapping[tuple[str | int, ...], int]
    """Place in the source of the value at a path of keys and numbers."""

    def place(self, *path: str | int) -> int:
        """Place of the value at a path, or of the nearest that holds it."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, 0)


@dataclass
class Post:
    """A post that was read."""

    name: str
    """What messages call it: a path, or `standard input`."""
    form: Form
    source: str
    """The text that lines and columns count in: the file's, or what a DOCX (a line a paragraph) or a PDF holds."""
    blocks: list[Block]
    postings: list[Posting] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    """What could not be read as it should."""
    known: dict[str, Any] = field(default_factory=dict)
    """Facts that several rules ask for, kept once found."""

    @functools.cached_property
    def lines(self) -> list[int]:
        """Place of the first letter of each line."""
        starts, at = [0], self.source.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.source.find("\n", at + 1)
        return starts

    def position(self, place: int) -> tuple[int, int]:
        """Line and column of a place in the source, both from 1."""
        line = bisect.bisect_right(self.lines, place)
        return line, place - self.lines[line - 1] + 1

    @functools.cached_property
    def title(self) -> Block | None:
        """The block that holds the job's title: the first heading of the highest level, else a short first line."""
        titles = [block for block in self.blocks if block.kind == "title"]
        if titles:
            return titles[0]
        headings = [block for block in self.blocks if block.kind == "heading"]
        if headings:
            first = min(headings[:4], key=lambda block: block.level)
            same = [block for block in headings[:4] if block.level == first.level]
            # Employer and job may stand above one another; the job names somebody.
            named = next((block for block in same if _JOB.search(block.text)), first)
            return named if named.section == "other" else None
        # Without headings, a short first line that is no sentence, with text below it.
        first_line = self.blocks[0] if len(self.blocks) > 1 else None
        if first_line is None or first_line.kind != "paragraph" or first_line.text[-1] in ".!?:;,":
            return None
        return first_line if 0 < len(first_line.words) <= LONGEST_TITLE else None

    @functools.cached_property
    def prose(self) -> list[Block]:
        """Blocks that a candidate reads, without the title."""
        return [block for block in self.blocks if block.kind != "title" and block is not self.title]

    def of(self, *sections: str, kinds: Iterable[Kind] = ("paragraph", "item", "cell")) -> list[Block]:
        """Blocks of some sections."""
        return [block for block in self.blocks if block.section in sections and block.kind in kinds]

    @functools.cached_property
    def counts(self) -> Counter[str]:
        """How often each word stands below the title, in lower case."""
        return Counter(word.text for block in self.prose for word in block.words)

    @functools.cached_property
    def word_count(self) -> int:
        return self.counts.total()

    def count(self, words: Iterable[str]) -> int:
        """How often any of some words stands below the title."""
        return sum(self.counts[word] for word in words)


def _spans(text: str) -> list[tuple[int, int]]:
    """(start, end) of each sentence."""
    found, start = [], 0
    for match in _SENTENCE_END.finditer(text):
        if _NOT_AN_END.search(text[start : match.start()][-8:]):
            continue
        found.append((start, match.start()))
        start = match.end()
    return [*found, (start, len(text))] if text[start:].strip() else found


class Builder:
    """Text of a block put together from runs of the source."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._breaks: list[tuple[int, int]] = []
        self._length = 0

    def add(self, text: str, place: int) -> None:
        """Text that stands at `place` in the source, or stands for what begins there."""
        if text:
            self._breaks.append((self._length, place))
            self._parts.append(text)
            self._length += len(text)

    def text(self) -> str:
        """What was put in so far."""
        return "".join(self._parts)

    def block(self, kind: Kind, level: int = 0) -> Block | None:
        """The block, without blanks around it; None if nothing is left. The builder is empty then."""
        text, breaks = "".join(self._parts), self._breaks
        self._parts, self._breaks, self._length = [], [], 0
        left = len(text) - len(text.lstrip())
        shown = text.strip()
        if not shown:
            return None
        run = max(bisect.bisect_right(breaks, (left, 1 << 62)) - 1, 0)
        at, there = breaks[run]
        moved = [(0, there + left - at), *((start - left, place) for start, place in breaks[run + 1 :])]
        return Block(kind, shown, tuple(moved), level)
