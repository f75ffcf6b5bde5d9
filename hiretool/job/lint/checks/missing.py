"""Something that a post should tell and does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from hiretool.job.law import Table, named_in
from hiretool.job.lint.case import Case, Found
from hiretool.job.lint.tables import says_pay

_ADDRESS = re.compile(r"https?://|www\.|[\w.+-]+@[\w-]+\.\w|mailto:")


def find(case: Case) -> Iterator[Found]:
    """data.sections: sections that tell it; vocabulary.told: expressions that do.

    data.also: `pay`, `place` or `address`, which are seen by more than words.

    data.properties: properties of the JSON-LD that tell it. A fragment of fewer than limits.words words is let be.
    """
    post, data = case.post, case.rule.data
    if post.word_count < case.limit("words") or case.of("told"):
        return
    if set(data.get("sections", ())) & {block.section for block in post.blocks}:
        return
    if data.get("also") == "pay" and says_pay(post):
        return
    if data.get("also") == "address" and (_ADDRESS.search(post.source) or any("url" in p.data for p in post.postings)):
        return
    if data.get("also") == "place" and any(_names_a_place(case, block.text) for block in post.blocks):
        return
    if any(name in posting.data for posting in post.postings for name in data.get("properties", ())):
        return
    yield Found()


def _names_a_place(case: Case, text: str) -> bool:
    """A place of the table of laws; most posts name others, by words that the rule knows."""
    return any(named_in(text, cast(Table, case.tables["laws"])))
