"""Figures of a post: length, reading level, whom it addresses, how its wording leans."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from hiretool.job.lint.case import Place
from hiretool.job.lint.patterns import Word
from hiretool.job.lint.post import Post

_VOWELS = re.compile(r"[aeiouyàâäéèêëîïôöùûü]+")
# The commonest words of English; a text of any length has many of them. Source: our choice.
_ENGLISH = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "in",
        "a",
        "is",
        "for",
        "you",
        "with",
        "on",
        "we",
        "are",
        "our",
        "that",
        "as",
        "be",
        "will",
        "this",
        "your",
        "at",
        "or",
        "it",
        "by",
        "an",
        "from",
        "have",
        "work",
        "not",
        "can",
    ]
)
ENGLISH_SHARE = 0.12
YOU = frozenset(("you", "your", "yours", "yourself", "you'll", "you're", "you've", "you'd"))
WE = frozenset(("we", "our", "ours", "us", "ourselves", "we'll", "we're", "we've", "we'd"))


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts and shares of one post. Nothing here is a verdict."""

    words: int
    sentences: int
    words_a_sentence: float | None
    reading_grade: float | None
    """Flesch-Kincaid grade; None for a text without sentences."""
    must_haves: int
    you: int
    we: int
    masculine: int
    feminine: int
    masculine_share: float | None
    """Percent of the words that are masculine-coded, as the paper scores it; None without words."""
    feminine_share: float | None

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def figures(post: Post, vocabulary: Mapping[str, Mapping[str, Sequence[Place]]]) -> Figures:
    """vocabulary: what the rules' words were found at, by rule and name."""
    total = post.word_count
    counted = [len(sentence) for sentence in _spoken(post)]
    gender = vocabulary.get("gender-coded-words", {})
    masculine, feminine = len(gender.get("masculine", ())), len(gender.get("feminine", ()))
    return Figures(
        words=total,
        sentences=len(counted),
        words_a_sentence=round(sum(counted) / len(counted), 1) if counted else None,
        reading_grade=grade(post),
        must_haves=len(post.of("must", kinds=("item",))),
        you=post.count(YOU),
        we=post.count(WE),
        masculine=masculine,
        feminine=feminine,
        masculine_share=round(100 * masculine / total, 2) if total else None,
        feminine_share=round(100 * feminine / total, 2) if total else None,
    )


def grade(post: Post) -> float | None:
    """Flesch-Kincaid grade level of a post's paragraphs and list items; None without sentences.

    Syllables are a count of vowel groups, so it is right within about one grade.
    Source: Kincaid, Fishburne, Rogers and Chissom 1975, Research Branch Report 8-75.
    """
    spoken = _spoken(post)
    words = [word for sentence in spoken for word in sentence]
    if not words:
        return None
    if "grade" not in post.known:
        heard = sum(syllables(word.text) for word in words)
        post.known["grade"] = round(0.39 * len(words) / len(spoken) + 11.8 * heard / len(words) - 15.59, 1)
    found: float = post.known["grade"]
    return found


def _spoken(post: Post) -> list[list[Word]]:
    """Words of each sentence of the paragraphs and list items."""
    told = (block for block in post.prose if block.kind in ("paragraph", "item"))
    return [sentence.words for block in told for sentence in block.sentences]


@functools.lru_cache(50_000)
def syllables(word: str) -> int:
    """Groups of vowels, less a silent e; at least one.

    >>> [syllables(word) for word in ("model", "pipeline", "the", "distribution")]
    [2, 2, 1, 4]
    """
    plain = word.rstrip("'s") if word.endswith("'s") else word
    count = len(_VOWELS.findall(plain))
    if plain.endswith("e") and not plain.endswith(("le", "ee", "ye")) and count > 1:
        count -= 1
    if len(plain) > 4 and plain.endswith("es") and plain[-3] not in "sxzcg" and not plain.endswith(("les", "ies")):
        count -= 1
    if re.search(r"[aeiouy][bcdfgklmnprsvz]ed$", plain) and count > 1:
        count -= 1
    # `pipeline`: the e inside a compound is silent too, which no rule without a dictionary sees well.
    if re.search(r"[aeiouy][bcdfgklmnprsv]e(?:line|work|ment|ly|less|ful|ness|some|time|base|where)", plain):
        count -= 1
    return max(count, 1)


def is_english(post: Post) -> bool:
    """Enough of the commonest English words; a text of under 30 words is taken for English."""
    return post.word_count < 30 or post.count(_ENGLISH) >= ENGLISH_SHARE * post.word_count
