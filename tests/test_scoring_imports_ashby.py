"""Ashby -> the normal form."""

from __future__ import annotations

from typing import Any

import pytest

from tests.foreign_cards import ashby, lever, missing, one, read, reasons, refused, sample, verdicts


@pytest.mark.parametrize(
    "value",
    [4, "4", 4.0, {"score": 4}, {"score": "4"}, {"score": 4, "comments": {"type": "PlainText", "value": "x"}}],
)
def test_a_score_of_ashby_comes_in_many_shapes(value: Any) -> None:
    assert one(read(ashby(value)))["rating"] == 4


@pytest.mark.parametrize("value", [None, "", {"score": None}, {"score": None, "comments": {"value": "late"}}])
def test_a_score_of_ashby_may_be_missing(value: Any) -> None:
    assert missing(one(read(ashby(value)))["rating"])


@pytest.mark.parametrize("value", [0, 5, True, {"score": 0}, {"score": {"score": 3}}, {"points": 3}, [3, 4]])
def test_another_score_is_refused(value: Any) -> None:
    assert reasons(read(ashby(value)))[0][1].startswith("rating: expected 1, 2, 3, 4")


def test_the_comment_on_a_score_is_its_note() -> None:
    assert one(read(ashby({"score": 4, "comments": {"type": "PlainText", "value": "ok"}})))["note"] == "ok"


@pytest.mark.parametrize("title", ["Overall Recommendation", "What now?", "Final decision"])
def test_the_verdict_is_found_by_title_or_labels_and_said(title: str) -> None:
    found = read(ashby(3, submittedValues={title: "v1", "coding": 3}, **verdicts(title)))
    assert one(found)["recommendation"] == "yes"
    assert f"Recommendation of 1 card taken from the field '{title}'." in found.notices


def test_a_title_decides_between_two_fields_with_the_labels_of_a_verdict() -> None:
    given = {"Overall": "v2", "This interview": "v0", "coding": 3}
    found = read(ashby(3, submittedValues=given, **verdicts("This interview", "Overall")))
    assert one(found)["recommendation"] == "no"


def test_two_possible_verdicts_are_refused_until_the_mapping_file_says_which() -> None:
    card = ashby(3, submittedValues={"A": "v2", "B": "v0", "coding": 3}, **verdicts("A", "B"))
    assert reasons(read(card)) == [
        (1, "'A', 'B' could each be the recommendation; say which (columns: recommendation in the mapping file)")
    ]
    assert one(read(card, "columns: {recommendation: B}"))["recommendation"] == "strong_yes"


def test_a_score_that_is_called_overall_is_the_verdict_and_no_competency() -> None:
    fields = [{"type": "Score", "path": name, "title": name} for name in ("Overall rating", "Coding")]
    form = {"sections": [{"fields": [{"field": field} for field in fields]}]}
    found = read(ashby(3, formDefinition=form, submittedValues={"Overall rating": {"score": 4}, "Coding": 2}))
    assert (one(found)["competency"], one(found)["rating"], one(found)["recommendation"]) == ("coding", 2, "strong_yes")
    assert "Recommendation of 1 card taken from the field 'Overall rating'." in found.notices


def test_a_choice_that_is_no_verdict_is_an_answer() -> None:
    card = ashby(3, submittedValues={"Team": "v0", "coding": 3}, **verdicts("Team", labels=("Alpha", "Beta")))
    row = one(read(card))
    assert row["recommendation"] == ""
    assert "Team: Alpha" in row["note"]


def test_a_value_whose_field_is_gone_is_not_passed_over() -> None:
    found = read(ashby(3, submittedValues={"coding": 3, "old-field": 2}))
    assert "value of 'old-field', which is no field of the form" in reasons(found)[0][1]


def test_expected_pay_stands_beside_no_rating() -> None:
    for name in ("ashby.jsonl", "lever.json"):
        assert not {digits for digits in ("180000", "190000") if digits in sample(name).whole().to_json()}


def test_a_page_that_is_not_the_last_is_told() -> None:
    page = {"success": True, "results": [ashby(3)], "moreDataAvailable": True}
    assert any("not all" in notice for notice in read(page).notices)
    assert not any("not all" in notice for notice in read([page, page | {"moreDataAvailable": False}]).notices)
    entry = lever() | {"opportunity": "o"}
    assert any("not all" in notice for notice in read({"data": [entry], "hasNext": True}).notices)


def test_an_error_in_place_of_an_answer_is_refused() -> None:
    said = refused(lambda: read({"success": False, "errors": ["invalid_api_key"]}, system="ashby"))
    assert "holds an error that Ashby answered: 'invalid_api_key'" in said
