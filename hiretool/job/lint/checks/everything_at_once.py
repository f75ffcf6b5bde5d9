"""Several whole jobs in one post."""

from __future__ import annotations

from collections.abc import Iterator

from hiretool.job.lint import families
from hiretool.job.lint.case import Case, Found
from hiretool.job.lint.post import Block


def find(case: Case) -> Iterator[Found]:
    """data.jobs: kinds of work that are jobs of their own; limits: `jobs` that are too many, `items` that make one."""
    jobs: dict[str, str] = case.rule.data["jobs"]
    blocks = case.post.of("duties", "must")
    asked: dict[str, list[Block]] = {name: [] for name in jobs}
    for block in blocks:
        if (name := families.of_block(case, block, list(jobs))) is not None:
            asked[name].append(block)
    found = [name for name, where in asked.items() if len(where) >= case.limit("items")]
    if len(found) >= case.limit("jobs"):
        named = ", ".join(jobs[name] for name in found)
        yield Found(asked[found[-1]][0], 0, 0, values={"count": len(found), "jobs": named})
