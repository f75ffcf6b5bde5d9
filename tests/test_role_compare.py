"""Two roles side by side."""

from __future__ import annotations

import json

import pytest

from hiretool import discover, roles
from tests.conftest import LIBRARY, Run

SHIPPED = roles.names(discover.library())


def compared(run: Run, *arguments: str) -> dict[str, object]:
    result = run("role", "compare", *arguments, "--json")
    assert result.code == 0, result.stderr
    found: dict[str, object] = json.loads(result.stdout)
    return found


def test_duties_deliverables_and_weights_stand_side_by_side(run: Run) -> None:
    found = compared(run, "data-scientist", "data-analyst", "--level", "senior", "--org", "ml-first")
    one, other = found["roles"]  # type: ignore[misc]
    assert (one["id"], other["id"]) == ("data-scientist", "data-analyst")
    role = roles.get("data-analyst", discover.library())
    assert other["duties"] == role.responsibilities("ml-first")
    assert other["deliverables"]["first_year"] == role.deliverables.first_year
    assert other["weights"] == pytest.approx(role.weights("senior"))


def test_the_shared_weight_is_what_both_give_to_the_same_competencies(run: Run) -> None:
    # engineer: debugging 40, coding 20, ml-foundations 20, communication 20; researcher: 0, 15, 60, 25.
    result = run("--library", LIBRARY, "role", "compare", "engineer", "researcher", "--json")
    assert json.loads(result.stdout)["shared_weight"] == 15 + 20 + 20


def test_a_role_shares_all_with_itself(run: Run) -> None:
    assert compared(run, "ml-engineer", "ml-engineer")["shared_weight"] == pytest.approx(100)


def test_a_role_of_the_other_career_track_stands_at_the_nearest_level(run: Run) -> None:
    found = compared(run, "ml-engineer", "ml-engineering-manager", "--level", "staff")
    assert [role["level"] for role in found["roles"]] == ["staff", "director"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", SHIPPED)
def test_every_role_can_be_compared_and_fits_a_terminal(run: Run, name: str) -> None:
    result = run("role", "compare", name, "ml-engineer")
    assert result.code == 0
    assert max(map(len, result.stdout.splitlines())) <= 80


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("ml-enginer", "ml-engineer"), "Did you mean 'ml-engineer'?"),
        (("ml-engineer", "ml-researcher", "--org", "embeded"), "Did you mean 'embedded'?"),
    ],
)
def test_what_cannot_be_compared_is_said(run: Run, arguments: tuple[str, ...], said: str) -> None:
    result = run("role", "compare", *arguments)
    assert result.code == 1
    assert said in result.stderr
