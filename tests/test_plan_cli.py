"""hiretool plan, as a recruiter or a leader types it; mistakes are answered in a line or two."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from hiretool import shipped
from tests.conftest import LIBRARY, Result, Run

TODAY = ("--today", "2026-11-20")
PIPELINE = ("plan", "pipeline", "--role", "engineer", "--hires", "2", "--by", "2027-06-30", *TODAY)
FEW = ("--simulations", "1000")
DEMO = shipped.demo() / "project.yaml"
HEADER = "role,candidate,interviewer,interview,competency,rating,note,recommendation,submitted_at\n"


@pytest.fixture
def ours(run: Run) -> Run:
    """The command line with the test library laid over the shipped one."""
    return lambda *arguments, **options: run("--library", LIBRARY, *arguments, **options)


def said(done: Result) -> dict[str, Any]:
    assert done.code == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout, parse_constant=pytest.fail)
    return found


def fails(done: Result, code: int, saying: str) -> None:
    assert done.code == code, done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) <= 8
    assert saying in " ".join(done.stderr.split()), done.stderr


# The forecast.


def test_the_answer_comes_first_and_says_what_it_is(ours: Run) -> None:
    done = ours(*PIPELINE, *FEW)
    assert done.code == 0
    assert done.stderr == ""
    start = " ".join(done.stdout[:900].split())
    assert start.startswith("Hiring forecast: Engineer, mid, 2 hires by 30 Jun 2027")
    assert "people each week from 20 Nov 2026 until" in start
    assert "It judges no interviewer and rejects no candidate" in start


def test_every_default_is_called_an_assumption_beside_its_figure(ours: Run) -> None:
    done = ours(*PIPELINE, *FEW, "--format", "markdown")
    stages = done.stdout.split("## Stages")[1].split("Default: the share")[0]
    rows = [line for line in stages.splitlines() if line.startswith("|")][2:]
    assert len(rows) == 7
    assert all(row.count("assumption") == 2 for row in rows)
    rest = done.stdout.split("## What the defaults rest on")[1]
    assert rest.count("| assumption |") >= 15


@pytest.mark.parametrize("command", [PIPELINE + FEW, ("plan", "project", DEMO)], ids=["pipeline", "project"])
def test_no_line_is_wider_than_the_terminal(ours: Run, command: tuple[object, ...]) -> None:
    assert max(map(len, ours(*command).stdout.splitlines())) <= 80


def test_json_is_an_interface(ours: Run) -> None:
    found = said(ours(*PIPELINE, *FEW, "--json"))
    assert (found["schema"], found["kind"]) == (1, "plan-pipeline")
    assert (found["role"], found["level"], found["hires"], found["by"]) == ("engineer", "mid", 2, "2027-06-30")
    assert found["reached"]
    assert 0.8 <= found["chance"] < 0.9
    assert found["people_in_all"] == found["people_a_week"] * found["contact_weeks"]
    assert [stage["id"] for stage in found["stages"]][-1] == "acceptance"
    assert {stage["default_ground"] for stage in found["stages"]} == {"assumption"}
    assert found["hires_by_week"][-1]["chance"] == found["chance"]
    assert {change["kind"] for change in found["changes"]} == {"interviewer", "sooner", "higher", "known"}
    assert found["interviewer_hours"]["p10"] <= found["interviewer_hours"]["mean"] <= found["interviewer_hours"]["p90"]


def test_csv_has_a_row_a_week(ours: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(ours(*PIPELINE, *FEW, "--format", "csv").stdout)))
    assert len(rows) == 31
    assert list(rows[0]) == [
        "week",
        "ends",
        "hires_p10",
        "hires_p25",
        "hires_p50",
        "hires_p75",
        "hires_p90",
        "chance",
    ]
    assert rows[-1]["ends"] == "2027-06-25"


def test_the_same_seed_gives_the_same_words_and_another_seed_others(ours: Run) -> None:
    one, again, other = (ours(*PIPELINE, *FEW, "--seed", seed, "--format", "csv").stdout for seed in ("7", "7", "8"))
    assert one == again != other


@pytest.mark.parametrize("format", ["html", "pdf", "docx", "xlsx"])
@pytest.mark.parametrize("command", [PIPELINE + FEW, ("plan", "project", DEMO, *FEW)], ids=["pipeline", "project"])
def test_a_page_is_written_with_its_chart(ours: Run, tmp_path: Path, command: tuple[object, ...], format: str) -> None:
    done = ours(*command, "-o", f"page.{format}")
    assert done.code == 0, done.stderr
    content = (tmp_path / f"page.{format}").read_bytes()
    if format == "html":
        assert content.count(b"<svg") == 1
        assert b'role="img"' in content
    else:
        assert content.startswith(b"%PDF" if format == "pdf" else b"PK")


def test_more_interviewer_hours_never_need_more_people(ours: Run) -> None:
    few, many = (
        said(ours(*PIPELINE, *FEW, "--interviewer-hours", hours, "--json"))["people_a_week"] for hours in ("3", "40")
    )
    assert many <= few


def test_own_history_stands_beside_the_default_and_changes_what_is_used(ours: Run, tmp_path: Path) -> None:
    (tmp_path / "history.csv").write_text(
        "stage,entered,passed,days\nreply,400,40,6\nrecruiter-screen,40,24,\n", encoding="utf-8"
    )
    found = said(ours(*PIPELINE, *FEW, "--history", "history.csv", "--json"))
    reply = found["stages"][0]
    assert (reply["default_rate"], reply["entered"], reply["passed"], reply["observed_days"]) == (0.2, 400, 40, 6.0)
    assert reply["rate"] == pytest.approx(42 / 410, abs=1e-4)
    assert found["history"]["file"] == "history.csv"
    # Fewer answer than was assumed, and that is now known rather than guessed.
    guessed = said(ours(*PIPELINE, *FEW, "--json"))["stages"][0]
    assert reply["rate_p90"] - reply["rate_p10"] < (guessed["rate_p90"] - guessed["rate_p10"]) / 5
    shown = ours(*PIPELINE, *FEW, "--history", "-", input="stage,entered,passed\nreply,400,40\n")
    assert "40 of 400" in shown.stdout
    assert "Own history is read from standard input." in " ".join(shown.stdout.split())


def test_a_workspace_s_scorecards_are_history_and_what_was_left_out_is_said(ours: Run, tmp_path: Path) -> None:
    ours("init", "hiring")
    cards = [
        ("Ada", "first-talk", "communication", "2026-05-01"),
        ("Ada", "find-out", "debugging", "2026-05-08"),
        ("Bo", "first-talk", "communication", "2026-06-01"),
        ("Cy", "first-talk", "communication", "2026-11-15"),
        ("Di", "first-talk", "communication", ""),
    ]
    rows = "".join(f"engineer,{name},Ida,{round},{topic},3,,,{day}\n" for name, round, topic, day in cards)
    (tmp_path / "cards.csv").write_text(HEADER + rows, encoding="utf-8")
    assert ours("--workspace", "hiring", "scorecard", "import", "cards.csv").code == 0
    found = said(ours("--workspace", "hiring", *PIPELINE, *FEW, "--json"))
    assert found["history"] == {
        "file": "",
        "from_workspace": True,
        "counted": 2,
        "running": 1,
        "undated": 1,
        "strange": 0,
        "stages": 2,
    }
    seen = {stage["id"]: (stage["entered"], stage["passed"]) for stage in found["stages"]}
    assert (seen["first-talk"], seen["find-out"], seen["why"]) == ((2, 1), (1, 0), (None, None))
    text = " ".join(ours("--workspace", "hiring", *PIPELINE, *FEW).stdout.split())
    assert "2 candidates whose last card is at least as old as the quiet days" in text
    assert "Left out: 1 whose process may still be running, 1 without a date on any card" in text
    # Nobody's name is in a forecast.
    assert not {"Ada", "Bo", "Cy", "Di", "Ida"} & set(text.replace(",", " ").split())


def test_too_little_time_is_an_answer_too(ours: Run) -> None:
    done = ours(*PIPELINE[:6], "--by", "2027-01-10", *TODAY, *FEW)
    assert done.code == 0
    assert "No number of people contacted gives 80% by 10 Jan 2027, up to 1,024 a week." in done.stdout
    assert "is reached by" in " ".join(done.stdout.split())


@pytest.mark.parametrize(
    ("change", "code", "saying"),
    [
        (("--role", "enginer"), 1, "No role named 'enginer'. Did you mean 'engineer'?"),
        (("--hires", "0"), 2, "0 is not in the range 1<=x<=100"),
        (("--hires", "two"), 2, "'two' is not a valid integer"),
        (("--by", "2026-11-20"), 1, "The date 2026-11-20 is not after today (2026-11-20); expected a later day"),
        (("--by", "2019-01-01"), 1, "The date 2019-01-01 is not after today (2026-11-20)"),
        (("--by", "2026-11-24"), 1, "is less than a week after 2026-11-20"),
        (("--by", "2126-11-24"), 1, "is too far away; expected one until 2029-11-16"),
        (("--by", "soon"), 2, "'soon' does not match the format '%Y-%m-%d'"),
        (("--probability", "1"), 2, "expected a chance above 0 and below 1, such as 0.8, got 1"),
        (("--probability", "0"), 2, "expected a chance above 0 and below 1, such as 0.8, got 0"),
        (("--probability", "80"), 2, "such as 0.8, got 80"),
        (("--probability", "nan"), 2, "such as 0.8, got nan"),
        (("--interviewer-hours", "0"), 2, "expected a number of hours above 0, got 0"),
        (("--interviewer-hours", "inf"), 2, "expected a number of hours above 0, got inf"),
        (("--interviewer-hours", "0.5"), 1, "0.5 interviewer hours a week are fewer than one person takes"),
        (("--history", "none.csv"), 1, "none.csv: does not exist"),
        (("--seed", "-1"), 2, "-1 is not in the range x>=0"),
        (("--simulations", "10"), 2, "10 is not in the range 1000<=x<=1000000"),
        (("--level", "boss"), 2, "'boss' is not one of 'junior'"),
    ],
)
def test_a_mistake_in_the_question_is_answered(ours: Run, change: tuple[str, str], code: int, saying: str) -> None:
    command = list(PIPELINE)
    if change[0] in command:
        command[command.index(change[0]) + 1] = change[1]
    else:
        command += change
    fails(ours(*command), code, saying)


@pytest.mark.parametrize("missing", ["--role", "--hires", "--by"])
def test_what_has_to_be_said_is_asked_for(ours: Run, missing: str) -> None:
    command = list(PIPELINE)
    place = command.index(missing)
    del command[place : place + 2]
    fails(ours(*command), 2, f"Missing option '{missing}'")


@pytest.mark.parametrize("content", [b"", bytes(range(256)) * 4, b"PK\x03\x04" + bytes(50), b"a,b\n1,2\n", b"{}"])
def test_a_history_of_the_wrong_kind_is_refused_by_name(ours: Run, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "input").write_bytes(content)
    fails(ours(*PIPELINE, "--history", "input"), 1, "input")
    fails(ours(*PIPELINE, "--history", "-", input=content), 1, "standard input")


def test_a_funnel_that_cannot_be_is_refused_with_its_line(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "ours" / "rubrics" / "plan"
    folder.mkdir(parents=True)
    text = (shipped.root() / "rubrics" / "plan" / "funnel.yaml").read_text(encoding="utf-8")
    (folder / "funnel.yaml").write_text(text.replace("value: 0.2\n", "value: 0\n"), encoding="utf-8")
    done = run("--library", "ours", "plan", "pipeline", "--role", "ml-engineer", "--hires", "1", "--by", "2027-06-30")
    fails(done, 1, "pass_rate.value: expected a number above 0.0, got 0")
    assert "funnel.yaml:" in done.stderr


# The project.


def test_a_project_is_read_by_a_leader_from_top_to_bottom(run: Run) -> None:
    done = run("plan", "project", DEMO)
    assert done.code == 0
    assert done.stderr == ""
    order = [
        "As of 20 Nov 2026",
        "WHAT EACH APPROACH IS WORTH",
        "WHAT TO TRY NEXT",
        "TASKS",
        "WHAT WAS DONE, AND HOW WELL",
    ]
    places = [done.stdout.index(words) for words in order]
    assert places == sorted(places)


def test_a_project_as_json_and_as_csv(run: Run) -> None:
    found = said(run("plan", "project", DEMO, *FEW, "--json"))
    goal = found["goals"][0]
    assert goal["chance_low"] <= goal["chance"] <= goal["chance_high"]
    assert [entry["approach"] for entry in goal["approaches"]] == ["weather", "pretrained", "metered", "bought"]
    assert goal["approaches"][3]["value"] == 0
    assert "outcome" not in json.dumps(found["inputs"])
    assert {"task", "done", "how_well"} == set(found["inputs"][0])
    rows = list(csv.DictReader(io.StringIO(run("plan", "project", DEMO, *FEW, "--format", "csv").stdout)))
    assert [row["approach"] for row in rows] == ["weather", "pretrained", "metered", "bought"]


def test_a_project_comes_from_standard_input_too(run: Run) -> None:
    text = DEMO.read_text(encoding="utf-8")
    assert run("plan", "project", "-", *FEW, input=text).stdout == run("plan", "project", DEMO, *FEW).stdout


@pytest.mark.parametrize(
    ("old", "new", "saying"),
    [
        ("needs: [corpus]", "needs: [trial-pretrained]", "in a circle"),
        ("needs: [corpus]", "needs: [corpse]", "no task named 'corpse'. Did you mean 'corpus'?"),
        ('by: "2027-04-30"', 'by: "2026-04-30"', "2026-04-30 is not after as_of (2026-11-20)"),
        ("success: 0.6", "success: 1", "expected a chance above 0 and below 1, got 1"),
        ("success: 0.6", "success: 0", "expected a chance above 0 and below 1, got 0"),
        ("status: failed", "status: faild", "got 'faild'"),
        ('as_of: "2026-11-20"', "", "as_of: is missing"),
    ],
)
def test_a_mistake_in_a_project_is_answered_with_its_line(
    run: Run, tmp_path: Path, old: str, new: str, saying: str
) -> None:
    text = DEMO.read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "plan.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")
    done = run("plan", "project", "plan.yaml")
    fails(done, 1, saying)
    assert "plan.yaml:" in done.stderr


@pytest.mark.parametrize(
    "content", [b"", b"\n\n", bytes(range(256)) * 4, b"PK\x03\x04" + bytes(50), b"- a\n", b"a,b\n"]
)
def test_a_file_that_is_no_project_is_refused_by_name(run: Run, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "input").write_bytes(content)
    fails(run("plan", "project", "input"), 1, "input")
    fails(run("plan", "project", "-", input=content), 1, "standard input")


@pytest.mark.parametrize("place", ["missing.yaml", "."])
def test_a_project_that_is_not_there_is_said_so(run: Run, place: str) -> None:
    fails(run("plan", "project", place), 1, f"Error: {place}: ")
