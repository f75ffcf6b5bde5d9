"""`hiretool scorecard import` of what other systems export."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.foreign_cards import CARDS, greenhouse, lever, rated

V1 = CARDS / "greenhouse_v1.json"
MAPPED = ("--mapping", CARDS / "systems.yaml")
ROLE = ("--role", "ml-engineer")


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_an_export_is_written_in_the_normal_form_and_all_talk_goes_to_the_other_stream(run: Run) -> None:
    done = run("scorecard", "import", V1, *MAPPED)
    assert done.code == 0
    assert done.stdout.startswith("role,candidate,interviewer,interview,competency,rating,note,")
    assert len(rows(done.stdout)) == 11
    assert done.stderr.splitlines()[0] == "Read as greenhouse."
    assert "11 rows in 5 scorecards taken, 0 rejected." in done.stderr


def test_what_was_written_is_imported_without_options(run: Run) -> None:
    assert run("scorecard", "import", V1, *MAPPED, "-o", "cards.csv").code == 0
    again = run("scorecard", "import", "cards.csv")
    assert again.code == 0
    assert again.stdout == run("scorecard", "import", V1, *MAPPED).stdout


def test_an_export_may_come_on_standard_input(run: Run) -> None:
    done = run("scorecard", "import", "-", *ROLE, input=json.dumps(greenhouse()))
    assert done.code == 0
    assert [row["competency"] for row in rows(done.stdout)] == ["coding"]


def test_a_bad_card_imports_nothing_and_is_named(run: Run, tmp_path: Path) -> None:
    assert run("init", "hiring").code == 0
    cards = [greenhouse(), greenhouse(id=2, application_id=2, attributes=rated(("coding", "meh"), ("Serving", "no")))]
    (tmp_path / "cards.json").write_text(json.dumps(cards), encoding="utf-8")
    done = run("--workspace", "hiring", "scorecard", "import", "cards.json", *ROLE)
    assert done.code == 1
    assert done.stdout == ""
    assert "cards.json: card 2: rating: expected 1, 2, 3, 4, mixed or not assessed, got 'meh'" in done.stderr
    assert "cards.json: card 2: no competency is known for 'Serving' (a guess: ml-systems" in done.stderr
    assert "2 of 3 ratings or cards cannot be taken; nothing was taken." in done.stderr
    assert json.loads(run("--workspace", "hiring", "scorecard", "list", "--json").stdout)["scorecards"] == []


def test_bad_cards_may_be_put_aside_with_their_reasons(run: Run, tmp_path: Path) -> None:
    cards = [greenhouse(), greenhouse(id=2, application_id=2, attributes=rated(("coding", "meh"), ("debugging", "no")))]
    (tmp_path / "cards.json").write_text(json.dumps(cards), encoding="utf-8")
    done = run("scorecard", "import", "cards.json", *ROLE, "--skip-bad", "bad.csv")
    assert done.code == 1
    assert [row["competency"] for row in rows(done.stdout)] == ["coding", "debugging"]
    (bad,) = rows((tmp_path / "bad.csv").read_text(encoding="utf-8"))
    assert (bad["row"], bad["card"], bad["name"], bad["value"]) == ("2", "2", "coding", "meh")
    assert bad["reason"].startswith("rating: expected")


def test_a_card_without_ratings_is_kept_by_the_workspace(run: Run, tmp_path: Path) -> None:
    assert run("init", "hiring").code == 0
    card = greenhouse(attributes=[], overall_recommendation="strong_no")
    (tmp_path / "cards.json").write_text(json.dumps(card), encoding="utf-8")
    first, again = (run("--workspace", "hiring", "scorecard", "import", "cards.json", *ROLE) for _ in range(2))
    assert "Workspace: 1 cards new" in first.stderr
    assert "Workspace: 0 cards new, 1 already there" in again.stderr
    (listed,) = json.loads(run("--workspace", "hiring", "scorecard", "list", "--json").stdout)["scorecards"]
    assert (listed["rated"], listed["blank"]) == (0, 0)


def test_private_notes_reach_the_database_only_when_they_are_asked_for(run: Run, tmp_path: Path) -> None:
    for folder, options, kept in (("one", (), 0), ("two", ("--with-private-notes",), 1)):
        assert run("init", folder).code == 0
        assert run("--workspace", folder, "scorecard", "import", V1, *MAPPED, *options).code == 0
        database = sqlite3.connect(tmp_path / folder / "hiretool.db")
        found = database.execute("SELECT count(*) FROM scorecard WHERE raw LIKE '%190k%'").fetchone()
        notes = database.execute("SELECT count(*) FROM rating WHERE note LIKE '%190k%'").fetchone()
        database.close()
        assert (found[0], notes[0]) == (kept, 0)


def test_the_draft_of_a_mapping_file_is_what_makes_the_import_work(run: Run, tmp_path: Path) -> None:
    drafted = run("scorecard", "import", V1, *ROLE, "--draft-mapping", "map.yaml")
    assert drafted.code == 0
    assert drafted.stdout == ""
    text = (tmp_path / "map.yaml").read_text(encoding="utf-8")
    assert '"Serving": ml-systems  # a guess' in text
    assert '"Office snacks": "?"  # no guess' in text
    unfinished = run("scorecard", "import", V1, "--mapping", "map.yaml")
    assert unfinished.code == 1
    assert (
        "competencies.Office snacks: still says '?'; write what it means, or null to leave it out" in unfinished.stderr
    )
    (tmp_path / "map.yaml").write_text(text.replace('"?"', "null"), encoding="utf-8")
    assert run("scorecard", "import", V1, "--mapping", "map.yaml").code == 0


def test_a_draft_for_a_form_has_its_columns_its_notes_and_its_dates(run: Run, tmp_path: Path) -> None:
    assert run("scorecard", "import", CARDS / "forms.csv", *ROLE, "--draft-mapping", "map.yaml").code == 0
    text = (tmp_path / "map.yaml").read_text(encoding="utf-8")
    for line in (
        '  candidate: "Who did you interview?"  # a guess',
        '  interviewer: "Email Address"  # a guess',
        "  submitted_at: Timestamp  # certain",
        '  recommendation: "Would you hire them?"  # a guess',
        '  "How well did they reason about serving? (1 = not at all, 4 = could lead it)": ml-systems  # a guess',
        '  "Rate the candidate on: [Coding]": coding  # certain',
        '  "Comments": ml-systems  # a guess',
        '  "Comments [2]": experiment-design  # a guess',
        "dates: month-first",
    ):
        assert line in text
    assert run("scorecard", "import", CARDS / "forms.csv", "--mapping", "map.yaml").code == 0


def test_a_draft_replaces_no_file_unasked(run: Run, tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text("mine", encoding="utf-8")
    done = run("scorecard", "import", V1, *ROLE, "--draft-mapping", "map.yaml")
    assert done.code == 1
    assert (tmp_path / "map.yaml").read_text(encoding="utf-8") == "mine"
    assert run("scorecard", "import", V1, *ROLE, "--draft-mapping", "map.yaml", "--force").code == 0


def test_a_mapping_file_names_only_competencies_that_there_are(run: Run, tmp_path: Path) -> None:
    (tmp_path / "map.yaml").write_text("competencies: {Serving: ml-sytems}\nroel: x\n", encoding="utf-8")
    assert (
        "map.yaml:2: roel: unknown key. Did you mean 'role'?"
        in run("scorecard", "import", V1, "--mapping", "map.yaml").stderr
    )
    (tmp_path / "map.yaml").write_text("competencies: {Serving: ml-sytems}\n", encoding="utf-8")
    done = run("scorecard", "import", V1, "--mapping", "map.yaml")
    assert done.code == 1
    assert "no competency 'ml-sytems'. Did you mean 'ml-systems'?" in done.stderr


@pytest.mark.parametrize(
    ("command", "saying"),
    [
        (("--from", "greenhuse"), "No system named 'greenhuse'. Did you mean 'greenhouse'?"),
        (("--from", "ashby"), "no competency is known"),
        (("--mapping", "absent.yaml"), "absent.yaml: does not exist"),
        (("--people", "absent.csv"), "absent.csv: does not exist"),
    ],
)
def test_a_wrong_option_is_said_in_a_line(run: Run, command: tuple[str, ...], saying: str) -> None:
    source = CARDS / "ashby.jsonl"
    done = run("scorecard", "import", source, *ROLE, *command)
    assert done.code == 1
    assert saying in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("text", "saying"),
    [
        ('{"a": 1}', "is JSON of a shape that no system here has; --from names it: ashby, forms, greenhouse"),
        ("[]", "is JSON of a shape that no system here has"),
        ("{", "is not valid JSON"),
        ("a,b\n1,x\n", "lacks the column role, candidate"),
        ("", "is empty"),
    ],
)
def test_a_file_of_no_known_shape_is_refused(run: Run, tmp_path: Path, text: str, saying: str) -> None:
    (tmp_path / "cards").write_text(text, encoding="utf-8")
    done = run("scorecard", "import", "cards")
    assert done.code == 1
    assert saying in done.stderr


def test_the_normal_form_says_itself_what_the_options_would_say(run: Run, tmp_path: Path) -> None:
    text = "role,candidate,interviewer,competency,rating\nengineer,Ada,Bo,coding,3\n"
    (tmp_path / "cards.csv").write_text(text, encoding="utf-8")
    done = run("scorecard", "import", "cards.csv", *ROLE)
    assert done.code == 0
    assert rows(done.stdout)[0]["role"] == "engineer"
    assert "The file is in the normal form already" in done.stderr


def test_one_candidates_feedback_of_lever_is_imported_by_name(run: Run, tmp_path: Path) -> None:
    page = {"data": [lever(opportunity=None)], "hasNext": False}
    (tmp_path / "cards.json").write_text(json.dumps(page), encoding="utf-8")
    assert run("scorecard", "import", "cards.json", *ROLE).code == 1
    done = run("scorecard", "import", "cards.json", *ROLE, "--candidate", "Đàm Quỳnh Lam")
    assert rows(done.stdout)[0]["candidate"] == "Đàm Quỳnh Lam"


def test_nobody_is_taken_under_an_id_and_again_under_a_name(run: Run) -> None:
    assert run("init", "hiring").code == 0
    command = ("--workspace", "hiring", "scorecard", "import", V1, *MAPPED)
    assert run(*command).code == 0
    again = run(*command, "--people", CARDS / "people.csv")
    assert again.code == 1
    assert "'greenhouse:6001' is 'Đàm Quỳnh Lam' here" in again.stderr
    assert "the same cards would count twice" in again.stderr
    assert run(*command).code == 0


def test_scores_are_computed_from_what_was_imported(run: Run) -> None:
    assert run("init", "hiring").code == 0
    assert run("--workspace", "hiring", "scorecard", "import", V1, *MAPPED, "--people", CARDS / "people.csv").code == 0
    found = run("--workspace", "hiring", "score", "table", *ROLE, "--level", "senior", "--json")
    assert found.code == 0
    assert {row["candidate"] for row in json.loads(found.stdout)["candidates"]} == {"Đàm Quỳnh Lam", "Sofía Núñez"}
