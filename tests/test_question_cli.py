"""hiretool question: authors begin, prove and stamp; exercises go out and come back; use is looked back at."""

from __future__ import annotations

import csv
import json
import re
import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest

from hiretool import discover, exercise, questions
from hiretool.errors import HiretoolError
from hiretool.exercise import canary, jail
from hiretool.kit import cusum, usage
from hiretool.store import workspace
from hiretool.store.cards import Card, CardRating
from hiretool.store.kits import Given, RatedAnswer
from tests.conftest import LIBRARY, Run
from tests.library_exercises.factory import BANK, CODING

OWN = BANK.parent
FORMATS = ["pair-debugging", "coding", "take-home", "math", "theory", "applied-ml", "background", "past-projects"]


# Authors


@pytest.mark.parametrize("format", FORMATS)
def test_a_new_question_has_every_file_and_fails_until_it_is_filled_in(format: str, run: Run, tmp_path: Path) -> None:
    made = run("question", "new", format, "milk-run", "-o", "mine/question_bank")
    assert made.code == 0, made.stderr
    folder = tmp_path / "mine" / "question_bank" / format / "milk-run"
    entry = questions.read(folder)
    assert entry.question.id == f"{format}/milk-run"
    report = run("--library", "mine", "question", "check", f"{format}/milk-run", "--seeds", "1", "--json")
    assert report.code == 1
    (found,) = json.loads(report.stdout)["questions"]
    broken = {claim["name"] for claim in found["claims"] if not claim["held"] and not claim["skipped"]}
    assert "nothing is left to fill in" in broken
    # What a machine can know is right from the start.
    for name in ("the folder holds what its format needs", "each secret file carries the canary", "the format exists"):
        assert name not in broken
    assert run("question", "new", format, "milk-run", "-o", "mine/question_bank").code == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("leading-people", "x", "-o", "b"), "has its own questions and draws none from the bank"),
        (("theory", "Not A Slug", "-o", "b"), "expected lower case with hyphens"),
        (("theory", "../up", "-o", "b"), "expected lower case with hyphens"),
        (("theroy", "x", "-o", "b"), "Did you mean 'theory'"),
        (("theory", "x"), "The shipped bank is not written to"),
    ],
)
def test_what_cannot_be_begun_is_said(arguments: tuple[str, ...], said: str, run: Run) -> None:
    made = run("question", "new", *arguments)
    assert made.code in (1, 2)
    assert said in made.stderr


def own_library(folder: Path) -> Path:
    """A library of one's own with four small questions, in git."""
    shutil.copytree(OWN / "question_bank", folder / "question_bank")
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "start"]):
        who = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
        subprocess.run(["git", "-C", str(folder), *who, *command], check=True, capture_output=True)
    return folder


def test_only_what_was_changed_is_checked(run: Run, tmp_path: Path) -> None:
    library = own_library(tmp_path / "own")
    names = sorted(f"{path.parent.name}/{path.name}" for path in (library / "question_bank").glob("*/*"))
    found = discover.library(library)
    assert [name for name in exercise.changed(found, "HEAD") if name in names] == []
    guide = library / "question_bank" / CODING / "interviewer.md"
    guide.write_text(guide.read_text() + "\nMore.\n")
    (library / "question_bank" / "math" / "two-dice" / "new.md").write_text("new")
    assert [name for name in exercise.changed(found, "HEAD") if name in names] == [CODING, "math/two-dice"]
    with pytest.raises(HiretoolError, match="git says"):
        exercise.changed(found, "no-such-commit")
    with pytest.raises(HiretoolError, match="git says"):
        exercise.changed(found, "--output=/tmp/x")


def test_a_check_of_many_counts_them_and_writes_a_page(run: Run, tmp_path: Path) -> None:
    library = own_library(tmp_path / "own")
    guide = library / "question_bank" / CODING / "rubric.yaml"
    guide.write_text(guide.read_text().replace("ratings:", "rating:", 1))
    checked = run(
        "--library",
        str(library),
        "question",
        "check",
        "--changed",
        "HEAD",
        "--seeds",
        "1",
        "--variants",
        "5",
        "-o",
        "report.html",
    )
    assert checked.code == 1
    assert f"{CODING}: FAILS" in checked.stderr
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "rubric.yaml can be read" in page
    assert "Unknown" in page or "unknown key" in page


def test_one_question_is_proved_on_twenty_seeds_and_several_again_on_eight(run: Run, tmp_path: Path) -> None:
    library = own_library(tmp_path / "own")
    for name in (CODING, "coding/longest-run-again"):
        folder = library / "question_bank" / name
        if not folder.exists():
            shutil.copytree(library / "question_bank" / CODING, folder)
        written = folder / "question.yaml"
        text = re.sub(r"^id: .*$", f"id: {name}", written.read_text(), flags=re.M)
        written.write_text(re.sub(r"^family: .*$", "family: of-this-test", text, flags=re.M))

    def tried(*arguments: str) -> dict[str, str]:
        checked = run("--library", str(library), "question", "check", *arguments, "--json")
        (report,) = [one for one in json.loads(checked.stdout)["questions"] if one["id"] == CODING]
        return {claim["name"]: claim["detail"] for claim in report["claims"] if "on every seed" in claim["name"]}

    def seeds(found: dict[str, str], kind: str) -> set[str]:
        return {detail.split(" seeds")[0] for name, detail in found.items() if name.startswith(kind)}

    alone, several = tried(CODING), tried("--family", "of-this-test")
    assert (seeds(alone, "right"), seeds(alone, "wrong")) == ({"20"}, {"20"})
    assert (seeds(several, "right"), seeds(several, "wrong")) == ({"8"}, {"3"})


def test_a_stamp_is_written_once_and_shown_on_no_page(run: Run, tmp_path: Path) -> None:
    library = own_library(tmp_path / "own")
    first = run("--library", str(library), "question", "stamp", CODING)
    assert "Stamped" in first.stderr
    assert "Stamped 0 files" in run("--library", str(library), "question", "stamp", CODING).stderr
    entry = questions.read(library / "question_bank" / CODING)
    assert canary.carried(entry).held
    shown = run("--library", str(library), "question", "show", CODING, "--guide", "--format", "html")
    assert entry.canary not in shown.stdout


# What goes out and comes back


def test_what_goes_out_has_a_mark_of_its_own(run: Run, tmp_path: Path) -> None:
    library = ("--library", str(OWN))
    marks = set()
    for candidate in ("Ada", "Bo"):
        made = run(*library, "question", "start", CODING, "--candidate", candidate, "-o", candidate)
        assert made.code == 0, made.stderr
        mark = (tmp_path / candidate / "PROMPT.md").read_text().rstrip().splitlines()[-1].split()[1].rstrip(",")
        assert mark in made.stderr
        marks.add(mark)
    assert len(marks) == 2


def test_grading_says_what_held_and_ends_with_1_where_something_did_not(run: Run, tmp_path: Path) -> None:
    try:
        jail.backend()
    except HiretoolError as error:
        pytest.skip(str(error).splitlines()[0])
    library = ("--library", str(OWN))
    assert run(*library, "question", "start", CODING, "-o", "sent").code == 0
    graded = run(*library, "question", "grade", "sent", "--seeds", "1")
    assert graded.code == 1
    assert "Not every invariant held" in graded.stdout
    right = BANK / CODING / "verify" / "right" / "loop" / "runs.py"
    (tmp_path / "sent" / "runs.py").write_text(right.read_text())
    graded = run(*library, "question", "grade", "sent", "--seeds", "1", "--json")
    assert graded.code == 0, graded.stderr
    found = json.loads(graded.stdout)
    assert found["passed"] is True
    assert found["backend"] == jail.backend().name


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((), 2, "Missing SUBMISSION"),
        (("nowhere",), 1, "does not exist; expected a folder, a zip or a tar"),
        (("sent", "--question", CODING, "--answer", "a=1"), 2, "--answer needs --question and no SUBMISSION"),
        (("--question", "math/two-dice", "--answer", "seven"), 2, "expected KEY=VALUE"),
        (("--question", "math/two-dice", "--answer", "nine=1"), 1, "No answer of math/two-dice named 'nine'"),
        (("--question", CODING, "--answer", "a=1"), 1, "has no computed answers"),
    ],
)
def test_a_slip_in_grading_is_one_line(arguments: tuple[str, ...], code: int, said: str, run: Run) -> None:
    graded = run("--library", str(OWN), "question", "grade", *arguments)
    assert graded.code == code
    assert said in graded.stderr
    assert "Traceback" not in graded.stderr


# Looking back


def test_stats_come_from_the_scorecards_of_the_rounds_in_which_questions_were_asked(run: Run, tmp_path: Path) -> None:
    assert run("init", "hiring").code == 0
    place = ("--library", str(LIBRARY), "--workspace", "hiring")
    assert run(*place, "question", "stats").code == 0
    built = run(*place, "kit", "build", "engineer", "--level", "senior", "--candidate", "Ada", "-o", "kit", "--json")
    kit = json.loads(built.stdout)
    rounds = {entry["id"]: entry for entry in kit["rounds"] if entry["questions"]}
    name, entry = next(iter(rounds.items()))
    blank = run(*place, "scorecard", "blank", "engineer", "--level", "senior", "--candidate", "Ada", "--format", "csv")
    rows = [row for row in csv.DictReader(blank.stdout.splitlines()) if row["interview"] == name]
    for row in rows:
        row.update(
            interviewer="Kim", rating="3", note="said so", recommendation="yes", submitted_at="2026-11-20T10:00:00Z"
        )
    with (tmp_path / "cards.csv").open("w", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=rows[0])
        writer.writeheader()
        writer.writerows(rows)
    imported = run(*place, "scorecard", "import", "cards.csv")
    assert imported.code == 0, imported.stderr
    stats = json.loads(run(*place, "question", "stats", "--json").stdout)
    by_id = {row["question"]: row for row in stats["questions"]}
    asked = entry["questions"][0]["id"]
    assert by_id[asked]["candidates"] == 1
    assert by_id[asked]["scores"] == 1
    assert by_id[asked]["raw_mean"] == 3
    assert by_id[asked]["difficulty"] is None
    assert "not enough data" in run(*place, "question", "stats").stdout


def test_an_answer_is_the_mean_of_what_the_question_is_about() -> None:
    rows = [
        RatedAnswer("Ada", "t/a", "Kim", competency, rating, "2026-11-20")
        for competency, rating in (("coding", 4.0), ("debugging", 2.0), ("collaboration", 1.0))
    ]
    (found,) = usage.answers(rows, {"t/a": ["coding", "debugging"]})
    assert found.score == 3
    # Of a question that is gone, nobody knows what it was about.
    (gone,) = usage.answers(rows, {})
    assert gone.score == pytest.approx(7 / 3)


def test_what_tells_people_apart_is_learnt_from_scorecards_and_a_kit_can_use_it(run: Run, tmp_path: Path) -> None:
    """Thirty candidates answered two questions; one of them tells them apart as the rest of their ratings do."""
    assert run("init", "hiring").code == 0
    store = workspace.open(tmp_path / "hiring").store()
    telling, idle = "theory/noisy-labels", "theory/lost-labels"
    for number in range(40):
        name, skill = f"C{number:02}", 1 + number % 4
        given = [Given(telling, 1, "a", "why"), Given(idle, 1, "b", "other"), Given("math/two-coins", 1, "c", "sums")]
        store.give_kit(name, role="researcher", level="mid", seed=number, questions=given, content="{}", actor="t")
        for interview, rating in (("why", skill), ("other", 1 + (number * 7 + number // 4) % 4), ("sums", skill)):
            rated = (CardRating("ml-foundations", float(rating), None, ""),)
            card = Card("researcher", name, "Kim", interview, "yes", f"2026-10-{1 + number % 28:02}", rated, "{}")
            store.add_scorecards([card], source="t", actor="t")
    about = {name: ["ml-foundations"] for name in (telling, idle, "math/two-coins")}
    rows = {row.question: row for row in usage.figures(usage.answers(store.rated_answers(), about))}
    assert rows[telling].discrimination is not None
    assert rows[idle].discrimination is not None
    assert rows[telling].discrimination > rows[idle].discrimination + 0.3
    place = ("--library", str(LIBRARY), "--workspace", "hiring")
    built = run(
        *place, "kit", "build", "researcher", "--level", "mid", "--candidate", "New", "--exposure", "1", "--json"
    )
    asked = {question["id"] for entry in json.loads(built.stdout)["rounds"] for question in entry["questions"]}
    # The two are enemies: one of them is asked.
    assert asked & {telling, idle} == {telling}


def simulated(dice: np.random.Generator, candidates: int, leak: float = 0.0) -> list[usage.Answer]:
    """Ratings of four answers each to twelve questions; from the middle on, those to the first are better by `leak`."""
    ability, difficulty = dice.normal(size=candidates), dice.normal(size=12) * 0.7
    severity = dice.normal(0, 0.4, 6)
    answers = []
    for candidate in range(candidates):
        for question in dice.choice(12, 4, replace=False):
            interviewer = int(dice.integers(6))
            latent = ability[candidate] - difficulty[question] - severity[interviewer] + 0.55 * dice.logistic()
            latent += leak if question == 0 and candidate >= candidates // 2 else 0.0
            rating = 1 + int(latent > -1) + int(latent > 0) + int(latent > 1)
            answers.append(
                usage.Answer(f"c{candidate:04}", f"t/q{question:02}", f"i{interviewer}", rating, f"{candidate:04}")
            )
    return answers


def test_nothing_is_told_of_a_question_with_fewer_than_thirty_scores() -> None:
    found = usage.figures(simulated(np.random.default_rng(1), 60))
    assert all((row.difficulty is None) == (row.scores < 30) for row in found)
    assert any(row.scores < 30 for row in found)


def test_a_strict_interviewer_does_not_make_a_question_look_hard() -> None:
    answers = [
        usage.Answer(f"c{number}", f"t/{'ab'[number % 2]}", "strict" if number % 2 else "kind", 2.0 + (1 - number % 2))
        for number in range(80)
    ]
    # Both interviewers also rate a third question, and there each of them rates as they do.
    answers += [usage.Answer(f"c{number}", "t/c", "strict", 2.0) for number in range(0, 80, 2)]
    answers += [usage.Answer(f"c{number}", "t/c", "kind", 3.0) for number in range(1, 80, 2)]
    by_id = {row.question: row for row in usage.figures(answers)}
    assert by_id["t/a"].difficulty is not None
    assert by_id["t/b"].difficulty is not None
    raw = by_id["t/a"].raw_mean - by_id["t/b"].raw_mean
    assert raw == pytest.approx(1.0)
    assert abs(by_id["t/b"].difficulty - by_id["t/a"].difficulty) < 0.3 * raw


def test_the_order_of_rows_is_irrelevant() -> None:
    answers = simulated(np.random.default_rng(2), 120)
    assert usage.figures(answers) == usage.figures(answers[::-1])


def test_a_question_that_has_got_out_is_found_and_others_are_left_alone() -> None:
    found = false = 0
    for seed in range(6):
        rows = usage.figures(simulated(np.random.default_rng(seed), 300, leak=2.0))
        found += rows[0].alarm_at is not None
        false += sum(row.alarm_at is not None for row in rows[1:])
    assert found >= 5
    # 66 questions with some 70 scores each beyond the first 30; one in 550 is a false alarm.
    assert false <= 16


@pytest.mark.parametrize(("limit", "slack", "run"), [(4.0, 0.5, 335.4), (5.0, 0.5, 930.9)])
def test_run_lengths_of_the_alarm_are_those_that_are_published(limit: float, slack: float, run: float) -> None:
    """Twice the two-sided run lengths, 168 and 465, of Montgomery, Introduction to Statistical Quality Control."""
    assert cusum.average_run(limit, slack) == pytest.approx(run, rel=0.01)


def test_the_threshold_gives_the_run_length_that_is_asked_for() -> None:
    for slack in (0.4, 0.57, 0.8):
        assert cusum.average_run(cusum.threshold(slack, 550.0), slack) == pytest.approx(550, rel=0.01)
