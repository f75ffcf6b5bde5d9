"""A take-home task without the time that it takes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hiretool.job.lint.case import Case, Found

_TIME = re.compile(
    r"\b(?:\d+(?:\.\d+)?|one|two|three|four|five|six|eight|half|an)[\s-]+(?:an\s+)?(?:hours?|hrs?|h|minutes|min|days?)\b",
    re.I,
)


def find(case: Case) -> Iterator[Found]:
    """vocabulary: `task` to be done at home; `none`, where there is no such task."""
    if case.of("none"):
        return
    blocks = case.post.blocks
    tasks = {id(place.block) for place in case.of("task")}
    near = [number for number, block in enumerate(blocks) if id(block) in tasks or "at home" in block.text]
    told = {after for number in near for after in range(max(number - 1, 0), number + 3)}
    if any(_TIME.search(blocks[number].text) for number in told if number < len(blocks)):
        return
    for place in case.of("task")[:1]:
        yield Found(place.block, place.start, place.end)
