"""Which of our competencies a name of another system means: by the mapping file, by its own name, or as a guess."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from hiretool import roles, rubrics
from hiretool.discover import Library
from hiretool.errors import suggestion
from hiretool.scoring.imports._mapping import spelt

How = Literal["mapped", "named", "guessed", "unknown"]

LIKELY = 0.55
"""Likeness from which a guess is shown at all. Our choice: a guess is shown to a person, and never used unasked."""
LONGEST = 100
"""Letters up to which names are compared by letters, which takes the square of their length and more."""
_IN_TITLE, _IN_DEFINITION = 0.95, 0.75
_SAME_STEM = 5
_WORD = re.compile(r"[^\W\d_]+")
_IDLE = {"a", "an", "and", "as", "at", "by", "did", "do", "does", "for", "he", "her", "his", "how", "in", "is", "it"}
_IDLE |= {"of", "on", "or", "rate", "rating", "score", "she", "skill", "skills", "the", "their", "they", "this", "to"}
_IDLE |= {"depth", "experience", "general", "knowledge", "overall", "strong", "technical", "thinking"}
_IDLE |= {"about", "all", "assess", "can", "could", "evaluate", "good", "not", "reason", "reasoning", "think"}
_IDLE |= {"well", "what", "with", "candidate", "your", "you", "was", "were", "would", "ability", "level", "please"}
_ASIDE = re.compile(r"\([^()]*\)")
_GRID = re.compile(r"\[([^\[\]]{2,})\]\s*\Z")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a name means here."""

    competency: str | None
    """None where it is left out on purpose, or nothing is known."""
    how: How
    likeness: float = 1.0
    """0..1, of a guess."""


class Vocabulary:
    """The competencies that there are, and what names mean among them."""

    def __init__(self, library: Library, role: str, mapped: Mapping[str, str | None]) -> None:
        """role: whose competencies are guessed among; those of all roles where it is blank or not in the library.

        mapped: from the mapping file, by `spelt`.
        """
        self._library, self._role, self._mapped = library, role, mapped
        self._known: dict[str, Meaning] = {}
        self._written: dict[str, str] = {}
        """By `spelt`: the name as it was first asked for."""

    def meaning(self, name: str) -> Meaning:
        """How a name is to be understood; a guess where neither the mapping file nor our own names have it."""
        short = spelt(name)
        found = self._known.get(short)
        if found is None:
            found = self._known[short] = self._meaning(short)
            self._written[short] = name
        return found

    def guesses(self) -> list[tuple[str, Meaning]]:
        """What was asked for and only guessed at."""
        return [(self._written[name], found) for name, found in self._known.items() if found.how == "guessed"]

    @property
    def roles(self) -> list[str]:
        """The roles of the library."""
        return roles.names(self._library)

    @functools.cached_property
    def ids(self) -> list[str]:
        return list(self._library.rubric_files("competencies"))

    @functools.cached_property
    def candidates(self) -> list[rubrics.Competency]:
        """Competencies to guess among: those of the role, where it is one of the library."""
        chosen = self.ids
        if self._role in self._library.rubric_files("roles"):
            chosen = [entry.id for entry in roles.get(self._role, self._library).competencies]
        return [rubrics.competency(name, self._library) for name in chosen if name in self.ids]

    def _meaning(self, name: str) -> Meaning:
        if name in self._mapped:
            return Meaning(self._mapped[name], "mapped")
        shown = grid_item(name)
        for id in self.ids:
            if shown.replace(" ", "-").replace("_", "-") == id:
                return Meaning(id, "named")
        for competency in self.candidates:
            if spelt(competency.title) == shown:
                return Meaning(competency.id, "named")
        likeness, id = max(((_likeness(shown, entry), entry.id) for entry in self.candidates), default=(0.0, ""))
        return Meaning(id, "guessed", likeness) if likeness >= LIKELY else Meaning(None, "unknown")


def check(mapped: Iterable[str | None], library: Library) -> list[str]:
    """What is wrong with competencies that a mapping file names: those that the library does not have."""
    known = list(library.rubric_files("competencies"))
    return [f"no competency {id!r}. {suggestion(id, known)}" for id in dict.fromkeys(mapped) if id and id not in known]


def grid_item(name: str) -> str:
    """The row of a grid question: `Rate the candidate on: [Serving]` is about Serving.

    >>> grid_item("rate the candidate [serving]")
    'serving'
    """
    match = _GRID.search(name)
    return match[1].strip() if match else name


def likeliest(name: str, known: Sequence[tuple[str, str]]) -> str | None:
    """The id of (id, title) pairs that a name is most like, if it is like any."""
    ratio, id = max(
        ((max(_letters(spelt(name), text.casefold()) for text in (id, title)), id) for id, title in known),
        default=(0.0, ""),
    )
    return id if ratio >= LIKELY else None


def _likeness(name: str, competency: rubrics.Competency) -> float:
    """0..1: by letters against the title, and by the share of the name's words in the title or the definition."""
    name, title = (spelt(text).replace("machine learning", "ml") for text in (name, competency.title))
    letters = _letters(name, title)
    words = [word for word in _WORD.findall(_ASIDE.sub(" ", name)) if word not in _IDLE]
    if not words:
        return letters
    in_title = _share(words, _WORD.findall(title)) * _IN_TITLE
    in_definition = _share(words, _WORD.findall(competency.definition.casefold())) * _IN_DEFINITION
    return max(letters, in_title, in_definition)


def _letters(one: str, other: str) -> float:
    """Likeness by letters; the ratio depends on the order of the two. A whole question is like no title."""
    if max(len(one), len(other)) > LONGEST:
        return 0.0
    return max(SequenceMatcher(None, one, other).ratio(), SequenceMatcher(None, other, one).ratio())


def _share(words: Sequence[str], there: Sequence[str]) -> float:
    stems = {word[:_SAME_STEM] for word in there}
    return sum(word[:_SAME_STEM] in stems for word in words) / len(words)
