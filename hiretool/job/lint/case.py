"""What a check is given, and what it gives back."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from hiretool.job.lint.post import Block, Post
from hiretool.job.lint.rules import Rule


@dataclass(frozen=True, slots=True)
class Place:
    """An expression of a rule's vocabulary, where it stands."""

    block: Block
    first: int
    last: int
    """Words of the block: from `first` to before `last`."""

    @property
    def start(self) -> int:
        return self.block.words[self.first].start

    @property
    def end(self) -> int:
        return self.block.words[self.last - 1].end

    @property
    def text(self) -> str:
        return self.block.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Found:
    """Something that a check found; without a block it is the post as a whole, or a place in its JSON-LD."""

    block: Block | None = None
    start: int = 0
    end: int | None = None
    """Letters of the block's text; to its end if None."""
    source: int | None = None
    """Place in the source, where there is no block."""
    values: Mapping[str, object] = field(default_factory=dict)
    """What the message's {names} stand for."""
    message: str | None = None
    suggest: str | None = None


@dataclass
class Case:
    """A post and the rule that it is held against."""

    post: Post
    rule: Rule
    places: Mapping[str, Sequence[Place]]
    """Where the expressions of the rule's vocabulary stand, by their name there."""
    today: datetime.date
    tables: Mapping[str, object] = field(default_factory=dict)
    """rubrics/posts, by name."""

    def limit(self, name: str) -> float:
        return self.rule.limits[name]

    def of(self, name: str) -> Sequence[Place]:
        """Where a name's expressions stand, those inside a longer one of the same name left out."""
        return self.places.get(name, ())

    @functools.cached_property
    def by_block(self) -> Mapping[int, Mapping[str, Sequence[Place]]]:
        """Vocabulary by the block's identity."""
        found: dict[int, dict[str, list[Place]]] = {}
        for name, places in self.places.items():
            for place in places:
                found.setdefault(id(place.block), {}).setdefault(name, []).append(place)
        return found

    def inside(self, block: Block, name: str) -> Sequence[Place]:
        """Where a name's expressions stand in one block."""
        return self.by_block.get(id(block), {}).get(name, ())
