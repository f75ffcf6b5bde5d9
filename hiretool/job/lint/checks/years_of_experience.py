"""Years of experience asked for."""

from __future__ import annotations

from collections.abc import Iterator

from hiretool.job.lint.case import Case, Found
from hiretool.job.lint.years import demands

ASKING = ("must", "nice")


def find(case: Case) -> Iterator[Found]:
    for block in case.post.prose:
        for demand in demands(block.text, asking=block.section in ASKING or block.kind == "item"):
            message = None
            if demand.most is not None:
                message = case.rule.data["range"]
            yield Found(block, demand.start, demand.end, message=message)
