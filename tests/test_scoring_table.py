"""Ratings -> one score for each candidate, over what was assessed."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiretool import scoring
from hiretool.errors import HiretoolError

WEIGHTS = {"coding": 50.0, "debugging": 30.0, "communication": 20.0}
BLANK = math.nan

Row = tuple[str, str, str, float]
"""Candidate, interviewer, competency, rating."""


def ratings(rows: Sequence[Row]) -> pd.DataFrame:
    return scoring.frame(
        {
            "role": "engineer",
            "candidate": candidate,
            "interviewer": interviewer,
            "interview": "find-out",
            "competency": competency,
            "rating": None if math.isnan(rating) else rating,
        }
        for candidate, interviewer, competency, rating in rows
    )


def table(rows: Sequence[Row], weights: Mapping[str, float] = WEIGHTS, **options: str) -> pd.DataFrame:
    return scoring.table(ratings(rows), weights=weights, **options).set_index("candidate")  # type: ignore[arg-type]


EXAMPLE: list[Row] = [
    # Ada: coding 4 and 3, debugging 2, communication not assessed.
    ("Ada", "Bo", "coding", 4),
    ("Ada", "Cy", "coding", 3),
    ("Ada", "Bo", "debugging", 2),
    ("Ada", "Bo", "communication", BLANK),
    # Eve: each competency once.
    ("Eve", "Bo", "coding", 2),
    ("Eve", "Cy", "debugging", 4),
    ("Eve", "Cy", "communication", 2.5),
    # Gus came, and nobody could assess anything.
    ("Gus", "Cy", "coding", BLANK),
]


def test_a_score_is_the_weighted_mean_of_what_was_assessed() -> None:
    """By hand: Ada (50 * 3.5 + 30 * 2) / 80 = 2.9375; Eve (50 * 2 + 30 * 4 + 20 * 2.5) / 100 = 2.7."""
    scores = table(EXAMPLE)["score"]
    assert scores["Ada"] == pytest.approx(2.9375)
    assert scores["Eve"] == pytest.approx(2.7)
    assert math.isnan(scores["Gus"])


def test_a_raw_mean_is_that_of_all_ratings_alike() -> None:
    means = table(EXAMPLE)["raw_mean"]
    assert means["Ada"] == pytest.approx(3)
    assert means["Eve"] == pytest.approx(8.5 / 3)
    assert math.isnan(means["Gus"])


def test_the_other_columns_say_what_a_score_rests_on() -> None:
    found = table(EXAMPLE)
    assert list(found["n_ratings"]) == [3, 3, 0]
    assert list(found["n_interviewers"]) == [2, 2, 0]
    assert list(found["competencies_rated"]) == [2, 3, 0]
    assert list(found["competencies_required"]) == [3, 3, 3]
    assert list(found["weight_rated"]) == pytest.approx([0.8, 1.0, 0.0])
    assert found["sd"]["Ada"] == pytest.approx(1.0)
    assert math.isnan(found["sd"]["Gus"])
    assert found["widest_gap"]["Ada"] == 1
    assert found["widest_gap"]["Eve"] == 0
    assert math.isnan(found["widest_gap"]["Gus"])


def test_one_rating_has_no_standard_deviation() -> None:
    assert math.isnan(table([("Ada", "Bo", "coding", 4)])["sd"]["Ada"])


def test_a_blank_is_not_a_zero_nor_a_one() -> None:
    assert table([("Ada", "Bo", "coding", 4), ("Ada", "Bo", "debugging", BLANK)])["score"]["Ada"] == 4


def test_nobody_assessed_comes_last() -> None:
    rows = [("Ada", "Bo", "coding", BLANK), ("Zoe", "Bo", "coding", 1)]
    assert list(table(rows).index) == ["Zoe", "Ada"]


def test_nobody_assessed_at_all_is_a_table_without_scores() -> None:
    found = table([("Zoe", "Bo", "coding", BLANK), ("Ada", "Bo", "debugging", BLANK)])
    assert list(found.index) == ["Ada", "Zoe"]
    assert found["score"].isna().all()
    assert list(found["n_ratings"]) == [0, 0]


def test_the_highest_score_comes_first_and_equal_ones_by_name() -> None:
    rows = [("Zoe", "Bo", "coding", 3), ("Eve", "Bo", "coding", 4), ("Ada", "Bo", "coding", 3)]
    assert list(table(rows).index) == ["Eve", "Ada", "Zoe"]


def test_scores_that_differ_by_rounding_alone_are_equal() -> None:
    """0.1 + 0.2 is not 0.3 to a computer."""
    weights = {"coding": 0.1, "debugging": 0.2, "communication": 0.7}
    rows: list[Row] = [(name, "Bo", competency, 3) for name in ("Zoe", "Ada") for competency in weights]
    rows = rows[:3] + rows[3:][::-1]
    assert list(table(rows, weights).index) == ["Ada", "Zoe"]


def test_two_ratings_of_one_competency_do_not_weigh_more_than_one() -> None:
    once = table([("Ada", "Bo", "coding", 4), ("Ada", "Bo", "debugging", 2)])
    twice = table([("Ada", "Bo", "coding", 4), ("Ada", "Cy", "coding", 4), ("Ada", "Bo", "debugging", 2)])
    assert once["score"]["Ada"] == twice["score"]["Ada"]


def test_a_competency_that_the_role_does_not_weigh_is_an_error_that_names_it() -> None:
    with pytest.raises(HiretoolError) as found:
        table([*EXAMPLE, ("Ada", "Bo", "debuging", 3), ("Ada", "Bo", "singing", 3)])
    assert str(found.value).startswith(
        "The role does not weigh debuging, singing. 'debuging': Did you mean 'debugging'?"
    )
    assert "--extra ignore" in str(found.value)
    assert "\n" not in str(found.value)


def test_such_a_competency_may_be_left_out_of_the_score() -> None:
    extra: list[Row] = [("Ada", "Bo", "singing", 1), ("Eve", "Bo", "singing", 4)]
    pd.testing.assert_frame_equal(table([*EXAMPLE, *extra], extra="ignore"), table(EXAMPLE))


def test_a_candidate_rated_only_on_what_is_left_out_is_still_listed() -> None:
    found = table([*EXAMPLE, ("Ida", "Bo", "singing", 4)], extra="ignore")
    assert list(found.index) == ["Ada", "Eve", "Gus", "Ida"]
    assert math.isnan(found["score"]["Ida"])


# Properties.

PEOPLE = st.sampled_from(["Ada", "Bo", "Đàm", "Eve"])
CELLS = st.tuples(PEOPLE, PEOPLE, st.sampled_from(list(WEIGHTS)), st.sampled_from([1.0, 2.0, 2.5, 3.0, 4.0, BLANK]))
TABLES = st.lists(CELLS, min_size=1, max_size=25)
few = settings(max_examples=10, deadline=None)


def same(one: pd.DataFrame, other: pd.DataFrame) -> None:
    pd.testing.assert_frame_equal(one, other, check_exact=False, rtol=1e-12)


@given(TABLES)
@few
def test_scores_stay_within_the_scale(rows: list[Row]) -> None:
    found = table(rows)
    assert found["score"].dropna().between(1 - 1e-9, 4 + 1e-9).all()
    assert found["raw_mean"].dropna().between(1, 4).all()
    assert found["weight_rated"].between(0, 1 + 1e-9).all()
    assert found["widest_gap"].dropna().between(0, 3).all()
    assert found["score"].isna().equals(found["n_ratings"] == 0)


@given(TABLES, st.randoms(use_true_random=False))
@few
def test_the_order_of_rows_does_not_matter(rows: list[Row], dice: object) -> None:
    shuffled = list(rows)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]
    same(table(rows), table(shuffled))


@given(TABLES)
@few
def test_the_order_of_weights_does_not_matter(rows: list[Row]) -> None:
    same(table(rows), table(rows, dict(reversed(WEIGHTS.items()))))


@given(TABLES, st.floats(0.01, 1000))
@few
def test_only_the_ratio_of_weights_matters(rows: list[Row], factor: float) -> None:
    scaled = {name: weight * factor for name, weight in WEIGHTS.items()}
    pd.testing.assert_frame_equal(table(rows), table(rows, scaled), rtol=1e-9)


@given(TABLES)
@few
def test_names_do_not_matter(rows: list[Row]) -> None:
    renamed = [
        (f"x{candidate}", f"y{interviewer}", competency, rating) for candidate, interviewer, competency, rating in rows
    ]
    found = table(renamed)
    found.index = found.index.str.removeprefix("x")
    same(found, table(rows))


@given(TABLES, st.sampled_from(list(WEIGHTS)), PEOPLE)
@few
def test_another_blank_changes_nothing(rows: list[Row], competency: str, interviewer: str) -> None:
    same(table([*rows, (rows[0][0], interviewer, competency, BLANK)]), table(rows))


@given(TABLES)
@few
def test_the_same_rating_from_everybody_is_the_score(rows: list[Row]) -> None:
    found = table([(*row[:3], 3.0) for row in rows])
    assert found["score"].to_numpy() == pytest.approx(3)
    assert found["widest_gap"].to_numpy() == pytest.approx(0)


@given(TABLES)
@few
def test_a_higher_rating_never_lowers_the_score(rows: list[Row]) -> None:
    candidate, interviewer, competency, rating = rows[0]
    if math.isnan(rating):
        return
    better = table([(candidate, interviewer, competency, 4.0), *rows[1:]])
    assert better["score"][candidate] >= table(rows)["score"][candidate] - 1e-9


@given(TABLES)
@settings(max_examples=5, deadline=None)
def test_one_candidates_score_does_not_depend_on_another(rows: list[Row]) -> None:
    everybody = table(rows)
    for name in everybody.index:
        alone = table([row for row in rows if row[0] == name])
        same(alone, everybody.loc[[name]])


# What stands beside the score.


def test_each_competency_has_its_mean_number_and_range() -> None:
    found = scoring.by_competency(ratings(EXAMPLE))
    assert found.loc[("Ada", "coding")].to_dict() == {"mean": 3.5, "n": 2, "low": 3, "high": 4}
    assert ("Ada", "communication") not in found.index


def test_each_interviewer_has_a_mean() -> None:
    found = scoring.by_interviewer(ratings(EXAMPLE))
    assert found["Ada", "Bo"] == 3
    assert ("Gus", "Cy") not in found.index


def test_what_was_not_assessed_counts_as_no_rating() -> None:
    found = scoring.coverage(ratings(EXAMPLE), WEIGHTS)
    assert list(found.columns) == list(WEIGHTS)
    assert found.loc["Ada"].to_dict() == {"coding": 2, "debugging": 1, "communication": 0}
    assert found.loc["Gus"].to_dict() == {"coding": 0, "debugging": 0, "communication": 0}
