"""Variance components: published values, the likelihood they maximise, and data that nobody expects."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hiretool.errors import HiretoolError
from hiretool.scoring import components
from tests.benchmarks.scoring_real import KNOWN, Known, agrees

BATCHES = "ABCDEF"

# Davies and Goldsmith 1972, Statistical Methods in Research and Production, p. 130: five yields of each batch.
DYESTUFF = [1545, 1440, 1440, 1520, 1580, 1540, 1555, 1490, 1560, 1495, 1595, 1550, 1605, 1510, 1560]
DYESTUFF += [1445, 1440, 1595, 1465, 1545, 1595, 1630, 1515, 1635, 1625, 1520, 1455, 1450, 1480, 1445]

# Box and Tiao 1973, Bayesian Inference in Statistical Analysis, p. 247.
DYESTUFF2 = [
    7.298,
    3.846,
    2.434,
    9.566,
    7.990,
    5.220,
    6.556,
    0.608,
    11.788,
    -0.892,
    0.110,
    10.386,
    13.434,
    5.510,
    8.166,
]
DYESTUFF2 += [2.212, 4.852, 7.092, 9.288, 4.980, 0.282, 9.014, 4.458, 9.446, 7.198, 1.722, 4.782, 8.106, 0.758, 3.758]

# Davies and Goldsmith 1972, p. 138: two samples of three casks of ten batches.
PASTES = [62.8, 62.6, 60.1, 62.3, 62.7, 63.1, 60.0, 61.4, 57.5, 56.9, 61.1, 58.9, 58.7, 57.5, 63.9, 63.1, 65.4, 63.7]
PASTES += [57.1, 56.4, 56.9, 58.6, 64.7, 64.5, 55.1, 55.1, 54.7, 54.2, 58.8, 57.5, 63.4, 64.9, 59.3, 58.1, 60.5, 60.0]
PASTES += [62.5, 62.6, 61.0, 58.7, 56.9, 57.7, 59.2, 59.4, 65.2, 66.0, 64.8, 64.1, 54.8, 54.8, 64.0, 64.0, 57.7, 56.8]
PASTES += [58.3, 59.3, 59.2, 59.2, 58.9, 56.6]

# Brennan 2001, Generalizability Theory, table 3.2: ten persons by four raters, who are others in each of three tasks.
BRENNAN = [
    5,
    9,
    3,
    7,
    9,
    3,
    7,
    5,
    9,
    4,
    6,
    3,
    4,
    5,
    2,
    4,
    3,
    8,
    9,
    4,
    5,
    7,
    3,
    5,
    9,
    3,
    7,
    5,
    8,
    4,
    5,
    7,
    3,
    3,
    7,
    5,
    7,
    7,
    8,
    3,
]
BRENNAN += [
    5,
    7,
    5,
    3,
    7,
    3,
    7,
    7,
    6,
    3,
    3,
    5,
    3,
    1,
    7,
    3,
    5,
    5,
    6,
    5,
    4,
    5,
    3,
    4,
    3,
    6,
    5,
    5,
    6,
    6,
    5,
    5,
    5,
    3,
    7,
    3,
    7,
    4,
    5,
    5,
]
BRENNAN += [
    6,
    7,
    6,
    5,
    2,
    4,
    5,
    3,
    5,
    5,
    7,
    7,
    5,
    3,
    7,
    5,
    5,
    2,
    8,
    7,
    3,
    5,
    1,
    3,
    5,
    1,
    5,
    1,
    1,
    1,
    3,
    2,
    6,
    5,
    3,
    2,
    4,
    1,
    1,
    1,
]


def one_way(values: Sequence[float], size: int = 5) -> pd.DataFrame:
    return pd.DataFrame({"y": values, "group": [f"g{place // size}" for place in range(len(values))]})


def crossed(seed: int, rows: int = 60, people: int = 8, raters: int = 5) -> pd.DataFrame:
    """Unbalanced: people, raters, and what a rater thinks of a person."""
    dice = np.random.default_rng(seed)
    person, rater = dice.integers(people, size=rows), dice.integers(raters, size=rows)
    able, severe = dice.normal(0, 1, people), dice.normal(0, 0.6, raters)
    particular = dice.normal(0, 0.5, (people, raters))
    y = 3 + able[person] - severe[rater] + particular[person, rater] + dice.normal(0, 0.7, rows)
    names = [f"p{number}" for number in person], [f"r{number}" for number in rater]
    return pd.DataFrame({"y": y, "person": names[0], "rater": names[1], "half": dice.integers(2, size=rows)})


def test_dyestuff_as_published() -> None:
    """Bates, lme4: Mixed-effects modeling with R, chapter 1: sd 42.00 and 49.51, criterion 319.65."""
    found = components(one_way(DYESTUFF), "y", ["group"])
    assert found.sd["group"] == pytest.approx(42.0006, abs=1e-4)
    assert found.sd["residual"] == pytest.approx(49.5101, abs=1e-4)
    assert found.criterion == pytest.approx(319.6543, abs=1e-4)
    assert found.fixed["(mean)"] == pytest.approx(1527.5)
    assert found.method == "reml"
    assert found.converged


def test_batches_that_differ_less_than_chance_have_variance_zero_and_not_almost_zero() -> None:
    """Bates, chapter 1: batch 0, residual sd 3.7157, criterion 161.83."""
    found = components(one_way(DYESTUFF2), "y", ["group"])
    assert found.variance["group"] == 0
    assert found.sd["residual"] == pytest.approx(3.715684, abs=1e-5)
    assert found.criterion == pytest.approx(161.8283, abs=1e-4)


@pytest.mark.parametrize("terms", [("batch", "batch:cask"), ("batch:cask", "batch"), ("batch", "sample")])
def test_pastes_as_published_however_the_nesting_is_written(terms: tuple[str, str]) -> None:
    """Bates, chapter 2: casks 2.904, batches 1.287, residual .823, criterion 246.99."""
    places = [(place // 6, place // 2 % 3) for place in range(60)]
    frame = pd.DataFrame({"y": PASTES, "batch": [batch for batch, _ in places], "cask": [cask for _, cask in places]})
    frame["sample"] = [f"{batch}/{cask}" for batch, cask in places]
    found = components(frame, "y", terms)
    inner = next(term for term in terms if term != "batch")
    assert found.sd["batch"] == pytest.approx(1.2874, abs=1e-4)
    assert found.sd[inner] == pytest.approx(2.9041, abs=1e-4)
    assert found.sd["residual"] == pytest.approx(0.8234, abs=1e-4)
    assert found.criterion == pytest.approx(246.9907, abs=1e-4)
    assert list(found.variance) == [*terms, "residual"]


def test_brennans_synthetic_data_as_the_analysis_of_variance_gives_them() -> None:
    """Brennan 2001, p. 116: .4731, .3252, .6475, .5596; the balanced design makes the analysis of variance exact."""
    tasks = [place // 40 for place in range(120)]
    frame = pd.DataFrame({"y": BRENNAN, "task": tasks, "person": [place % 10 for place in range(120)]})
    frame["rater"] = [place // 10 for place in range(120)]
    found = components(frame, "y", ["person", "task", "rater:task", "person:task"]).variance
    assert found["person"] == pytest.approx(0.473148, abs=1e-5)
    assert found["task"] == pytest.approx(0.325154, abs=1e-5)
    assert found["rater:task"] == pytest.approx(0.647531, abs=1e-5)
    assert found["person:task"] == pytest.approx(0.559568, abs=1e-5)
    assert found["residual"] == pytest.approx(2.380247, abs=1e-5)


@pytest.mark.slow
@pytest.mark.parametrize("known", KNOWN, ids=lambda known: known.name)
def test_public_data_give_the_components_of_lme4(known: Known) -> None:
    if not known.here():
        pytest.skip(f"{known.file} is not here")
    found = known.fit()
    for term, published in known.variance.items():
        assert agrees(found.variance[term], published), (term, found.variance[term], published)
    if known.criterion is not None:
        assert found.criterion == pytest.approx(known.criterion, abs=1e-3)


def dense(frame: pd.DataFrame, variance: dict[str, float], fixed: Sequence[str] = ()) -> float:
    """-2 log restricted likelihood from its textbook formula, with matrices as large as the data.

    Source: Harville 1974, Biometrika 61:383; the constant is lme4's.
    """
    y, rows = frame["y"].to_numpy(), len(frame)
    covariance = variance["residual"] * np.eye(rows)
    for term, size in variance.items():
        if term != "residual":
            level = frame[term.split(":")].astype(str).agg("/".join, axis=1).to_numpy()
            covariance += size * (level[:, None] == level[None, :])
    known = np.column_stack([np.ones(rows), *(pd.get_dummies(frame[name]).to_numpy(float)[:, 1:] for name in fixed)])
    inverse = np.linalg.inv(covariance)
    inner = known.T @ inverse @ known
    rest = y - known @ np.linalg.solve(inner, known.T @ inverse @ y)
    logs = np.linalg.slogdet(covariance)[1] + np.linalg.slogdet(inner)[1]
    return float(logs + rest @ inverse @ rest + (rows - known.shape[1]) * math.log(2 * math.pi))


@settings(max_examples=30, deadline=None)
@given(seed=st.integers(0, 10_000), rows=st.integers(21, 45), with_fixed=st.booleans())
def test_the_criterion_is_the_textbooks_and_no_neighbour_has_a_lower_one(
    seed: int, rows: int, with_fixed: bool
) -> None:
    frame, terms = crossed(seed, rows, people=5, raters=4), ["person", "rater", "person:rater"]
    fixed = ["half"] if with_fixed and frame["half"].nunique() == 2 else []
    found = components(frame, "y", terms, fixed=fixed)
    variance = dict(found.variance)
    assert found.criterion is not None
    assert found.criterion == pytest.approx(dense(frame, variance, fixed), abs=1e-5)
    for term, size in variance.items():
        for other in (size * 1.1, size * 0.9, size + 0.02):
            assert dense(frame, {**variance, term: other}, fixed) > found.criterion - 1e-3


@settings(max_examples=40, deadline=None)
@given(st.lists(st.floats(-3, 3), min_size=12, max_size=12).filter(lambda values: np.std(values) > 0.1))
def test_a_balanced_design_gives_the_analysis_of_variance(values: list[float]) -> None:
    """Where the groups differ less than chance, all is residual."""
    groups = np.array(values).reshape(4, 3)
    between, within = 3 * groups.mean(axis=1).var(ddof=1), groups.var(axis=1, ddof=1).mean()
    found = components(one_way(values, size=3), "y", ["group"])
    if within < 1e-4:
        return
    # Near the boundary the likelihood is flat: a hundredth of all variance is below what it can tell.
    flat = 0.01 * groups.var()
    expected = max((between - within) / 3, 0.0)
    assert found.variance["group"] == pytest.approx(expected, rel=1e-3, abs=flat)
    assert found.variance["residual"] == pytest.approx(min(within, groups.var(ddof=1)), rel=1e-3, abs=flat)


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 10_000), shift=st.floats(-1e4, 1e4), scale=st.floats(0.01, 100))
def test_shifting_changes_nothing_and_scaling_scales(seed: int, shift: float, scale: float) -> None:
    frame = crossed(seed)
    plain = components(frame, "y", ["person", "rater"])
    moved = components(frame.assign(y=frame["y"] * scale + shift), "y", ["person", "rater"])
    for term, size in plain.variance.items():
        assert moved.variance[term] == pytest.approx(size * scale**2, rel=1e-2, abs=0.01 * scale**2)
    assert moved.fixed["(mean)"] == pytest.approx(plain.fixed["(mean)"] * scale + shift, rel=1e-4, abs=1e-3 * scale)
    assert moved.criterion is not None
    assert plain.criterion is not None
    assert moved.criterion == pytest.approx(plain.criterion + 2 * (len(frame) - 1) * math.log(scale), abs=1e-3)


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_the_order_of_rows_and_terms_and_the_names_of_levels_are_irrelevant(seed: int) -> None:
    frame = crossed(seed)
    plain = components(frame, "y", ["person", "rater", "person:rater"])
    mixed = frame.sample(frac=1, random_state=seed).assign(rater=lambda given: "interviewer " + given["rater"])
    other = components(mixed, "y", ["rater:person", "rater", "person"])
    for term, same in (("person", "person"), ("rater", "rater"), ("person:rater", "rater:person")):
        assert other.variance[same] == pytest.approx(plain.variance[term], rel=1e-2, abs=0.01)
    assert other.criterion == pytest.approx(plain.criterion, abs=1e-3)


def test_a_blank_response_is_left_out() -> None:
    frame = crossed(1)
    blank = pd.concat([frame, frame.head(7).assign(y=math.nan, person="nobody")])
    assert components(blank, "y", ["person", "rater"]) == components(frame, "y", ["person", "rater"])


def test_a_column_that_is_not_there_is_named_with_the_nearest_one() -> None:
    with pytest.raises(HiretoolError, match=r"no column 'persn'.*person"):
        components(crossed(1), "y", ["persn"])
    with pytest.raises(HiretoolError, match="no column 'ratr'"):
        components(crossed(1), "y", ["person:ratr"])
    with pytest.raises(HiretoolError, match="no column 'z'"):
        components(crossed(1), "z", ["person"])
    with pytest.raises(HiretoolError, match="no column 'hlf'"):
        components(crossed(1), "y", ["person"], fixed=["hlf"])


def test_a_term_with_a_level_for_each_row_is_refused_since_it_is_the_residual() -> None:
    frame = crossed(1)
    frame["row"] = range(len(frame))
    with pytest.raises(HiretoolError, match="row"):
        components(frame, "y", ["person", "row"])


def test_a_response_of_words_is_refused() -> None:
    with pytest.raises(HiretoolError, match="person"):
        components(crossed(1), "person", ["rater"])


def test_a_response_without_any_value_is_refused() -> None:
    with pytest.raises(HiretoolError, match="no value"):
        components(crossed(1).assign(y=math.nan), "y", ["person"])
    with pytest.raises(HiretoolError, match="no value"):
        components(crossed(1).head(0), "y", ["person"])


@pytest.mark.parametrize("rows", [8, 60])
def test_where_all_values_are_equal_nothing_varies(rows: int) -> None:
    found = components(crossed(1).head(rows).assign(y=3.0), "y", ["person"])
    assert dict(found.variance) == {"person": 0, "residual": 0}
    assert found.fixed["(mean)"] == 3
    assert not found.converged


def test_a_term_of_one_level_is_refused_since_nothing_shows_its_variance() -> None:
    with pytest.raises(HiretoolError, match="site"):
        components(crossed(1).assign(site="only"), "y", ["person", "site"])


def test_two_levels_are_enough_for_an_estimate() -> None:
    found = components(one_way([1.0, 1.2, 0.9, 3.0, 3.1, 2.9], size=3), "y", ["group"])
    assert found.variance["group"] == pytest.approx(1.9292, rel=1e-3)


def test_without_terms_all_is_residual() -> None:
    frame = one_way(DYESTUFF)
    assert components(frame, "y", []).variance["residual"] == pytest.approx(frame["y"].var(), rel=1e-6)


def test_a_blank_level_is_a_level_of_its_own() -> None:
    frame = crossed(1)
    blank = frame.assign(rater=frame["rater"].where(frame["rater"] != "r1"))
    assert components(blank, "y", ["rater"]).variance == pytest.approx(components(frame, "y", ["rater"]).variance)


def test_columns_of_numbers_and_of_categories_serve_as_terms() -> None:
    frame = crossed(1)
    coded = frame.assign(
        person=frame["person"].str[1:].astype(int),
        rater=frame["rater"].astype(pd.CategoricalDtype([f"r{number}" for number in range(9)])),
    )
    assert components(coded, "y", ["person", "rater"]) == components(frame, "y", ["person", "rater"])


def test_a_prior_keeps_a_variance_off_zero() -> None:
    prior = {"group": 1.0, "residual": 3.0}
    found = components(one_way(DYESTUFF2), "y", ["group"], prior=prior)
    assert 0.1 < found.sd["group"] < 2
    assert found.method == "map"


def test_a_prior_counts_less_where_there_is_more_data() -> None:
    prior = {"person": 3.0, "rater": 0.5, "residual": 0.7}

    def pull(rows: int, people: int) -> float:
        frame = crossed(4, rows, people)
        plain, with_prior = (
            components(frame, "y", ["person", "rater"]),
            components(frame, "y", ["person", "rater"], prior=prior),
        )
        return with_prior.sd["person"] - plain.sd["person"]

    assert pull(40, 4) > 3 * pull(600, 60) > 0


def test_a_prior_that_leaves_a_term_out_is_refused() -> None:
    with pytest.raises(HiretoolError, match="residual"):
        components(one_way(DYESTUFF), "y", ["group"], prior={"group": 1.0})
