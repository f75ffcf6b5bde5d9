"""Outcomes by group: exact rules, published figures, and a wall between groups and scores."""

from __future__ import annotations

import ast
import itertools
import json
import math
import random
import subprocess
import sys
import time
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy import stats

from hiretool import writers
from hiretool.errors import DataError, HiretoolError, Problems
from hiretool.scoring.fairness import chances, page, ratios, words
from hiretool.scoring.fairness.alike import alike
from hiretool.scoring.fairness.audit import Audit, audit
from hiretool.scoring.fairness.comparison import Comparison, Count, Group, by_value, compared
from hiretool.scoring.fairness.outcomes import Outcomes, read
from tests.test_architecture import PACKAGE, modules

OUTCOMES = Path("outcomes.csv")


def outcomes(rows: str, *groups: str, apart: str | None = None, **more: object) -> Outcomes:
    """Outcomes written with blanks between rows: `"A,1,F B,0,M"` under `candidate,selected,sex`."""
    other = (Path("groups.csv"), apart.replace(" ", "\n").encode()) if apart is not None else None
    return read((OUTCOMES, rows.replace(" ", "\n").encode()), groups=groups or ("sex",), apart=other, **more)  # type: ignore[arg-type]


def table(counts: dict[str, tuple[int, int]], *, unknown: int = 0, **more: bool) -> Comparison:
    """Group -> (selected, people)."""
    return compared([Count(name, n, selected) for name, (selected, n) in counts.items()], unknown=unknown, **more)


def pair(selected: int, n: int, other: int, other_n: int) -> Group:
    """The first group, compared with the second."""
    return by_value(table({"group": (selected, n), "other": (other, other_n)}))["group"]


def shown(comparison: Comparison) -> dict[str, tuple[float, float]]:
    """Group -> (rate in percent to one decimal, ratio to two)."""
    return {
        group.count.value: (round(100 * float(group.count.rate), 1), round(float(group.impact_ratio or 0), 2))
        for group in comparison.groups
    }


# Four fifths.


def test_rates_of_60_45_48_and_51_percent_are_adverse_for_the_second_alone() -> None:
    """Questions and Answers on the Uniform Guidelines, question 11."""
    found = table({"White": (60, 100), "American Indian": (45, 100), "Hispanic": (48, 100), "Black": (51, 100)})
    assert {name: ratio for name, (_, ratio) in shown(found).items()} == {
        "White": 1.0,
        "American Indian": 0.75,
        "Hispanic": 0.8,
        "Black": 0.85,
    }
    assert [group.count.value for group in found.flagged] == ["American Indian"]


def test_exactly_four_fifths_is_not_below_whatever_fractions_of_a_computer_say() -> None:
    assert (1 / 3) / (5 / 12) < 0.8
    assert not pair(1, 3, 5, 12).flagged
    exact = [
        (selected, n, other, other_n)
        for other_n, n in itertools.product(range(1, 26), repeat=2)
        for other in range(1, other_n + 1)
        for selected in range(1, n + 1)
        if 5 * selected * other_n == 4 * other * n
    ]
    assert any((s / n) / (r / m) < 0.8 for s, n, r, m in exact)
    assert not any(ratios.is_below_four_fifths(*counts) for counts in exact)


def test_a_large_group_at_exactly_four_fifths_is_not_flagged_and_yet_no_chance() -> None:
    found = pair(480, 1000, 600, 1000)
    assert (found.impact_ratio, found.flagged) == (Fraction(4, 5), False)
    assert found.fisher_p is not None
    assert found.fisher_p < 0.0001


@given(st.integers(1, 40), st.integers(1, 40), st.data())
def test_a_flag_is_the_exact_comparison_of_the_rates(n: int, other_n: int, data: st.DataObject) -> None:
    selected, other = data.draw(st.integers(0, n)), data.draw(st.integers(1, other_n))
    below = Fraction(selected, n) < Fraction(4, 5) * Fraction(other, other_n)
    assert ratios.is_below_four_fifths(selected, n, other, other_n) == below


def test_the_reference_is_the_highest_rate_and_of_equal_ones_the_largest_group() -> None:
    found = table({"A": (5, 10), "B": (10, 20), "C": (1, 10)})
    assert (found.reference, found.groups[0].count.value) == ("B", "B")
    assert by_value(found)["A"].impact_ratio == 1


# Published comparisons: counts, ratio, interval on the scale of the logarithm, Fisher's p.
PUBLISHED = [
    ((12, 40, 48, 80), 0.5, (0.30, 0.83), 0.0034),
    ((2, 10, 15, 25), 0.333, (0.09, 1.20), 0.060),  # Morris 2017
    ((52, 395, 48, 255), 0.699, (0.488, 1.002), 0.058),
    ((3, 17, 16, 64), 0.706, None, 0.75),
    ((1, 4, 2, 4), 0.5, None, 1.0),
    ((2, 10, 4, 10), 0.5, None, 0.63),
    ((4, 20, 8, 20), 0.5, None, 0.30),
    ((20, 100, 40, 100), 0.5, None, 0.003),
]


@pytest.mark.parametrize(("counts", "ratio", "interval", "p"), PUBLISHED)
def test_a_comparison_is_as_published(
    counts: tuple[int, int, int, int], ratio: float, interval: tuple[float, float] | None, p: float
) -> None:
    found = pair(*counts)
    digits = len(str(p).split(".")[1])
    assert float(found.impact_ratio or 0) == pytest.approx(ratio, abs=0.0005)
    assert found.fisher_p == pytest.approx(p, abs=0.5 * 10**-digits)
    if interval:
        assert found.interval == pytest.approx(interval, abs=0.0051)


def test_both_intervals_are_as_published() -> None:
    """Fagerland, Lydersen and Laake 2015, table 10: 7 of 34 against 1 of 34; and 4 of 24 against 12 of 28."""
    assert ratios.interval(7, 34, 1, 34) == pytest.approx((0.9096, 53.8695), abs=5e-4)
    assert ratios.score_interval(7, 34, 1, 34) == pytest.approx((1.220853, 42.575718), abs=5e-5)
    assert ratios.score_interval(4, 24, 12, 28) == pytest.approx((1 - 0.855, 1 - 0.0328), abs=5e-4)


@pytest.mark.parametrize("counts", [(0, 5, 3, 5), (0, 5, 0, 5), (3, 5, 0, 5), (5, 5, 5, 5), (1, 1, 1, 1), (0, 1, 1, 1)])
def test_where_a_count_is_zero_or_all_no_half_persons_are_added(counts: tuple[int, int, int, int]) -> None:
    low, high = ratios.interval(*counts)
    assert (low, high) == ratios.score_interval(*counts)
    assert (low == 0) == (counts[0] == 0)
    assert (high is None) == (counts[2] == 0)


@given(st.integers(1, 60), st.integers(1, 60), st.data())
@settings(max_examples=60)
def test_an_interval_holds_the_ratio_and_turns_round_with_the_groups(n: int, other_n: int, data: st.DataObject) -> None:
    selected, other = data.draw(st.integers(1, n)), data.draw(st.integers(1, other_n))
    for interval in (ratios.interval, ratios.score_interval):
        low, high = interval(selected, n, other, other_n)
        back = interval(other, other_n, selected, n)
        assert high is not None
        assert back[1] is not None
        assert low <= selected * other_n / (other * n) * 1.000001
        assert high >= selected * other_n / (other * n) * 0.999999
        assert (low * back[1], high * back[0]) == pytest.approx((1, 1), rel=1e-4)


def test_a_score_interval_ends_where_the_likeliest_rates_of_that_ratio_are_just_too_far() -> None:
    """The same statistic with its restricted rates found by search instead of by formula."""
    selected, n, other, other_n = 12, 40, 48, 80
    for limit in ratios.score_interval(selected, n, other, other_n):
        assert limit is not None
        rates = [(step + 0.5) / 400_000 for step in range(400_000) if limit * (step + 0.5) / 400_000 < 1]

        def likelihood(rate: float, assumed: float = limit) -> float:
            first = selected * math.log(assumed * rate) + (n - selected) * math.log(1 - assumed * rate)
            return first + other * math.log(rate) + (other_n - other) * math.log(1 - rate)

        rate = max(rates, key=likelihood)
        spread = limit * rate * (1 - limit * rate) / n + limit**2 * rate * (1 - rate) / other_n
        assert (selected / n - limit * other / other_n) ** 2 / spread == pytest.approx(ratios.SURE, rel=1e-3)


@pytest.mark.parametrize(("true", "rate"), [(1.0, 0.5), (0.6, 0.2)])
def test_the_score_interval_holds_the_true_ratio_in_19_of_20_cases_even_in_small_groups(
    true: float, rate: float
) -> None:
    n, other_n, covered = 5, 60, 0.0
    for selected, other in itertools.product(range(n + 1), range(other_n + 1)):
        low, high = ratios.score_interval(selected, n, other, other_n)
        if low <= true <= (math.inf if high is None else high):
            covered += stats.binom.pmf(selected, n, true * rate) * stats.binom.pmf(other, other_n, rate)
    assert 0.94 < covered < 0.97


# Chance.


@given(st.integers(1, 60), st.integers(1, 60), st.data())
@settings(max_examples=100)
def test_fishers_p_is_that_of_another_program(n: int, other_n: int, data: st.DataObject) -> None:
    selected, other = data.draw(st.integers(0, n)), data.draw(st.integers(0, other_n))
    wanted = stats.fisher_exact([[selected, n - selected], [other, other_n - other]])[1]
    assert chances.fisher(selected, n, other, other_n) == pytest.approx(wanted, abs=1e-9)
    assert chances.fisher(selected, n, other, other_n) == pytest.approx(chances.fisher(other, other_n, selected, n))


@pytest.mark.parametrize(
    "counts", [(480, 1000, 600, 1000), (30, 5000, 41, 5200), (0, 1200, 9, 900), (700, 700, 690, 700)]
)
def test_fishers_p_of_many_people_is_the_same(counts: tuple[int, int, int, int]) -> None:
    selected, n, other, other_n = counts
    wanted = stats.fisher_exact([[selected, n - selected], [other, other_n - other]])[1]
    assert chances.fisher(*counts) == pytest.approx(wanted, rel=1e-6)


@pytest.mark.parametrize(
    ("sizes", "rate", "wanted"),
    [
        ((10, 25), 0.5, 0.52),
        ((20, 50), 0.5, 0.37),
        ((50, 100), 0.5, 0.20),
        ((50, 100), 0.2, 0.51),
        ((200, 400), 0.2, 0.20),
        ((1000, 2000), 0.2, 0.005),
    ],
)
def test_equal_true_rates_fail_four_fifths_as_often_as_a_simulation_found(
    sizes: tuple[int, int], rate: float, wanted: float
) -> None:
    assert chances.of_a_flag(sizes, rate) == pytest.approx(wanted, abs=0.005)


@pytest.mark.parametrize("sizes", [(3, 4), (5, 5), (3, 4, 6), (2, 5, 2, 3)])
@pytest.mark.parametrize("rate", [0.1, 0.5, 0.9])
def test_the_chance_of_a_flag_is_the_sum_over_all_outcomes(sizes: Sequence[int], rate: float) -> None:
    total = 0.0
    for selected in itertools.product(*(range(n + 1) for n in sizes)):
        top = max(range(len(sizes)), key=lambda place: Fraction(selected[place], sizes[place]))
        if any(
            ratios.is_below_four_fifths(s, n, selected[top], sizes[top]) for s, n in zip(selected, sizes, strict=True)
        ):
            total += math.prod(stats.binom.pmf(s, n, rate) for s, n in zip(selected, sizes, strict=True))
    assert chances.of_a_flag(sizes, rate) == pytest.approx(total, abs=1e-9)


def test_nobody_can_fail_where_nobody_or_everybody_is_selected_or_nothing_is_compared() -> None:
    assert [chances.of_a_flag((5, 7), rate) for rate in (0.0, 1.0)] == [0.0, 0.0]
    assert chances.of_a_flag((5,), 0.5) == 0.0


@given(st.lists(st.floats(0, 1), max_size=12))
def test_adjusted_chances_are_no_smaller_and_keep_their_order(p: list[float]) -> None:
    found = chances.adjusted(p)
    assert all(before <= after <= 1 for before, after in zip(p, found, strict=True))
    assert sorted(range(len(p)), key=lambda place: (p[place], place)) == sorted(
        range(len(p)), key=lambda place: (found[place], p[place], place)
    )


# One different person.


def test_one_different_person_turns_round_3_of_17_against_16_of_64() -> None:
    moved = pair(3, 17, 16, 64).moved
    assert moved is not None
    assert float(moved.impact_ratio or 0) == pytest.approx(1.004, abs=0.0005)
    assert (moved.flagged, moved.reverses) == (False, True)


def test_one_different_person_turns_round_the_example_of_question_21() -> None:
    """Three of 20 males and one of 10 females are selected: 66 2/3%, and yet too few to say."""
    found = pair(1, 10, 3, 20)
    assert (found.impact_ratio, found.flagged) == (Fraction(2, 3), True)
    assert found.moved is not None
    assert found.moved.reverses


def test_nobody_moves_where_all_or_none_are_selected() -> None:
    assert ratios.one_different_person(5, 5, 3, 5) is None
    assert ratios.one_different_person(0, 5, 0, 5) is None
    last = ratios.one_different_person(0, 5, 1, 5)
    assert last is not None
    assert (last.impact_ratio, last.reverses, last.flagged) == (None, True, False)


# New York City, Local Law 144.


def scored(counts: dict[str, tuple[int, int]], *, unknown: tuple[int, int] = (0, 0)) -> Audit:
    """Group -> (people above the median, people): each with a score of its own."""
    rows = ["candidate,score,sex"]
    for value, (above, n) in {**counts, "": unknown}.items():
        for place in range(n):
            score = (1 if place < above else -1) * (1 + len(rows) / 1000)
            rows.append(f"c{len(rows)},{score},{value}")
    return audit(read((OUTCOMES, "\n".join(rows).encode()), groups=["sex"]))


def test_the_citys_example_by_sex_is_reproduced() -> None:
    (axis,) = scored({"Male": (50, 92), "Female": (34, 76)}).axes
    assert axis.measure == "scoring"
    assert shown(axis.comparison) == {"Male": (54.3, 1.0), "Female": (44.7, 0.82)}
    assert not axis.comparison.flagged


def test_the_citys_example_by_race_is_reproduced() -> None:
    counts = {"Hispanic": (18, 28), "White": (15, 40), "Black": (16, 32), "NHPI": (5, 8), "Asian": (10, 24)}
    (axis,) = scored(counts, unknown=(4, 4)).axes
    assert shown(axis.comparison) == {
        "Hispanic": (64.3, 1.0),
        "NHPI": (62.5, 0.97),
        "Black": (50.0, 0.78),
        "Asian": (41.7, 0.65),
        "White": (37.5, 0.58),
    }
    assert axis.comparison.unknown == 4
    assert axis.median is not None
    assert axis.median.n == 136


def test_the_median_is_of_all_scores_those_of_unknown_group_included() -> None:
    found = audit(outcomes("candidate,score,sex A,4,F B,3,M C,1, D,1, E,2,F"))
    assert found.axes[0].median is not None
    assert found.axes[0].median.value == 2
    assert shown(found.axes[0].comparison) == {"M": (100.0, 1.0), "F": (50.0, 0.5)}


def test_who_stands_on_the_median_is_not_above_it_and_that_is_told() -> None:
    """On ratings from 1 to 4 the strict rule and the loose one are worlds apart."""
    ratings = ["3,F"] * 19 + ["4,F"] + ["3,M"] * 17 + ["4,M"] * 3
    rows = [f"c{number},{rating}" for number, rating in enumerate(ratings)]
    found = audit(outcomes(" ".join(["candidate,score,sex", *rows])))
    (axis,) = found.axes
    assert shown(axis.comparison) == {"M": (15.0, 1.0), "F": (5.0, 0.33)}
    assert axis.at_or_above is not None
    assert shown(axis.at_or_above) == {"F": (100.0, 1.0), "M": (100.0, 1.0)}
    assert "36 of 40 scores (90.0%) stand on the median" in told(found)["ties"]


def test_one_score_on_the_median_of_many_is_no_tie() -> None:
    assert "ties" not in told(audit(outcomes("candidate,score,sex A,1,F B,2,M C,3,M")))


def test_a_group_under_two_percent_is_marked_and_stays() -> None:
    found = table({"A": (50, 98), "B": (1, 1), "C": (0, 2)}, unknown=0)
    assert [(group.count.value, group.under_two_percent) for group in found.groups] == [
        ("B", True),
        ("A", False),
        ("C", True),
    ]
    assert found.reference == "B"
    assert not by_value(table({"A": (49, 98), "C": (0, 2)}))["C"].under_two_percent


def test_a_group_under_two_percent_can_be_left_out_of_the_ratios_with_its_counts_shown() -> None:
    found = table({"A": (50, 120), "B": (1, 1), "C": (20, 60)}, without_small=True)
    small = by_value(found)["B"]
    assert (small.left_out, small.impact_ratio, small.flagged, small.count) == (True, None, False, Count("B", 1, 1))
    assert (found.reference, len(found.compared)) == ("A", 1)


def test_the_other_reading_of_most_selected_is_given_where_it_differs() -> None:
    found = table({"A": (8, 10), "B": (40, 80), "C": (10, 40)})
    assert (found.reference, found.most_selected) == ("A", "B")
    assert {name: float(group.to_most_selected or 0) for name, group in by_value(found).items()} == {
        "A": 1.6,
        "B": 1.0,
        "C": 0.5,
    }


# Files.


def told(found: Audit) -> dict[str, str]:
    return {entry.code: entry.text for entry in words.warnings(found)}


def test_unknown_groups_and_open_decisions_are_counted_and_left_out() -> None:
    found = audit(outcomes("candidate,selected,sex A,1,F B,0,F C,1,M D,no,M E,yes, F,0,N/A G,,M"))
    (axis,) = found.axes
    assert (axis.comparison.total, axis.comparison.unknown, axis.without_outcome) == (6, 2, 1)
    assert shown(axis.comparison) == {"F": (50.0, 1.0), "M": (50.0, 1.0)}
    assert told(found)["said-unknown"] == "sex: counted as unknown: 'N/A' (1)."


def test_a_word_of_ones_own_can_stand_for_unknown() -> None:
    found = outcomes("candidate,selected,sex A,1,weiblich B,0,divers C,1,k.A.", unknown=["K.A."])
    assert found.groups[0].values == ("weiblich", "divers", "")


def test_groups_come_from_their_own_file_by_candidate() -> None:
    found = outcomes("candidate,selected B,1 A,0 C,1", apart="candidate,sex A,F Z,M B,M")
    assert found.groups[0].values == ("M", "F", "")
    assert (found.without_groups, found.without_outcome) == ((4,), (3,))
    assert told(audit(found))["no-groups"].startswith("1 of 3 candidates of outcomes.csv are not in groups.csv (row 4)")


def test_candidates_that_differ_in_capitals_are_told_and_not_matched() -> None:
    found = audit(outcomes("candidate,selected ada,1 Bo,0", apart="candidate,sex Ada,F Bo,M"))
    assert found.outcomes.groups[0].values == ("", "M")
    assert "1 would be found but for capitals" in told(found)["no-groups"]


@pytest.mark.parametrize(
    ("rows", "groups", "says"),
    [
        ("candidate,selected,sex", ("sex",), "has a header and no rows"),
        ("name,selected,sex A,1,F", ("sex",), "lacks the column candidate"),
        ("candidate,selected,sex A,1,F A,1,F", ("sex",), "row 3: has the candidate of row 2 again"),
        ("candidate,selected,sex ,1,F", ("sex",), "candidate: is blank"),
        ("candidate,selected,sex A,2,F", ("sex",), "selected: expected 1 or 0, yes or no, got '2'"),
        ("candidate,score,sex A,nan,F", ("sex",), "score: expected a number, got 'nan'"),
        ("candidate,score,sex A,1_0,F", ("sex",), "score: expected a number, got '1_0'"),
        ("candidate,score,sex A,,F", ("sex",), "lacks an outcome"),
        ("candidate,sex A,F", ("sex",), "lacks an outcome"),
        ("candidate,selected,sex A,1,F", ("sexx",), "Did you mean 'sex'?"),
        ("candidate,selected,sex A,1,F", ("selected",), "is what is measured"),
        ("candidate,selected,sex A,1", ("sex",), "row 2: has 2 cells, the header 3"),
        ("candidate,selected,sex,Sex A,1,F,F", ("sex",), "names the column sex twice"),
    ],
)
def test_a_file_that_cannot_be_used_says_why(rows: str, groups: tuple[str, ...], says: str) -> None:
    with pytest.raises(HiretoolError) as found:
        outcomes(rows, *groups)
    assert says in str(found.value)


def test_a_candidate_in_two_groups_is_refused_and_the_same_row_twice_is_not() -> None:
    with pytest.raises(Problems, match="row 3: has the candidate of row 2 again, in another group"):
        outcomes("candidate,selected A,1", apart="candidate,sex A,F A,M")
    assert outcomes("candidate,selected A,1", apart="candidate,sex A,F A,F").groups[0].values == ("F",)


def test_a_column_of_names_is_no_group() -> None:
    rows = " ".join(f"c{number},1,person{number}" for number in range(40))
    with pytest.raises(DataError, match="40 different values among 40 candidates: is it a group") as found:
        outcomes(f"candidate,selected,sex {rows}")
    assert "person" not in str(found.value)


def test_many_bad_rows_are_counted_and_twenty_are_shown() -> None:
    rows = " ".join(f"c{number},maybe,F" for number in range(50))
    with pytest.raises(Problems) as found:
        outcomes(f"candidate,selected,sex {rows}")
    assert len(found.value.problems) == 20
    assert str(found.value).endswith("... and 30 more rows")


def test_semicolons_decimal_commas_and_titles_in_any_spelling_are_read() -> None:
    text = "Candidate;Score;Score uncorrected;Sex\nA;3,25;3;F\nB;2;2,5;M\n"
    found = read((OUTCOMES, text.encode()), groups=["SEX"])
    assert found.score is not None
    assert found.uncorrected is not None
    assert (list(found.score), list(found.uncorrected)) == ([3.25, 2.0], [3.0, 2.5])
    assert found.groups[0].title == "Sex"


def test_one_role_is_taken_out_of_several_and_pooling_is_told() -> None:
    text = "role,candidate,selected,sex eng,A,1,F ops,A,0,F eng,B,0,M"
    assert "roles-pooled" in told(audit(outcomes(text)))
    found = outcomes(text, role="eng")
    assert (found.n, found.roles) == (2, ("eng",))
    with pytest.raises(HiretoolError, match="Did you mean 'eng'"):
        outcomes(text, role="engg")


def test_blanks_are_trimmed_and_other_spellings_are_told_and_never_merged() -> None:
    text = "candidate,selected,sex\nA,1,Female \nB,1, Female\nC,0,female\nD,1,Male\nE,1,Femal\n"
    found = audit(read((OUTCOMES, text.encode()), groups=["sex"]))
    assert {group.count.value: group.count.n for group in found.axes[0].comparison.groups} == {
        "Female": 2,
        "Male": 1,
        "female": 1,
        "Femal": 1,
    }
    assert found.alike == (("sex", ("Femal", "Female", "female")),)


def test_groups_that_are_not_alike_are_left_alone() -> None:
    assert not alike(["Male", "Female", "Group 11", "Group 12", "30-39", "40-49", "Asian", "White", "", "男", "女"])
    assert alike(["Black or African American", "Black or African-American"])


def test_intersections_are_of_each_two_kinds_and_unknown_where_one_is() -> None:
    found = outcomes("candidate,selected,sex,race,age A,1,F,x,1 B,0,M,,2 C,1,M,y,1", "sex", "race", "age")
    made = audit(found, intersect=True)
    assert [axis.group for axis in made.axes] == ["sex", "race", "age", "sex x race", "sex x age", "race x age"]
    crossed = made.axes[3].comparison
    assert sorted(group.count.value for group in crossed.groups) == ["F x x", "M x y"]
    assert crossed.unknown == 1


def test_every_comparison_is_counted_and_adjusted_for() -> None:
    found = audit(outcomes("candidate,selected,score,sex A,1,3,F B,0,2,M C,1,1,X D,0,4,F"))
    assert found.comparisons == 4
    assert len(found.adjusted) == 4


# Before and after the correction.


def test_the_correction_is_shown_with_what_it_changed() -> None:
    """By hand: uncorrected median 2.5, F 1 of 2 above and M 1 of 2; corrected F 2 of 2 and M 0 of 2."""
    found = audit(outcomes("candidate,score,uncorrected,sex A,3.5,3,F B,3,2,F C,2.9,3,M D,1,1,M"))
    (entry,) = found.corrections
    assert shown(entry.before) == {"F": (50.0, 1.0), "M": (50.0, 1.0)}
    assert shown(entry.after) == {"F": (100.0, 1.0), "M": (0.0, 0.0)}
    shifts = {shift.value: shift for shift in entry.shifts}
    assert (shifts["F"].up, shifts["F"].down, shifts["M"].up, shifts["M"].down) == (1, 0, 0, 1)
    assert shifts["F"].mean_change == pytest.approx(0.75)
    assert shifts["M"].mean_change == pytest.approx(-0.05)
    assert list(words.correction(entry)) == ["Below four fifths after the correction and not before: M."]


def test_before_and_after_are_of_the_same_people() -> None:
    found = audit(outcomes("candidate,score,uncorrected,sex A,3,3,F B,2,,F C,1,1,M"))
    (entry,) = found.corrections
    assert (entry.before.total, entry.after.total, entry.left_out) == (2, 2, 1)


# What the reader sees.


def test_a_ratio_is_never_shown_on_the_wrong_side_of_four_fifths() -> None:
    assert words.ratio(Fraction(7999, 10000)) == "0.7999"
    assert words.ratio(Fraction(4, 5)) == "0.80"
    assert words.ratio(Fraction(8001, 10000)) == "0.80"


def test_small_groups_are_shown_with_a_warning() -> None:
    found = audit(outcomes("candidate,selected,sex A,1,F B,0,F C,1,M"), smallest=2)
    assert told(found)["points-at-persons"] == "Small enough to point at persons, do not pass on: sex M (1)."


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ("A,1,F B,0,F", "one-group"),
        ("A,0,F B,0,M", "nobody-ahead"),
        ("A,1,F B,1,M", "all-ahead"),
        ("A,1, B,0,", "one-group"),
        ("A,1,F B,0,M C,1,", "many-unknown"),
    ],
)
def test_where_little_can_be_said_the_page_says_so(rows: str, code: str) -> None:
    found = audit(outcomes(f"candidate,selected,sex {rows}"))
    assert code in told(found)
    for format in writers.names():
        if format not in ("jsonld", "pdf"):
            writers.write(page.document(found), format)


def test_a_flag_that_one_person_makes_is_told_as_such() -> None:
    rows = [f"f{n},{int(n < 1)},F" for n in range(10)] + [f"m{n},{int(n < 3)},M" for n in range(20)]
    found = audit(outcomes(" ".join(["candidate,selected,sex", *rows])))
    ((group, text),) = words.findings(found, found.axes[0])
    assert group.count.value == "F"
    assert "these numbers cannot tell" in text
    assert "One different person turns it round: with 2 and 2 selected" in text


@st.composite
def people(draw: st.DrawFn) -> list[tuple[str, str, str, str, str]]:
    """(name, selected, score, uncorrected, sex) of some people."""
    cell = st.sampled_from(["", "1", "2.5", "3", "4"])
    n = draw(st.integers(1, 25))
    row = st.tuples(st.sampled_from(["0", "1", ""]), cell, cell, st.sampled_from(["F", "M", "X", ""]))
    return [(f"Zzyzx{number}", *draw(row)) for number in range(n)]


def _written(rows: Sequence[Sequence[str]]) -> bytes:
    return "\n".join(["candidate,selected,score,uncorrected,sex", *map(",".join, rows)]).encode()


def _audit(rows: Sequence[Sequence[str]]) -> Audit:
    return audit(read((OUTCOMES, _written(rows)), groups=["sex"]))


@given(people(), st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None)
def test_the_order_of_rows_is_irrelevant(rows: list[tuple[str, str, str, str, str]], dice: random.Random) -> None:
    assume(any(row[1] or row[2] for row in rows))
    mixed = dice.sample(rows, len(rows))
    one, other = (json.loads(writers.write(page.document(_audit(order)), "json")) for order in (rows, mixed))
    assert one["axes"] == other["axes"]


@pytest.mark.parametrize("format", ["json", "markdown", "html", "csv", "table"])
def test_no_name_gets_out(format: str) -> None:
    rows = [(f"Zzyzx{n}", "01"[n % 2], str(n % 4), "", "FMX"[n % 3]) for n in range(30)]
    apart = (Path("groups.csv"), b"candidate,sex\nZzyzx1,F\nZzyzx2,M\nZzyzxx,M\nzzyzx5,M\n")
    found = read((OUTCOMES, _written(rows)), groups=["sex"], apart=apart)
    assert b"zzyzx" not in writers.write(page.document(audit(found)), format).lower()


@given(people())
@settings(max_examples=60, deadline=None)
def test_everybody_is_counted_once_on_each_axis(rows: list[tuple[str, str, str, str, str]]) -> None:
    assume(any(row[1] or row[2] for row in rows))
    for axis in _audit(rows).axes:
        known = sum(group.count.n for group in axis.comparison.groups)
        assert known + axis.comparison.unknown == axis.comparison.total
        assert axis.comparison.total + axis.without_outcome == len(rows)
        assert all(0 <= group.count.selected <= group.count.n for group in axis.comparison.groups)
        assert all((group.impact_ratio or 0) <= 1 for group in axis.comparison.groups)


@pytest.mark.slow
def test_a_hundred_thousand_outcomes_are_counted_in_seconds() -> None:
    dice = random.Random(1)
    rows = [
        (f"c{number}", dice.choice("01"), f"{dice.gauss(3, 0.5):.6f}", f"{dice.gauss(3, 0.5):.6f}", dice.choice("FMX"))
        for number in range(100_000)
    ]
    raw = _written(rows)
    before = time.process_time()
    page.document(audit(read((OUTCOMES, raw), groups=["sex"])))
    assert time.process_time() - before < 4


# The wall between groups and scores.

READER = PACKAGE / "scoring" / "fairness"


def test_only_its_own_command_imports_what_reads_groups() -> None:
    users = set()
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import | ast.ImportFrom) else []
            if isinstance(node, ast.ImportFrom):
                names = [f"{node.module}.{name}" for name in names]
            if any(name.startswith("hiretool.scoring.fairness") for name in names) and READER not in path.parents:
                users.add(path.relative_to(PACKAGE).as_posix())
    assert users == {"cli/score_fairness.py"}


def test_no_score_and_no_packet_loads_what_reads_groups() -> None:
    names = [
        ".".join(("hiretool", *path.relative_to(PACKAGE).with_suffix("").parts))
        for path in modules()
        if path.relative_to(PACKAGE).parts[0] in ("scoring", "packet") and READER not in path.parents
    ]
    code = f"import sys, importlib\nfor name in {names!r}: importlib.import_module(name)\n"
    code += "print([name for name in sys.modules if name.startswith('hiretool.scoring.fairness')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_no_module_that_scores_names_a_column_of_groups() -> None:
    protected = {"gender", "sex", "race", "ethnicity", "age", "disability", "veteran_status"}
    for path in modules():
        if path.relative_to(PACKAGE).parts[0] in ("scoring", "packet") and READER not in path.parents:
            texts = {
                node.value.casefold()
                for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
                if isinstance(node, ast.Constant) and isinstance(node.value, str)
            }
            assert not texts & protected, path


def test_a_column_of_groups_in_a_file_of_ratings_is_passed_over() -> None:
    from hiretool import scoring

    text = "role,candidate,interviewer,competency,rating,sex\neng,A,B,coding,3,F\n"
    found = scoring.reading(Path("cards.csv"), text.encode())
    assert found.ignored == ["sex"]
    assert "sex" not in found.frame.columns
