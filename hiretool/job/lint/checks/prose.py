"""Text that is hard to read: long sentences, walls of text, long lists, capitals."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from hiretool.job.lint import summary
from hiretool.job.lint.case import Case, Found

_EMOJI = re.compile("[\U0001f300-\U0001faff\u2600-\u26ff\u2702-\u27b0\u2b50]")
_LISTED = re.compile("[,;]")
ENOUGH_COMMAS = 4
NEEDS_PARAGRAPHS = ("sentence", "wall", "list")
_CAPITALS = re.compile(r"\b[A-Z]{4,}(?:[\s,]+[A-Z]{2,}){3,}\b")


def find(case: Case) -> Iterator[Found]:
    """data.what: which of the looks below. What turns on where a paragraph ends is not looked for in a PDF."""
    what = case.rule.data["what"]
    if case.post.form != "pdf" or what not in NEEDS_PARAGRAPHS:
        yield from _LOOKS[what](case)


def _sentence(case: Case) -> Iterator[Found]:
    most = case.limit("words")
    for block in case.post.prose:
        if block.kind in ("heading", "cell"):
            continue
        for start, end, words in block.sentences:
            # What goes on by commas is a list, which is followed more easily than its length says.
            listed = len(_LISTED.findall(block.text, start, end)) >= ENOUGH_COMMAS
            if len(words) > most and not listed:
                yield Found(block, start, end, values={"count": len(words), "limit": int(most)})


def _wall(case: Case) -> Iterator[Found]:
    most = case.limit("words")
    for block in case.post.prose:
        if block.kind in ("paragraph", "item") and len(block.words) > most:
            yield Found(block, 0, block.words[0].end, values={"count": len(block.words), "limit": int(most)})


def _long(case: Case) -> Iterator[Found]:
    if case.post.word_count > case.limit("words"):
        yield Found(values={"count": case.post.word_count, "limit": int(case.limit("words"))})


def _short(case: Case) -> Iterator[Found]:
    if case.post.word_count < case.limit("words"):
        yield Found(values={"count": case.post.word_count, "limit": int(case.limit("words"))})


def _grade(case: Case) -> Iterator[Found]:
    grade = summary.grade(case.post)
    if grade is not None and case.post.word_count >= case.limit("words") and grade > case.limit("grade"):
        yield Found(values={"count": grade, "limit": f"{case.limit('grade'):g}"})


def _list(case: Case) -> Iterator[Found]:
    most, run = int(case.limit("items")), 0
    for block in case.post.blocks:
        run = run + 1 if block.kind == "item" else 0
        if run == most + 1:
            yield Found(block, values={"limit": most})


def _shouting(case: Case) -> Iterator[Found]:
    for block in case.post.prose:
        if block.kind != "heading" and (match := _CAPITALS.search(block.text)):
            yield Found(block, match.start(), match.end())


def _exclamation(case: Case) -> Iterator[Found]:
    places = [(block, match.start()) for block in case.post.prose for match in re.finditer("!", block.text)]
    if len(places) > case.limit("marks"):
        block, at = places[int(case.limit("marks"))]
        yield Found(block, at, at + 1, values={"count": len(places), "limit": int(case.limit("marks"))})


def _emoji(case: Case) -> Iterator[Found]:
    places = [(block, match) for block in case.post.blocks for match in _EMOJI.finditer(block.text)]
    if len(places) > case.limit("signs"):
        block, match = places[0]
        yield Found(block, match.start(), match.end(), values={"count": len(places)})


def _twice(case: Case) -> Iterator[Found]:
    seen: set[str] = set()
    for block in case.post.prose:
        if block.kind not in ("item", "paragraph") or len(block.words) < case.limit("words"):
            continue
        text = " ".join(word.text for word in block.words)
        if text in seen:
            yield Found(block)
        seen.add(text)


_LOOKS: dict[str, Callable[[Case], Iterator[Found]]] = {
    "sentence": _sentence,
    "wall": _wall,
    "long": _long,
    "short": _short,
    "grade": _grade,
    "list": _list,
    "shouting": _shouting,
    "exclamation": _exclamation,
    "emoji": _emoji,
    "twice": _twice,
}
