"""One small document of each kind that hiretool makes, and factories for what they are made of."""

from __future__ import annotations

import datetime
import functools
import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from hiretool import discover, exercise, job, kit, organizations, packet, questions, roles, rubrics, scoring, shipped
from hiretool.document import Block, Document
from hiretool.exercise import pages
from hiretool.exercise.report import Claim, Report
from hiretool.job import Company, lint
from hiretool.job.lint import report
from hiretool.kit import catalogue, coverage, listings, usage, usage_page
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
from hiretool.scoring import sensitivity, sensitivity_page
from hiretool.scoring.score_table import score_table
from hiretool.store.controller import Controller
from hiretool.store.sourced import Saved
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
    plain, fit = scoring.table(frame, weights=WEIGHTS), scoring.fit(frame, weights=WEIGHTS, bar=3)
    return score_table(fit, plain, role="engineer", level="senior", title="Scores: Engineer, senior", explain=True)


def _sensitivity() -> Document:
    frame = panel(4, 3)
    fit = scoring.fit(frame, weights=WEIGHTS, bar=3)
    found = sensitivity.sensitivity(frame, fit, weights=WEIGHTS)
    return sensitivity_page.page(found, role="engineer", level="senior", title="Weights: Engineer, senior")


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


def _checked() -> Document:
    reports = [
        Report("coding/fizz", (Claim("fix.patch passes on every seed", True, "20 seeds"),)),
        Report("math/dice", (Claim("the answer equals the oracle's", False, "seed 4: p is 1/3, the oracle says 1/4"),)),
    ]
    counted = exercise.counts([questions.get("math/two-coins", library())])
    return pages.checked_page([exercise.Checked(found, 1.5) for found in reports], counted, {"Python": "3.12.1"})


def _counted() -> Document:
    bank, formats = list(questions.all(library())), library().rubric_files("formats")
    cells = coverage.coverage([role()], bank, {name: rubrics.format(name, library()) for name in formats})
    counts = exercise.counts(bank)
    return coverage.counted(pages.counted_tables(counts), counts.as_dict(), bank, cells)


def _graded() -> Document:
    return pages.graded_page(
        exercise.Grade(
            question="coding/fizz",
            version=1,
            backend="bubblewrap",
            seeds=(3, 8),
            held={"order_does_not_matter": 2, "nothing_is_lost": 1},
            errors={8: "ValueError: empty (work.py:7)"},
            changed=("work.py",),
            seconds=1.25,
            mb=88.0,
            ended="",
            log="hello\n",
        )
    )


def _people() -> Document:
    # Here and not above: a test looks whether a packet loads anything of sourcing.
    from hiretool.sourcing import found_file
    from hiretool.sourcing.people_report import people_report
    from tests import found_people

    listing = found_people.found(found_people.rich(1, "Ọlá Adéyẹmí"), found_people.person(2, "Wei Lan"))
    return people_report(found_file.read(Path("found.json"), json.dumps(listing).encode()))


def _loop() -> Document:
    starts = datetime.datetime(2026, 12, 7, 9, 30, tzinfo=kit.zone("Europe/Berlin"))
    return kit.plan(kit.arranged(built(), starts=starts, interviewers={"why": "Kim"}, contact="care@tideline.example"))


def _stats() -> Document:
    answers = [
        usage.Answer(f"c{number % 50}", f"theory/{'ab'[number % 2]}", f"i{number % 5}", 1 + number % 4, f"{number:03}")
        for number in range(200)
    ]
    return usage_page.page(usage.figures(answers), {"theory/a": (50, "2026-11-20")}, {"theory/a": "Curve up"})


def _marked() -> Document:
    entry = questions.get("math/two-coins", library())
    params = entry.params(3)
    key = next(iter(entry.variants.answer(params)))  # type: ignore[union-attr]
    return pages.marked_page(entry.question.id, exercise.marked(entry, params, {key: "1/3"}), 3)


def _notice() -> Document:
    """The letter to an invented person who is kept on file."""
    from hiretool.sourcing.privacy.notice import letter

    found_on = datetime.date(2026, 11, 2)
    row = Saved(
        name="Ifeoma Okwuosa",
        papers=("9901.00001", "9901.00002"),
        found_on=found_on,
        query='cat:cs.LG AND abs:"label shift"',
        first_seen=found_on,
        notice_due=datetime.date(2026, 12, 2),
        retain_until=datetime.date(2027, 5, 2),
        legal_basis="legitimate interest",
        balancing_test="file LIA-7 of 2026-09-01",
        identity="By name only; shared co-authors link all 2 papers.",
        opening="R-7",
        note="Label shift",
        id=7,
    )
    answers = Controller(
        controller="Tideline",
        address="1 Quay, Leipzig",
        contact="care@tideline.example",
        interests="to find people for openings that need published expertise",
        officer="dpo@tideline.example",
        authority="the data protection authority of Saxony",
    )
    return letter(row, answers, today=TODAY)


def _fairness() -> Document:
    # Here and not above: nothing but its own command loads what reads groups.
    from hiretool.scoring.fairness import audit, outcomes, page

    rows = [f"c{number},{number % 3 // 2},{2 + number % 7 / 5},{2 + number % 6 / 5}" for number in range(60)]
    groups = [f"c{number},{('Female', 'Male', '')[number % 5 // 2]},{'AB'[number % 2]}" for number in range(60)]
    found = outcomes.read(
        (Path("outcomes.csv"), "\n".join(["candidate,selected,score,uncorrected", *rows]).encode()),
        apart=(Path("groups.csv"), "\n".join(["candidate,sex,race", *groups]).encode()),
        groups=["sex", "race"],
    )
    return page.document(audit.audit(found, intersect=True))


def _agreement() -> Document:
    from hiretool.scoring import agreement
    from hiretool.scoring.agreement import page as agreement_page

    found = agreement.statistics(panel(12, 3), unit=["candidate", "competency"], rater="interviewer", value="rating")
    told = {"unit": ["candidate", "competency"], "rater": "interviewer", "value": "rating"}
    return agreement_page.page(found, title="Agreement: cards.csv", seed=0, **told)  # type: ignore[arg-type]


def _reliability() -> Document:
    from hiretool.scoring import reliability
    from hiretool.scoring.reliability import page as reliability_page

    sds = {"candidate": 0.45, "candidate:competency": 0.3, "scorecard": 0.28, "role": 0.15, "competency": 0.15}
    sds |= {"role:competency": 0.1, "interviewer": 0.22, "interviewer:competency": 0.13, "residual": 0.45}
    components = scoring.Components({name: sd**2 for name, sd in sds.items()}, None, "map")
    found = reliability.audit(panel(12, 3), components, weights={"engineer": WEIGHTS})
    return reliability_page.page(found, title="Reliability: engineer")


def _components() -> Document:
    from hiretool.scoring import variances

    frame = panel(6, 3)
    found = scoring.components(frame, "rating", ["candidate", "interviewer"], fixed=["competency"])
    return variances.page(found, frame, response="rating", fixed=["competency"], title="Components of rating")


KINDS: Mapping[str, Callable[[], Document]] = {
    "agreement": _agreement,
    "reliability": _reliability,
    "components": _components,
    "job-post": post,
    "kit": lambda: kit.overview(built()),
    "interviewer-pack": lambda: kit.pack(built(), library()),
    "candidate-guide": lambda: kit.guide(built(), library()),
    "loop-plan": _loop,
    "question-check": _checked,
    "question-stats": _stats,
    "grade": _graded,
    "marked": _marked,
    "scorecard": lambda: kit.blank(role(), library(), rounds=role().rounds, level="senior", candidate="Ada"),
    "rubric": lambda: kit.rubric(role(), library(), interview="pair-debugging", level="senior"),
    "packet": lambda: committee(panel(3, 2)),
    "decision-sheet": lambda: packet.full(panel(3, 2), role(), library(), level="senior", today=TODAY).decision,
    "score-table": _score_table,
    "score-sensitivity": _sensitivity,
    "fairness": _fairness,
    "role-comparison": lambda: listings.roles_compared(role(), roles.get("researcher", library()), "mid", "embedded"),
    "lint-report": _findings,
    "people-report": _people,
    "organization": _organization,
    "organization-advice": _advice,
    "plan-pipeline": _forecast,
    "plan-project": _project,
    "role": lambda: listings.role_shown(role(), "senior"),
    "list": lambda: listings.roles_listed([role()]),
    "privacy-notice": _notice,
    "catalogue": lambda: next(catalogue.catalogue(list(questions.all(library())), secret=True))[1],
    "question-counts": _counted,
    "question": lambda: listings.question_shown(questions.get("math/two-coins", library()), 3, secret=True),
}
"""Document kind -> a small one of it."""


@functools.cache
def made(kind: str) -> Document:
    return KINDS[kind]()
