"""hiretool score agreement, reliability and components: files in, figures out, and what users get wrong."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import SHARED, Run

DEMO = Path(__file__).resolve().parents[1] / "hiretool" / "demo" / "scorecards.csv"
DATA = SHARED / "data" / "scoring"
NORMAL = ["role", "candidate", "interviewer", "competency", "rating"]

# Krippendorff 2011, example C: a row a unit, a column a coder.
C_DATA = "11 1|2232|3333|3333|2222|1234|4444|1121|2222| 555|  11|  3 "


def written(name: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> Path:
    text = io.StringIO()
    csv.writer(text).writerows([header, *rows])
    path = Path(name)
    path.write_text(text.getvalue(), encoding="utf-8")
    return path


def long(cells: str) -> Path:
    """A table of single digits as a file with a row a rating, gaps included."""
    rows = [
        (f"unit {u}", f"coder {r}", value.strip())
        for u, row in enumerate(cells.split("|"))
        for r, value in enumerate(row)
    ]
    return written("long.csv", ["item", "coder", "mark"], rows)


def cards(rows: Iterable[Sequence[object]]) -> Path:
    return written("cards.csv", NORMAL, rows)


def taken(run: Run, *arguments: object) -> dict[str, Any]:
    """The JSON that a command writes."""
    done = run("score", *arguments, "--json")
    assert done.code == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout, parse_constant=lambda text: pytest.fail(f"{text} in JSON"))
    assert found["schema"] == 1
    return found


def agreement(run: Run, file: object, *more: object) -> dict[str, Any]:
    return taken(run, "agreement", file, "--unit", "item", "--rater", "coder", "--value", "mark", *more)


# Agreement.


def test_any_file_in_long_form_has_its_agreement(run: Run) -> None:
    found = agreement(run, long(C_DATA))
    assert {name: round(value, 4) for name, value in found["krippendorff_alpha"].items()} == {
        "nominal": 0.7434,
        "ordinal": 0.8154,
        "interval": 0.8491,
        "ratio": 0.7974,
    }
    assert (found["n_units"], found["n_raters"], found["n_ratings"]) == (12, 4, 41)
    assert (found["n_units_compared"], found["n_units_left_out"], found["n_blank"]) == (11, 1, 7)


def test_figures_are_plain_numbers_with_intervals_beside_them(run: Run) -> None:
    found = agreement(run, long(C_DATA))
    low, high = found["intervals"]["krippendorff_alpha"]["ordinal"]
    assert low < found["krippendorff_alpha"]["ordinal"] < high
    assert set(found["icc"]) == set(found["intervals"]["icc"]) == {"icc1", "icc2", "icc3", "icc1k", "icc2k", "icc3k"}
    for name in ("cohen_kappa", "fleiss_kappa"):
        assert isinstance(found[name], float)
        assert len(found["intervals"][name]) == 2
    assert set(found["weighted_kappa"]) == {"linear", "squared"}
    assert [pair["n_units"] for pair in found["pairs"]] == sorted(
        (pair["n_units"] for pair in found["pairs"]), reverse=True
    )


def test_intervals_of_scorecards_are_made_of_candidates(run: Run) -> None:
    rows = [
        ("r", f"c{number}", who, what, 1 + (number + place * (number % 3)) % 4)
        for number in range(12)
        for place, who in enumerate("xy")
        for what in "ab"
    ]
    found = taken(run, "agreement", cards(rows))
    assert (found["n_units_compared"], found["n_clusters"]) == (24, 12)
    assert found["cluster"] == ["role", "candidate"]
    apart = taken(run, "agreement", cards(rows), "--unit", "candidate", "--unit", "competency")
    assert apart["n_clusters"] == 24
    assert apart["krippendorff_alpha"] == found["krippendorff_alpha"]
    wide, narrow = (one["intervals"]["krippendorff_alpha"]["ordinal"] for one in (found, apart))
    assert wide[1] - wide[0] > narrow[1] - narrow[0]


def test_the_same_seed_gives_the_same_file(run: Run) -> None:
    one, again = agreement(run, long(C_DATA), "--seed", 3), agreement(run, long(C_DATA), "--seed", 3)
    assert one == again
    assert one["intervals"]["krippendorff_alpha"] != agreement(run, long(C_DATA))["intervals"]["krippendorff_alpha"]


def test_scorecards_need_no_options(run: Run) -> None:
    found = taken(run, "agreement", DEMO)
    assert found["unit"] == ["role", "candidate", "competency"]
    assert found["n_ratings"] == 119
    assert found["n_blank"] == 13
    assert -1 <= found["krippendorff_alpha"]["ordinal"] <= 1


def test_the_table_fits_a_terminal_and_says_when_not_to_use_it(run: Run) -> None:
    done = run("score", "agreement", DEMO)
    assert done.code == 0
    assert done.stderr == ""
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert "WHEN NOT TO USE THEM" in done.stdout
    assert "alpha, ordinal" in done.stdout


@pytest.mark.parametrize("format", ["csv", "markdown", "html", "xlsx", "docx", "pdf"])
def test_it_is_written_in_every_format(run: Run, format: str) -> None:
    assert run("score", "agreement", DEMO, "--format", format, "-o", f"out.{format}").code == 0
    assert Path(f"out.{format}").stat().st_size > 200


def test_words_are_compared_as_words(run: Run) -> None:
    rows = [(f"u{n}", who, ["red", "blue"][(n + n % 3 * who) % 2]) for n in range(12) for who in (0, 1)]
    found = agreement(run, written("words.csv", ["item", "coder", "mark"], rows))
    assert isinstance(found["krippendorff_alpha"]["nominal"], float)
    assert found["krippendorff_alpha"]["ordinal"] is None
    assert "are words" in found["reasons"]["krippendorff_alpha.ordinal"]
    assert found["within_one"] is None


def test_all_equal_is_null_with_a_sentence(run: Run) -> None:
    file = cards(("r", f"c{n}", who, "coding", 3) for n in range(12) for who in ("x", "y"))
    found = taken(run, "agreement", file)
    assert found["krippendorff_alpha"] == dict.fromkeys(("nominal", "ordinal", "interval", "ratio"))
    assert found["cohen_kappa"] is None
    assert set(found["reasons"].values()) == {
        "All ratings are equal, so there is no difference between units that raters could agree on."
    }
    shown = run("score", "agreement", file).stdout
    assert "All ratings are equal" in shown
    assert "nan" not in shown.lower()


def test_of_two_interviews_by_one_person_the_first_counts_whatever_the_order_of_rows(run: Run) -> None:
    header = ["role", "candidate", "interviewer", "interview", "competency", "rating", "submitted_at"]
    rows = [
        (*row, "one", "coding", value, "2026-11-01") for row, value in ((("r", "Ada", "x"), 3), (("r", "Ada", "y"), 3))
    ]
    late = ("r", "Ada", "x", "two", "coding", 1, "2026-11-09T08:00:00+01:00")
    other = [("r", "Eve", who, "one", "coding", 1, "") for who in ("x", "y")]
    for order in ([*rows, late, *other], [late, *rows, *other]):
        found = taken(run, "agreement", written("twice.csv", header, order))
        assert found["n_repeated"] == 1
        assert found["same"] == 1


def test_one_role_of_a_file_can_be_chosen(run: Run) -> None:
    file = cards((role, f"c{n}", who, "coding", 1 + n % 4) for role in ("a", "b") for n in range(5) for who in "xy")
    assert taken(run, "agreement", file, "--role", "b")["n_units"] == 5
    done = run("score", "agreement", file, "--role", "bb")
    assert done.code == 1
    assert "has no scorecard for role 'bb'. Did you mean 'b'?" in done.stderr


def test_mixed_counts_between_two_and_three_in_any_file(run: Run) -> None:
    file = cards(("r", f"c{n}", who, "coding", ["mixed", 4][n % 2]) for n in range(12) for who in "xy")
    assert taken(run, "agreement", file)["krippendorff_alpha"]["interval"] == 1
    assert taken(run, "agreement", file, "--unit", "candidate")["krippendorff_alpha"]["interval"] == 1


def test_standard_input_is_read(run: Run) -> None:
    done = run("score", "agreement", "-", "--json", input=DEMO.read_bytes())
    assert json.loads(done.stdout)["n_ratings"] == 119


def test_without_a_file_the_workspace_is_used(run: Run) -> None:
    run("init", "ws")
    assert run("--workspace", "ws", "scorecard", "import", DEMO).code == 0
    done = run("--workspace", "ws", "score", "agreement", "--json")
    assert done.code == 0, done.stderr
    assert json.loads(done.stdout)["krippendorff_alpha"] == taken(run, "agreement", DEMO)["krippendorff_alpha"]


def test_a_file_in_another_form_is_told_which_options_name_its_columns(run: Run) -> None:
    done = run("score", "agreement", long(C_DATA))
    assert done.code == 1
    assert "lacks the column role" in done.stderr
    assert "--unit COL --rater COL --value COL" in done.stderr


def test_a_misspelt_column_is_told_what_was_meant(run: Run) -> None:
    done = run("score", "agreement", long(C_DATA), "--unit", "itme", "--rater", "coder", "--value", "mark")
    assert done.code == 1
    assert done.stderr.strip().endswith("row 1: has no column 'itme'. Did you mean 'item'?")


def test_a_slip_among_numbers_is_an_error_with_its_row(run: Run) -> None:
    rows = [(f"u{n}", who, 1 + (n + who) % 4) for n in range(12) for who in (0, 1)]
    file = written("slip.csv", ["item", "coder", "mark"], [*rows, ("u12", 0, "3o")])
    done = run("score", "agreement", file, "--unit", "item", "--rater", "coder", "--value", "mark")
    assert done.code == 1
    assert "row 26: mark: expected a number, got '3o'" in done.stderr


@pytest.mark.parametrize("command", [["agreement"], ["reliability"], ["components", "--terms", "candidate"]])
@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", bytes(range(256)), b"role\n", b"PK\x03\x04nothing"])
def test_what_is_no_table_is_an_error_in_words(run: Run, command: list[str], content: bytes) -> None:
    Path("odd.csv").write_bytes(content)
    done = run("score", command[0], "odd.csv", *command[1:])
    assert done.code == 1
    assert done.stderr.startswith("Error: ")
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


# Reliability.


def test_a_noise_audit_is_told_in_points(run: Run) -> None:
    found = taken(run, "reliability", DEMO, "--role", "ml-engineer", "--level", "senior")
    noise = found["noise"]
    assert noise["system"] ** 2 == pytest.approx(noise["level"] ** 2 + noise["pattern"] ** 2 + noise["occasion"] ** 2)
    assert found["differences"]["n_pairs"] > 0
    assert found["differences"]["typical"] == pytest.approx(noise["expected_difference"], rel=0.3)
    assert {row["term"] for row in found["components"]} >= {"candidate", "interviewer", "residual"}
    role = found["roles"][0]
    assert role["role"] == "ml-engineer"
    assert [row["interviewers"] for row in role["dependability"]] == list(range(1, 9))
    assert set(role["enough"]) == {"0.7", "0.8"}


def test_the_page_says_how_many_interviewers_are_enough(run: Run) -> None:
    done = run("score", "reliability", DEMO)
    assert done.code == 0
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert "typically" in done.stdout
    assert "HOW MANY INTERVIEWERS ARE ENOUGH: ML-ENGINEER" in done.stdout
    assert "lean on what is usual elsewhere" in done.stdout


def test_one_rating_is_enough_for_an_audit_that_says_how_little_it_is(run: Run) -> None:
    done = run("score", "reliability", cards([("r", "Ada", "Bo", "coding", 3)]))
    assert done.code == 0
    assert "No candidate was rated on one competency by two interviewers" in done.stdout
    assert "The library has no role 'r'" in done.stderr


def test_more_competencies_than_a_role_has_are_an_error(run: Run) -> None:
    done = run("score", "reliability", cards([("r", "Ada", "Bo", "coding", 3)]), "--each", 2)
    assert done.code == 1
    assert "The role has 1 competency, so no interviewer can rate 2." in done.stderr


# Components.


def test_components_of_equal_values_are_zero_and_said_to_be(run: Run) -> None:
    file = cards(("r", f"c{n}", who, "coding", 3) for n in range(6) for who in "xy")
    found = taken(run, "components", file, "--terms", "candidate,interviewer")
    assert set(found["variance"].values()) == {0}
    assert set(found["share"].values()) == {None}
    assert found["criterion"] is None


def test_components_are_those_of_the_analysis_of_variance_on_a_complete_table(run: Run) -> None:
    """Shrout and Fleiss 1979, by hand from their mean squares: (BMS - EMS) / 4, (JMS - EMS) / 6, EMS."""
    cells = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]]
    rows = [(u, r, value) for u, row in enumerate(cells) for r, value in enumerate(row)]
    found = taken(run, "components", written("sf.csv", ["u", "j", "y"], rows), "--rating", "y", "--terms", "u,j")
    assert found["variance"]["u"] == pytest.approx((11.2417 - 1.0194) / 4, abs=1e-4)
    assert found["variance"]["j"] == pytest.approx((32.4861 - 1.0194) / 6, abs=1e-4)
    assert found["variance"]["residual"] == pytest.approx(1.0194, abs=1e-4)
    assert sum(found["share"].values()) == pytest.approx(1)
    assert found["levels"] == {"u": 6, "j": 4}
    assert found["n"] == 24
    assert found["converged"] is True


def test_levels_of_fixed_terms_are_named_as_in_the_file(run: Run) -> None:
    rows = [
        (u, kind, u + (kind == "late") * 2 + (u * 7 + n) % 3)
        for u in range(8)
        for n in (0, 1)
        for kind in ("early", "late")
    ]
    file = written("fixed.csv", ["u", "kind", "y"], rows)
    found = taken(run, "components", file, "--rating", "y", "--terms", "u", "--fixed", "kind")
    assert set(found["fixed"]) == {"(mean)", "kind=late"}
    assert found["fixed"]["kind=late"] == pytest.approx(2)


@pytest.mark.parametrize(
    ("terms", "fixed", "words"),
    [
        ("candidate,row", "", "'row' has a level of its own for each of the 12 rows"),
        ("candidate,role", "", "'role' has one level only"),
        ("candidate,other", "", "'candidate' and 'other' divide the rows in the same way"),
        ("candidate,interviewer", "other", "'candidate' follows from the fixed 'other'"),
        ("candidat", "", "has no column 'candidat'. Did you mean 'candidate'?"),
        ("candidate:competency", "", "has no column 'competency'"),
        (",", "", "There is no term"),
    ],
)
def test_terms_that_cannot_be_told_apart_are_an_error_in_words(run: Run, terms: str, fixed: str, words: str) -> None:
    rows = [("r", f"c{n}", f"C{n}", who, n * 2 + k, 1 + (n + k) % 4) for n in range(6) for k, who in enumerate("xy")]
    file = written("odd.csv", ["role", "candidate", "other", "interviewer", "row", "rating"], rows)
    done = run("score", "components", file, "--terms", terms, *(["--fixed", fixed] if fixed else []))
    assert done.code == 1
    assert words in done.stderr


def test_blank_cells_of_a_term_are_a_level_and_said_to_be(run: Run) -> None:
    rows = [(f"c{n % 4}" if n % 4 else "", n % 3, n * n % 5) for n in range(24)]
    done = run("score", "components", written("b.csv", ["c", "j", "y"], rows), "--rating", "y", "--terms", "c,j")
    assert done.code == 0
    assert "6 rows have nothing in c; they are taken for a level of their own." in done.stdout


@pytest.mark.skipif(not DATA.exists(), reason="real data is not here")
@pytest.mark.parametrize(
    ("file", "rating", "terms", "expected", "criterion"),
    [
        ("lme4_Penicillin.csv", "diameter", "plate,sample", [0.7169, 3.7311, 0.3024], 330.860589),
        ("lme4_Pastes.csv", "strength", "batch,cask:batch", [1.6573, 8.4337, 0.6780], 246.990746),
        ("lme4_Dyestuff.csv", "Yield", "Batch", [1764.05, 2451.25], 319.654277),
        ("lme4_Dyestuff2.csv", "Yield", "Batch", [0, 13.8063], 161.828278),
    ],
)
def test_components_of_real_data_are_those_of_lme4(
    run: Run, file: str, rating: str, terms: str, expected: list[float], criterion: float
) -> None:
    found = taken(run, "components", DATA / file, "--rating", rating, "--terms", terms)
    assert list(found["variance"].values()) == pytest.approx(expected, rel=1e-4)
    assert found["criterion"] == pytest.approx(criterion, abs=1e-3)
