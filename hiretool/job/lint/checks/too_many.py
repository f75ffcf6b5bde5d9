"""More list items in a section than a reader can weigh."""

from __future__ import annotations

from collections.abc import Iterator

from hiretool.job.lint.case import Case, Found


def find(case: Case) -> Iterator[Found]:
    """data.sections: whose items are counted; limits.items: how many are enough."""
    items = case.post.of(*case.rule.data["sections"], kinds=("item",))
    most = int(case.limit("items"))
    if len(items) > most:
        yield Found(items[most], values={"count": len(items), "limit": most})
