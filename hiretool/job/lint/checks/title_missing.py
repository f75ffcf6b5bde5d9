"""A post that does not say what job it is."""

from __future__ import annotations

from collections.abc import Iterator

from hiretool.job.lint.case import Case, Found


def find(case: Case) -> Iterator[Found]:
    title = case.post.title
    if case.post.word_count >= case.limit("words") and (title is None or not title.words):
        yield Found(next(iter(case.post.blocks), None))
