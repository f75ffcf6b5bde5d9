"""CSV or XLSX -> the normal form of scorecards, and every row that cannot be taken."""

from __future__ import annotations

import contextlib
import csv
import datetime
import io
import math
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from hiretool import scoring, writers
from hiretool.errors import HiretoolError, Problems
from hiretool.model import RECOMMENDATIONS
from hiretool.scoring import source
from hiretool.scoring.documents import normal_form, rejected_rows
from hiretool.scoring.normal import LONGEST, REQUIRED

HEADER = list(scoring.COLUMNS)
FILE = Path("cards.csv")


def row(**cells: Any) -> dict[str, Any]:
    """A good row, but for what is said."""
    good = {
        "role": "engineer",
        "candidate": "Ada",
        "interviewer": "Bo",
        "interview": "find-out",
        "competency": "debugging",
        "rating": "3",
        "note": "",
        "recommendation": "yes",
        "submitted_at": "2026-09-01",
    }
    return good | cells


def as_csv(rows: Iterable[Mapping[str, Any]], header: Sequence[str] = HEADER, **options: Any) -> bytes:
    target = io.StringIO(newline="")
    writer = csv.writer(target, **{"lineterminator": "\n", **options})
    writer.writerow(header)
    writer.writerows([cells.get(name, "") for name in header] for cells in rows)
    return target.getvalue().encode()


def as_xlsx(sheets: Mapping[str, Sequence[Sequence[Any]]], at: tuple[int, int] = (0, 0)) -> bytes:
    """A workbook whose cells have the types that Excel would give them; (formula, result) is a formula."""
    target = io.BytesIO()
    workbook = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False})
    day = workbook.add_format({"num_format": "yyyy-mm-dd"})
    for name, rows in sheets.items():
        sheet = workbook.add_worksheet(name)
        for number, cells in enumerate(rows, start=at[0]):
            for index, cell in enumerate(cells, start=at[1]):
                match cell:
                    case (formula, result):
                        sheet.write_formula(number, index, formula, None, result)
                    case bool():
                        sheet.write_boolean(number, index, cell)
                    case int() | float():
                        sheet.write_number(number, index, cell)
                    case datetime.date():
                        sheet.write_datetime(number, index, cell, day)
                    case str():
                        sheet.write_string(number, index, cell)
    workbook.close()
    return target.getvalue()


def workbook(*rows: Mapping[str, Any], at: tuple[int, int] = (0, 0)) -> bytes:
    return as_xlsx({"cards": [HEADER, *([cells[name] for name in HEADER] for cells in rows)]}, at)


def taken(raw: bytes) -> pd.DataFrame:
    return scoring.read(FILE, raw)


def only(raw: bytes) -> dict[str, Any]:
    """The one row that a file holds."""
    (found,) = taken(raw).to_dict("records")
    return {str(name): value for name, value in found.items()}


def refused(raw: bytes) -> str:
    with pytest.raises(HiretoolError) as found:
        taken(raw)
    return str(found.value)


def said(raw: bytes) -> list[tuple[int, str]]:
    """Row and reasons of what was rejected."""
    return [(entry.row, "; ".join(entry.reasons)) for entry in scoring.reading(FILE, raw).rejected]


# Ratings.


@pytest.mark.parametrize(
    ("text", "value", "label"),
    [
        *((str(value), float(value), None) for value in (1, 2, 3, 4)),
        ("3.0", 3.0, None),
        (" 3 ", 3.0, None),
        ("\u00a03", 3.0, None),
        ("mixed", 2.5, "mixed"),
        ("Mixed", 2.5, "mixed"),
        (" MIXED ", 2.5, "mixed"),
        ("2.5", 2.5, "mixed"),
        ("", None, None),
        ("  ", None, None),
    ],
)
def test_a_rating_is_one_to_four_mixed_or_blank(text: str, value: float | None, label: str | None) -> None:
    found = only(as_csv([row(rating=text)]))
    assert math.isnan(found["rating"]) if value is None else found["rating"] == value
    assert found["label"] == label or (label is None and not isinstance(found["label"], str))


@pytest.mark.parametrize(
    "text",
    [
        *(
            "0",
            "5",
            "-1",
            "10",
            "1.5",
            "3.5",
            "3,0",
            "1e9",
            "1e0",
            "+3",
            "03",
            "3.",
            "3.00",
            "2.50",
            "0x3",
            "³",
            "３",
            "٣",
        ),
        *("NaN", "nan", "inf", "-inf", "None", "null", "NA", "N/A", "n/a", "-", "?", "three", "True", "=1+2", "#REF!"),
        *("strong yes", "3/4", "2026-03-04", "mixed!", "3 3", "\u200b5"),
    ],
)
def test_any_other_rating_is_refused_with_its_row_and_what_is_expected(text: str) -> None:
    raw = as_csv([row(), row(competency="coding", rating=text)])
    (problem,) = said(raw)
    assert problem[0] == 3
    assert problem[1].startswith("rating: expected 1, 2, 3, 4, mixed or blank (not assessed), got ")


def test_blank_is_not_assessed_which_is_no_rating() -> None:
    found = taken(as_csv([row(rating=""), row(competency="coding", rating="1")]))
    assert found["rating"].isna().tolist() == [True, False]


def test_a_long_rating_is_not_repeated() -> None:
    assert len(said(as_csv([row(rating="x" * 5000)]))[0][1]) < 150


# The other columns.


@pytest.mark.parametrize("column", [name for name in REQUIRED if name != "rating"])
@pytest.mark.parametrize("blank", ["", "   ", "\u00a0", "\u200b"])
def test_what_is_needed_must_not_be_blank(column: str, blank: str) -> None:
    assert said(as_csv([row(**{column: blank})])) == [(2, f"{column}: is blank")]


@pytest.mark.parametrize("column", ["interview", "note", "recommendation", "submitted_at"])
def test_what_is_not_needed_may_be_blank(column: str) -> None:
    assert only(as_csv([row(**{column: " "})]))[column] == ""


@pytest.mark.parametrize("column", ["interview", "note", "recommendation", "submitted_at"])
def test_what_is_not_needed_may_be_missing(column: str) -> None:
    header = [name for name in HEADER if name != column]
    assert only(as_csv([row()], header))[column] == ""


@pytest.mark.parametrize(("column", "most"), LONGEST.items())
def test_text_may_be_as_long_as_its_column_and_no_longer(column: str, most: int) -> None:
    assert len(only(as_csv([row(**{column: "x" * most})]))[column]) == most
    assert said(as_csv([row(**{column: "x" * (most + 1)})])) == [(2, f"{column}: is longer than {most:,} characters")]


@pytest.mark.parametrize("name", RECOMMENDATIONS)
def test_a_recommendation_may_be_written_as_people_do(name: str) -> None:
    for text in (name, name.upper(), name.replace("_", " ").title(), name.replace("_", "-"), f" {name} "):
        assert only(as_csv([row(recommendation=text)]))["recommendation"] == name


@pytest.mark.parametrize("text", ["maybe", "4", "strongyes", "hire", "yes!", "yess"])
def test_another_recommendation_is_refused(text: str) -> None:
    (problem,) = said(as_csv([row(recommendation=text)]))
    assert problem == (2, f"recommendation: expected {', '.join(RECOMMENDATIONS)} or blank, got {text!r}")


@pytest.mark.parametrize(
    "text", ["2026-09-01", "2026-09-01T14:30Z", "2026-09-01T14:30:00+02:00", "2026-09-01 14:30", "20260901"]
)
def test_dates_are_kept_as_they_are_written(text: str) -> None:
    assert only(as_csv([row(submitted_at=text)]))["submitted_at"] == text


@pytest.mark.parametrize(
    "text", ["01/09/2026", "9/1/26", "1.9.2026", "2026-13-01", "2026-02-30", "yesterday", "1756684800", "2026", "14:30"]
)
def test_a_date_that_could_mean_two_days_or_none_is_refused(text: str) -> None:
    assert said(as_csv([row(submitted_at=text)]))[0][1].startswith("submitted_at: expected a date such as 2026-09-01")


def test_all_that_is_wrong_with_a_row_is_said_at_once() -> None:
    ((_, reasons),) = said(as_csv([row(candidate="", rating="9", recommendation="maybe", submitted_at="soon")]))
    assert [part.split(":")[0] for part in reasons.split("; ")] == [
        "rating",
        "candidate",
        "recommendation",
        "submitted_at",
    ]


# Names.


def test_one_name_typed_in_two_ways_is_one_name() -> None:
    """Composed or not, with a trailing blank, with what a web page leaves around a name."""
    ways = ["Zoë Ångström", "Zoe\u0308 A\u030angstro\u0308m", " Zoë Ångström\u00a0", "\u200bZoë\u200b Ångström\ufeff"]
    ways += ["\u200eZoë Ångström\u200f", "\u202aZoë Ångström\u202c", "Zo\u00adë Ångström"]
    rows = [row(candidate=name, competency=f"c{number}") for number, name in enumerate(ways)]
    assert set(taken(as_csv(rows))["candidate"]) == {"Zoë Ångström"}


@pytest.mark.parametrize(
    "name",
    [
        "Đàm Quỳnh Lam",
        "李小龍",
        "محمد بن سلمان",
        "می\u200cخواهم",
        "שרה לוי",
        "👩\u200d🔬 Ada",
        "Ọlá Adéyẹmí",
        "Ünal Żółć",
        "O'Brien",
        "D'",
        "'Abd al-Rahman",
        '"Ada"',
        "Ada, Countess",
        "Ada; Bo",
        "Ada\tB".replace("\t", " "),
        "007",
        "1e5",
        "NULL",
        "NaN",
        "True",
        "-1",
        "+49 30 123",
        "𐐷𐐲",
        "ﬁ",
        "Ⅳ",
    ],
)
def test_a_name_comes_through_both_formats_unchanged(name: str) -> None:
    frame = taken(as_csv([row(candidate=name, interviewer=name, note=name)]))
    for format in ("csv", "xlsx"):
        again = only(writers.write(normal_form(frame), format))
        assert (again["candidate"], again["interviewer"], again["note"]) == (name, name, name)


def test_names_that_look_alike_and_are_not_stay_apart() -> None:
    rows = [row(candidate="Ada"), row(candidate="Аda"), row(candidate="ada"), row(candidate="Ada B")]
    assert taken(as_csv(rows))["candidate"].nunique() == 4


@pytest.mark.parametrize("letter", ["\n", "\r", "\t", "\x1b", "\x7f", "\x85", "\u2028"])
def test_a_name_holds_no_line_break_or_control_character(letter: str) -> None:
    raw = as_csv([row(candidate=f"A{letter}da")], quoting=csv.QUOTE_ALL)
    assert said(raw) == [(2, "candidate: holds a line break or control character")]


def test_a_note_keeps_its_lines_whatever_ended_them() -> None:
    note = 'Said "no",\nthen;\ttwice:\r\n\r\n- yes\vno\x85\u2028end'
    assert only(as_csv([row(note=note)]))["note"] == 'Said "no",\nthen;\ttwice:\n\n- yes\nno\n\nend'


def test_a_note_loses_what_no_page_can_show() -> None:
    assert only(as_csv([row(note="\x07a\x1b[31mb\x9f\ufffe")]))["note"] == "a[31mb"


# Columns.


def test_columns_may_stand_in_any_order_and_spelling() -> None:
    header = [
        "Submitted At",
        "RATING",
        " Competency ",
        "inter-view".replace("-", ""),
        "Candidate",
        "Role",
        "Interviewer",
    ]
    cells = ["2026-09-01", "4", "coding", "find-out", "Ada", "engineer", "Bo"]
    found = only(as_csv([dict(zip(header, cells, strict=True))], header))
    assert (found["rating"], found["interview"], found["submitted_at"]) == (4, "find-out", "2026-09-01")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("candiate", "candidate"), ("ratings", "rating"), ("Interviewr", "interviewer"), ("rolle", "role")],
)
def test_a_misspelt_column_that_is_needed_is_suggested(wrong: str, right: str) -> None:
    header = [wrong if name == right else name for name in HEADER]
    assert f"row 1: lacks the column {right}. ({wrong.lower()!r}: Did you mean {right!r}?)" in refused(
        as_csv([], header)
    )


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("notes", "note"),
        ("recomendation", "recommendation"),
        ("submitted", "submitted_at"),
        ("interviews", "interview"),
    ],
)
def test_a_misspelt_column_that_is_not_needed_is_not_passed_over(wrong: str, right: str) -> None:
    header = [wrong if name == right else name for name in HEADER]
    raw = as_csv([row(**{wrong: "x"})], header)
    assert refused(raw) == f"cards.csv:row 1: no column {wrong!r}. Did you mean {right!r}?"


def test_another_column_is_passed_over_and_named() -> None:
    raw = as_csv([row(stage="onsite", comment="x")], [*HEADER, "stage", "comment"])
    assert scoring.reading(FILE, raw).ignored == ["stage", "comment"]
    assert list(taken(raw).columns) == [*HEADER, "label", "row"]


def test_a_column_without_a_name_is_named_by_its_place_if_it_holds_something() -> None:
    full = b"role,candidate,,interviewer,,competency,rating\nengineer,Ada,x,Bo,,coding,3\n"
    assert scoring.reading(FILE, full).ignored == ["column_3"]


def test_a_column_that_stands_there_twice_is_refused() -> None:
    assert refused(as_csv([row()], [*HEADER, "Rating"])) == "cards.csv:row 1: names the column rating twice"


def test_all_that_is_wrong_with_the_columns_is_said_at_once() -> None:
    header = ["candidate", "candidate", "competency", "rating", "interviewer", "submited_at"]
    lines = refused(as_csv([], header)).splitlines()
    assert lines == [
        "cards.csv:row 1: names the column candidate twice",
        "cards.csv:row 1: lacks the column role. Columns are: " + ", ".join(HEADER) + ".",
        "cards.csv:row 1: no column 'submited_at'. Did you mean 'submitted_at'?",
    ]


# Files.


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("start", ["", "\ufeff", "\n\n", "\r\n"])
def test_separators_line_ends_and_byte_order_marks_do_not_matter(separator: str, end: str, start: str) -> None:
    raw = as_csv([row(note="a,b;c\td"), row(competency="coding")], delimiter=separator, lineterminator=end)
    found = taken(start.encode() + raw)
    assert list(found["note"]) == ["a,b;c\td", ""]


def test_every_cell_may_be_in_quotes() -> None:
    assert only(as_csv([row(note='"x"')], quoting=csv.QUOTE_ALL))["note"] == '"x"'


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (b"", "is empty; expected a header with the columns role, candidate"),
        (b"\n\n  \n", "is empty; expected a header"),
        (b",,,\n,,,\n", "is empty; expected a header"),
        (b"\xef\xbb\xbf", "is empty; expected a header"),
        (as_csv([]), "has a header and no ratings"),
        (as_csv([]) + b"\n,,,,,,,,\n", "has a header and no ratings"),
        (
            as_csv([row()]).decode().encode("utf-16"),
            "is UTF-16, expected UTF-8; save it as UTF-8 (in Excel: 'CSV UTF-8')",
        ),
        (as_csv([row(candidate="Zoë")]).decode().encode("cp1252"), "cards.csv:2: is not UTF-8 (byte 0xeb)"),
        (as_csv([row()]) + b"a\0b", "cards.csv:3: has a NUL byte; expected plain text"),
        (as_csv([row()]) + b'"never closed', "is not a readable CSV: unexpected end of data"),
        (as_csv([row()]) + b'"a"b,c\n', "cards.csv:3: is not a readable CSV: ',' expected after '\"'"),
        (as_csv([]) + b"x" * 11_000_000, "is not a readable CSV: field larger than field limit (10000000)"),
        (b"\x1f\x8b\x08\x00", "is not UTF-8"),
        (b"%PDF-1.7 \xe2\xe3", "is not UTF-8"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100),
            "is an old or a password-protected Excel file; save it as XLSX",
        ),
        (b"PK\x03\x04 and no more", "is not a readable XLSX workbook"),
        (b"PK\x05\x06" + bytes(18), "has a NUL byte"),
        (b'{"role": "engineer"}', "lacks the column role, candidate"),
        (b"just a sentence, with a comma", "lacks the column role, candidate"),
    ],
)
def test_a_file_that_is_no_table_of_ratings_is_refused_in_a_line(raw: bytes, problem: str) -> None:
    found = refused(raw)
    assert problem in found
    assert found.startswith("cards.csv:")
    assert "\n" not in found


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(HiretoolError, match=r"gone\.csv: does not exist"):
        scoring.read(tmp_path / "gone.csv")
    with pytest.raises(HiretoolError, match="is a folder; expected a file"):
        scoring.read(tmp_path)


def test_a_file_is_read_as_what_it_holds_whatever_it_is_called(tmp_path: Path) -> None:
    (tmp_path / "cards.csv").write_bytes(workbook(row(rating=4)))
    (tmp_path / "cards.xlsx").write_bytes(as_csv([row(rating="4")]))
    assert all(scoring.read(tmp_path / name)["rating"][0] == 4 for name in ("cards.csv", "cards.xlsx"))


@pytest.mark.parametrize(
    ("line", "cells"),
    [("engineer,Ada,Bo\n", 3), ("engineer,Ada,Bo,find-out,coding,3,a,yes,2026-09-01,more\n", 10), ("x\n", 1)],
)
def test_a_row_of_another_length_is_refused(line: str, cells: int) -> None:
    assert said(as_csv([row()]) + line.encode()) == [(3, f"has {cells} cells, the header 9")]


def test_blank_cells_beyond_the_header_are_nothing() -> None:
    raw = as_csv([row(), row(competency="coding")]).replace(b"\n", b",,\n")
    assert len(taken(raw)) == 2


def test_blank_rows_are_nothing_and_still_count() -> None:
    raw = as_csv([]) + b"\n,,,,,,,,\n" + as_csv([row(rating="9")]).split(b"\n", 1)[1]
    assert [number for number, _ in said(raw)] == [4]


def test_a_quoted_line_break_makes_no_row() -> None:
    raw = as_csv([row(note="one\ntwo\nthree"), row(competency="coding", rating="9")])
    assert [number for number, _ in said(raw)] == [3]


# Repeats.


def test_a_competency_is_rated_once_a_card() -> None:
    raw = as_csv([row(), row(competency="coding"), row(rating="4"), row(rating="")])
    assert said(raw) == [(4, "rates again what row 2 rated"), (5, "rates again what row 2 rated")]


@pytest.mark.parametrize("column", ["role", "candidate", "interviewer", "interview", "competency"])
def test_what_differs_in_one_of_these_is_no_repeat(column: str) -> None:
    assert len(taken(as_csv([row(), row(**{column: "other"})]))) == 2


def test_a_card_recommends_one_thing() -> None:
    raw = as_csv([row(), row(competency="coding", recommendation="no"), row(competency="talk", recommendation="")])
    assert said(raw) == [(3, "recommends something else than row 2 of the same card")]


def test_a_card_may_repeat_its_recommendation_or_say_it_once() -> None:
    raw = as_csv([row(recommendation=""), row(competency="coding"), row(competency="talk")])
    assert len(taken(raw)) == 3


def test_two_cards_may_recommend_two_things() -> None:
    assert len(taken(as_csv([row(), row(interviewer="Cy", recommendation="strong_no")]))) == 2


# Rejected rows.


def test_one_bad_row_keeps_the_whole_file_out() -> None:
    raw = as_csv([row(), row(competency="coding", rating="9"), row(competency="talk", candidate="")])
    with pytest.raises(Problems) as found:
        taken(raw)
    lines = str(found.value).splitlines()
    assert lines[0].startswith("cards.csv:row 3: rating: expected ")
    assert lines[1] == "cards.csv:row 4: candidate: is blank"
    assert lines[2].startswith("2 of 3 rows cannot be taken; nothing was taken.")
    assert len(found.value.problems) == 2


def test_good_rows_and_bad_rows_are_told_apart() -> None:
    reading = scoring.reading(FILE, as_csv([row(), row(competency="coding", rating="9"), row(competency="talk")]))
    assert list(reading.frame["row"]) == [2, 4]
    assert [entry.row for entry in reading.rejected] == [3]


def test_a_file_of_bad_rows_alone_gives_an_empty_frame() -> None:
    reading = scoring.reading(FILE, as_csv([row(rating="9")]))
    assert reading.frame.empty
    assert list(reading.frame.columns) == [*HEADER, "label", "row"]


def rejected_again(raw: bytes) -> list[dict[str, str]]:
    """The rows of the file that --skip-bad writes."""
    reading = scoring.reading(FILE, raw)
    content = writers.write(rejected_rows(reading.rejected, reading.header), "csv").decode()
    return list(csv.DictReader(io.StringIO(content)))


def test_a_rejected_row_is_written_as_it_stood() -> None:
    (found,) = rejected_again(as_csv([row(rating="9", note=" x ", stage="onsite")], [*HEADER, "stage"]))
    assert {name: found[name] for name in ("row", "rating", "note", "stage")} == {
        "row": "2",
        "rating": "9",
        "note": " x ",
        "stage": "onsite",
    }


@pytest.mark.parametrize("rating", ["", "mixed", "2.5", "4.0"])
def test_a_repeated_row_is_written_as_it_stood_too(rating: str) -> None:
    raw = as_csv([row(), row(rating=rating, stage="onsite")], [*HEADER, "stage"])
    (found,) = rejected_again(raw)
    assert (found["row"], found["rating"], found["stage"]) == ("3", rating, "onsite")


def test_cells_beyond_the_header_are_kept_with_a_rejected_row() -> None:
    (found,) = rejected_again(as_csv([]) + b"engineer,Ada,Bo,x,coding,3,,,,one,two\n")
    assert found["beyond_the_header"] == "one | two"


def test_mended_rejected_rows_can_be_imported() -> None:
    """The columns that were added are passed over."""
    raw = as_csv([row(), row(competency="coding", rating="9"), row(note="again")])
    reading = scoring.reading(FILE, raw)
    content = writers.write(rejected_rows(reading.rejected, reading.header), "csv")
    mended = scoring.reading(FILE, content.replace(b",9,", b",2,"))
    assert mended.rejected == []
    assert mended.ignored == ["row", "reason", "beyond_the_header"]


# Workbooks.


def test_numbers_and_dates_of_a_sheet_are_read_as_they_show() -> None:
    found = only(workbook(row(rating=3, submitted_at=datetime.date(2026, 9, 1), candidate=7, note=0.5)))
    assert (found["rating"], found["submitted_at"], found["candidate"], found["note"]) == (3, "2026-09-01", "7", "0.5")


@pytest.mark.parametrize(("cell", "value"), [(1, 1), (4.0, 4), (2.5, 2.5), ("3", 3), ("mixed", 2.5)])
def test_a_rating_in_a_sheet_may_be_a_number_or_a_text(cell: object, value: float) -> None:
    assert only(workbook(row(rating=cell)))["rating"] == value


@pytest.mark.parametrize("cell", [0, 5, 2.2, -1, 1e9, 1e300, 3.0000001, True, datetime.date(2026, 3, 4), "x"])
def test_any_other_cell_is_no_rating(cell: object) -> None:
    assert said(workbook(row(rating=cell)))[0][1].startswith("rating: expected 1, 2, 3, 4, mixed or blank")


def test_a_formula_counts_what_it_shows() -> None:
    assert only(workbook(row(rating=("=1+2", 3))))["rating"] == 3


@pytest.mark.parametrize(
    ("formula", "result", "shown"),
    [
        ("=1/0", "#DIV/0!", "#DIV/0!"),
        ("=VLOOKUP(1,A1:A2,1)", "#N/A", "#N/A"),
        ("=nobody", "#NAME?", "#NAME?"),
        ("=1+2", "", "=1+2"),
    ],
)
def test_a_formula_without_a_result_is_not_taken_for_a_blank(formula: str, result: str, shown: str) -> None:
    assert said(workbook(row(), row(competency="coding", rating=(formula, result)))) == [
        (3, f"rating: expected 1, 2, 3, 4, mixed or blank (not assessed), got {shown!r}")
    ]


def edited(raw: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """A workbook with some bytes of one part replaced."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as book, zipfile.ZipFile(target, "w") as copy:
        for name in book.namelist():
            content = book.read(name)
            if name == part:
                assert old in content
                content = content.replace(old, new)
            copy.writestr(name, content)
    return target.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize("value", [b"NaN", b"inf", b"-inf", b"1e400"])
def test_a_cell_that_holds_no_finite_number_is_no_rating(value: bytes) -> None:
    raw = edited(workbook(row(rating=3.25)), SHEET, b"<v>3.25</v>", b"<v>" + value + b"</v>")
    assert said(raw)[0][1].startswith("rating: expected 1, 2, 3, 4, mixed or blank")


def test_a_formula_that_shows_no_text_is_blank() -> None:
    raw = edited(workbook(row(rating=3.25)), SHEET, b"<v>3.25</v>", b"<f>A1</f>")
    blank = edited(raw, SHEET, b'<c r="F2">', b'<c r="F2" t="str">')
    assert said(raw)[0][1].endswith("got '=A1'")
    assert math.isnan(only(blank)["rating"])


@pytest.mark.parametrize("at", [(0, 0), (3, 0), (0, 2), (5, 5)])
def test_rows_of_a_sheet_are_numbered_as_excel_does(at: tuple[int, int]) -> None:
    raw = workbook(row(), row(competency="coding", rating=9), at=at)
    assert [number for number, _ in said(raw)] == [at[0] + 3]


def test_the_sheet_with_our_header_is_read() -> None:
    cards = [HEADER, [row()[name] for name in HEADER]]
    notes = [["Read me first"], ["Fill in the sheet cards"]]
    assert len(taken(as_xlsx({"notes": notes, "empty": [], "cards": cards}))) == 1


def test_without_our_header_the_first_sheet_is_complained_of() -> None:
    raw = as_xlsx({"one": [["candiate"]], "two": [["x"]]})
    assert "'candiate': Did you mean 'candidate'?" in refused(raw)


def test_a_workbook_without_content_is_empty() -> None:
    assert "is empty; expected a header" in refused(as_xlsx({"one": []}))


@pytest.mark.parametrize(
    ("cell", "said_of"), [("A1048576", "row 1,048,576"), ("XFD1048576", "column 16,384"), ("XFD5", None)]
)
def test_one_cell_far_away_does_not_fill_the_memory(cell: str, said_of: str | None) -> None:
    """A stray cell made the reader lay out every cell in between: minutes, gigabytes, or the end of the process."""
    stray = f'<row r="{cell.lstrip("XFDA")}"><c r="{cell}"><v>1</v></c></row></sheetData>'.encode()
    raw = edited(workbook(row()), SHEET, b"</sheetData>", stray)
    if said_of:
        assert said_of in refused(raw)
        assert "delete the one that lies far from the others" in refused(raw)
    else:
        assert said(raw)[0][0] == 5


def test_a_workbook_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "AT_MOST_UNPACKED", 5000)
    assert "unpacks to more than 5,000 bytes" in refused(workbook(row()))


def test_an_entity_bomb_in_a_workbook_is_refused() -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "aaaaaaaaaa">{levels}]><worksheet>&e9;</worksheet>'
    target = io.BytesIO()
    raw = workbook(row())
    with zipfile.ZipFile(io.BytesIO(raw)) as book, zipfile.ZipFile(target, "w") as copy:
        for name in book.namelist():
            copy.writestr(name, bomb.encode() if name == SHEET else book.read(name))
    assert "is not a readable XLSX workbook" in refused(target.getvalue())


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", SHEET, "xl/sharedStrings.xml", "xl/styles.xml"]
)
@pytest.mark.parametrize("damage", ["missing", "empty", "cut", "other"])
def test_a_damaged_workbook_is_refused_in_a_line_or_read(part: str, damage: str) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook(row()))) as book, zipfile.ZipFile(target, "w") as copy:
        for name in book.namelist():
            content = book.read(name)
            if name == part:
                content = {"missing": b"", "empty": b"", "cut": content[: len(content) // 2], "other": b"<a/>"}[damage]
            if name != part or damage != "missing":
                copy.writestr(name, content)
    with contextlib.suppress(HiretoolError):
        taken(target.getvalue())


# What a spreadsheet would run.

LIVE = [
    "=1+1",
    '=HYPERLINK("http://x.example","click")',
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "=cmd|' /C calc'!A0",
    "  =1+1",
    "\t=1+1",
    "\u200b=1+1",
    "\ufeff=1+1",
    "\u00a0=1+1",
    "＝1+1",
    "＋1",
    "=1\n+1",
    "'=1+1",
    "''=1+1",
    " '=1+1",
    "' =1+1",
    "'\u200b=1",
    "=",
    "-",
    "--",
    "@",
]
_RUN = re.compile("[\\s\u200b-\u200f\u2060\ufeff\u00ad]*[=+@＝＋－＠-]")


def live(cell: str) -> bool:
    """Whether a spreadsheet would take a cell of a CSV for a formula."""
    return bool(_RUN.match(cell)) and not re.fullmatch(r"[-+]?\d+(\.\d+)?", cell)


@pytest.mark.parametrize(
    ("column", "text"),
    [
        *(("note", text) for text in LIVE),
        *(("candidate", text.strip("\t").replace("\n", " ")) for text in LIVE),
        *((column, "=1+1") for column in ("role", "interviewer", "interview", "competency")),
    ],
)
def test_text_that_looks_like_a_formula_survives_and_is_never_live(column: str, text: str) -> None:
    frame = taken(as_csv([row(**{column: text})]))
    content = writers.write(normal_form(frame), "csv")
    cells = [cell for line in csv.reader(io.StringIO(content.decode())) for cell in line]
    assert not any(map(live, cells))
    for again in (content, writers.write(normal_form(frame), "xlsx")):
        pd.testing.assert_frame_equal(taken(again), frame)


@pytest.mark.parametrize("text", LIVE)
def test_no_cell_of_a_workbook_that_we_write_is_a_formula_or_a_link(text: str) -> None:
    frame = taken(as_csv([row(note=text), row(note="http://x.example", competency="coding")]))
    with zipfile.ZipFile(io.BytesIO(writers.write(normal_form(frame), "xlsx"))) as book:
        sheets = [name for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
        assert len(sheets) == 1
        sheet = book.read(sheets[0]).decode()
        assert not [name for name in book.namelist() if "externalLinks" in name or "_rels/sheet" in name]
    assert "<f" not in re.sub("<(?:formatCode|fonts?|fills?)", "", sheet)
    assert "<hyperlink" not in sheet
    assert set(re.findall(r'<c [^>]*t="(\w+)"', sheet)) == {"s"}


@pytest.mark.parametrize("text", LIVE)
def test_rejected_rows_are_never_live_either(text: str) -> None:
    reading = scoring.reading(FILE, as_csv([row(rating="9", note=text, x=text)], [*HEADER, "x"]))
    for table in (
        rejected_rows(reading.rejected, reading.header),
        rejected_rows(reading.rejected, [text, *reading.header]),
    ):
        content = writers.write(table, "csv").decode()
        cells = [cell for line in csv.reader(io.StringIO(content)) for cell in line]
        assert not any(map(live, cells))


@pytest.mark.parametrize(
    "text", ["<r>x</r>", "<r></r>", "<r><t>=1</t></r>", "<r></si><si><t>4</t></r>", "<b>&amp;", "]]>"]
)
def test_no_text_is_markup_of_the_workbook(text: str) -> None:
    """XlsxWriter writes what stands between <r> and </r> as it is, so that a note could rate somebody else."""
    frame = taken(as_csv([row(note=text), row(competency="coding", note="after")]))
    pd.testing.assert_frame_equal(taken(writers.write(normal_form(frame), "xlsx")), frame)


def test_a_number_keeps_its_sign() -> None:
    frame = taken(as_csv([row(note="-5"), row(note="+3.5", competency="coding")]))
    content = writers.write(normal_form(frame), "csv").decode()
    assert ",-5," in content
    assert ",+3.5," in content


# The normal form.


def test_the_normal_form_is_what_was_read() -> None:
    rows = [row(), row(competency="coding", rating="mixed"), row(competency="talk", rating="", note="n")]
    assert writers.write(normal_form(taken(as_csv(rows))), "csv") == as_csv(rows)


def test_the_normal_form_of_no_rows_is_its_header() -> None:
    frame = scoring.reading(FILE, as_csv([row(rating="9")])).frame
    assert writers.write(normal_form(frame), "csv").decode().strip() == ",".join(HEADER)


def test_cards_come_in_the_order_in_which_they_begin() -> None:
    rows = [row(), row(candidate="Eve"), row(competency="coding", rating="")]
    found = dict(scoring.cards(taken(as_csv(rows))))
    assert [key[1] for key in found] == ["Ada", "Eve"]
    assert [entry["rating"] for entry in found["engineer", "Ada", "Bo", "find-out"]] == [3, None]


# Properties.

NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), min_size=1, max_size=12)
NOTES = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=25) | st.sampled_from(LIVE)
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "role": st.sampled_from(["engineer", "researcher"]),
            "candidate": NAMES | st.sampled_from(LIVE[:5]),
            "interviewer": NAMES,
            "interview": st.just("") | NAMES,
            "competency": NAMES,
            "rating": st.sampled_from(["", "1", "2", "3", "4", "mixed", "2.5"]),
            "note": NOTES,
            "recommendation": st.just(""),
            "submitted_at": st.just("") | st.dates().map(str) | st.datetimes().map(str),
        }
    ),
    min_size=1,
    max_size=4,
)
few = settings(max_examples=30, deadline=None)


@given(ROWS)
@few
def test_whatever_is_taken_comes_through_csv_and_xlsx_unchanged(rows: list[dict[str, str]]) -> None:
    # Python's csv leaves a carriage return without quotes, which then ends the row.
    frame = scoring.reading(FILE, as_csv(rows, quoting=csv.QUOTE_ALL)).frame
    frame["row"] = range(2, len(frame) + 2)
    if frame.empty:
        return
    for format in ("csv", "xlsx"):
        again = taken(writers.write(normal_form(frame), format))
        for column in HEADER:
            pd.testing.assert_series_equal(again[column], frame[column])


@given(ROWS)
@few
def test_names_without_frills_are_taken_as_they_are(rows: list[dict[str, str]]) -> None:
    for cells in rows:
        for name in ("candidate", "interviewer", "competency"):
            kept = "".join(letter for letter in cells[name] if letter.isalnum() and letter.isascii())
            cells[name] = unicodedata.normalize("NFC", f"{kept} ë")
    reading = scoring.reading(FILE, as_csv(rows, quoting=csv.QUOTE_ALL))
    assert len(reading.frame) + len(reading.rejected) == len(rows)
    for found in reading.frame.to_dict("records"):
        assert found["candidate"] == rows[found["row"] - 2]["candidate"].strip()


@given(st.binary(max_size=300))
@settings(max_examples=100, deadline=None)
def test_any_bytes_are_ratings_or_a_readable_error(raw: bytes) -> None:
    with contextlib.suppress(HiretoolError):
        scoring.reading(FILE, raw)


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_csv_with_any_bytes_in_it_is_ratings_or_a_readable_error(data: st.DataObject) -> None:
    raw = bytearray(as_csv([row(note='a "b"'), row(competency="coding", note="c\nd")]))
    at = data.draw(st.integers(0, len(raw)))
    raw[at : at + data.draw(st.integers(0, 10))] = data.draw(st.binary(max_size=10))
    with contextlib.suppress(HiretoolError):
        scoring.reading(FILE, bytes(raw))


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_workbook_with_any_bytes_in_it_is_ratings_or_a_readable_error(data: st.DataObject) -> None:
    with zipfile.ZipFile(io.BytesIO(WORKBOOK)) as book:
        parts = {name: bytearray(book.read(name)) for name in book.namelist()}
    hit = parts[data.draw(st.sampled_from(sorted(parts)))]
    at = data.draw(st.integers(0, len(hit)))
    hit[at : at + data.draw(st.integers(0, 10))] = data.draw(st.binary(max_size=10))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as copy:
        for name, content in parts.items():
            copy.writestr(name, bytes(content))
    with contextlib.suppress(HiretoolError):
        scoring.reading(FILE, target.getvalue())


WORKBOOK = workbook(row(rating=3, submitted_at=datetime.date(2026, 9, 1)), row(competency="coding", rating=("=1+1", 2)))


@given(st.sets(st.integers(2, 30), max_size=8), st.sets(st.integers(2, 30), max_size=8))
@few
def test_rows_are_numbered_as_in_the_file(bad: set[int], blank: set[int]) -> None:
    rows: list[dict[str, Any]] = [row(competency=f"c{number}") for number in range(2, 31)]
    for number in bad:
        rows[number - 2]["rating"] = "9"
    for number in blank:
        rows[number - 2] = dict.fromkeys(HEADER, "")
    assert [number for number, _ in said(as_csv(rows))] == sorted(bad - blank)


@given(st.randoms(use_true_random=False))
@settings(max_examples=10, deadline=None)
def test_the_order_of_rows_does_not_change_a_score(dice: Any) -> None:
    rows = [
        row(candidate=candidate, interviewer=interviewer, competency=competency, rating=rating)
        for candidate, interviewer, rating in (("Ada", "Bo", "3"), ("Ada", "Cy", "mixed"), ("Eve", "Bo", "2"))
        for competency in ("coding", "debugging")
    ]
    shuffled = list(rows)
    dice.shuffle(shuffled)
    weights = {"coding": 60, "debugging": 40}
    one, other = (scoring.table(taken(as_csv(order)), weights=weights) for order in (rows, shuffled))
    pd.testing.assert_frame_equal(one, other)
