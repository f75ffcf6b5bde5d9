"""hiretool score table and sensitivity, as somebody uses them."""

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
HEADER = "role,candidate,interviewer,interview,competency,rating\n"


def table(run: Run, *options: object) -> dict[str, dict[str, object]]:
    done = run("score", "table", *options, *SENIOR, "--json")
    assert done.code == 0, done.stderr
    return {row["candidate"]: row for row in json.loads(done.stdout)["candidates"]}


def test_each_score_stands_with_its_interval_its_chance_and_the_raw_mean(run: Run) -> None:
    for row in table(run, CARDS).values():
        assert 1 <= row["low"] < row["score"] < row["high"] <= 4  # type: ignore[operator]
        assert 0 <= row["p_above_bar"] <= 1  # type: ignore[operator]
        assert row["score"] - row["uncorrected"] == pytest.approx(row["correction"], abs=2e-6)  # type: ignore[operator]
        assert row["rank_low"] - 0.5 <= row["expected_rank"] <= row["rank_high"] + 0.5  # type: ignore[operator]
        assert row["raw_mean"] is not None


def test_the_table_fits_a_terminal_of_80_columns(run: Run) -> None:
    done = run("score", "table", CARDS, *SENIOR, "--explain")
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert "candidates rated together" in done.stdout or "shared candidates" in done.stdout
    assert "people decide" in done.stdout.replace("\n", " ")


def test_the_csv_and_the_json_tell_the_same(run: Run) -> None:
    done = run("score", "table", CARDS, *SENIOR, "--format", "csv")
    rows = {row["candidate"]: row for row in csv.DictReader(io.StringIO(done.stdout))}
    for name, row in table(run, CARDS).items():
        assert float(rows[name]["score"]) == pytest.approx(row["score"])
        assert list(rows[name]) == list(row)


def test_a_higher_bar_lowers_each_chance_and_no_score(run: Run) -> None:
    low, high = table(run, CARDS, "--bar", "2"), table(run, CARDS, "--bar", "3.5")
    assert all(high[name]["p_above_bar"] < row["p_above_bar"] for name, row in low.items())  # type: ignore[operator]
    assert {name: row["score"] for name, row in low.items()} == {name: row["score"] for name, row in high.items()}


def test_a_bar_off_the_scale_is_wrong_usage(run: Run) -> None:
    done = run("score", "table", CARDS, *SENIOR, "--bar", "5")
    assert done.code == 2
    assert "5" in done.stderr


def test_flagged_pairs_do_not_count_and_the_score_with_them_stands_beside(run: Run, tmp_path: Path) -> None:
    first = next(csv.DictReader(io.StringIO(CARDS.read_text(encoding="utf-8"))))
    pair = {name: first[name] for name in ("candidate", "interviewer")}
    flagged = tmp_path / "conflicts.csv"
    with flagged.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*pair, "reason"])
        writer.writeheader()
        writer.writerow({**pair, "reason": "referred the candidate"})
    without, whole = table(run, CARDS, "--conflicts", flagged), table(run, CARDS)
    name = pair["candidate"]
    assert without[name]["n_interviewers"] == whole[name]["n_interviewers"] - 1  # type: ignore[operator]
    assert without[name]["with_conflicts"] == pytest.approx(whole[name]["score"], abs=1e-5)
    assert whole[name]["with_conflicts"] is None


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("candidate,who\nAda,x\n", "lacks the column interviewer"),
        ("candidate,interviewer\nAda,\n,x\n", "row 2: needs both"),
        ("", "lacks the column candidate"),
        ("\x00\x01\x02", "NUL byte"),
    ],
)
def test_a_bad_file_of_conflicts_is_told_with_its_place(run: Run, tmp_path: Path, content: str, said: str) -> None:
    (tmp_path / "conflicts.csv").write_text(content, encoding="utf-8")
    done = run("score", "table", CARDS, *SENIOR, "--conflicts", "conflicts.csv")
    assert done.code == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_one_rating_gives_an_interval_and_no_rank(run: Run, tmp_path: Path) -> None:
    (tmp_path / "one.csv").write_text(HEADER + "ml-engineer,Ada,x,design,coding,4\n", encoding="utf-8")
    row = table(run, "one.csv")["Ada"]
    assert row["high"] - row["low"] > 0.8  # type: ignore[operator]
    assert row["rank_low"] is None
    said = run("score", "table", "one.csv", *SENIOR).stdout.replace("\n", " ")
    assert "no order of candidates is given" in said


def test_what_one_role_says_of_an_interviewer_is_a_prior_for_the_next(run: Run, tmp_path: Path) -> None:
    rows = ["role,candidate,interviewer,interview,competency,rating"]
    for number in range(12):
        for who, value in (("strict", 2), ("mild", 3), ("other", 3)):
            rows += [f"ml-engineer,c{number},{who},design,{name},{value}" for name in ("coding", "debugging")]
    for number in range(3):
        for who, value in (("strict", 2), ("mild", 3)):
            rows += [f"data-engineer,d{number},{who},design,{name},{value}" for name in ("coding", "debugging")]
    (tmp_path / "cards.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    assert run("init", "hiring").code == 0
    assert run("--workspace", "hiring", "scorecard", "import", "cards.csv").code == 0
    asked = ("--workspace", "hiring", "score", "table", "--role", "data-engineer", "--extra", "ignore", "--json")
    before = json.loads(run(*asked).stdout)
    kept = run("--workspace", "hiring", "score", "table", *SENIOR, "--remember")
    assert kept.code == 0
    assert "3 interviewers is kept for other roles" in kept.stderr
    after = json.loads(run(*asked).stdout)

    def strict(found: dict[str, list[dict[str, object]]]) -> object:
        return next(row["severity"] for row in found["interviewers"] if row["interviewer"] == "strict")

    assert strict(before) is None
    assert strict(after) > 0.2  # type: ignore[operator]


def test_remembering_needs_a_workspace_and_no_file(run: Run) -> None:
    assert run("score", "table", CARDS, *SENIOR, "--remember").code == 2


def test_weights_are_moved_and_chance_stands_beside(run: Run) -> None:
    done = run("score", "sensitivity", CARDS, *SENIOR, "--json")
    found = json.loads(done.stdout)
    assert {row["candidate"] for row in found["candidates"]} == set(table(run, CARDS))
    assert sorted(row["rank"] for row in found["candidates"]) == list(range(1, 7))
    assert 0 < found["places_by_weights"] < found["places_by_noise"]
    assert sum(row["first"] for row in found["candidates"]) == pytest.approx(1, abs=1e-3)
    loose = json.loads(run("score", "sensitivity", CARDS, *SENIOR, "--concentration", "5", "--json").stdout)
    assert loose["places_by_weights"] > found["places_by_weights"]


def test_one_candidate_has_no_order_to_change(run: Run, tmp_path: Path) -> None:
    (tmp_path / "one.csv").write_text(HEADER + "ml-engineer,Ada,x,design,coding,4\n", encoding="utf-8")
    done = run("score", "sensitivity", "one.csv", *SENIOR)
    assert done.code == 1
    assert "no order to change" in done.stderr


def test_a_role_says_its_own_bar_and_its_own_usual_spread(run: Run, tmp_path: Path) -> None:
    own = tmp_path / "own" / "rubrics" / "roles"
    own.mkdir(parents=True)
    text = (shipped.root() / "rubrics" / "roles" / "ml-engineer.yaml").read_text(encoding="utf-8")
    text += "\nscoring:\n  bar: 2\n  spread: {interviewer: 0.01, 'interviewer:competency': 0.01}\n"
    (own / "ml-engineer.yaml").write_text(text, encoding="utf-8")
    done = run("--library", tmp_path / "own", "score", "table", CARDS, *SENIOR, "--json")
    assert done.code == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["bar"] == 2
    assert max(abs(row["correction"]) for row in found["candidates"]) < 0.02
