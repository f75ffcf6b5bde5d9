"""Role templates: what they say at each level, and what they must not say."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiretool import discover, load, roles, rubrics
from hiretool.errors import HiretoolError, NotFoundError, Problems
from hiretool.model import ANCHOR_LEVELS, Level
from hiretool.roles import Role
from tests.conftest import LIBRARY

TINY = discover.Library((LIBRARY,))
ENGINEER = (LIBRARY / "rubrics" / "roles" / "engineer.yaml").read_text(encoding="utf-8")


def engineer(*changes: tuple[str, str]) -> Role:
    """The engineer with some of its text replaced."""
    text = ENGINEER
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return load.parsed(text, Role, "engineer.yaml")


def refused(*changes: tuple[str, str]) -> str:
    with pytest.raises(Problems) as found:
        engineer(*changes)
    return str(found.value)


def line_of(text: str) -> int:
    return ENGINEER[: ENGINEER.index(text)].count("\n") + 1


def test_roles_are_listed_by_id() -> None:
    assert roles.names(TINY) == ["engineer", "researcher"]


def test_a_role_is_found_by_its_id() -> None:
    assert roles.get("researcher", TINY).title == "Researcher"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("enginer", "No role named 'enginer'. Did you mean 'engineer'?"),
        ("zzz", "No role named 'zzz'. Known: engineer, researcher."),
        ("", "No role named ''. Known: engineer, researcher."),
        ("../roles/engineer", "No role named '../roles/engineer'. Did you mean 'engineer'?"),
        ("../../../../etc/passwd", "No role named '../../../../etc/passwd'. Known: engineer, researcher."),
        ("engineer.yaml", "No role named 'engineer.yaml'. Did you mean 'engineer'?"),
        ("a\nb", r"No role named 'a\nb'. Known: engineer, researcher."),
    ],
)
def test_an_unknown_role_is_an_error_that_names_what_was_meant(name: str, said: str) -> None:
    with pytest.raises(NotFoundError) as found:
        roles.get(name, TINY)
    assert str(found.value) == said
    assert found.value.known == ("engineer", "researcher")


def test_a_library_without_roles_says_that_there_are_none(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="There are none"):
        roles.get("engineer", discover.Library((tmp_path,)))


def test_weights_are_those_of_the_level() -> None:
    assert engineer().weights("mid") == {"debugging": 40, "coding": 20, "ml-foundations": 20, "communication": 20}
    assert engineer().weights("junior") == {"debugging": 60, "coding": 20, "communication": 20}


@pytest.mark.parametrize("level", ANCHOR_LEVELS)
@pytest.mark.parametrize("name", roles.names(TINY))
def test_weights_sum_to_100_and_none_is_zero(name: str, level: Level) -> None:
    weights = roles.get(name, TINY).weights(level)
    assert sum(weights.values()) == pytest.approx(100)
    assert all(weight > 0 for weight in weights.values())


def test_a_round_for_some_levels_is_met_at_these_only() -> None:
    assert [entry.id for entry in engineer().loop("junior")] == ["first-talk", "find-out"]
    assert [entry.id for entry in engineer().loop("senior")] == ["first-talk", "find-out", "why"]


def test_responsibilities_follow_from_the_kind_of_organization() -> None:
    role = engineer()
    assert role.responsibilities("nascent")[0] == "Takes written requests."
    assert role.responsibilities("embedded")[0] == "Works in one repository with research."


def test_an_unknown_kind_of_organization_is_suggested() -> None:
    with pytest.raises(NotFoundError, match=r"No kind of organization named 'embeded'\. Did you mean 'embedded'"):
        engineer().responsibilities("embeded")


def test_weights_that_do_not_sum_to_100_are_refused_at_their_line() -> None:
    said = refused(("{id: coding, weight: 20,", "{id: coding, weight: 25,"))
    line = line_of("competencies:\n  - {id: debugging")
    assert said == f"engineer.yaml:{line}: competencies: the weights at level junior sum to 105, expected 100"


@given(st.lists(st.integers(1, 1000), min_size=1, max_size=6))
@settings(max_examples=50, deadline=None)
def test_any_weights_that_sum_to_100_are_accepted(parts: list[int]) -> None:
    weights = [100 * part / sum(parts) for part in parts]
    entries = "".join(f"  - {{id: c{n}, weight: {weight:.12f}, reason: x}}\n" for n, weight in enumerate(weights))
    start, end = ENGINEER.index("  - {id: debugging"), ENGINEER.index("rounds:")
    text = ENGINEER[:start] + entries + ENGINEER[end:]
    found = load.parsed(text, Role, "x").weights("mid")
    assert sum(found.values()) == pytest.approx(100)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("{id: coding, weight: 20,", "{id: coding, weight: 0,", "competencies[1].weight: expected a number above 0"),
        ("{id: coding, weight: 20,", "{id: coding, weight: -5,", "competencies[1].weight: expected a number above 0"),
        ("{id: coding, weight: 20,", "{id: coding, weight: 101,", "competencies[1].weight: expected at most 100"),
        (
            "{id: coding, weight: 20,",
            "{id: coding, weight: '20',",
            "competencies[1].weight: expected a number, got '20'",
        ),
        ("{id: coding, weight: 20,", "{id: debugging, weight: 20,", "competencies: debugging named twice"),
        ("weights: {debugging: 60,", "weights: {debuging: 60,", "level_shifts.junior: debuging is not among"),
        ("junior: {reason: Less", "jnior: {reason: Less", "level_shifts.jnior: expected 'junior', 'mid', 'senior'"),
        ("levels: [mid, senior, staff]", "levels: [mid, boss]", "rounds[2].levels[1]: expected 'junior', 'mid'"),
        (
            "id: why\n    format: theory\n    minutes: 45",
            "id: why\n    format: theory\n    minutes: 5",
            "expected at least 10",
        ),
        ("  nascent: You may be the only one.\n", "", "say_plainly: says nothing for nascent"),
        (
            "{software_and_research: apart,",
            "{software_and_research: near,",
            "no 'near' under axes; known: together, apart",
        ),
        (
            "  staff: {scope: Several teams.,",
            "  stuff: {scope: Several teams.,",
            "levels.stuff: expected 'junior', 'mid'",
        ),
        ("mission: Make", "mision: Make", "mision: unknown key. Did you mean 'mission'?"),
        ("schema: 1", "schema: 2", "1: schema: expected 1, got 2"),
        ("id: engineer\n", "id: Engineer\n", "2: id: expected text that fits"),
        ("title: Engineer\n", "title: ''\n", "3: title: expected text, got nothing"),
    ],
)
def test_what_a_role_must_not_say_is_named(old: str, new: str, said: str) -> None:
    assert said in refused((old, new))


def test_a_role_needs_each_level() -> None:
    start = ENGINEER.index("  staff: {scope")
    said = refused((ENGINEER[start : ENGINEER.index("\n", start) + 1], ""))
    assert said == f"engineer.yaml:{line_of('levels:')}: levels: staff missing"


# What interviews and competencies must not say.

THEORY = (LIBRARY / "rubrics" / "formats" / "theory.yaml").read_text(encoding="utf-8")
BACKGROUND = (LIBRARY / "rubrics" / "formats" / "background.yaml").read_text(encoding="utf-8")


def test_a_format_covers_what_its_dimensions_inform() -> None:
    assert rubrics.format("pair-debugging", TINY).covers() == {"debugging", "coding"}


def test_standing_questions_are_those_of_the_level() -> None:
    spoken = rubrics.format("background", TINY)
    assert [question.id for question in spoken.standing("junior", ["communication"])] == ["one-work"]
    assert [question.id for question in spoken.standing("staff", ["communication"])] == ["one-work", "other-teams"]


def test_anchors_come_in_their_order() -> None:
    band = rubrics.competency("coding", TINY).levels["mid"]
    assert [point for point, _ in band.anchors.items()] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("text", "old", "new", "said"),
    [
        (THEORY, "{from: 10, to: 45,", "{from: 12, to: 45,", "expected a part from minute 10, got 12 to 45"),
        (THEORY, "{from: 10, to: 45,", "{from: 10, to: 10,", "expected a part from minute 10, got 10 to 10"),
        (THEORY, "{from: 10, to: 45,", "{from: 10, to: 44,", "minute_plan: ends at minute 44, the format at 45"),
        (THEORY, "question_minutes: 30", "question_minutes: 46", "question_minutes: expected 1 to 45, got 46"),
        (THEORY, "question_minutes: 30\n", "", "question_minutes: expected 1 to 45, got 0"),
        (BACKGROUND, "standing_questions:", "standing_question:", "unknown key. Did you mean 'standing_questions'?"),
        (THEORY, "questions: bank", "questions: standing", "standing_questions: at least one is needed"),
        (THEORY, 'default: "off"', "default: off", "off means true or false in YAML"),
        (
            THEORY,
            "effect: {depth: 3}",
            "effect: {depth: 5}",
            "hint_policy.caps[1].effect.depth: expected at most 4, got 5",
        ),
        (THEORY, "{ml-foundations: 1.0}", "{}", "dimensions[0].competencies: expected at least 1 entries, got 0"),
        (THEORY, "{ml-foundations: 1.0}", "{ml-foundations: 1.5}", "ml-foundations: expected at most 1"),
    ],
)
def test_what_a_format_must_not_say_is_named(text: str, old: str, new: str, said: str) -> None:
    assert text.count(old) == 1
    with pytest.raises(HiretoolError) as found:
        load.parsed(text.replace(old, new), rubrics.Format, "x.yaml")
    assert said in str(found.value)


def test_a_gap_in_the_minute_plan_is_pointed_at() -> None:
    line = THEORY[: THEORY.index("minute_plan:")].count("\n") + 1
    with pytest.raises(Problems, match=rf"x\.yaml:{line}: minute_plan: "):
        load.parsed(THEORY.replace("{from: 10, to: 45,", "{from: 12, to: 45,"), rubrics.Format, "x.yaml")


# Which files there are.


def overlay(folder: Path, title: str) -> Path:
    """A library of one's own with another engineer."""
    (folder / "rubrics" / "roles").mkdir(parents=True)
    own = ENGINEER.replace("title: Engineer", f"title: {title}")
    (folder / "rubrics" / "roles" / "engineer.yaml").write_text(own, encoding="utf-8")
    return folder


def test_an_own_role_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    both = discover.Library((LIBRARY, overlay(tmp_path, "Our engineer")))
    assert roles.get("engineer", both).title == "Our engineer"
    assert roles.names(both) == ["engineer", "researcher"]


def test_hidden_files_are_no_roles(tmp_path: Path) -> None:
    folder = overlay(tmp_path, "x")
    (folder / "rubrics" / "roles" / ".engineer.yaml.swp.yaml").write_text("half", encoding="utf-8")
    assert roles.names(discover.Library((folder,))) == ["engineer"]


def test_an_own_library_is_named_by_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(discover.ENVIRONMENT, str(overlay(tmp_path, "x")))
    assert discover.library().roots[1] == tmp_path


def test_a_relative_folder_means_the_same_from_everywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    overlay(tmp_path / "ours", "x")
    monkeypatch.chdir(tmp_path)
    assert discover.library("ours").roots[1] == tmp_path / "ours"


@pytest.mark.parametrize("name", ["missing", "empty", "file"])
def test_a_folder_that_is_no_library_is_an_error(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").touch()
    with pytest.raises(
        HiretoolError, match=r"no library there; expected a folder that holds rubrics/ or question_bank/"
    ):
        discover.library(tmp_path / name)
