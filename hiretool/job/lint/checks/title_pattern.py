"""Something in the title that belongs elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hiretool.job.lint.case import Case, Found


def find(case: Case) -> Iterator[Found]:
    """data.patterns: regular expressions of what a title should not hold; limits.letters: its greatest length."""
    title = case.post.title
    if title is None:
        return
    if "letters" in case.rule.limits and len(title.text) > case.limit("letters"):
        yield Found(title, values={"count": len(title.text), "limit": int(case.limit("letters"))})
    for pattern in case.rule.data.get("patterns", ()):
        match = re.search(pattern, title.text)
        if match:
            yield Found(title, match.start(), match.end())
            return
