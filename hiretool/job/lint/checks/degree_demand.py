"""A degree asked for, with no other way in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hiretool.job.lint.case import Case, Found

_ASKED = re.compile(
    r"\b(?:require[ds]?|must|need(?:ed)?|minimum|essential|mandatory|hold(?:s|ing)?|at\s+least|possess)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:or\s+(?:an?\s+)?(?:equivalent|equal|comparable|similar|the\s+same|other\s+(?:route|way|evidence)|relevant|demonstrated|"
    r"practical|experience|work)|equivalent|no\s+(?:degree|phd|particular|formal)|not\s+(?:need|require|ask|a\s+must|necessary|essential)|"
    r"without\s+(?:a|one|any)|(?:don['’]t|do\s+not|doesn['’]t|does\s+not|never)\s+(?:need|require|ask|care|matter|mind)|regardless|"
    r"(?:half|some|many|most|several|one|two|none)\s+of\s+(?:us|our|the|these)|"
    r"may\s+have|or\s+you|gained|instead\s+of|in\s+place\s+of|rather\s+than|or\s+not|nice|plus|bonus|preferred|welcome|helpful|optional|students?|supervis\w+|"
    r"toward|towards|study|studying|candidates\s+with\s+and)\b",
    re.IGNORECASE,
)


def find(case: Case) -> Iterator[Found]:
    for place in case.of("degree"):
        block = place.block
        where = block.section
        asked = where == "must" and block.kind in ("item", "cell", "paragraph")
        asked = asked or (where in ("other", "duties", "about") and _ASKED.search(block.text) is not None)
        if not asked or _OPEN.search(block.text):
            continue
        yield Found(block, place.start, place.end)
        return
