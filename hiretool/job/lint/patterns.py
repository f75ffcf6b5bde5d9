"""Many expressions found in one pass over the words of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

Payload = TypeVar("Payload")

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_DOTTED = re.compile(r"(?<![^\W_])(?:[A-Z][a-z]?\.)+[A-Z][a-z]{0,3}(?![^\W_])\.?")
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
    found = [new(Word, (match[0], *match.span())) for match in _WORD.finditer(lower)]
    return _dotted(text, found) if _DOTTED.search(text) else found


def _dotted(text: str, found: list[Word]) -> list[Word]:
    """The words with `U.S.` and `Ph.D.` as one each, without their dots."""
    joined: list[Word] = []
    at = 0
    for match in _DOTTED.finditer(text):
        while at < len(found) and found[at].start < match.start():
            joined.append(found[at])
            at += 1
        joined.append(Word(match[0].replace(".", "").lower(), *match.span()))
        while at < len(found) and found[at].start < match.end():
            at += 1
    return [*joined, *found[at:]]


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


_Steps = tuple[_Step, ...]


@dataclass(slots=True)
class _Begun(Generic[Payload]):
    """Expressions of which the first word is known: those that end there, the others by their second word."""

    ends: list[Payload] = field(default_factory=list)
    by_word: dict[str, list[tuple[_Steps, Payload]]] = field(default_factory=dict)
    by_stem: list[tuple[tuple[str, ...], _Steps, Payload]] = field(default_factory=list)

    def add(self, steps: _Steps, payload: Payload) -> None:
        if not steps:
            self.ends.append(payload)
            return
        for word in steps[0].whole:
            self.by_word.setdefault(word, []).append((steps[1:], payload))
        if steps[0].stems:
            self.by_stem.append((steps[0].stems, steps[1:], payload))


class Patterns(Generic[Payload]):
    """Expressions such as `rock star`, `must|should be able to lift`, `analy*`, each with what it stands for.

    Compiled once. Expressions are looked up by their first and second word, so that cost grows with the text and hardly
    with their number.
    """

    def __init__(self, entries: Iterable[tuple[str, Payload]]) -> None:
        self._by_word: dict[str, list[tuple[_Steps, Payload]]] = {}
        self._by_stem: dict[str, list[tuple[_Steps, Payload]]] = {}
        self._begun: dict[str, _Begun[Payload] | None] = {}
        for pattern, payload in entries:
            steps = tuple(_steps(pattern))
            for word in steps[0].whole:
                self._by_word.setdefault(word, []).append((steps[1:], payload))
            for stem in steps[0].stems:
                self._by_stem.setdefault(stem, []).append((steps[1:], payload))

    def find(self, text: str, found: Sequence[Word]) -> Iterator[Hit[Payload]]:
        """Every expression in a text whose words are `found`; those inside one another too."""
        known, last = self._begun, len(found) - 1
        for first, word in enumerate(found):
            if word.text not in known:
                known[word.text] = self._beginning(word.text)
            begun = known[word.text]
            if begun is None:
                continue
            for payload in begun.ends:
                yield Hit(payload, first, first + 1)
            if first == last or not (begun.by_word or begun.by_stem):
                continue
            second = found[first + 1]
            rest = begun.by_word.get(second.text, ())
            if begun.by_stem:
                stemmed = [(steps, payload) for stems, steps, payload in begun.by_stem if second.text.startswith(stems)]
                rest = [*rest, *stemmed]
            if rest and _joined(text, word, second):
                yield from self._whole(text, found, first, rest)

    def _whole(
        self, text: str, found: Sequence[Word], first: int, rest: Iterable[tuple[_Steps, Payload]]
    ) -> Iterator[Hit[Payload]]:
        """Those expressions whose third and further words stand there too."""
        for steps, payload in rest:
            last = first + 2
            if last + len(steps) > len(found):
                continue
            for step in steps:
                if not step.takes(found[last].text) or not _joined(text, found[last - 1], found[last]):
                    break
                last += 1
            else:
                yield Hit(payload, first, last)

    def _beginning(self, word: str) -> _Begun[Payload] | None:
        """The expressions that begin with the word; None if none does."""
        if len(self._begun) > MOST_REMEMBERED:
            self._begun.clear()
        rest = list(self._by_word.get(word, ()))
        for length in range(SHORTEST_STEM, len(word) + 1):
            rest += self._by_stem.get(word[:length], ())
        if not rest:
            return None
        begun: _Begun[Payload] = _Begun()
        for steps, payload in rest:
            begun.add(steps, payload)
        return begun


def _joined(text: str, one: Word, other: Word) -> bool:
    gap = text[one.end : other.start]
    return gap == " " or _JOINS.match(gap) is not None


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
