"""The simulated hiring that scores are judged by: what it calls true is true, and its yardstick measures."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import kendalltau

from hiretool.model import COLUMNS
from tests.benchmarks.scoring_baselines import least_squares, raw_mean, raw_weighted, tau, tau_a, z_score
from tests.benchmarks.scoring_designs import FIVE, Panels, Sds, Shape, big, simulated, tiny


def test_the_same_seed_gives_the_same_ratings_and_another_gives_others() -> None:
    first, again, other = simulated(3, Shape()), simulated(3, Shape()), simulated(4, Shape())
    pd.testing.assert_frame_equal(first.ratings, again.ratings)
    pd.testing.assert_series_equal(first.truth, again.truth)
    assert not first.truth.equals(other.truth)


def test_ratings_are_in_the_normal_form() -> None:
    ratings = simulated(1, Shape()).ratings
    assert set(COLUMNS) <= set(ratings.columns)
    assert ratings["rating"].isin([1, 2, 3, 4]).all()


@pytest.mark.parametrize("shape", [Shape(), Shape(shares=FIVE), Shape(roles=6, candidates=300, interviewers=60)])
def test_ratings_fall_into_categories_as_often_as_asked(shape: Shape) -> None:
    found = pd.concat(simulated(seed, shape).ratings["rating"] for seed in range(40))
    shares = found.value_counts(normalize=True).sort_index()
    assert list(shares) == pytest.approx(list(shape.shares), abs=0.03)


@pytest.mark.parametrize("spread", [0.0, 0.35])
def test_what_is_true_is_the_mean_over_a_large_panel(spread: float) -> None:
    shape = Shape(candidates=60, interviewers=20_000, per_candidate=300, spread=spread)
    design = simulated(1, shape)
    error = raw_weighted(design.ratings, design.weights) - design.truth
    assert error.abs().max() < 0.15
    assert error.mean() == pytest.approx(0, abs=0.01)


@pytest.mark.parametrize(
    "shape", [Shape(), Shape(panels=Panels(0.9, 0.1)), Shape(roles=6, candidates=300, interviewers=60)]
)
def test_each_candidate_has_so_many_interviewers_who_rate_so_many_competencies(shape: Shape) -> None:
    ratings = simulated(1, shape).ratings
    cards = ratings.groupby(["candidate", "interviewer"], observed=True)["competency"].agg(["size", "nunique"])
    assert (cards == shape.per_interviewer).all(axis=None)
    assert (cards.groupby("candidate", observed=True).size() == shape.per_candidate).all()


def test_without_overlap_no_interviewer_sees_candidates_of_both_panels() -> None:
    design = simulated(1, Shape(panels=Panels(0.9, 0.0)))
    number = design.ratings["interviewer"].str.split().str[1].astype(int)
    first = (number <= 10).groupby(design.ratings["candidate"], observed=True).mean()
    assert set(first) == {0.0, 1.0}
    assert design.truth[first == 1].mean() > design.truth[first == 0].mean() + 0.5


def test_competencies_have_the_weights_of_their_role_and_all_are_rated() -> None:
    design = simulated(1, Shape(roles=6, candidates=300, interviewers=60))
    for role, rows in design.ratings.groupby("role", observed=True):
        assert set(rows["competency"].astype(str)) == set(design.weights[str(role)])
    assert all(sum(weights.values()) == pytest.approx(1) for weights in design.weights.values())


def test_a_severe_interviewer_rates_lower() -> None:
    design = simulated(1, Shape(candidates=2000, interviewers=20, sds=Sds(severity=0.6)))
    mean = design.ratings.groupby("interviewer", observed=True)["rating"].mean()
    assert np.corrcoef(mean, design.severity)[0, 1] < -0.9


def test_each_second_tiny_design_has_sds_of_its_own() -> None:
    usual, drawn = tiny(200, 0), tiny(200, 3)
    assert len(usual.truth) == len(drawn.truth) == 200
    assert usual.truth.std() == pytest.approx(tiny(200, 2).truth.std(), rel=0.2)
    assert len({round(tiny(200, seed).truth.std(), 1) for seed in range(1, 21, 2)}) > 3


def test_a_hundred_thousand_ratings_take_little_room() -> None:
    ratings = big(10_000, 200, 10).ratings
    assert len(ratings) == 100_000
    assert ratings.memory_usage(deep=True).sum() < 5e6


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=2, max_size=40))
def test_tau_a_counts_pairs_and_a_tie_is_no_agreement(pairs: list[tuple[int, int]]) -> None:
    left, right = np.array(pairs, float).T
    signs = [
        np.sign(left[one] - left[other]) * np.sign(right[one] - right[other])
        for one in range(len(pairs))
        for other in range(one)
    ]
    assert tau_a(left, right) == pytest.approx(np.mean(signs))


def test_without_ties_tau_a_is_scipys_tau() -> None:
    left, right = np.random.default_rng(0).normal(size=(2, 3000))
    right += left
    assert tau_a(left, right) == pytest.approx(kendalltau(left, right).statistic)


def test_tau_is_within_roles() -> None:
    names = list("abcd")
    truth, score = pd.Series([1, 2, 3, 4], names, float), pd.Series([10, 20, 3, 4], names, float)
    assert tau(score, truth, pd.Series(["x", "x", "y", "y"], names)) == 1


def test_baselines_agree_where_every_interviewer_rates_everything() -> None:
    """With full balance no correction changes the order of candidates."""
    shape = Shape(candidates=12, interviewers=4, per_candidate=4, per_interviewer=5)
    design = simulated(1, replace(shape, sds=Sds(severity=0.6)))
    ratings = design.ratings
    mean, squares = raw_mean(ratings), least_squares(ratings, design.weights)
    assert np.allclose(mean - mean.mean(), squares - squares.mean(), atol=1e-5)
    weighted = raw_weighted(ratings, design.weights)
    by_hand = ratings[ratings["candidate"] == "candidate 1"].groupby("competency", observed=True)["rating"].mean()
    assert weighted["candidate 1"] == pytest.approx((by_hand * pd.Series(design.weights["role 1"])).sum())
    assert np.corrcoef(z_score(ratings, design.weights), weighted)[0, 1] > 0.9
