"""Weight profiles: shipped ones, the user's own, and what is said of those that cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiretool.errors import HiretoolError, NotFoundError, Problems
from hiretool.load import parsed
from hiretool.sourcing import signals, weights
from hiretool.sourcing.weights import Profile

ROLES = Path(__file__).parents[1] / "rubrics" / "roles"


def profile(text: str) -> Profile:
    return parsed(f"title: T\ncannot_show: much\n{text}", Profile, "mine.yaml")


def refused(text: str) -> str:
    with pytest.raises(Problems) as caught:
        profile(text)
    return str(caught.value)


@pytest.mark.parametrize("name", weights.names())
def test_a_shipped_profile_gives_a_reason_on_the_line_of_each_weight(name: str) -> None:
    found = weights.get(name)
    lines = (weights.FOLDER / f"{name}.yaml").read_text(encoding="utf-8").splitlines()
    for signal, weight in found.weights.items():
        (line,) = (line for line in lines if line.startswith(f"  {signal}: "))
        assert line.startswith(f"  {signal}: {weight}")
        assert len(line.partition("#")[2].split()) >= 2, line


@pytest.mark.parametrize("name", weights.names())
def test_a_shipped_profile_says_what_it_cannot_show_and_how_it_was_tried(name: str) -> None:
    found = weights.get(name)
    assert "do not publish" in found.cannot_show
    assert found.measured


def test_a_role_has_one_profile_and_it_exists() -> None:
    named = [role for name in weights.names() for role in weights.get(name).roles]
    assert len(named) == len(set(named))
    assert set(named) <= {path.stem for path in ROLES.glob("*.yaml")}


@pytest.mark.parametrize(
    ("role", "name"),
    [
        ("ml-researcher", "research"),
        ("ml-engineer", "engineering"),
        ("data-engineer", "engineering"),
        ("data-analyst", "balanced"),
        ("no-such-role", "balanced"),
        (None, "balanced"),
    ],
)
def test_a_role_chooses_its_profile_and_other_roles_the_balanced_one(role: str | None, name: str) -> None:
    assert weights.profile_for(role) == name


def test_engineers_are_read_about_for_code_before_papers() -> None:
    found = weights.get("engineering").weights
    assert min(found["code"], found["reimplementation"]) > found["leading"]


def test_researchers_are_read_about_for_papers_before_code() -> None:
    found = weights.get("research").weights
    assert found["leading"] > found.get("code", 0)


def test_a_misspelt_signal_is_named_with_the_line_and_what_was_meant() -> None:
    assert refused("weights:\n  recency: 1.0\n  leeding: 2.0") == (
        "mine.yaml:5: weights: leeding: is no signal. Did you mean 'leading'?"
    )


@pytest.mark.parametrize("name", weights.NEVER)
def test_what_stands_close_to_age_or_is_a_caution_is_not_weighed(name: str) -> None:
    assert name in signals.names()
    said = refused(f"weights:\n  leading: 1.0\n  {name}: 0.5")
    assert said.startswith(f"mine.yaml:5: weights: {name}: ")
    assert said.endswith("; leave it out")
    assert profile(f"weights:\n  leading: 1.0\n  {name}: 0.0").weights[name] == 0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("weights:\n  leading: -1.0", "mine.yaml:4: weights.leading: expected at least 0.0, got -1.0"),
        ("weights:\n  leading: 99.0", "mine.yaml:4: weights.leading: expected at most 10.0, got 99.0"),
        ("weights:\n  leading: much", "mine.yaml:4: weights.leading: expected a number, got 'much'"),
        ("weights:\n  leading: true", "mine.yaml:4: weights.leading: expected a number, got true"),
        ("weights:\n  leading: 0.0", "expected a weight above 0, got none: everybody would be equal"),
        ("weights: {}", "mine.yaml:3: weights: expected"),
        ("weight:\n  leading: 1.0", "weight: unknown key. Did you mean 'weights'?"),
        ("roles: ml-engineer\nweights:\n  leading: 1.0", "mine.yaml:3: roles: expected a list"),
    ],
)
def test_a_profile_that_cannot_be_used_says_where_and_what_instead(text: str, said: str) -> None:
    assert said in refused(text)


def test_a_whole_number_is_a_weight() -> None:
    assert profile("weights:\n  leading: 2").weights["leading"] == 2


def test_a_profile_is_chosen_by_name_or_by_file(tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text("title: Mine\ncannot_show: much\nweights:\n  code: 2.5\n", encoding="utf-8")
    assert weights.chosen("research").title == "Research"
    assert weights.chosen(str(mine)).weights == {"code": 2.5}


def test_a_name_that_is_neither_lists_what_there_is() -> None:
    with pytest.raises(NotFoundError, match=r"No weight profile or file named 'reserch'. Did you mean 'research'\?"):
        weights.chosen("reserch")


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(HiretoolError, match="does not exist"):
        weights.chosen(str(tmp_path / "none.yaml"))


@given(st.text(max_size=60), st.sampled_from(["", "weights:\n  leading: ", "weights: ", "title: T\nweights:\n  "]))
def test_whatever_stands_in_a_file_is_a_profile_or_a_sentence(text: str, before: str) -> None:
    try:
        found: Profile | HiretoolError = parsed(before + text, Profile, "mine.yaml")
    except HiretoolError as error:
        found = error
    if isinstance(found, Profile):
        assert all(0 <= weight <= weights.HIGHEST for weight in found.weights.values())
    else:
        assert "mine.yaml" in str(found)
