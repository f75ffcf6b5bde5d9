"""What a query is made of: each part can be put to a paper, said to arXiv, and searched for in bytes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from hiretool.sourcing.paper import Paper
from hiretool.sourcing.words import words

OPERATORS = frozenset({"and", "or", "andnot", "not"})
"""Folded; as words to look for they need quotation marks."""

Needs = tuple[tuple[str, ...], ...]


class Texts:
    """A paper's fields in the form that terms look into; each is folded once, when first asked for."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self._searchable: dict[str, str] = {}
        self._authors: list[list[str]] | None = None

    def searchable(self, field: str) -> str:
        """Folded words of ti, abs, co or jr, one space before, between and after."""
        if field not in self._searchable:
            paper = self.paper
            raw = {"ti": paper.title, "abs": paper.abstract, "co": paper.comment, "jr": paper.journal_ref}[field]
            self._searchable[field] = f" {' '.join(words(raw or ''))} "
        return self._searchable[field]

    @property
    def authors(self) -> list[list[str]]:
        """Folded words of each name."""
        if self._authors is None:
            self._authors = [words(name) for name in self.paper.authors]
        return self._authors


class Node(Protocol):
    """A part of a query."""

    def matches(self, texts: Texts) -> bool:
        """Whether the paper has it."""

    def needs(self) -> Needs:
        """Groups of folded strings: a paper that matches has one of each group, the most telling group first."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand side by side in one field, the last with any ending if `open_ended`."""

    field: str
    """ti, abs, co, jr, au or all."""
    words: tuple[str, ...]
    open_ended: bool = False
    joined: str = " "
    """Between the words when said to arXiv: a space (in quotes), or the underscore of au:del_maestro."""

    def matches(self, texts: Texts) -> bool:
        if self.field == "au":
            return self._by(texts)
        if self.field == "all":
            return any(self._within(texts.searchable(field)) for field in ("ti", "abs", "co", "jr")) or self._by(texts)
        return self._within(texts.searchable(self.field))

    def needs(self) -> Needs:
        return tuple((word,) for word in self.words)

    def __str__(self) -> str:
        text = self.joined.join(self.words)
        return f"{self.field}:" + (f'"{text}"' if " " in text or text in OPERATORS else text) + "*" * self.open_ended

    def _within(self, searchable: str) -> bool:
        return f" {' '.join(self.words)}{'' if self.open_ended else ' '}" in searchable

    def _by(self, texts: Texts) -> bool:
        """Whether one author has all the words, in any order; a single letter stands for what it begins."""
        return any(all(any(self._is(part, word) for part in name) for word in self.words) for name in texts.authors)

    def _is(self, part: str, word: str) -> bool:
        return part.startswith(word) if len(word) == 1 or self.open_ended else part == word


@dataclass(frozen=True, slots=True)
class Category:
    """A category of the paper, primary or not; a last * stands for any ending."""

    name: str

    def matches(self, texts: Texts) -> bool:
        wanted = self.name.lower()
        if wanted.endswith("*"):
            return any(category.lower().startswith(wanted[:-1]) for category in texts.paper.categories)
        return wanted in map(str.lower, texts.paper.categories)

    def needs(self) -> Needs:
        return ((self.name.rstrip("*").lower(),),)

    def __str__(self) -> str:
        return f"cat:{self.name}"


@dataclass(frozen=True, slots=True)
class Submitted:
    """First version submitted from one day to another, both included (UTC)."""

    since: date
    until: date

    def matches(self, texts: Texts) -> bool:
        return self.since <= texts.paper.submitted <= self.until

    def needs(self) -> Needs:
        return ()

    def __str__(self) -> str:
        return f"submittedDate:[{_digits(self.since)}0000 TO {_digits(self.until)}2359]"


@dataclass(frozen=True, slots=True)
class All:
    """Each of `parts`, and none of `without`."""

    parts: tuple[Node, ...]
    without: tuple[Node, ...] = ()

    def matches(self, texts: Texts) -> bool:
        return all(part.matches(texts) for part in self.parts) and not any(part.matches(texts) for part in self.without)

    def needs(self) -> Needs:
        return tuple(sorted((group for part in self.parts for group in part.needs()), key=_telling, reverse=True))

    def __str__(self) -> str:
        return " ANDNOT ".join([" AND ".join(_enclosed(self.parts)), *_enclosed(self.without)])


@dataclass(frozen=True, slots=True)
class Either:
    """At least one of `parts`."""

    parts: tuple[Node, ...]

    def matches(self, texts: Texts) -> bool:
        return any(part.matches(texts) for part in self.parts)

    def needs(self) -> Needs:
        """One group: the most telling one of each part; none if some part needs nothing."""
        groups = [max(part.needs(), key=_telling, default=()) for part in self.parts]
        return (tuple(word for group in groups for word in group),) if all(groups) else ()

    def __str__(self) -> str:
        return " OR ".join(_enclosed(self.parts))


def _enclosed(parts: Iterable[Node]) -> list[str]:
    return [f"({part})" if isinstance(part, All | Either) else str(part) for part in parts]


def _digits(day: date) -> str:
    return day.isoformat().replace("-", "")


def _telling(group: tuple[str, ...]) -> int:
    return min(map(len, group))
