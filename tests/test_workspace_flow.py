"""The main job through the command line, in a workspace, as a team would do it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from hiretool import shipped
from tests.conftest import Run

CARDS = shipped.demo() / "scorecards.csv"
SENIOR = ("--role", "ml-engineer", "--level", "senior")


@pytest.fixture
def hiring(run: Run, tmp_path: Path) -> Path:
    folder = tmp_path / "hiring"
    assert run("init", folder).code == 0
    return folder


def test_a_new_workspace_holds_a_company_file_that_works_as_it_is(run: Run, hiring: Path) -> None:
    assert {path.name for path in hiring.iterdir()} >= {"hiretool.toml", "hiretool.db", "company.yaml"}
    done = run("job", "write", "ml-engineer", "--company", hiring / "company.yaml")
    assert done.code == 0
    assert done.stdout.startswith("# Machine-learning engineer")


def test_init_does_not_touch_a_workspace_that_is_there(run: Run, hiring: Path) -> None:
    before = (hiring / "hiretool.toml").read_bytes()
    done = run("init", hiring)
    assert done.code == 1
    assert (hiring / "hiretool.toml").read_bytes() == before


def test_importing_twice_changes_nothing(run: Run, hiring: Path) -> None:
    first = run("--workspace", hiring, "scorecard", "import", CARDS)
    again = run("--workspace", hiring, "scorecard", "import", CARDS)
    assert (first.code, again.code) == (0, 0)
    assert "32 cards new, 0 already there" in first.stderr
    assert "0 cards new, 32 already there" in again.stderr
    assert first.stdout == ""


def test_the_workspace_and_the_file_give_the_same_scores_and_the_same_packet(run: Run, hiring: Path) -> None:
    run("--workspace", hiring, "scorecard", "import", CARDS)
    for command in (("score", "table"), ("packet", "build")):
        format = ("--format", "csv") if command[0] == "score" else ("--json",)
        stored = run("--workspace", hiring, *command, *SENIOR, *format)
        read = run(*command, CARDS, *SENIOR, *format)
        assert stored.code == read.code == 0
        if command[0] == "score":
            assert stored.stdout == read.stdout
        else:
            ours, theirs = json.loads(stored.stdout), json.loads(read.stdout)
            assert ours.pop("log_head")
            assert theirs.pop("log_head") is None
            # Only a workspace knows which cards were changed.
            assert (ours.pop("changes"), theirs.pop("changes")) == ([], None)
            for packet in (ours, theirs):
                for candidate in packet["candidates"]:
                    candidate["cards"].sort(key=lambda card: (card["interviewer"], card["interview"]))
            assert ours == theirs


def test_the_score_table_has_the_columns_that_programs_rely_on(run: Run) -> None:
    done = run("score", "table", CARDS, *SENIOR, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert {"candidate", "score", "raw_mean", "n_ratings", "n_interviewers"} <= set(rows[0])
    assert len(rows) == 6
    assert all(1 <= float(row["score"]) <= 4 for row in rows)


def test_the_score_table_reads_standard_input(run: Run) -> None:
    piped = run("score", "table", "-", *SENIOR, "--json", input=CARDS.read_bytes())
    assert piped.code == 0
    found = json.loads(piped.stdout)
    assert found["schema"] == 1
    assert found["candidates"][0]["n_ratings"] > 0


def test_a_competency_without_weight_is_an_error_that_names_it(run: Run, tmp_path: Path) -> None:
    text = CARDS.read_text(encoding="utf-8").replace(",data-work,", ",data-wrok,")
    (tmp_path / "cards.csv").write_text(text, encoding="utf-8")
    refused = run("score", "table", "cards.csv", *SENIOR)
    assert refused.code == 1
    assert "data-wrok" in refused.stderr
    assert "Did you mean 'data-work'?" in refused.stderr
    assert run("score", "table", "cards.csv", *SENIOR, "--extra", "ignore").code == 0


def test_a_kit_is_remembered_and_no_question_comes_back(run: Run, hiring: Path, tmp_path: Path) -> None:
    build = ("--workspace", hiring, "kit", "build", "ml-engineer", "--level", "senior", "--candidate", "Ada")
    first = run(*build, "-o", tmp_path / "one", "--json")
    second = run(*build, "-o", tmp_path / "two", "--json")
    asked = [
        {question["id"] for entry in json.loads(done.stdout)["rounds"] for question in entry["questions"]}
        for done in (first, second)
    ]
    assert first.code == 0
    assert asked[0]
    assert not asked[0] & asked[1]
    other = run(*build[:-1], "Grace", "-o", tmp_path / "three", "--json")
    theirs = {question["id"] for entry in json.loads(other.stdout)["rounds"] for question in entry["questions"]}
    assert theirs == asked[0]


def test_a_kit_that_is_only_looked_at_is_not_remembered(run: Run, hiring: Path) -> None:
    build = ("--workspace", hiring, "kit", "build", "ml-engineer", "--level", "senior", "--candidate", "Ada", "--json")
    assert run(*build).stdout == run(*build).stdout


def test_the_candidates_half_of_a_kit_holds_nothing_secret(run: Run, tmp_path: Path) -> None:
    done = run("kit", "build", "ml-engineer", "--level", "senior", "--candidate", "Ada", "-o", "kit")
    assert done.code == 0
    names = [path.name for path in (tmp_path / "kit" / "for-candidate").rglob("*")]
    assert "guide.html" in names
    assert not {"interviewer.md", "rubric.yaml", "hints.yaml", "check.py", "fix.patch", "question.yaml"} & set(names)


def asked(stdout: str) -> list[str]:
    return [question["id"] for entry in json.loads(stdout)["rounds"] for question in entry["questions"]]


def test_one_seed_asks_every_candidate_of_an_opening_the_same(run: Run, hiring: Path, tmp_path: Path) -> None:
    build = ("--workspace", hiring, "kit", "build", "ml-engineer", "--level", "senior", "--json")
    kits = [
        asked(run(*build, "--candidate", name, "--seed", seed, "-o", tmp_path / name).stdout)
        for name, seed in (("Ada", 1), ("Bo", 2), ("Cy", 3), ("Dee", 1))
    ]
    # What other openings asked in between does not change what this one asks.
    assert kits[0] == kits[3]
    varied = asked(run(*build, "--candidate", "Eve", "--seed", 1, "--vary", "-o", tmp_path / "Eve").stdout)
    assert len(set(varied) & set(kits[0])) <= len(varied) // 2


def test_with_hours_both_halves_have_a_calendar(run: Run, tmp_path: Path) -> None:
    hours = ("--starts", "2026-12-07 09:30", "--timezone", "Europe/Berlin", "--interviewer", "find-out=Kim")
    built = run("kit", "build", "ml-engineer", "--candidate", "Ada", *hours, "--contact", "care@x.example", "-o", "kit")
    assert built.code == 0, built.stderr
    inside, outside = (tmp_path / "kit" / half for half in ("for-interviewers", "for-candidate"))
    assert b"Kim" in (inside / "interviews.ics").read_bytes()
    assert b"Kim" not in (outside / "interviews.ics").read_bytes()
    assert b"DTSTART:20261207T083000Z" in (outside / "interviews.ics").read_bytes()
    assert "care@x.example" in (outside / "guide.html").read_text(encoding="utf-8")
    assert (inside / "plan.html").exists()
    # A question's own name can say what is to be found.
    names = {path.name for path in outside.rglob("*") if path.is_dir()}
    assert not any(name.split("/")[-1] in names for name in asked((inside / "kit.json").read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--starts", "next Monday"), "expected a day and an hour such as '2026-12-07 09:30'"),
        (("--timezone", "Berlin"), "No time zone named 'Berlin'"),
        (("--interviewer", "Kim"), "expected ROUND=NAME, such as find-out=Kim"),
        (("--interviewer", "lunch=Kim"), "This kit has no round lunch"),
    ],
)
def test_a_slip_in_the_hours_is_one_line(arguments: tuple[str, ...], said: str, run: Run, tmp_path: Path) -> None:
    built = run("kit", "build", "ml-engineer", "--candidate", "Ada", *arguments, "-o", "kit")
    assert built.code in (1, 2)
    assert said in built.stderr
    assert not (tmp_path / "kit").exists()


def test_the_log_is_verified_and_says_who(run: Run, hiring: Path) -> None:
    run("--workspace", hiring, "scorecard", "import", CARDS)
    done = run("--workspace", hiring, "audit", "verify", "--json")
    assert done.code == 0
    found = json.loads(done.stdout)
    assert found["ok"] is True
    assert found["rows"] >= 1


def test_bad_rows_are_kept_in_a_file_when_they_are_skipped(run: Run, hiring: Path, tmp_path: Path) -> None:
    lines = CARDS.read_text(encoding="utf-8").splitlines()
    bad = [*lines, 'ml-engineer,"=HYPERLINK(""http://x"")",Eve,design,coding,7,,yes,']
    (tmp_path / "cards.csv").write_text("\n".join(bad) + "\n", encoding="utf-8")
    refused = run("--workspace", hiring, "scorecard", "import", "cards.csv")
    assert refused.code == 1
    assert f"row {len(bad)}" in refused.stderr
    assert run("--workspace", hiring, "scorecard", "list", "--json").stdout.count('"interviewer"') == 0
    taken = run("--workspace", hiring, "scorecard", "import", "cards.csv", "--skip-bad", "rejected.csv")
    assert taken.code == 1
    rows = list(csv.DictReader(io.StringIO((tmp_path / "rejected.csv").read_text(encoding="utf-8"))))
    assert len(rows) == 1
    assert rows[0]["candidate"].startswith("'=HYPERLINK")
    assert "expected 1, 2, 3, 4" in rows[0]["reason"]


def test_question_list_as_json_is_a_list_of_objects(run: Run) -> None:
    found = json.loads(run("question", "list", "--json").stdout)
    assert isinstance(found, list)
    assert {"id", "format", "roles", "levels", "competencies", "minutes"} <= set(found[0])


def test_role_check_as_json_counts_what_it_saw(run: Run) -> None:
    found = json.loads(run("role", "check", "--json").stdout)
    assert found["ok"] is True
    assert found["counts"]["questions"] >= 12


def test_schemas_are_written_for_every_kind_of_file(run: Run, tmp_path: Path) -> None:
    assert run("schema", "-o", "schemas").code == 0
    for name in ("role", "competency", "format", "question", "rubric", "hints", "company"):
        found = json.loads((tmp_path / "schemas" / f"{name}.schema.json").read_text())
        assert found["type"] == "object"
        assert "schema" in found["properties"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_a_script(run: Run, shell: str) -> None:
    done = run("completion", shell)
    assert done.code == 0
    assert "_HIRETOOL_COMPLETE" in done.stdout


def test_an_own_library_lies_over_the_shipped_one(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "own" / "rubrics" / "roles"
    own.mkdir(parents=True)
    text = (shipped.root() / "rubrics" / "roles" / "ml-engineer.yaml").read_text(encoding="utf-8")
    (own / "ml-engineer.yaml").write_text(
        text.replace("title: Machine-learning engineer", "title: Model wright"), encoding="utf-8"
    )
    done = run("--library", tmp_path / "own", "role", "list", "--json")
    titles = {role["id"]: role["title"] for role in json.loads(done.stdout)["roles"]}
    assert titles["ml-engineer"] == "Model wright"
    assert "data-engineer" in titles


def test_what_needs_a_workspace_says_how_to_make_one(run: Run) -> None:
    for command in (("scorecard", "list"), ("audit", "verify"), ("score", "table", *SENIOR)):
        done = run(*command)
        assert done.code == 1
        assert "hiretool init" in done.stderr
