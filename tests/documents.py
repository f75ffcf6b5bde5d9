"""One small document of each kind that hiretool makes, and factories for what they are made of."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pandas as pd

from hiretool import discover, job, kit, packet, questions, roles, scoring
from hiretool.document import Block, Document
from hiretool.job import Company
from hiretool.kit import listings
from hiretool.model import Level
from hiretool.roles import Role
from hiretool.scoring import documents as score_documents
from tests.conftest import LIBRARY

TODAY = datetime.date(2026, 11, 20)
WEIGHTS = {"debugging": 40, "coding": 20, "ml-foundations": 20, "communication": 20}


@functools.cache
def library() -> discover.Library:
    """tests/library alone, without the shipped one below it."""
    return discover.Library((LIBRARY,))


@functools.cache
def role(name: str = "engineer") -> Role:
    return roles.get(name, library())


def page(*blocks: Block, title: str = "Title", **more: Any) -> Document:
    """A document that holds these blocks and nothing else."""
    return Document("list", title, {}, {"list": list(blocks)}, **more)


def company(**changes: Any) -> Company:
    """An invented employer with one office."""
    facts: dict[str, Any] = {
        "schema": 1,
        "name": "Tideline",
        "site": "https://tideline.example/",
        "about": "We measure how high the water will stand.",
        "location": {"city": "Leipzig", "country": "DE"},
        "pay": {"min": 88000, "max": 112000, "currency": "EUR"},
        "accommodation_contact": "Write to care@tideline.example.",
        "apply_url": "https://tideline.example/jobs/7",
    }
    return Company.model_validate({name: value for name, value in (facts | changes).items() if value is not None})


def post(
    *, level: Level = "senior", organization: str = "embedded", today: datetime.date = TODAY, **changes: Any
) -> Document:
    return job.build(role(), company(**changes), library(), level=level, organization=organization, today=today)


def built(name: str = "researcher", **changes: Any) -> kit.Kit:
    arguments: dict[str, Any] = {"level": "senior", "candidate": "Ọlá Adéyẹmí", "seed": 7} | changes
    return kit.build(role(name), library(), **arguments)


def row(candidate: str, interviewer: str, competency: str, rating: float | str | None, **more: str) -> dict[str, Any]:
    """A row of the normal form; rating may be "mixed", and None stands for not assessed."""
    mixed = rating == "mixed"
    found = {"role": "engineer", "candidate": candidate, "interviewer": interviewer, "interview": "find-out"}
    found |= {"competency": competency, "rating": 2.5 if mixed else rating, "label": "mixed" if mixed else None}
    return found | {"note": "", "recommendation": "", "submitted_at": ""} | more


def ratings(rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    return scoring.frame(rows)


def panel(candidates: int, interviewers: int) -> pd.DataFrame:
    """So many candidates, each rated on everything by so many interviewers."""
    return ratings(
        row(
            f"Candidate {number:02}",
            f"Interviewer {who}",
            name,
            1 + (number * 3 + who + place) % 4,
            recommendation="yes",
        )
        for number in range(1, candidates + 1)
        for who in range(1, interviewers + 1)
        for place, name in enumerate(WEIGHTS)
    )


def committee(frame: pd.DataFrame, **changes: Any) -> Document:
    arguments: dict[str, Any] = {"level": "senior", "today": TODAY, "opening": "R-7"} | changes
    return packet.build(frame, role(), library(), **arguments)


def _score_table() -> Document:
    frame = panel(3, 2)
    table = scoring.table(frame, weights=WEIGHTS)
    return score_documents.score_table(
        table, WEIGHTS, role="engineer", level="senior", title="Scores: Engineer, senior"
    )


KINDS: Mapping[str, Callable[[], Document]] = {
    "job-post": post,
    "kit": lambda: kit.overview(built()),
    "interviewer-pack": lambda: kit.pack(built(), library()),
    "candidate-guide": lambda: kit.guide(built(), library()),
    "scorecard": lambda: kit.blank(role(), library(), rounds=role().rounds, level="senior", candidate="Ada"),
    "rubric": lambda: kit.rubric(role(), library(), interview="pair-debugging", level="senior"),
    "packet": lambda: committee(panel(3, 2)),
    "score-table": _score_table,
    "role": lambda: listings.role_shown(role(), "senior"),
    "list": lambda: listings.roles_listed([role()]),
    "question": lambda: listings.question_shown(questions.get("math/two-coins", library()), 3, secret=True),
}
"""Document kind -> a small one of it."""


@functools.cache
def made(kind: str) -> Document:
    return KINDS[kind]()
