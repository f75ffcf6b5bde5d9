"""Links to code in abstracts and comments."""

from __future__ import annotations

import re
from datetime import date

from hiretool.sourcing.evidence import Evidence
from hiretool.sourcing.paper import Paper
from hiretool.sourcing.people import Person

_LINK = re.compile(
    r"\b(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|huggingface\.co)/[\w.~-]+(?:/[\w.~-]+)*", re.IGNORECASE
)


def links(paper: Paper) -> list[str]:
    """Addresses of repositories and model pages that the paper names, without repetition."""
    found = _LINK.findall(f"{paper.abstract} {paper.comment or ''}")
    return list(dict.fromkeys("https://" + link.rstrip(".") for link in found))


def measure(person: Person, today: date) -> Evidence | None:
    """Which papers name code. Whose code it is, the record does not say."""
    named = {paper.id: links(paper) for paper in person.papers}
    named = {id: found for id, found in named.items() if found}
    if not named:
        return None
    told = ", ".join(link for found in named.values() for link in found)
    return Evidence(
        "code", len(named), "papers", f"Names code (by whom, the record does not say): {told}", tuple(named)
    )
