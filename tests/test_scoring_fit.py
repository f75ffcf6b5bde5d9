"""Calibrated scores: what holds whatever the ratings are, and what a planted truth gives back."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiretool import scoring
from hiretool.errors import HiretoolError, NotFoundError
from tests.benchmarks import scoring_designs as designs

WEIGHTS = {"coding": 3.0, "design": 2.0, "writing": 1.0}

cell = st.tuples(
    st.sampled_from(["Ada", "Ben", "Cleo", "Dan"]),
    st.sampled_from(["x", "y", "z"]),
    st.sampled_from(list(WEIGHTS)),
)
ratings_drawn = st.dictionaries(cell, st.sampled_from([1.0, 2.0, 2.5, 3.0, 4.0, math.nan]), min_size=1, max_size=30)


def frame(cells: dict[tuple[str, str, str], float]) -> pd.DataFrame:
    rows = [(*key, value) for key, value in cells.items()]
    return pd.DataFrame(rows, columns=["candidate", "interviewer", "competency", "rating"])


def panel(
    n_candidates: int, n_interviewers: int, *, severe: dict[str, float] | None = None, seed: int = 0
) -> pd.DataFrame:
    """Everybody rates everybody on everything; `severe` rate lower by so much."""
    dice = np.random.default_rng(seed)
    rows = []
    for candidate in range(n_candidates):
        ability = 2.5 + 0.5 * dice.normal()
        for interviewer, competency in itertools.product(range(n_interviewers), WEIGHTS):
            name = f"i{interviewer}"
            value = ability - (severe or {}).get(name, 0) + 0.3 * dice.normal()
            rows.append((f"c{candidate:02}", name, competency, float(np.clip(value, 1, 4))))
    return pd.DataFrame(rows, columns=["candidate", "interviewer", "competency", "rating"])


def fit(ratings: pd.DataFrame, **options: object) -> scoring.Fit:
    return scoring.fit(ratings, **{"weights": WEIGHTS, "bar": 3.0, **options})  # type: ignore[arg-type]


@settings(max_examples=12, deadline=None)
@given(ratings_drawn, st.randoms())
def test_the_order_of_rows_makes_no_difference(cells: dict[tuple[str, str, str], float], dice: object) -> None:
    rows = list(cells.items())
    dice.shuffle(rows)  # type: ignore[attr-defined]
    one, other = fit(frame(cells)).candidates, fit(frame(dict(rows))).candidates
    pd.testing.assert_frame_equal(one, other, atol=1e-6, rtol=0)


@settings(max_examples=12, deadline=None)
@given(ratings_drawn)
def test_scores_and_intervals_lie_within_the_scale_and_around_each_other(
    cells: dict[tuple[str, str, str], float],
) -> None:
    given_ratings = frame(cells)
    found = fit(given_ratings).candidates
    rated = found[found["n_ratings"] > 0]
    assert set(found["candidate"]) == set(given_ratings["candidate"])
    assert (rated[["score", "low", "high", "uncorrected"]] >= 1).all(axis=None)
    assert (rated[["score", "low", "high", "uncorrected"]] <= 4).all(axis=None)
    assert (rated["low"] <= rated["score"]).all()
    assert (rated["score"] <= rated["high"]).all()
    assert rated["p_above_bar"].between(0, 1).all()
    assert found.loc[found["n_ratings"] == 0, "score"].isna().all()


@settings(max_examples=5, deadline=None)
@given(st.integers(0, 1000))
def test_a_second_copy_under_new_names_leaves_each_score_nearly_as_it_was(seed: int) -> None:
    ratings = designs.simulated(seed, designs.Shape(candidates=30, interviewers=12)).ratings.astype(
        {"candidate": str, "interviewer": str, "competency": str, "role": str}
    )
    weights = dict.fromkeys(ratings["competency"].unique(), 1.0)
    copy = ratings.assign(candidate=ratings["candidate"] + "'", interviewer=ratings["interviewer"] + "'")
    alone = fit(ratings, weights=weights).candidates.set_index("candidate")
    both = fit(pd.concat([ratings, copy], ignore_index=True), weights=weights).candidates.set_index("candidate")
    apart = (both["score"].reindex(alone.index) - alone["score"]).abs()
    # Twice the data weaken the priors on the sds, which moves a score by a small part of its own uncertainty.
    assert (apart < 0.25 * alone["sd"]).all()
    twins = both["score"].reindex(alone.index + "'").to_numpy()
    assert both["score"].reindex(alone.index).to_numpy() == pytest.approx(twins, abs=1e-6)


def test_blank_ratings_and_cards_not_handed_in_change_no_score() -> None:
    ratings = panel(8, 3)
    blank = pd.DataFrame(
        [("c00", "late", "coding", math.nan), ("c99", "late", "coding", math.nan)], columns=ratings.columns
    )
    one, other = fit(ratings).candidates, fit(pd.concat([ratings, blank], ignore_index=True)).candidates
    assert other["candidate"].tolist() == [*one["candidate"], "c99"]
    assert other["score"].tolist()[:-1] == pytest.approx(one["score"].tolist(), abs=1e-9)
    assert math.isnan(other["score"].iloc[-1])


def test_whoever_rates_lower_than_colleagues_on_the_same_candidates_is_found_and_corrected() -> None:
    ratings = panel(12, 4, severe={"i0": 0.6})
    ratings = ratings[~((ratings["interviewer"] == "i0") & (ratings["candidate"] > "c05"))]
    found = fit(ratings)
    severity = found.interviewers.set_index("interviewer")["severity"]
    assert severity["i0"] == pytest.approx(0.45, abs=0.25)
    assert severity.drop("i0").abs().max() < 0.3
    corrected = found.candidates.set_index("candidate")["correction"]
    # All four met the first six, so that nothing is owed there; the others lack the strict one.
    assert corrected[corrected.index <= "c05"].abs().max() < 0.03
    assert corrected[corrected.index > "c05"].max() < -0.05


def test_weak_candidates_do_not_make_their_interviewers_look_strict() -> None:
    """Two panels that never meet: the one with the weaker candidates is not called strict for it."""
    dice = np.random.default_rng(4)
    rows = []
    for number in range(40):
        weak = number % 2
        for interviewer, competency in itertools.product(range(3), WEIGHTS):
            value = 3.2 - 1.2 * weak + 0.3 * dice.normal()
            rows.append((f"c{number:02}", f"panel{weak}-{interviewer}", competency, float(np.clip(value, 1, 4))))
    found = fit(pd.DataFrame(rows, columns=["candidate", "interviewer", "competency", "rating"]))
    assert found.candidates["panel"].nunique() == 2
    assert [warned.code for warned in found.warnings] == ["never-compared"]
    assert found.candidates["correction"].abs().max() < 0.1
    scores = found.candidates.set_index("candidate")["score"]
    weak_names = [name for name in scores.index if int(name[1:]) % 2]
    assert scores[weak_names].max() < scores.drop(weak_names).min()


def test_more_ratings_narrow_the_interval() -> None:
    widths = [float((fit(panel(10, count)).candidates["sd"]).mean()) for count in (1, 2, 4, 8)]
    assert widths == sorted(widths, reverse=True)
    assert widths[0] > 1.5 * widths[-1]


def test_a_competency_that_nobody_assessed_widens_the_interval() -> None:
    ratings = panel(10, 3)
    some = ratings[ratings["competency"] != "coding"]
    assert fit(some).candidates["sd"].min() > fit(ratings).candidates["sd"].max()


@pytest.mark.parametrize(
    "ratings",
    [
        [("Ada", "x", "coding", 4.0)],
        [("Ada", "x", "coding", 4.0), ("Ada", "x", "design", 4.0), ("Ada", "y", "coding", 4.0)],
        [("Ada", "x", "coding", 4.0), ("Ada", "y", "coding", 1.0), ("Ada", "z", "coding", 3.0)],
        [(name, "x", "coding", 3.0) for name in "abcdefgh"],
        [(name, who, "coding", 2.0) for name in "abcdefgh" for who in "xyz"],
    ],
    ids=["one rating", "one candidate all fours", "a split panel", "one interviewer", "all equal"],
)
def test_few_and_degenerate_ratings_widen_and_never_fail(ratings: list[tuple[str, str, str, float]]) -> None:
    found = fit(pd.DataFrame(ratings, columns=["candidate", "interviewer", "competency", "rating"]))
    table = found.candidates
    assert (table["high"] - table["low"] > 0.2).all()
    assert table[["score", "low", "high"]].stack().between(1, 4).all()
    assert all(math.isfinite(value) for value in found.components.variance.values())


def test_too_little_data_give_an_interval_and_no_order() -> None:
    found = fit(frame({("Ada", "x", "coding"): 4.0, ("Ben", "x", "coding"): 2.0}))
    assert "too-little-data" in [warned.code for warned in found.warnings]
    assert found.candidates[["expected_rank", "rank_low", "rank_high", "p_rank_1"]].isna().all(axis=None)
    assert (found.candidates["high"] - found.candidates["low"] > 0.8).all()


def test_no_rating_at_all_is_candidates_without_scores() -> None:
    found = fit(frame({("Ada", "x", "coding"): math.nan}))
    assert found.candidates["candidate"].tolist() == ["Ada"]
    assert found.candidates["score"].isna().all()
    assert found.explain("Ada") == ["Nothing was assessed of Ada, so there is no score."]


def test_a_severity_is_shown_from_five_shared_candidates_on() -> None:
    shown = fit(panel(5, 2)).interviewers
    hidden = fit(panel(4, 2)).interviewers
    assert shown["severity"].notna().all()
    assert (shown["n_shared"] == 5).all()
    assert hidden[["severity", "sd", "gap"]].isna().all(axis=None)


def test_a_conflict_of_interest_counts_neither_for_the_score_nor_for_severity() -> None:
    ratings = panel(8, 3)
    biased = pd.DataFrame([("c00", "friend", name, 4.0) for name in WEIGHTS], columns=ratings.columns)
    whole = pd.concat([ratings, biased], ignore_index=True)
    without = fit(ratings).candidates.set_index("candidate")
    found = fit(whole, conflicts=[("c00", "friend")])
    table = found.candidates.set_index("candidate")
    assert table["score"].to_dict() == pytest.approx(without["score"].to_dict(), abs=1e-6)
    assert table.loc["c00", "with_conflicts"] > table.loc["c00", "score"] + 0.05
    assert table.loc["c00", "n_ratings"] == 9
    assert found.expected[whole["interviewer"] == "friend"].isna().all()
    assert any("with them the score would be" in text for text in found.explain("c00"))
    assert "conflicts-left-out" in [warned.code for warned in found.warnings]


def test_each_correction_is_a_sentence_with_its_size_its_basis_and_the_score_without_it() -> None:
    ratings = panel(12, 4, severe={"i0": 0.6})
    found = fit(ratings)
    told = " ".join(found.explain("c03"))
    row = found.candidates.set_index("candidate").loc["c03"]
    assert f"Score {row['score']:.2f}" in told
    assert "i0 rated the same candidates" in told
    assert "over 12 shared candidates" in told
    assert "without it the score would be" in told
    assert f"without them the score would be {row['uncorrected']:.2f}" in told


def test_the_effects_of_interviewers_add_up_to_the_correction() -> None:
    found = fit(panel(12, 4, severe={"i0": 0.6, "i2": -0.3}))
    sums = found.corrections.groupby("candidate")["effect"].sum()
    table = found.candidates.set_index("candidate")
    inside = table["score"].between(1.001, 3.999)
    assert sums[inside].to_dict() == pytest.approx(table.loc[inside, "correction"].to_dict(), abs=1e-6)


def test_chances_of_ranks_add_up_by_candidate_and_by_rank() -> None:
    found = fit(panel(6, 3))
    chances = found.ranks()
    assert chances.sum(axis=0).to_numpy() == pytest.approx(np.ones(6))
    assert chances.sum(axis=1).to_numpy() == pytest.approx(np.ones(6))
    first = found.candidates.set_index("candidate")["p_rank_1"]
    assert first.reindex(chances.index).to_numpy() == pytest.approx(chances[1].to_numpy(), abs=0.03)


def test_a_ledger_of_other_roles_is_a_prior_and_is_never_learnt_from_itself() -> None:
    past = fit(panel(30, 4, severe={"i0": 0.6}, seed=1))
    ledger = scoring.ledger.prior(past.evidence())
    known = ledger.set_index("interviewer")["severity"]
    assert known["i0"] > known.drop("i0").max() + 0.3
    now = panel(3, 4, severe={"i0": 0.6}, seed=2)
    helped = fit(now, ledger=ledger)
    alone = fit(now)
    assert helped.interviewers.set_index("interviewer").loc["i0", "severity"] == pytest.approx(known["i0"], abs=0.15)
    assert helped.candidates["sd"].mean() < alone.candidates["sd"].mean()
    with pytest.raises(HiretoolError, match="without a ledger"):
        helped.evidence()


def test_old_evidence_counts_for_less() -> None:
    import datetime

    rows = fit(panel(30, 4, severe={"i0": 0.6})).evidence().assign(learnt_on="2020-01-01")
    fresh = scoring.ledger.prior(rows, today=datetime.date(2020, 1, 1)).set_index("interviewer")
    stale = scoring.ledger.prior(rows, today=datetime.date(2026, 1, 1)).set_index("interviewer")
    assert (stale["sd"] > fresh["sd"]).all()
    assert abs(stale.loc["i0", "severity"]) < abs(fresh.loc["i0", "severity"])


def test_large_data_are_scored_nearly_as_the_exact_way_scores_them(monkeypatch: pytest.MonkeyPatch) -> None:
    from hiretool.scoring.model import fit as ways

    made = designs.simulated(1, designs.Shape(candidates=600, interviewers=60, roles=6))
    exact = scoring.fit(made.ratings, weights=made.weights, bar=made.bar)
    monkeypatch.setattr(ways, "MOST_RATINGS", 100)
    large = scoring.fit(made.ratings, weights=made.weights, bar=made.bar)
    assert (exact.components.method, large.components.method) == ("map", "moments")
    one, other = (found.candidates.set_index("candidate").sort_index() for found in (exact, large))
    assert (one["score"] - other["score"]).abs().max() < 0.25 * one["sd"].min()
    assert np.corrcoef(one["correction"], other["correction"])[0, 1] > 0.98
    assert (other["sd"] / one["sd"]).between(0.9, 1.1).all()
    effects = large.corrections.groupby(["role", "candidate"])["effect"].sum()
    told = large.candidates.set_index(["role", "candidate"])["correction"]
    inside = large.candidates.set_index(["role", "candidate"])["score"].between(1.001, 3.999)
    assert effects.reindex(told.index)[inside].to_numpy() == pytest.approx(told[inside].to_numpy(), abs=1e-4)


def test_intervals_hold_the_truth_about_as_often_as_they_say() -> None:
    held = []
    for made in designs.many(designs.Shape(candidates=40, interviewers=15), 8, first=100):
        table = scoring.fit(made.ratings, weights=made.weights, bar=made.bar).candidates.set_index("candidate")
        truth = made.truth.reindex(table.index)
        held.append(((table["low"] <= truth) & (truth <= table["high"])).mean())
    # 320 intervals: a standard error of 0.017.
    assert 0.84 < np.mean(held) < 0.96


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda rows: rows.drop(columns="interviewer"), "lack the column 'interviewer'"),
        (lambda rows: rows.assign(rating=5.0), "expected 1 to 4"),
        (lambda rows: rows.assign(rating="good"), "'good', which is no number"),
        (lambda rows: rows.assign(competency="codign"), "does not weigh 'codign'. Did you mean 'coding'"),
        (lambda rows: rows.assign(candidate=None), "'candidate' has a blank"),
        (lambda rows: pd.concat([rows.assign(candidate="all")] * 100), "'all' has 1,800 ratings"),
    ],
)
def test_what_cannot_be_fitted_is_an_error_in_words(change: object, said: str) -> None:
    with pytest.raises(HiretoolError, match=said.replace("(", r"\(")):
        fit(change(panel(3, 2)))  # type: ignore[operator]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"bar": 7.0}, "expected 1 to 4"),
        ({"weights": {"coding": 0.0, "design": 0.0, "writing": 0.0}}, "one above 0"),
        ({"weights": {"coding": -1.0, "design": 1.0, "writing": 1.0}}, "0 or more"),
        ({"priors": {"interviwer": 0.2}}, "no term 'interviwer'. Did you mean 'interviewer'"),
        ({"priors": {"interviewer": 0.0}}, "above 0"),
        ({"conflicts": pd.DataFrame({"who": []})}, "lack the column 'candidate'"),
        ({"ledger": pd.DataFrame({"interviewer": ["i0"], "severity": [0.1]})}, "lacks the column 'sd'"),
    ],
)
def test_options_that_cannot_be_are_an_error_in_words(options: dict[str, object], said: str) -> None:
    with pytest.raises(HiretoolError, match=said):
        fit(panel(3, 2), **options)


def test_names_that_are_not_there_are_told_with_those_that_are() -> None:
    found = fit(panel(3, 2))
    with pytest.raises(NotFoundError, match="Did you mean 'c0"):
        found.explain("c0")
    with pytest.raises(NotFoundError):
        found.ranks("no such role")


def test_one_person_in_two_roles_has_a_score_in_each() -> None:
    one, other = panel(6, 3).assign(role="a"), panel(6, 3, seed=9).assign(role="b")
    found = scoring.fit(
        pd.concat([one, other]), weights={"a": WEIGHTS, "b": {"coding": 1, "design": 1, "writing": 1}}, bar=3
    )
    assert found.candidates.groupby("role")["candidate"].nunique().to_dict() == {"a": 6, "b": 6}
    with pytest.raises(HiretoolError, match="several roles"):
        found.explain("c00")
    assert found.explain("c00", "b")
    with pytest.raises(HiretoolError, match="several roles"):
        found.ranks()


def test_another_scale_gives_the_same_scores_on_it() -> None:
    ratings = panel(10, 3)
    wide = ratings.assign(rating=(ratings["rating"] - 1) * 3)
    one = fit(ratings).candidates.set_index("candidate")
    other = fit(wide, scale=(0, 9), bar=6.0).candidates.set_index("candidate")
    assert ((other["score"] / 3 + 1) - one["score"]).abs().max() < 1e-4
    assert (other["p_above_bar"] - one["p_above_bar"]).abs().max() < 1e-3
