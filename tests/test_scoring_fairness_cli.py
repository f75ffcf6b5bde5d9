"""hiretool score fairness: what goes in, what comes out, and what is said when it cannot."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path

import pytest
import xlsxwriter

from tests import browser, read_back
from tests.conftest import Run
from tests.test_bad_input import fails, left_in

Counts = dict[str, tuple[int, int]]
"""Group -> (selected, people)."""


def rows_of(counts: Counts) -> list[tuple[str, str, str]]:
    """(candidate, selected, group)."""
    return [
        (f"Zzyzx {value} {place}", str(int(place < selected)), value)
        for value, (selected, n) in counts.items()
        for place in range(n)
    ]


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """outcomes.csv and groups.csv: 12 of 40 women and 48 of 80 men selected."""
    rows = rows_of({"Female": (12, 40), "Male": (48, 80)})
    outcomes = [f"{name},{selected},{3 - place / 1000:.3f}" for place, (name, selected, _) in enumerate(rows)]
    groups = [f"{name};{sex};{'AB'[place % 2]}" for place, (name, _, sex) in enumerate(rows)]
    (tmp_path / "outcomes.csv").write_text("\n".join(["candidate,selected,score", *outcomes]), encoding="utf-8")
    (tmp_path / "groups.csv").write_text("\n".join(["candidate;sex;race", *groups]), encoding="utf-8")
    return tmp_path


WITH_GROUPS = ("score", "fairness", "outcomes.csv", "--groups", "groups.csv", "--group", "sex")


def test_json_has_an_axis_for_each_group_and_measure(run: Run, files: Path) -> None:
    done = run(*WITH_GROUPS, "--json")
    assert (done.code, done.stderr) == (0, "")
    data = json.loads(done.stdout)
    assert (data["schema"], data["kind"], data["n"]) == (1, "fairness", 120)
    assert [(axis["group"], axis["measure"]) for axis in data["axes"]] == [("sex", "selection"), ("sex", "scoring")]
    groups = {group["value"]: group for group in data["axes"][0]["groups"]}
    women, men = groups["Female"], groups["Male"]
    assert (women["n"], women["selected"], women["rate"], women["impact_ratio"]) == (40, 12, 0.3, 0.5)
    assert (women["flagged"], women["reference"], men["flagged"], men["reference"]) == (True, False, False, True)
    assert women["fisher_p"] == pytest.approx(0.0034, abs=5e-5)
    assert women["interval"] == pytest.approx([0.30, 0.83], abs=0.005)
    assert women["interval_score"] == pytest.approx([0.293, 0.794], abs=0.0005)
    assert (men["impact_ratio"], men["fisher_p"], men["interval"]) == (1.0, None, None)
    assert women["one_different_person"]["impact_ratio"] == pytest.approx((13 / 40) / (47 / 80))
    assert 0 < women["chance_if_equal"] < 1
    assert (women["under_two_percent"], data["axes"][0]["unknown"]) == (False, 0)


def test_the_page_says_that_it_is_evidence_and_no_finding(run: Run, files: Path) -> None:
    done = run(*WITH_GROUPS)
    text = " ".join(done.stdout.split())
    assert "In 2 comparisons with the group of the highest rate" in text
    assert "That is a reason to look, not a finding." in text
    assert "Female: 12 of 40 selected, against 48 of 80 of Male; the ratio is 0.50, below four fifths." in text
    assert "An independent audit. New York City's Local Law 144 asks for one by an independent auditor" in text
    assert all(len(line) <= 80 for line in done.stdout.splitlines())


@pytest.mark.parametrize("format", ["table", "json", "html", "pdf", "docx", "markdown", "csv", "xlsx"])
def test_every_format_is_written_and_none_has_a_name_of_a_candidate(run: Run, files: Path, format: str) -> None:
    done = run(*WITH_GROUPS, "--group", "race", "--intersect", "--format", format, "-o", "report")
    assert (done.code, done.stderr) == (0, "Wrote report\n")
    content = (files / "report").read_bytes()
    assert content
    assert b"Zzyzx" not in content


def test_csv_has_a_row_for_each_group(run: Run, files: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run(*WITH_GROUPS, "--format", "csv").stdout)))
    assert [(row["group"], row["measure"], row["value"]) for row in rows] == [
        ("sex", "selection", "Male"),
        ("sex", "selection", "Female"),
        ("sex", "scoring", "Female"),
        ("sex", "scoring", "Male"),
    ]
    assert (rows[1]["impact_ratio"], rows[1]["flagged"], rows[0]["interval_low"]) == ("0.5", "True", "")


def test_kinds_of_group_can_be_crossed(run: Run, files: Path) -> None:
    data = json.loads(run(*WITH_GROUPS, "--group", "race", "--intersect", "--json").stdout)
    assert list(dict.fromkeys(axis["group"] for axis in data["axes"])) == ["sex", "race", "sex x race"]
    assert data["comparisons"] == 2 * (1 + 1 + 3)


def test_groups_beside_the_outcomes_do_too_and_are_warned_of(run: Run, tmp_path: Path) -> None:
    (tmp_path / "all.csv").write_text("candidate,selected,sex\nA,yes,F\nB,no,M\n", encoding="utf-8")
    done = run("score", "fairness", "all.csv", "--group", "SEX", "--json")
    data = json.loads(done.stdout)
    assert [group["value"] for group in data["axes"][0]["groups"]] == ["F", "M"]
    assert data["groups_source"] is None
    assert {"groups-beside-outcomes", "points-at-persons"} <= {entry["code"] for entry in data["warnings"]}


def test_standard_input_is_read_for_either_file(run: Run, files: Path) -> None:
    wanted = json.loads(run(*WITH_GROUPS, "--json").stdout)["axes"]
    for replaced in ("outcomes.csv", "groups.csv"):
        arguments = ["-" if argument == replaced else argument for argument in WITH_GROUPS]
        found = run(*arguments, "--json", input=(files / replaced).read_bytes())
        assert json.loads(found.stdout)["axes"] == wanted


def test_workbooks_are_read(run: Run, tmp_path: Path) -> None:
    def written(name: str, rows: Sequence[Sequence[object]]) -> None:
        book = xlsxwriter.Workbook(tmp_path / name)
        book.add_worksheet("Notes").write(0, 0, "nothing here")
        sheet = book.add_worksheet("Data")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
        book.close()

    written("outcomes.xlsx", [("Candidate", "Selected", "Score"), ("Ọlá", 1, 3.25), ("李", 0, 2.5), ("X", True, 2.75)])
    written("groups.xlsx", [("Candidate", "Sex"), ("Ọlá", "F"), ("李", "M"), ("X", "")])
    done = run("score", "fairness", "outcomes.xlsx", "--groups", "groups.xlsx", "--group", "sex", "--json")
    data = json.loads(done.stdout)
    assert [axis["unknown"] for axis in data["axes"]] == [1, 1]
    assert data["axes"][1]["median"]["value"] == 2.75


def test_a_score_table_written_by_hiretool_is_read(run: Run, tmp_path: Path) -> None:
    cards = ["role,candidate,interviewer,interview,competency,rating"]
    cards += [f"ml-engineer,C{n},I{who},find-out,debugging,{1 + (n + who) % 4}" for n in range(12) for who in (1, 2)]
    (tmp_path / "cards.csv").write_text("\n".join(cards), encoding="utf-8")
    (tmp_path / "groups.csv").write_text(
        "\n".join(["candidate,sex", *(f"C{n},{'FM'[n % 2]}" for n in range(12))]), encoding="utf-8"
    )
    made = run("score", "table", "cards.csv", "--role", "ml-engineer", "--extra", "ignore", "-o", "scores.csv")
    assert made.code == 0, made.stderr
    done = run("score", "fairness", "scores.csv", "--groups", "groups.csv", "--group", "sex", "--json")
    assert done.code == 0, done.stderr
    data = json.loads(done.stdout)
    assert data["axes"][0]["measure"] == "scoring"
    assert [entry["group"] for entry in data["correction"]] == ["sex"]


def test_before_and_after_the_correction_stand_side_by_side(run: Run, tmp_path: Path) -> None:
    text = "candidate,score,uncorrected,sex\nA,3.5,3,F\nB,3,2,F\nC,2.9,3,M\nD,1,1,M\n"
    (tmp_path / "scores.csv").write_text(text, encoding="utf-8")
    done = run("score", "fairness", "scores.csv", "--group", "sex")
    assert "Below four fifths after the correction and not before: M." in done.stdout
    data = json.loads(run("score", "fairness", "scores.csv", "--group", "sex", "--json").stdout)
    (entry,) = data["correction"]
    assert [group["flagged"] for group in entry["after"]["groups"]] == [False, True]
    assert not any(group["flagged"] for group in entry["before"]["groups"])


def test_small_groups_are_left_out_of_the_ratios_only_with_a_reason(run: Run, tmp_path: Path) -> None:
    rows = rows_of({"A": (30, 60), "B": (20, 60), "C": (1, 1)})
    (tmp_path / "o.csv").write_text("\n".join(["candidate,selected,g", *map(",".join, rows)]), encoding="utf-8")
    data = json.loads(run("score", "fairness", "o.csv", "--group", "g", "--json").stdout)
    assert data["axes"][0]["reference"] == "C"
    assert "small-reference" in {entry["code"] for entry in data["warnings"]}
    data = json.loads(
        run("score", "fairness", "o.csv", "--group", "g", "--leave-out-small", "one person", "--json").stdout
    )
    groups = {group["value"]: group for group in data["axes"][0]["groups"]}
    assert (data["axes"][0]["reference"], data["left_out_because"]) == ("A", "one person")
    assert (groups["C"]["n"], groups["C"]["rate"], groups["C"]["impact_ratio"], groups["C"]["left_out"]) == (
        1,
        1.0,
        None,
        True,
    )


@pytest.mark.parametrize(
    ("name", "content", "saying"),
    [
        ("empty.csv", b"", "is empty"),
        ("head.csv", b"candidate,selected,sex\n", "has a header and no rows"),
        ("binary.csv", b"\x7fELF\x00\xff\xfe\x81", "is not UTF-8"),
        ("broken.xlsx", b"PK\x03\x04 nothing", "is not a readable XLSX"),
        ("wrong.csv", b"who,hired\nA,1\n", "lacks the column candidate"),
        ("gone.csv", None, "does not exist"),
        ("rows.csv", b"candidate,selected,sex\nA,perhaps,F\n", "expected 1 or 0, yes or no, got 'perhaps'"),
    ],
)
def test_a_file_that_cannot_be_used_ends_in_a_line(
    run: Run, tmp_path: Path, name: str, content: bytes | None, saying: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    before = left_in(tmp_path)
    fails(run("score", "fairness", name, "--group", "sex", "-o", "report.html"), saying=saying)
    assert left_in(tmp_path) == before


def test_wrong_usage_says_what_is_missing(run: Run, files: Path) -> None:
    fails(run("score", "fairness", "outcomes.csv"), 2, "Missing option '--group'")
    fails(run("score", "fairness", "-", "--groups", "-", "--group", "sex"), 2, "Only one of OUTCOMES and --groups")
    fails(
        run("score", "fairness", "outcomes.csv", "--group", "sex"),
        saying="has no column 'sex'. Name the file that has it with --groups.",
    )
    fails(run(*WITH_GROUPS, "--smallest", "0"), 2, "not in the range x>=1")


@pytest.mark.slow
def test_the_page_fits_a_telephone_and_stands_out_in_the_dark(run: Run, files: Path) -> None:
    chromium = browser.chromium()
    if chromium is None:
        pytest.skip("no Chromium: neither /usr/bin/chromium nor the CHROMIUM variable names one")
    done = run(*WITH_GROUPS, "--group", "race", "--intersect", "--format", "html")
    assert list(read_back.html(done.raw).all("svg"))
    for width in (1280, 390):
        found = browser.widths(chromium, done.raw, width, files / f"page-{width}")
        assert found["page"] <= width
    assert not browser.faint_texts(chromium, done.raw, files / "dark", dark=True, least=4.5)
