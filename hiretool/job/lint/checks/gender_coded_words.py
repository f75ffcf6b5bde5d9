"""Masculine-coded words, by share of all words; no word counts twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from hiretool.job.lint.case import Case, Found


def find(case: Case) -> Iterator[Found]:
    """limits: `least-words` that differ and `per-cent` of the words that are too many."""
    places = [place for place in case.of("masculine") if place.block.kind != "title"]
    words = case.post.word_count
    counted = Counter(place.text.lower() for place in places)
    if not words or len(counted) < case.limit("least-words"):
        return
    share = 100 * len(places) / words
    if share > case.limit("per-cent"):
        examples = ", ".join(word for word, _ in counted.most_common(6))
        values = {"count": len(places), "words": words, "share": f"{share:.1f}", "examples": examples}
        yield Found(places[0].block, places[0].start, places[0].end, values=values)
