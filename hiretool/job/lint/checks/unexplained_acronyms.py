"""Abbreviations that nobody outside the company has to know, never written out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hiretool.job.lint.case import Case, Found
from hiretool.job.lint.post import Post

ASKING = ("must", "duties")
"""Where an abbreviation is taken for a thing that the reader lacks; elsewhere it is the name of a place or a form."""
# Two letters are places and currencies, four and more are names of programs and projects, as a rule; so are those that
# stand beside another word in capitals (`OPC UA`).
_ACRONYM = re.compile(r"(?<![\w.&/-])(?<![A-Z] )([A-Z]{3})(s?)(?![\w&-])(?!\s[A-Z]{2})")
_ROMAN = re.compile(r"[IVX]+\Z")


def find(case: Case) -> Iterator[Found]:
    known = case.tables["acronyms"]
    assert isinstance(known, frozenset)
    title = case.post.title.text if case.post.title else ""
    seen: set[str] = set()
    for block in case.post.of(*ASKING):
        found = list(_ACRONYM.finditer(block.text))
        if not found or _shouted(block.text):
            continue
        for match in found:
            name = match[1]
            if name in known or name in seen or _ROMAN.match(name) or name in title:
                continue
            seen.add(name)
            if not _NAMED.match(block.text[match.end() :]) and not _explained(name, case.post):
                yield Found(block, match.start(), match.end(1))


def _shouted(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return sum(letter.isupper() for letter in letters) > 0.6 * len(letters)


# A project or a data set is called so; there is nothing to write out.
_NAMED = re.compile(
    r"\s+(?:project|programme|program|consortium|team|group|institute|data\s?set|library|initiative|alliance)\b"
)


def _explained(name: str, post: Post) -> bool:
    """It stands in brackets behind words, has words in brackets behind it, or its letters begin the words before it."""
    whole = "\n".join(block.text for block in post.blocks)
    escaped = re.escape(name)
    if re.search(rf"\w[\w’'\"*-]*,?\s*[(\[]\s*(?:the\s+|or\s+|our\s+|called\s+)?[\"“]?{escaped}s?\b", whole):
        return True
    if re.search(
        rf"\b{escaped}s?\b\s*(?:[(\[]|,\s+(?:the|a|an|our|or|short\s+for)\b|\s+(?:stands|is\s+short)\s+for)", whole
    ):
        return True
    initials = r"[\s-]+(?:(?:of|and|the|for|in|to)\s+)?".join(
        rf"{re.escape(letter)}\w*" for letter in name if letter.isalpha()
    )
    return re.search(rf"\b{initials}\b", whole, re.IGNORECASE) is not None
