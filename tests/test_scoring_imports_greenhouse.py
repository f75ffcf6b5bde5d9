"""Greenhouse v1 and v3 -> the normal form."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from hiretool import discover
from hiretool.scoring import imports
from tests.foreign_cards import CARDS, SYSTEMS, bundle, greenhouse, missing, one, rated, read, reasons, refused, sample


@pytest.mark.parametrize(
    ("word", "value", "label"),
    [
        ("definitely_not", 1, None),
        ("strong_no", 1, None),
        ("no", 2, None),
        ("mixed", 2.5, "mixed"),
        ("yes", 3, None),
        ("strong_yes", 4, None),
    ],
)
def test_greenhouse_rates_in_words(word: str, value: float, label: str | None) -> None:
    row = one(read(greenhouse(attributes=rated(("coding", word)))))
    assert row["rating"] == value
    assert row["label"] == label or (label is None and not isinstance(row["label"], str))


@pytest.mark.parametrize("word", ["no_decision", "?", None, "", "-", "N/A"])
def test_what_nobody_rated_is_missing_and_no_zero(word: str | None) -> None:
    assert missing(one(read(greenhouse(attributes=rated(("coding", word)))))["rating"])


@pytest.mark.parametrize(
    ("word", "recommendation"),
    [
        ("definitely_not", "strong_no"),
        ("strong_no", "strong_no"),
        ("no", "no"),
        ("yes", "yes"),
        ("strong_yes", "strong_yes"),
        ("no_decision", "no_decision"),
        (None, ""),
    ],
)
def test_the_overall_recommendation_of_greenhouse_has_one_word_of_ours(word: str | None, recommendation: str) -> None:
    assert one(read(greenhouse(overall_recommendation=word)))["recommendation"] == recommendation


def test_a_recommendation_that_is_mixed_is_refused_until_the_mapping_file_says_what_it_is() -> None:
    card = greenhouse(overall_recommendation="mixed")
    assert reasons(read(card)) == [
        (1, "recommendation: 'mixed' is none that is known; say in a mapping file what it means")
    ]
    assert one(read(card, 'recommendations: {mixed: "no_decision"}'))["recommendation"] == "no_decision"


@pytest.mark.parametrize("value", [0, 5, "0", "5", True, False, 2.7, [3], {"a": 3}, "maybe", "3/4", "x" * 5000])
def test_what_is_no_rating_is_refused_with_its_card(value: Any) -> None:
    found = read(greenhouse(attributes=rated(("coding", value), ("debugging", "yes"))))
    ((number, reason),) = reasons(found)
    assert number == 1
    assert reason.startswith("rating: expected 1, 2, 3, 4, mixed or not assessed, got ")
    assert len(reason) < 150
    assert found.reading.frame["competency"].tolist() == ["debugging"]


def test_private_notes_are_in_nobodys_note_and_not_in_what_is_kept() -> None:
    for name in ("greenhouse_v1.json", "greenhouse_v3.json"):
        found = sample(name)
        assert "190k" not in found.whole().to_json()
        assert not any("190k" in origin.raw for origin in found.origins)
        assert "1 private note left out of what the committee sees." in found.notices


def test_private_notes_that_were_asked_for_are_kept_and_still_shown_to_nobody() -> None:
    meanings = imports.mapping(CARDS / "systems.yaml", discover.library())
    for name in ("greenhouse_v1.json", "greenhouse_v3.json"):
        found = read(name, meanings=meanings, with_private_notes=True)
        assert "190k" not in found.whole().to_json()
        assert sum("190k" in origin.raw for origin in found.origins) == 1


def test_answers_are_text_without_tags_and_scripts() -> None:
    note = one(sample("greenhouse_v1.json"), competency="ml-systems", recommendation="yes", rating=4)["note"]
    assert note == (
        "Named the cache, and what happens when it is cold.\n\nAbout the whole interview:\n"
        "Key Take-Aways: Chose two towers & said why.\n- asked for the latency budget\n- a < b was wrong once\n"
        "Which design did they choose?: Two-tower"
    )


def test_code_in_a_note_is_no_html() -> None:
    note = one(sample("greenhouse_v1.json"), competency="coding", rating=2)["note"]
    assert note == "vector<int> copied in the loop, R&D style"


def test_the_interviewer_counts_and_not_who_typed_it_in() -> None:
    found = sample("greenhouse_v1.json")
    assert "Hiring Coordinator" not in set(found.whole()["interviewer"])
    assert (
        "Handed in by somebody else than the interviewer, who counts:"
        " card 2 (Hiring Coordinator for Babajide Ọlátúnjí)."
    ) in found.notices


def test_a_card_exported_twice_counts_once_and_the_newest_version_wins() -> None:
    found = sample("greenhouse_v1.json")
    assert "1 card stood there again, the same." in found.notices
    assert "1 older version of a card skipped; the newest counts." in found.notices
    changed = [origin for origin in found.origins if origin.id == "90013"]
    assert [origin.recommendation for origin in changed] == ["yes"]


def test_two_versions_of_which_neither_is_newer_are_both_refused() -> None:
    found = read([greenhouse(), greenhouse(overall_recommendation="no")])
    problem = "stands twice in the file, the two differ, and neither is newer; keep one of them"
    assert reasons(found) == [(1, problem), (2, problem)]


def test_two_people_of_one_name_stay_two() -> None:
    interviewers = set(sample("greenhouse_v1.json").whole()["interviewer"])
    assert {"Li Wei (greenhouse:3103)", "Li Wei (greenhouse:3104)"} <= interviewers


def test_a_person_who_changed_names_stays_one() -> None:
    cards = [
        greenhouse(id=1, application_id=1, interviewer={"id": 7, "name": "Ada Old"}),
        greenhouse(
            id=2,
            application_id=2,
            interviewer={"id": 7, "name": "Ada New"},
            submitted_at="2026-06-01T00:00:00Z",
        ),
    ]
    assert set(read(cards).whole()["interviewer"]) == {"Ada New"}


def test_a_second_interview_of_one_name_has_a_number_and_the_first_in_time_has_none() -> None:
    later = greenhouse(id=9002, interviewed_at="2026-05-11T15:00:00.000Z", submitted_at="2026-05-11T17:10:00.000Z")
    for cards in ([greenhouse(), later], [later, greenhouse()]):
        found = read(cards)
        named = {origin.id: origin.key[3] for origin in found.origins}
        assert named == {"9001": "ML design", "9002": "ML design (2)"}
        assert "1 card of a second interview of the same name; its name has a number behind it." in found.notices


def test_two_cards_of_one_interview_by_one_person_are_refused() -> None:
    found = read([greenhouse(), greenhouse(id=9002)])
    assert reasons(found) == [
        (2, "the same person rates the same candidate in the same interview as card 1 (9001); drop one of the two")
    ]


def test_what_was_not_handed_in_is_skipped_and_counted() -> None:
    found = read([greenhouse(), greenhouse(id=2, submitted_at=None)])
    assert len(found.whole()) == 1
    assert "1 draft skipped: not handed in yet." in found.notices


@pytest.mark.parametrize(
    "wrap",
    [
        lambda card: card,
        lambda card: [card],
        lambda card: [[card]],
        lambda card: {"scorecards": [card]},
        lambda card: [{"scorecards": [card]}, {"scorecards": []}],
    ],
)
def test_one_card_a_list_and_pages_are_read_alike(wrap: Callable[[Any], Any]) -> None:
    assert one(read(wrap(greenhouse())))["rating"] == 3


def test_cards_may_stand_one_after_the_other() -> None:
    cards = [greenhouse(id=number, application_id=number) for number in range(3)]
    for between in ("\n", " ", ",\n", "\r\n\r\n"):
        assert len(read(between.join(map(json.dumps, cards)).encode()).whole()) == 3


def test_v3_calls_the_overall_recommendation_otherwise_than_the_ratings() -> None:
    row = one(sample("greenhouse_v3.json"), competency="ml-systems", rating=1)
    assert row["recommendation"] == "strong_no"


def test_v3_drafts_are_skipped_with_their_ratings() -> None:
    found = sample("greenhouse_v3.json")
    assert "90014" not in {origin.id for origin in found.origins}
    assert "1 draft skipped: not handed in yet." in found.notices


def test_v3_answers_have_the_names_of_their_options() -> None:
    note = one(sample("greenhouse_v3.json"), competency="ml-systems", rating=4)["note"]
    assert note.endswith("Which design?: Two-tower\nReached the last part?: yes")


@pytest.mark.parametrize(
    ("without", "reason"),
    [
        ("job_candidate_attributes", "attribute 41 is not in job_candidate_attributes of the bundle"),
        ("interview_kits", "interview kit 31 is not in interview_kits of the bundle"),
        ("job_interviews", "interview 71 of kit 31 is not in job_interviews of the bundle"),
    ],
)
def test_v3_rows_whose_join_is_missing_are_refused(without: str, reason: str) -> None:
    found = read(bundle(**{without: []}), SYSTEMS)
    assert reason in {said for _, text in reasons(found) for said in text.split("; ")}
    if without == "job_candidate_attributes":
        assert found.reading.frame.empty


def test_a_v3_rating_of_no_card_is_refused() -> None:
    stray = {"id": 99, "scorecard_id": 1, "job_candidate_attribute_id": 41, "candidate_attribute_rating": "yes"}
    given = bundle()
    given["scorecard_candidate_attributes"].append(stray)
    assert reasons(read(given, SYSTEMS)) == [(5, "is a rating of scorecard 1, which is not in the bundle")]


def test_v3_cards_without_their_ratings_are_refused_with_the_table_to_add() -> None:
    given = {name: rows for name, rows in bundle().items() if name != "scorecard_candidate_attributes"}
    said = refused(lambda: read(given, SYSTEMS))
    assert "add the rows of /v3/scorecard_candidate_attributes under scorecard_candidate_attributes" in said


def test_v3_pages_may_overlap() -> None:
    found = read([bundle(), bundle()], SYSTEMS)
    assert len(found.whole()) == len(sample("greenhouse_v3.json").whole())


def test_v3_users_and_candidates_in_the_bundle_name_people() -> None:
    given = bundle(
        users=[{"id": 3101, "first_name": "Zoë", "last_name": "Ångström"}],
        applications=[{"id": 6001, "candidate_id": 5001}],
        candidates=[{"id": 5001, "first_name": "Đàm", "last_name": "Quỳnh Lam"}],
    )
    frame = read(given, SYSTEMS).whole()
    assert "Zoë Ångström" in set(frame["interviewer"])
    assert "Đàm Quỳnh Lam" in set(frame["candidate"])


def test_both_versions_of_greenhouse_rate_the_same_card_alike() -> None:
    columns = ["candidate", "interview", "competency", "rating", "recommendation"]
    first, third = (
        sample(name).whole().query("candidate == 'Đàm Quỳnh Lam' and interview != 'design (2)'")[columns]
        for name in ("greenhouse_v1.json", "greenhouse_v3.json")
    )
    pd.testing.assert_frame_equal(first.reset_index(drop=True), third.reset_index(drop=True))
