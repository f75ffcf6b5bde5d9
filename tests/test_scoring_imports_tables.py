"""Google Forms and other tables -> the normal form."""

from __future__ import annotations

import datetime
import io
import json
from pathlib import Path

import pytest
import xlsxwriter

from hiretool import discover
from hiretool.scoring import imports
from tests.foreign_cards import FORM, meanings_in, missing, one, read, reasons, refused, rows, sample, table


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("3", 3),
        ("3 - Meets", 3),
        ("3 (meets the bar)", 3),
        ("3: solid", 3),
        ("4.0", 4),
        ("Strong yes", 4),
        ("mixed", 2.5),
    ],
)
def test_answers_of_a_form_begin_with_their_number(cell: str, value: float) -> None:
    assert one(read(table("Timestamp,Who,By,Code", f",Ada,Bo,{cell}"), FORM))["rating"] == value


@pytest.mark.parametrize("cell", ["", "Not assessed", "N/A", "n/a", "?", "-", "Not asked"])
def test_answers_of_a_form_may_be_missing(cell: str) -> None:
    assert missing(one(read(table("Timestamp,Who,By,Code", f",Ada,Bo,{cell}"), FORM))["rating"])


def test_words_of_a_form_are_said_in_the_mapping_file() -> None:
    raw = table("Timestamp,Who,By,Code", ",Ada,Bo,Exceeds", ",Eve,Bo,5")
    assert [number for number, _ in reasons(read(raw, FORM))] == [2, 3]
    found = read(raw, FORM + 'ratings: {Exceeds: 4, "5": null}')
    assert found.whole()["rating"].tolist()[0] == 4
    assert missing(found.whole()["rating"].tolist()[1])


def test_a_second_question_of_one_name_has_a_number() -> None:
    notes = sample("forms.csv").whole()
    assert notes.loc[notes["competency"] == "experiment-design", "note"].tolist() == [
        "",
        "Two corrections;\nthe second was wrong.",
        "=1+1 was asked",
    ]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["9/14/2026 11:05:22"], ["2026-09-14T11:05:22"]),
        (["14/9/2026 11:05:22", "3/4/2026 9:00:00"], ["2026-09-14T11:05:22", "2026-04-03T09:00:00"]),
        (["9/14/2026 11:05:22", "3/4/2026 9:00:00"], ["2026-09-14T11:05:22", "2026-03-04T09:00:00"]),
        (["2026/09/14 2:05:22 PM GMT+2"], ["2026-09-14T14:05:22+02:00"]),
        (["2026/09/14 12:00:00 AM GMT-3:30"], ["2026-09-14T00:00:00-03:30"]),
        (["2026-09-14"], ["2026-09-14"]),
        (["4/4/2026"], ["2026-04-04"]),
    ],
)
def test_timestamps_of_a_form_become_iso(cells: list[str], expected: list[str]) -> None:
    raw = table("Timestamp,Who,By,Code", *(f"{cell},Ada {number},Bo,3" for number, cell in enumerate(cells)))
    assert read(raw, FORM).whole()["submitted_at"].tolist() == expected


def test_a_day_that_could_be_two_is_refused_until_the_mapping_file_says_which() -> None:
    raw = table("Timestamp,Who,By,Code", "3/4/2026 9:00:00,Ada,Bo,3")
    ((_, reason),) = reasons(read(raw, FORM))
    assert reason.startswith("submitted_at: '3/4/2026 9:00:00' could be two days; say dates: day-first or month-first")
    assert one(read(raw, FORM + "dates: day-first"))["submitted_at"] == "2026-04-03T09:00:00"
    assert one(read(raw, FORM + "dates: month-first"))["submitted_at"] == "2026-03-04T09:00:00"


def test_a_form_that_was_sent_twice_is_refused_and_the_same_row_counts_once() -> None:
    line = "9/14/2026 11:05:22,Ada,Bo,3"
    found = read(table("Timestamp,Who,By,Code", line, line), FORM)
    assert len(found.whole()) == 1
    again = read(table("Timestamp,Who,By,Code", line, "9/15/2026 11:05:22,Ada,Bo,4"), FORM)
    assert reasons(again)[0][1].startswith("the same person rates the same candidate in the same interview as card 2")


def test_a_column_of_ratings_that_nobody_mapped_is_refused_and_other_columns_are_named() -> None:
    found = read(table("Timestamp,Who,By,Code,Years,Hobby", ",Ada,Bo,3,2,chess"), FORM)
    assert reasons(found) == [(2, "no competency is known for 'Years'; say it in a mapping file")]
    assert "Hobby" in found.reading.ignored


def test_the_columns_that_are_needed_are_asked_for_with_a_guess() -> None:
    raw = table("Timestamp,Email Address,Candidate's name,Coding,Debugging", ",bo@x.example,Ada,3,4")
    said = refused(lambda: read(raw))
    assert 'which column holds the candidate; a guess is "Candidate\'s name" (--accept-guesses)' in said
    assert "which column holds the interviewer; a guess is 'Email Address' (--accept-guesses)" in said
    found = read(raw, accept_guesses=True)
    assert found.whole()["competency"].tolist() == ["coding", "debugging"]
    assert "Guessed: the column 'Email Address' holds the interviewer." in found.notices


def test_a_heading_that_the_table_does_not_have_is_suggested() -> None:
    said = refused(lambda: read(table("Timestamp,Whom,By,Code", ",Ada,Bo,3"), FORM))
    assert said == "cards: has no column 'Who' (columns.candidate). Did you mean 'Whom'?"


def test_a_wide_table_in_our_own_words_needs_nothing_else() -> None:
    raw = table("Role,Candidate,Interviewer,Interview,Coding,ML systems", "ml-engineer,Ada,Bo,build,3,mixed")
    found = read(raw, role="")
    assert [(row["role"], row["competency"], row["rating"]) for row in rows(found)] == [
        ("ml-engineer", "coding", 3),
        ("ml-engineer", "ml-systems", 2.5),
    ]


def test_a_form_may_be_a_workbook() -> None:
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    sheet = book.add_worksheet("Form Responses 1")
    moment = book.add_format({"num_format": "m/d/yyyy h:mm:ss"})
    sheet.write_row(0, 0, ["Timestamp", "Who", "By", "Code"])
    sheet.write_datetime(1, 0, datetime.datetime(2026, 3, 4, 9, 0, 0), moment)
    sheet.write_row(1, 1, ["Ada", "Bo", 3])
    book.close()
    row = one(read(target.getvalue(), FORM))
    assert (row["rating"], row["submitted_at"]) == (3, "2026-03-04T09:00:00")


@pytest.mark.parametrize("length", [800, 1000, 3000])
def test_a_question_of_any_length_can_stand_in_a_mapping_file(length: int) -> None:
    question = "How " * (length // 4)
    raw = table(f"Timestamp,Who,By,{question}", ",Ada,Bo,3")
    library, none = discover.library(), meanings_in(None, discover.library())
    text = imports.draft(
        imports.content(Path("form.csv"), raw, none), "forms", imports.settings(library, none), library
    )
    mapping = text.replace('"?"', "coding").replace("role: coding", "role: ml-engineer")
    mapping = mapping.replace("candidate: coding", "candidate: Who").replace("interviewer: coding", "interviewer: By")
    assert one(read(raw, mapping))["competency"] == "coding"


def test_a_long_table_is_read_with_a_mapping_file() -> None:
    mapping = (
        "role: ml-engineer\ncompetencies: {Serving: ml-systems}\ncolumns: {id: Response ID, candidate: Candidate name,"
        " interviewer: Interviewer name, interview: Stage, competency: Skill, rating: Score, note: Comments,"
        " recommendation: Overall, submitted_at: Date}"
    )
    found = read("long.csv", mapping)
    assert found.system == "mapped"
    assert found.whole()[["candidate", "competency", "recommendation", "submitted_at"]].iloc[0].tolist() == [
        "Ada Lovelace",
        "ml-systems",
        "yes",
        "2026-09-14",
    ]
    assert [json.loads(origin.raw)[0]["Response ID"] for origin in found.origins] == ["r-1", "r-2"]


def test_the_rows_of_a_card_must_not_recommend_different_things() -> None:
    raw = table("Candidate,Interviewer,Skill,Score,Overall", "Ada,Bo,coding,3,Hire", "Ada,Bo,debugging,3,No Hire")
    mapping = "columns: {competency: Skill, rating: Score, recommendation: Overall}"
    assert reasons(read(raw, mapping)) == [(2, "its rows recommend different things")]
