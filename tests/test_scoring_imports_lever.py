"""Lever -> the normal form."""

from __future__ import annotations

from typing import Any

import pytest

from tests.foreign_cards import lever, missing, one, read, reasons, rows, sample, scorecard


@pytest.mark.parametrize(
    ("value", "recommendation"),
    [
        ("4 - Strong Hire", "strong_yes"),
        ("3 - Hire", "yes"),
        ("2 - No Hire", "no"),
        ("1 - Strong No Hire", "strong_no"),
        ("3", "yes"),
        ("?", ""),
        (None, ""),
    ],
)
def test_the_score_system_of_lever_is_the_recommendation(value: str | None, recommendation: str) -> None:
    verdict = {"type": "score-system", "text": "Rating", "value": value}
    row = one(read(lever(verdict, {"type": "score", "text": "Coding", "value": "3"})))
    assert row["recommendation"] == recommendation


def test_a_score_of_lever_that_is_called_overall_is_the_recommendation_where_there_is_no_score_system() -> None:
    overall = {"type": "score", "text": "Overall", "value": "4"}
    found = read(lever(overall, {"type": "score", "text": "Coding", "value": "3"}))
    assert (one(found)["competency"], one(found)["recommendation"]) == ("coding", "strong_yes")
    assert "Recommendation of 1 card taken from the field 'Overall'." in found.notices


def test_a_label_whose_number_contradicts_its_words_is_refused() -> None:
    found = read(lever({"type": "score-system", "text": "Rating", "value": "4 - No Hire"}))
    assert reasons(found)[0][1].startswith("recommendation: '4 - No Hire' is none that is known")


def test_the_skills_of_a_scorecard_are_placed_by_their_order() -> None:
    found = read(lever(scorecard(["Coding", "Debugging"], [{"score": 2, "comment": "slow"}, {"score": "4"}])))
    assert [(row["competency"], row["rating"], row["note"]) for row in rows(found)] == [
        ("coding", 2, "slow"),
        ("debugging", 4, ""),
    ]


@pytest.mark.parametrize("values", [[{"score": 2}], [{"score": 2}] * 3, "x", {"score": 1}])
def test_a_scorecard_with_more_names_than_ratings_is_refused(values: Any) -> None:
    ((_, reason),) = reasons(read(lever(scorecard(["Coding", "Debugging"], values))))
    assert "so that none can be placed" in reason


def test_a_scorecard_that_was_left_blank_is_missing() -> None:
    assert all(missing(row["rating"]) for row in rows(read(lever(scorecard(["Coding", "Debugging"], None)))))


def test_milliseconds_become_a_date() -> None:
    assert one(read(lever()))["submitted_at"] == "2026-05-04T17:10:00Z"


@pytest.mark.parametrize("value", ["soon", 10**30, -(10**20), 12, True, [1]])
def test_another_time_is_refused(value: Any) -> None:
    assert reasons(read(lever(completedAt=value)))[0][1].startswith("completedAt: expected milliseconds since 1970")


def test_drafts_and_deleted_cards_of_lever_are_skipped_and_counted() -> None:
    found = sample("lever.json")
    assert {origin.id for origin in found.origins} == {"fb-1", "fb-2", "fb-5"}
    assert {"1 draft skipped: not handed in yet.", "1 deleted card skipped."} <= set(found.notices)


def test_a_card_that_was_deleted_later_is_deleted() -> None:
    found = read([lever(), lever(deletedAt=1777914700000), lever(id="fb-2", opportunity="opp-2")])
    assert [origin.id for origin in found.origins] == ["fb-2"]


def test_lever_does_not_say_whose_feedback_it_is() -> None:
    card = lever(opportunity=None)
    assert reasons(read(card)) == [
        (1, "candidate: the card does not say whom it is about; pass --candidate NAME if all are about one")
    ]
    assert one(read(card, candidate="Ada"))["candidate"] == "Ada"
    assert one(read({"opportunity": "opp-7", "data": [card]}))["candidate"] == "lever:opp-7"
