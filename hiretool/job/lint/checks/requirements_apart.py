"""A post in which nobody can tell what is needed from what is welcome."""

from __future__ import annotations

from collections.abc import Iterator

from hiretool.job.lint.case import Case, Found


def find(case: Case) -> Iterator[Found]:
    """A post of limits.words words with no section of needs."""
    if case.post.word_count >= case.limit("words") and not case.post.of("must"):
        yield Found()
