"""Contracts that the shipped library keeps, whatever is added to it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hiretool import chain, discover, kit, load, questions, roles, rubrics, scoring, shipped, sourcing
from hiretool.model import ANCHOR_LEVELS, Level

LIBRARY = discover.library()
ROLES = roles.names(LIBRARY)
FORMATS = list(LIBRARY.rubric_files("formats"))
COMPETENCIES = list(LIBRARY.rubric_files("competencies"))
QUESTIONS = list(LIBRARY.question_folders())


def test_the_chain_has_no_gap() -> None:
    verdict = chain.check(LIBRARY)
    assert [str(problem) for problem in verdict.problems] == []


ASKED_FOR = {
    "ml-product-manager",
    "mlops-engineer",
    "data-engineer",
    "ml-engineer",
    "ml-researcher",
    "data-scientist",
    "research-engineer",
    "applied-scientist",
    "ai-engineer",
    "ml-engineering-manager",
    "data-analyst",
    "ai-safety-engineer",
}
ARCHETYPES = {"nascent", "research", "embedded", "independent", "ml-first"}
CELLS = [(name, level) for name in ROLES for level in roles.get(name, LIBRARY).levels]


def test_the_roles_of_the_field_are_there() -> None:
    assert set(ROLES) >= ASKED_FOR


@pytest.mark.parametrize("name", ROLES)
def test_a_role_says_all_that_a_post_and_a_loop_need(name: str) -> None:
    role = roles.get(name, LIBRARY)
    assert set(role.levels) >= set(roles.MANAGEMENT if name == "ml-engineering-manager" else roles.MAKING)
    assert set(role.axes) == {"software_and_research", "data_ownership", "model_ownership"}
    assert set(role.organizations) == set(role.draws) == set(role.say_plainly) == ARCHETYPES
    assert len(set(role.draws.values()) | set(role.say_plainly.values())) == 2 * len(ARCHETYPES)
    for told in (role.evidence_besides_publications, role.flexible_variants, role.confused_with):
        assert len(told) >= 2
    assert role.codes.onet
    assert role.codes.esco.uri or role.codes.esco.note
    assert set(role.nice_to_haves) == set(role.levels)


@pytest.mark.parametrize(("name", "level"), CELLS)
def test_a_role_asks_for_few_things_and_weighs_what_it_meets(name: str, level: Level) -> None:
    role = roles.get(name, LIBRARY)
    for track in (None, *role.tracks):
        needs = role.duties(level, "embedded", track).must_haves
        assert 3 <= len(needs) <= 6, track
        assert len({entry.need for entry in needs}) == len(needs)
    assert sum(role.weights(level).values()) == pytest.approx(100)
    assert sum(entry.minutes for entry in role.loop(level)) <= 300


def test_data_scientist_makes_the_writer_choose_a_track() -> None:
    tracks = roles.get("data-scientist", LIBRARY).tracks
    assert set(tracks) == {"ml-adjacent", "product", "analytics"}
    better = {name: track.better_template for name, track in tracks.items()}
    assert better == {"ml-adjacent": "ml-engineer", "product": None, "analytics": "data-analyst"}


@pytest.mark.parametrize("name", ROLES)
def test_titles_that_a_role_is_confused_with_lead_to_templates_that_exist(name: str) -> None:
    said = " ".join(entry.then for entry in roles.get(name, LIBRARY).confused_with)
    for template in re.findall(r"\b([a-z]+(?:-[a-z]+)+)(?='s template| template)", said):
        assert template in ROLES


@pytest.mark.parametrize("name", ROLES)
def test_the_default_search_of_a_role_can_be_run(name: str) -> None:
    assert sourcing.parse(roles.get(name, LIBRARY).sourcing.query)


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
