"""Contracts that the shipped library keeps, whatever is added to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from hiretool import chain, discover, kit, load, questions, roles, rubrics, scoring, shipped
from hiretool.model import ANCHOR_LEVELS

LIBRARY = discover.library()
ROLES = roles.names(LIBRARY)
FORMATS = list(LIBRARY.rubric_files("formats"))
COMPETENCIES = list(LIBRARY.rubric_files("competencies"))
QUESTIONS = list(LIBRARY.question_folders())


def test_the_chain_has_no_gap() -> None:
    verdict = chain.check(LIBRARY)
    assert [str(problem) for problem in verdict.problems] == []


@pytest.mark.parametrize("name", ["ml-engineer", "ml-researcher", "data-engineer"])
def test_the_first_roles_are_there_with_four_levels(name: str) -> None:
    role = roles.get(name, LIBRARY)
    assert set(role.levels) >= set(ANCHOR_LEVELS)
    assert all(sum(role.weights(level).values()) == pytest.approx(100) for level in role.levels)


@pytest.mark.parametrize("name", COMPETENCIES)
def test_a_competency_has_two_observables_at_each_point_of_each_level(name: str) -> None:
    found = rubrics.competency(name, LIBRARY)
    for level in ANCHOR_LEVELS:
        seen = [text for _, texts in found.levels[level].anchors.items() for text in texts]
        assert len(seen) >= 8
        assert len(set(seen)) == len(seen), "one observable stands at two points"


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_says_what_a_three_needs_at_each_level(name: str) -> None:
    for dimension in rubrics.format(name, LIBRARY).dimensions:
        assert set(dimension.at_level) == set(ANCHOR_LEVELS), dimension.id


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_can_be_read_and_filled_in(name: str) -> None:
    entry = questions.get(name, LIBRARY)
    params = entry.params(0)
    assert entry.prompt(params).startswith("# ")
    assert len(entry.guide(params)) > 500
    assert entry.rubric.question == name
    assert entry.hints is None or entry.hints.question == name


def test_there_are_questions_in_each_format_that_draws_from_the_bank() -> None:
    counted = {name: sum(other.startswith(f"{name}/") for other in QUESTIONS) for name in FORMATS}
    for name in FORMATS:
        if rubrics.format(name, LIBRARY).questions == "bank":
            assert counted[name] >= 2, name
    assert counted["pair-debugging"] >= 4


CELLS = [(name, level) for name in ROLES for level in roles.get(name, LIBRARY).levels]


@pytest.mark.parametrize(("name", "level"), CELLS)
def test_a_first_kit_covers_what_the_role_weighs(name: str, level: str) -> None:
    made = kit.build(roles.get(name, LIBRARY), LIBRARY, level=level, candidate="Ada", seed=1)  # type: ignore[arg-type]
    assert made.gaps() == []


def test_the_demo_says_that_it_is_invented() -> None:
    for name in ("company.yaml", "papers.jsonl", "scorecards.csv"):
        text = (shipped.demo() / name).read_text(encoding="utf-8")
        assert "nvented" in text, name


def test_the_demo_scorecards_are_in_the_normal_form() -> None:
    frame = scoring.read(shipped.demo() / "scorecards.csv")
    weights = roles.get("ml-engineer", LIBRARY).weights("senior")
    scores = scoring.table(frame, weights=weights)
    assert len(scores) >= 5
    assert scores["score"].between(1, 4).all()


@pytest.mark.parametrize("path", sorted((shipped.root() / "rubrics").rglob("*.yaml")), ids=lambda path: path.stem)
def test_no_line_of_the_library_is_too_long_to_review(path: Path) -> None:
    assert max(map(len, path.read_text(encoding="utf-8").splitlines())) <= 130


@pytest.mark.parametrize("path", sorted((shipped.root() / "question_bank").rglob("*.yaml")), ids=str)
def test_every_yaml_of_the_bank_has_no_trap(path: Path) -> None:
    if "candidate" not in path.parts:
        assert load.values(path.read_text(encoding="utf-8"), path).problems == []
