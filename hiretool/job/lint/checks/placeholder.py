"""Text that was meant to be replaced."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hiretool.job.lint.case import Case, Found


def find(case: Case) -> Iterator[Found]:
    patterns = [re.compile(pattern) for pattern in case.rule.data["patterns"]]
    for block in case.post.blocks:
        for pattern in patterns:
            if match := pattern.search(block.text):
                yield Found(block, match.start(), match.end())
                break
