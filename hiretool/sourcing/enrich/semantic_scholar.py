"""Semantic Scholar: citations of a paper, and those that its own model takes for influential.

Read on 2026-11-26. POST /graph/v1/paper/batch?fields=... with {"ids": ["ARXIV:2106.15928", ...]}, at most 500 ids,
answers with a list in the order of the ids, null for what is not known; the key goes into the header `x-api-key`;
fields `citationCount`, `influentialCitationCount`, `externalIds` {`ArXiv`, ...}, `url`, `title` (Academic Graph
OpenAPI, api.semanticscholar.org/api-docs/graph, as mirrored at apis.apis.io/apis/semantic-scholar; null:
danielnsilva/semanticscholar #80). Answers were for other papers than asked at times (allenai/s2-folks #108, #158), so
`externalIds` and the title are looked at. One request a second with a key, a pool shared by everybody without; 429
beyond, with the advice to wait longer each time (apis.io/rate-limits/semantic-scholar).
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from hiretool.sourcing.enrich import _citations
from hiretool.sourcing.enrich._asking import Asking, Judge, Stopped, explanation, judged
from hiretool.sourcing.enrich._figures import Figure, Figures
from hiretool.sourcing.paper import Paper
from hiretool.sourcing.people import Person
from hiretool.sourcing.transport import Answer, server

NAME = "Semantic Scholar"
THINGS = "papers"
INTERVAL_S = 1.0
SERVER = "https://api.semanticscholar.org"
SERVER_ENVIRONMENT = "HIRETOOL_SEMANTIC_SCHOLAR_URL"
KEY_ENVIRONMENT = "HIRETOOL_SEMANTIC_SCHOLAR_KEY"
AT_ONCE = 100
_FIELDS = "externalIds,title,citationCount,influentialCitationCount,url"


def headers() -> dict[str, str]:
    key = os.environ.get(KEY_ENVIRONMENT)
    return {"x-api-key": key} if key else {}


def judge() -> Judge:
    return _judged


def wanted(people: Sequence[Person]) -> dict[str, Paper]:
    return _citations.wanted(people)


def look_up(items: Mapping[str, Paper], asking: Asking) -> Iterator[tuple[str, Figures | None]]:
    url = f"{server(None, environment=SERVER_ENVIRONMENT, default=SERVER)}/graph/v1/paper/batch?fields={_FIELDS}"
    papers = list(items.values())
    for start in range(0, len(papers), AT_ONCE):
        part = papers[start : start + AT_ONCE]
        found = asking.json(url, {"ids": [f"ARXIV:{paper.id}" for paper in part]})
        # Where it knows none of the ids, it answers 400.
        lines = [None] * len(part) if found is None else found
        if not isinstance(lines, list) or len(lines) != len(part):
            raise Stopped("its answer is not a line for each paper; its interface may have changed")
        for paper, line in zip(part, lines, strict=True):
            yield paper.id, _figures(line) if _is(line, paper) else None


def attached(person: Person, figures: Mapping[str, Figure]) -> Person:
    return _citations.attached(person, figures, NAME)


def _is(line: Any, paper: Paper) -> bool:
    if not isinstance(line, dict):
        return False
    ids = line.get("externalIds")
    given = ids.get("ArXiv") if isinstance(ids, dict) else None
    return given in (None, paper.id) and _citations.same_title(line.get("title"), paper.title)


def _figures(line: Mapping[str, Any]) -> Figures:
    return {
        "count": _citations.count(line.get("citationCount")),
        "influential": _citations.count(line.get("influentialCitationCount")),
        "url": _citations.address(line.get("url"), "https://www.semanticscholar.org/"),
    }


def _judged(answer: Answer, now: float) -> None:
    if answer.status == 400 and "no valid paper ids" in explanation(answer).lower():
        return
    if answer.status == 403:
        raise Stopped(f"it refuses the request (403); look at {KEY_ENVIRONMENT}")
    judged(answer, now)
