"""Tables that several checks use, and facts about a post that several rules ask for."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import Field

from hiretool import load
from hiretool.discover import Library
from hiretool.job import law
from hiretool.job.lint.money import Amount, amounts, may_hold
from hiretool.job.lint.post import Block, Post
from hiretool.rubrics import Schema, Text

_BY_TIME = re.compile(
    r"\d[\d.,'’ \u00a0]{2,}(?:\D{0,12}\d[\d.,'’ \u00a0]{2,})?.{0,16}(?:per|an?|/|each)\s?(?:year|annum|month|hour)"
)
_DIGIT = re.compile(r"\d")


class Acronyms(load.Strict):
    """Abbreviations that need no explanation, because their readers know them better than what they stand for."""

    schema_: Schema = Field(alias="schema")
    known: Annotated[dict[Text, list[Text]], Field(min_length=1)]
    """By field, for the reader's sake."""


def read(library: Library) -> dict[str, Any]:
    """`acronyms`, and the `laws` of pay.

    Raises: NotFoundError, Problems.
    """
    acronyms = load.read(library.rubric_file("posts", "acronyms", "table of posts"), Acronyms)
    return {
        "laws": law.table(library),
        "acronyms": frozenset(name for names in acronyms.known.values() for name in names),
    }


def pays(post: Post) -> list[tuple[Block, Amount]]:
    """Sums of pay that the page tells, with the block of each."""
    if "pays" not in post.known:
        post.known["pays"] = [
            (block, amount)
            for block in post.blocks
            if _DIGIT.search(block.text) and may_hold(block.text, (word.text for word in block.words))
            # In a section about pay the words that make a sum pay stand in its heading.
            for amount in amounts(block.text if block.section != "pay" else f"{block.text} (salary)")
        ]
    found: list[tuple[Block, Amount]] = post.known["pays"]
    return found


def says_pay(post: Post) -> bool:
    """The post tells the pay, on the page or in its JSON-LD; in whatever money, if it is by the hour, month or year."""
    if pays(post) or any("baseSalary" in posting.data for posting in post.postings):
        return True
    return any(_BY_TIME.search(block.text) for block in post.blocks if block.section in ("pay", "other", "benefits"))
