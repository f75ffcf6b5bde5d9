"""Sealed scorecards through the command line, as a team would use them."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from pathlib import Path

import pytest

from tests.conftest import Result, Run

HEADER = "role,candidate,interviewer,interview,competency,rating,note,recommendation,submitted_at\n"
Cards = dict[tuple[str, str], object]


class Team:
    """A workspace and what its people type."""

    def __init__(self, run: Run, folder: Path) -> None:
        self.run, self.folder, self.file = run, folder / "hiring", folder / "cards.csv"
        assert run("init", self.folder).code == 0

    def __call__(self, *arguments: object) -> Result:
        return self.run("--workspace", self.folder, *arguments)

    def imports(self, cards: Cards, *options: str, role: str = "ml-engineer") -> Result:
        """cards: (candidate, interviewer) -> rating of coding; `yes` recommended by whoever rates above 2."""
        rows = [
            f"{role},{candidate},{interviewer},build,coding,{rating},,{'yes' if str(rating) > '2' else ''},\n"
            for (candidate, interviewer), rating in cards.items()
        ]
        self.file.write_text(HEADER + "".join(rows), encoding="utf-8")
        return self("scorecard", "import", self.file, *options)

    def changes(self) -> list[dict[str, object]]:
        found: list[dict[str, object]] = json.loads(self("scorecard", "changes", "--json").stdout)["changes"]
        return found

    def actions(self) -> list[str]:
        with sqlite3.connect(self.folder / "hiretool.db") as connection:
            return [action for (action,) in connection.execute("SELECT action FROM audit ORDER BY seq")]

    def by_hand(self, statement: str) -> None:
        connection = sqlite3.connect(self.folder / "hiretool.db")
        connection.execute(statement)
        connection.commit()
        connection.close()


@pytest.fixture
def team(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Team:
    # Wide enough for the sentences that are looked for.
    monkeypatch.setenv("COLUMNS", "120")
    return Team(run, tmp_path)


def test_a_changed_card_needs_a_reason_and_then_says_what_when_and_why(team: Team) -> None:
    team.imports({("Ada", "Grace"): 2, ("Bo", "Grace"): 3})
    refused = team.imports({("Ada", "Grace"): 4, ("Bo", "Grace"): 3}, "--replace")
    assert refused.code == 1
    assert "card of 'Grace' on 'Ada' (ml-engineer, build): another one is stored, and differs\n" in refused.stderr
    assert "--replace with --reason TEXT" in refused.stderr
    taken = team.imports({("Ada", "Grace"): 4, ("Bo", "Grace"): 3}, "--replace", "--reason", "typing error; نعم")
    assert "0 cards new, 1 already there, 1 replaced" in taken.stderr
    told = team("scorecard", "changes")
    assert told.code == 0
    for words in ("Grace on Ada", "coding 2→4", "vote: none → Yes", "typing error", "none was in"):
        assert words in told.stdout
    assert "Bo" not in told.stdout


def test_scores_use_the_card_as_corrected(team: Team) -> None:
    team.imports({("Ada", "Grace"): 2})
    team.imports({("Ada", "Grace"): 4}, "--replace", "--reason", "typing error")
    found = json.loads(team("score", "table", "--role", "ml-engineer", "--json").stdout)
    assert [row["raw_mean"] for row in found["candidates"]] == [4]


def test_a_reason_without_replace_is_wrong_usage(team: Team) -> None:
    done = team.imports({("Ada", "Grace"): 2}, "--reason", "typing error")
    assert done.code == 2
    assert "pass both" in done.stderr


@pytest.mark.parametrize("reason", ["x" * 201, "two\nlines", "\x1b[31m"])
def test_a_reason_that_is_no_line_of_text_is_refused(team: Team, reason: str) -> None:
    done = team.imports({("Ada", "Grace"): 2}, "--replace", "--reason", reason)
    assert done.code == 1
    assert done.stderr.startswith("Error: The reason ")


def test_the_same_file_again_changes_nothing_even_after_a_correction(team: Team) -> None:
    team.imports({("Ada", "Grace"): 2})
    team.imports({("Ada", "Grace"): 4}, "--replace", "--reason", "typing error")
    before = team.actions()
    again = team.imports({("Ada", "Grace"): 2})
    assert again.code == 0
    assert "0 cards new, 1 already there, 0 replaced" in again.stderr
    assert team.actions() == before


def test_a_card_that_was_out_needs_no_reason_to_come_in(team: Team) -> None:
    team.imports({("Ada", "Grace"): ""})
    assert "not handed in" in team("scorecard", "list").stdout
    assert team.imports({("Ada", "Grace"): 3}).code == 0
    assert team.changes() == []
    assert "not handed in" not in team("scorecard", "list").stdout


def test_the_list_shows_when_cards_were_sealed_and_which_were_changed(team: Team) -> None:
    team.imports({("Ada", "Grace"): 2, ("Bo", "Grace"): 3})
    team.imports({("Ada", "Grace"): 4}, "--replace", "--reason", "typing error")
    rows = list(csv.DictReader(io.StringIO(team("scorecard", "list", "--format", "csv").stdout)))
    assert [(row["candidate"], row["changed"]) for row in rows] == [("Ada", "True"), ("Bo", "False")]
    listed = json.loads(team("scorecard", "list", "--json").stdout)["scorecards"]
    assert all(row["sealed_at"].endswith("+00:00") for row in listed)
    assert [row["changed"] for row in listed] == [True, False]


def test_the_list_keeps_recommendations_sealed_unless_they_are_asked_for(team: Team) -> None:
    team.imports({("Ada", "Grace"): 3})
    plain = team("scorecard", "list", "--json")
    assert "recommendation" not in plain.stdout
    assert team.actions() == ["add_scorecards"]
    assert json.loads(team("scorecard", "list", "--votes", "--json").stdout)["scorecards"][0]["recommendation"] == "yes"
    assert team.actions() == ["add_scorecards", "shown"]


@pytest.mark.parametrize(
    "command",
    [("score", "table", "--role", "ml-engineer"), ("packet", "build", "--role", "ml-engineer")],
    ids=lambda command: " ".join(command[:2]),
)
def test_scores_and_packets_of_the_workspace_are_logged_as_shown_once(team: Team, command: tuple[str, ...]) -> None:
    team.imports({("Ada", "Grace"): 3, ("Ada", "Bo"): 3})
    for _ in range(2):
        assert team(*command).code == 0
    assert team.actions() == ["add_scorecards", "shown"]
    team.imports({("Ada", "Grace"): 4}, "--replace", "--reason", "after the debrief")
    (change,) = team.changes()
    assert (change["others_in"], change["shown_before"], change["after_shown"]) == (1, True, True)
    assert "1 in, shown before" in " ".join(team("scorecard", "changes").stdout.split())


def test_scores_of_a_file_show_nothing_of_the_workspace(team: Team) -> None:
    team.imports({("Ada", "Grace"): 3})
    assert team("score", "table", team.file, "--role", "ml-engineer").code == 0
    assert team.actions() == ["add_scorecards"]


def test_a_card_that_comes_in_after_others_were_shown_is_marked(team: Team) -> None:
    team.imports({("Ada", "Grace"): 3})
    team("scorecard", "list", "--votes")
    team.imports({("Ada", "Late"): 3})
    listed = json.loads(team("scorecard", "list", "--json").stdout)["scorecards"]
    assert {row["interviewer"]: row["sealed_after_shown"] for row in listed} == {"Grace": False, "Late": True}
    assert "after others were shown" in " ".join(team("scorecard", "list").stdout.split())


def test_a_card_altered_in_the_database_is_told_by_its_number(team: Team) -> None:
    team.imports({("Ada", "Grace"): 2, ("Bo", "Grace"): 3})
    fine = team("audit", "verify")
    assert (fine.code, fine.stdout.splitlines()[1]) == (0, "2 scorecards, each as it was sealed.")
    team.by_hand("UPDATE rating SET rating = 4 WHERE scorecard_id = 1")
    told = team("audit", "verify")
    assert told.code == 1
    assert "Scorecard 1: version 1 of card 1 is not what was sealed in row 1 of the log\n" in told.stdout
    found = json.loads(team("audit", "verify", "--json").stdout)
    assert (found["ok"], found["broken"], found["scorecards"]) == (False, None, 2)
    assert [entry["scorecard"] for entry in found["wrong"]] == [1]


def test_a_log_that_does_not_hold_proves_nothing_of_the_cards(team: Team) -> None:
    team.imports({("Ada", "Grace"): 2})
    team.by_hand("DROP TRIGGER audit_update")
    team.by_hand("UPDATE audit SET body = '{}'")
    told = team("audit", "verify", "--json")
    assert told.code == 1
    found = json.loads(told.stdout)
    assert (found["ok"], found["broken"], found["scorecards"], found["wrong"]) == (False, 1, None, [])
    assert "Broken at row 1" in team("audit", "verify").stdout


@pytest.mark.parametrize("format", ["table", "json", "csv", "xlsx", "markdown", "html", "docx", "pdf"])
def test_changes_can_be_written_in_every_format_with_none_and_with_some(team: Team, format: str) -> None:
    team.imports({("Ada " + "x" * 150, "غادة"): 2, ("陳", "Bo"): 3})
    for _ in range(2):
        assert team("scorecard", "changes", "--format", format).code == 0
        team.imports({("Ada " + "x" * 150, "غادة"): 3, ("陳", "Bo"): 1}, "--replace", "--reason", "=1+1 & <b>")


def test_an_empty_workspace_has_neither_cards_nor_changes(team: Team) -> None:
    assert "There is no scorecard." in team("scorecard", "list").stdout
    assert "No scorecard was changed" in team("scorecard", "changes", "--role", "nobody").stdout
    assert json.loads(team("scorecard", "changes", "--json").stdout)["changes"] == []
    assert "0 scorecards, each as it was sealed" in team("audit", "verify").stdout
    assert team.actions() == []


def test_a_candidate_is_forgotten_by_a_command_and_the_others_stay(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cards.csv").write_text(
        "role,candidate,interviewer,competency,rating\nr,Ada Gone,x,coding,3\nr,Ben,x,coding,2\n", encoding="utf-8"
    )
    assert run("init", "hiring").code == 0
    assert run("--workspace", "hiring", "scorecard", "import", "cards.csv").code == 0
    done = run("--workspace", "hiring", "scorecard", "forget", "--candidate", "Ada Gone")
    assert done.code == 0, done.stderr
    assert "1 scorecards (1 versions), 1 ratings" in done.stderr
    listed = run("--workspace", "hiring", "scorecard", "list", "--json").stdout
    assert "Ada" not in listed
    assert "Ben" in listed
    assert run("--workspace", "hiring", "audit", "verify").code == 0
    again = run("--workspace", "hiring", "scorecard", "forget", "--candidate", "Ada Gone")
    assert again.code == 1
    assert "No candidate named 'Ada Gone'" in again.stderr


def test_forgetting_needs_one_name(run: Run) -> None:
    assert run("init", "hiring").code == 0
    assert run("--workspace", "hiring", "scorecard", "forget").code == 2
    both = run("--workspace", "hiring", "scorecard", "forget", "--candidate", "a", "--interviewer", "b")
    assert both.code == 2
    unknown = run("--workspace", "hiring", "scorecard", "forget", "--interviewer", "nobody")
    assert unknown.code == 1
    assert "nobody" in unknown.stderr
