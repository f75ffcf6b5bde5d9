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
    blocks = case.post.blocks
    for place in case.of("task"):
        at = next(number for number, block in enumerate(blocks) if block is place.block)
        near = " ".join(block.text for block in blocks[max(at - 1, 0) : at + 3])
        if not _TIME.search(near) and not case.inside(place.block, "none"):
            yield Found(place.block, place.start, place.end)
            return
