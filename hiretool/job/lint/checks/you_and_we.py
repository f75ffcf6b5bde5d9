"""A post that talks about the employer, or about `the candidate`, and hardly to its reader."""

from __future__ import annotations

from collections.abc import Iterator

from hiretool.job.lint.case import Case, Found
from hiretool.job.lint.summary import WE, YOU


def find(case: Case) -> Iterator[Found]:
    """limits: `words` below which a post tells nothing, `share` of you among you and we that is enough."""
    you, we = case.post.count(YOU), case.post.count(WE)
    if case.post.word_count < case.limit("words") or you + we < case.limit("pronouns"):
        return
    if you < case.limit("share") * (you + we):
        yield Found(values={"you": you, "we": we})
