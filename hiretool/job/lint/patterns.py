"""Many expressions found in one pass over the words of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

Payload = TypeVar("Payload")

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# What may stand between two words of one expression; a full stop or a comma ends it.
_JOINS = re.compile(r"[\s\u00a0]*[-‐‑–/&+]?[\s\u00a0]*\Z")
SHORTEST_STEM = 3
MOST_REMEMBERED = 100_000


class Word(NamedTuple):
    text: str
    """In lower case, with a plain apostrophe."""
    start: int
    end: int


def words(text: str) -> list[Word]:
    """The words of a text with their places; a hyphen parts words, an apostrophe does not."""
    lower = text.lower().replace("’", "'")
    # A few letters change their length in lower case; their places would be wrong.
    if len(lower) != len(text):
        lower = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text).replace("’", "'")
    # Half of the time that a post takes is spent here; the usual constructor takes twice as long.
    new = tuple.__new__
    return [new(Word, (match[0], *match.span())) for match in _WORD.finditer(lower)]


@dataclass(frozen=True, slots=True)
class Hit(Generic[Payload]):
    """An expression found: the words from `first` to before `last`."""

    payload: Payload
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Step:
    """What one word of an expression may be."""

    whole: frozenset[str]
    stems: tuple[str, ...]

    def takes(self, word: str) -> bool:
        return word in self.whole or (bool(self.stems) and word.startswith(self.stems))


class Patterns(Generic[Payload]):
    """Expressions such as `rock star`, `must|should be able to lift`, `analy*`, each with what it stands for.

    Compiled once; the words that expressions begin with are looked up, so that cost grows with the text and hardly with
    the number of expressions.
    """

    def __init__(self, entries: Iterable[tuple[str, Payload]]) -> None:
        self._by_word: dict[str, list[tuple[tuple[_Step, ...], Payload]]] = {}
        self._by_stem: dict[str, list[tuple[tuple[_Step, ...], Payload]]] = {}
        self._seen: dict[str, tuple[tuple[tuple[_Step, ...], Payload], ...]] = {}
        for pattern, payload in entries:
            steps = tuple(_steps(pattern))
            for word in steps[0].whole:
                self._by_word.setdefault(word, []).append((steps[1:], payload))
            for stem in steps[0].stems:
                self._by_stem.setdefault(stem, []).append((steps[1:], payload))

    def find(self, text: str, found: Sequence[Word]) -> Iterator[Hit[Payload]]:
        """Every expression in a text whose words are `found`; those inside one another too."""
        seen = self._seen
        for first, word in enumerate(found):
            beginning = seen.get(word.text)
            if beginning is None:
                beginning = self._beginning(word.text)
            for steps, payload in beginning:
                last = first + 1
                if last + len(steps) > len(found):
                    continue
                for step in steps:
                    gap = text[found[last - 1].end : found[last].start]
                    if not step.takes(found[last].text) or not (gap == " " or _JOINS.match(gap)):
                        break
                    last += 1
                else:
                    yield Hit(payload, first, last)

    def _beginning(self, word: str) -> tuple[tuple[tuple[_Step, ...], Payload], ...]:
        """The rest of each expression that begins with the word."""
        if len(self._seen) > MOST_REMEMBERED:
            self._seen.clear()
        rest = list(self._by_word.get(word, ()))
        for length in range(SHORTEST_STEM, len(word) + 1):
            rest += self._by_stem.get(word[:length], ())
        self._seen[word] = tuple(rest)
        return self._seen[word]


def _steps(pattern: str) -> Iterator[_Step]:
    if any("|" in part and "-" in part for part in pattern.split()):
        raise ValueError(f"{pattern!r}: alternatives are single words; write a second line for one with a hyphen")
    for part in re.split(r"[\s-]+", pattern.strip().lower().replace("’", "'")):
        options = [option for option in part.split("|") if option]
        stems = tuple(option[:-1] for option in options if option.endswith("*"))
        if len(options) < part.count("|") + 1:
            raise ValueError(f"{pattern!r}: an alternative is missing beside |")
        if not options or any(len(stem) < SHORTEST_STEM for stem in stems):
            raise ValueError(f"{pattern!r}: a beginning such as analy* has at least {SHORTEST_STEM} letters")
        yield _Step(frozenset(option for option in options if not option.endswith("*")), stems)
