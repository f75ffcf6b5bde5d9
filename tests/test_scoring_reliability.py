"""The noise audit: what is counted without a model, kinds of noise, and how many interviewers are enough."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiretool import scoring
from hiretool.errors import HiretoolError
from hiretool.scoring import reliability
from hiretool.scoring.reliability.study import MOST_INTERVIEWERS
from tests.documents import ratings, row

# The published defaults of the model, on a scale of 1 to 4.
DEFAULTS = {
    "candidate": 0.45,
    "candidate:competency": 0.30,
    "scorecard": 0.28,
    "residual": 0.45,
    "interviewer": 0.22,
    "interviewer:competency": 0.13,
    "role": 0.15,
    "competency": 0.15,
    "role:competency": 0.10,
}
FIVE = dict.fromkeys("abcde", 1.0)
few = settings(max_examples=15, deadline=None)


def components(**changes: float) -> scoring.Components:
    sds = DEFAULTS | {name.replace("__", ":"): sd for name, sd in changes.items()}
    return scoring.Components({name: sd**2 for name, sd in sds.items()}, None, "map")


# Counted, without a model.


def test_the_typical_difference_is_the_root_mean_square_over_pairs() -> None:
    """By hand: differences 1, 0 and 2 of three pairs: sqrt(5 / 3)."""
    found = reliability.differences(
        ratings(
            [
                row("Ada", "Bo", "coding", 3),
                row("Ada", "Cy", "coding", 2),
                row("Ada", "Bo", "debugging", 4),
                row("Ada", "Cy", "debugging", 4),
                row("Eve", "Bo", "coding", 1),
                row("Eve", "Cy", "coding", 3),
                row("Eve", "Cy", "debugging", 3),
            ]
        )
    )
    assert found.typical == pytest.approx(math.sqrt(5 / 3))
    assert found.mean == pytest.approx(1)
    assert found.same == pytest.approx(1 / 3)
    assert found.two_apart == pytest.approx(1 / 3)
    assert (found.n_pairs, found.n_cells, found.n_candidates) == (3, 3, 2)


def test_a_panel_of_m_counts_as_m_minus_one_pairs() -> None:
    """Four raters with 1, 1, 1, 4 and a pair with no difference: (3 + 0) pairs, 3 of 6 differ by 3."""
    rows = [row("Ada", who, "coding", value) for who, value in zip("abcd", (1, 1, 1, 4), strict=True)]
    found = reliability.differences(ratings([*rows, row("Eve", "a", "coding", 2), row("Eve", "b", "coding", 2)]))
    assert found.typical == pytest.approx(math.sqrt(3 * (27 / 6) / 4))
    assert found.same == pytest.approx((3 * 0.5 + 1) / 4)


def test_blanks_other_competencies_and_a_second_interview_are_no_pairs() -> None:
    found = reliability.differences(
        ratings(
            [
                row("Ada", "Bo", "coding", 3),
                row("Ada", "Cy", "coding", None),
                row("Ada", "Cy", "debugging", 1),
                row("Ada", "Bo", "coding", 1, interview="again"),
            ]
        )
    )
    assert found.n_pairs == 0
    assert found.typical is None


def test_one_candidate_in_two_roles_is_not_compared_with_themselves() -> None:
    found = reliability.differences(
        ratings([row("Ada", "Bo", "coding", 3), row("Ada", "Cy", "coding", 1, role="researcher")])
    )
    assert found.n_pairs == 0


PEOPLE = st.sampled_from(["Ada", "Bo", "Đàm", "Eve"])
ROWS = st.lists(
    st.tuples(PEOPLE, PEOPLE, st.sampled_from(["coding", "debugging"]), st.sampled_from([1.0, 2.0, 2.5, 4.0, None])),
    min_size=1,
    max_size=25,
    unique_by=lambda cell: cell[:3],
)


@given(ROWS)
@few
def test_pairs_are_all_two_interviewers_of_one_cell(cells: list[tuple[str, str, str, float | None]]) -> None:
    found = reliability.differences(ratings(row(*cell) for cell in cells))
    by_cell: dict[tuple[str, str], list[float]] = {}
    for candidate, _, competency, value in cells:
        if value is not None:
            by_cell.setdefault((candidate, competency), []).append(value)
    pairs = [pair for values in by_cell.values() for pair in itertools.combinations(values, 2)]
    assert found.n_pairs == len(pairs)
    if pairs:
        squares = sum(len(values) * np.var(values) for values in by_cell.values() if len(values) > 1)
        freedom = sum(len(values) - 1 for values in by_cell.values())
        assert found.typical == pytest.approx(math.sqrt(2 * squares / freedom))
        assert found.same is not None
        assert found.two_apart is not None
        assert found.same + found.two_apart <= 1 + 1e-9


def crowd(candidates: int, pool: int = 12, **changes: float) -> pd.DataFrame:
    """Unrounded ratings of five competencies by three interviewers of a pool, each of whom rates all five."""
    sds = DEFAULTS | {name.replace("__", ":"): sd for name, sd in changes.items()}
    rng = np.random.default_rng(0)
    strict = rng.normal(size=pool) * sds["interviewer"]
    theme = rng.normal(size=(pool, 5)) * sds["interviewer:competency"]
    rows = []
    for candidate in range(candidates):
        level = rng.normal() * sds["candidate"] + rng.normal(size=5) * sds["candidate:competency"]
        for who in rng.choice(pool, 3, replace=False):
            seen = level + strict[who] + theme[who] + rng.normal() * sds["scorecard"]
            seen = seen + rng.normal(size=5) * sds["residual"]
            rows += [
                row(f"c{candidate}", f"i{who}", name, 2.5 + value) for name, value in zip("abcde", seen, strict=True)
            ]
    return ratings(rows)


def test_the_difference_that_is_counted_is_the_one_that_the_parts_foretell() -> None:
    found = reliability.differences(crowd(300, pool=200))
    expected = reliability.noise(DEFAULTS).difference
    assert found.typical == pytest.approx(expected, rel=0.06)
    assert found.low is not None
    assert found.high is not None
    assert found.low < expected < found.high


def test_few_candidates_have_no_interval() -> None:
    found = reliability.differences(crowd(9))
    assert found.typical is not None
    assert found.low is None


# Kinds of noise.


def test_the_squares_of_the_kinds_of_noise_add_up() -> None:
    found = reliability.noise(DEFAULTS)
    assert found.level == pytest.approx(0.22)
    assert found.pattern == pytest.approx(math.sqrt(0.28**2 + 0.13**2))
    assert found.occasion == pytest.approx(0.45)
    assert found.system**2 == pytest.approx(found.level**2 + found.pattern**2 + found.occasion**2)
    assert found.difference == pytest.approx(math.sqrt(2) * found.system)


def test_the_defaults_mean_a_correlation_near_that_of_published_interviews() -> None:
    """Huffcutt et al. 2013: .44 for separate interviews."""
    assert reliability.single_icc(DEFAULTS) == pytest.approx(0.44, abs=0.02)


def test_shares_add_up_and_leave_role_and_competency_out() -> None:
    found = reliability.shares(DEFAULTS)
    assert sum(found.values()) == pytest.approx(1)
    assert "role" not in found
    assert "competency" not in found


def test_without_any_variance_there_are_no_shares() -> None:
    still = dict.fromkeys(DEFAULTS, 0.0)
    assert reliability.shares(still) == {}
    assert reliability.single_icc(still) is None


def test_components_of_another_model_are_an_error_that_names_what_is_missing() -> None:
    with pytest.raises(HiretoolError, match="The components lack candidate:competency, scorecard"):
        reliability.noise({"candidate": 1, "interviewer": 1, "interviewer:competency": 1, "residual": 1})


# How many are enough.


def test_the_study_is_that_of_the_published_defaults() -> None:
    """Five competencies that weigh alike, each interviewer rates two."""
    found = reliability.study(DEFAULTS, FIVE, each=2).dependability
    assert found[:6] == pytest.approx([0.46, 0.64, 0.74, 0.79, 0.82, 0.85], abs=0.0075)


def test_when_all_rate_all_it_is_the_formula_of_the_textbook() -> None:
    """Brennan 2001: universe variance over itself and the mean error, with everything averaged over n and five."""
    var = {name: sd**2 for name, sd in DEFAULTS.items()}
    universe = var["candidate"] + var["candidate:competency"] / 5
    for number in (1, 3, 8):
        error = (var["interviewer"] + var["scorecard"]) / number
        error += (var["interviewer:competency"] + var["residual"]) / (5 * number)
        found = reliability.dependability(DEFAULTS, FIVE, interviewers=number, each=5)
        assert found == pytest.approx(universe / (universe + error), abs=1e-9)


def test_it_is_the_squared_correlation_that_simulated_scores_have() -> None:
    weights = {"a": 0.3, "b": 0.25, "c": 0.2, "d": 0.15, "e": 0.1}
    rng = np.random.default_rng(1)
    n, interviewers = 40_000, 3
    sd = DEFAULTS
    own = rng.normal(size=(n, 5)) * sd["candidate:competency"] + rng.normal(size=(n, 1)) * sd["candidate"]
    share = np.array(list(weights.values()))
    truth = own @ share
    found = []
    for start in range(5):
        columns = []
        for place in range(interviewers):
            card = rng.normal(size=n) * math.hypot(sd["interviewer"], sd["scorecard"])
            for one in (0, 1):
                competency = (start + 2 * place + one) % 5
                noise = rng.normal(size=n) * math.hypot(sd["interviewer:competency"], sd["residual"])
                columns.append(own[:, competency] + card + noise)
        seen = np.stack(columns, axis=1)
        seen = seen - seen.mean(axis=0)
        best = seen @ np.linalg.lstsq(seen, truth, rcond=None)[0]
        found.append(np.corrcoef(best, truth)[0, 1] ** 2)
    expected = reliability.dependability(sd, weights, interviewers=interviewers, each=2)
    assert expected == pytest.approx(np.mean(found), abs=0.01)


SDS = st.fixed_dictionaries({name: st.floats(0.05, 1.0) for name in DEFAULTS})


@given(SDS, st.integers(1, 5))
@few
def test_more_interviewers_never_make_a_score_less_dependable(sds: dict[str, float], each: int) -> None:
    found = reliability.study(sds, FIVE, each=each).dependability
    assert len(found) == MOST_INTERVIEWERS
    assert all(0 <= value <= 1 for value in found)
    assert all(later >= earlier - 1e-9 for earlier, later in itertools.pairwise(found))


@given(SDS, st.floats(0.1, 10))
@few
def test_only_the_ratio_of_sds_and_of_weights_matters(sds: dict[str, float], factor: float) -> None:
    weights = {"a": 3.0, "b": 2.0, "c": 1.0}
    larger = {name: sd * factor for name, sd in sds.items()}
    scaled = {name: weight * factor for name, weight in weights.items()}
    one = reliability.dependability(sds, weights, interviewers=2, each=2)
    assert reliability.dependability(larger, scaled, interviewers=2, each=2) == pytest.approx(one, abs=1e-9)


def test_without_noise_one_interviewer_who_rates_all_is_enough() -> None:
    sds = dict.fromkeys(DEFAULTS, 0.0) | {"candidate": 0.5, "candidate:competency": 0.3}
    assert reliability.study(sds, FIVE, each=5).enough(0.8) == 1


def test_candidates_who_do_not_differ_are_told_apart_by_nobody() -> None:
    sds = DEFAULTS | {"candidate": 0.0, "candidate:competency": 0.0}
    found = reliability.study(sds, FIVE, each=2)
    assert set(found.dependability) == {0.0}
    assert found.enough(0.7) is None


@pytest.mark.parametrize("each", [0, 6])
def test_nobody_rates_more_competencies_than_there_are(each: int) -> None:
    with pytest.raises(HiretoolError, match=f"has 5 competencies, so no interviewer can rate {each}"):
        reliability.study(DEFAULTS, FIVE, each=each)


# The audit as a whole.


def audit(frame: pd.DataFrame, weights: Sequence[str] = "abcde", **options: int) -> reliability.Audit:
    return reliability.audit(frame, components(), weights={"engineer": dict.fromkeys(weights, 1.0)}, **options)


def test_an_audit_says_what_it_rests_on() -> None:
    found = audit(crowd(20))
    assert (found.n_ratings, found.n_candidates) == (300, 20)
    assert found.n_interviewers <= 12
    assert found.alpha.value is not None
    assert found.roles[0].each == 5


def test_each_rates_as_many_as_the_cards_have_unless_it_is_said() -> None:
    frame = crowd(12)
    two = frame[frame["competency"].isin(["a", "b"])]
    assert audit(two).roles[0].each == 2
    assert audit(two, each=4).roles[0].each == 4
    assert audit(two, weights="a").roles[0].each == 1


def test_an_audit_of_blanks_is_one_of_nothing() -> None:
    found = audit(ratings([row("Ada", "Bo", "a", None)]))
    assert found.n_ratings == 0
    assert found.differences.typical is None
    assert found.alpha.value is None
    assert found.roles[0].each == 1


def test_components_that_were_fitted_find_the_noise_that_was_put_in() -> None:
    frame = crowd(60, interviewer=0.4)
    frame["rating"] = frame["rating"].clip(1, 4)
    fitted = scoring.fit(frame, weights={"engineer": FIVE}, bar=2.5)
    found = reliability.audit(frame, fitted.components, weights={"engineer": FIVE})
    assert found.noise.level == pytest.approx(0.4, rel=0.45)
    assert found.noise.occasion == pytest.approx(0.45, rel=0.15)
    assert found.differences.typical == pytest.approx(found.noise.difference, rel=0.1)
