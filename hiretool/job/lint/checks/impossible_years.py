"""More years with a thing than it has existed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hiretool.job.lint.case import Case, Found
from hiretool.job.lint.years import demands


def find(case: Case) -> Iterator[Found]:
    """data.since: name -> year of its first release."""
    since: dict[str, int] = case.rule.data["since"]
    for block in case.post.prose:
        for demand in demands(block.text, asking=block.section in ("must", "nice") or block.kind == "item"):
            # The thing that is meant stands near; `5 years of Python, some PyTorch` is no demand of PyTorch.
            near = re.split(r"[,;(]|\band (?:some|basic|a|any|an)\b", demand.after, maxsplit=1)[0]
            for name, year in since.items():
                match = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", near, re.IGNORECASE)
                if match and demand.years > case.today.year - year:
                    end = demand.end + match.end()
                    yield Found(block, demand.start, min(end, len(block.text)), values={"name": match[0], "year": year})
                    break
