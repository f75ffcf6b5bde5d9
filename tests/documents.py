"""One small document of each kind that hiretool makes, and factories for what they are made of."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from hiretool import discover, job, kit, organizations, packet, questions, roles, scoring, shipped
from hiretool.document import Block, Document
from hiretool.job import Company, lint
from hiretool.job.lint import report
from hiretool.kit import listings
from hiretool.model import Level
from hiretool.plan import (
    advice,
    advice_page,
    funnel,
    organization_page,
    pipeline,
    pipeline_page,
    portfolio,
    project,
    project_page,
)
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


def _forecast() -> Document:
    defaults = funnel.get(discover.library())
    stages = funnel.stages(defaults, role(), "senior")
    question = pipeline.Question(2, datetime.date(2027, 6, 30), TODAY, simulations=1000, minutes=600.0, one_more=120.0)
    made = pipeline.forecast([entry.stage for entry in stages], question)
    told = pipeline_page.Told()
    return pipeline_page.document(made, stages, defaults, role(), level="senior", told=told, hours_given=False)


def _project() -> Document:
    found = project.read(shipped.demo() / "project.yaml")
    return project_page.document(portfolio.portfolio(found, simulations=1000, seed=1))


def _advice() -> Document:
    found = organizations.read(discover.library())
    return advice_page.page(advice.advise({"stage": "seed"}, found), found, today=TODAY)


def _organization() -> Document:
    found = organizations.read(discover.library())
    return organization_page.page(found.archetypes["embedded"], found)


def _findings() -> Document:
    linter = lint.Linter(discover.library())
    text = b"# Data engineer\n\n## Requirements\n\n- 5+ years of experience with Spark\n"
    return report.page([linter.lint(linter.read(Path("post.md"), text), TODAY)], len(linter.rules))


KINDS: Mapping[str, Callable[[], Document]] = {
    "job-post": post,
    "kit": lambda: kit.overview(built()),
    "interviewer-pack": lambda: kit.pack(built(), library()),
    "candidate-guide": lambda: kit.guide(built(), library()),
    "scorecard": lambda: kit.blank(role(), library(), rounds=role().rounds, level="senior", candidate="Ada"),
    "rubric": lambda: kit.rubric(role(), library(), interview="pair-debugging", level="senior"),
    "packet": lambda: committee(panel(3, 2)),
    "score-table": _score_table,
    "role-comparison": lambda: listings.roles_compared(role(), roles.get("researcher", library()), "mid", "embedded"),
    "lint-report": _findings,
    "organization": _organization,
    "organization-advice": _advice,
    "plan-pipeline": _forecast,
    "plan-project": _project,
    "role": lambda: listings.role_shown(role(), "senior"),
    "list": lambda: listings.roles_listed([role()]),
    "question": lambda: listings.question_shown(questions.get("math/two-coins", library()), 3, secret=True),
}
"""Document kind -> a small one of it."""


@functools.cache
def made(kind: str) -> Document:
    return KINDS[kind]()
