"""Text that was meant to be replaced."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hiretool.job.lint.case import Case, Found


def find(case: Case) -> Iterator[Found]:
    """data.patterns: regular expressions, each tried where one of its `near` stands in the text."""
    patterns = [(tuple(entry["near"]), re.compile(entry["pattern"])) for entry in case.rule.data["patterns"]]
    for block in case.post.blocks:
        for near, pattern in patterns:
            if any(sign in block.text for sign in near) and (match := pattern.search(block.text)):
                yield Found(block, match.start(), match.end())
                break
