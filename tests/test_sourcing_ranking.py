"""Evidence and weights -> the order, and the sum by which anybody can check it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from math import log2
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hiretool.sourcing import Evidence, Paper, Person, first_authors, ranking, signals, weights
from hiretool.sourcing.acceptance import Acceptance
from hiretool.sourcing.ranking import contributions, points, ranked, score
from tests.test_sourcing_paper import TODAY, paper

LEADING = {"leading": 3.0, "recency": 1.0}


def people(*papers: Paper) -> list[Person]:
    return first_authors(papers, today=TODAY)


def names(found: list[ranking.Scored]) -> list[str]:
    return [one.person.name for one in found]


def order(*papers: Paper, by: Mapping[str, float] = LEADING, relevance: Mapping[str, float] | None = None) -> list[str]:
    return names(ranked(people(*papers), today=TODAY, weights=by, relevance=relevance))


def at_icml(number: int, name: str) -> Paper:
    return paper(number, name, comment="ICML 2026", submitted=TODAY)


def claim(signal: str, value: float) -> Evidence:
    return Evidence(signal, value, "papers", "Said.", ())


def test_a_score_is_the_sum_of_weight_times_the_logarithm_of_each_value() -> None:
    found = contributions([claim("recency", 1), claim("leading", 3)], {"leading": 1.5, "recency": 0.5})
    assert [(one.signal, one.value, one.weight, one.points) for one in found] == [
        ("leading", 3, 1.5, 3.0),
        ("recency", 1, 0.5, 0.5),
    ]


def test_a_signal_without_a_weight_adds_nothing_and_stays_in_the_evidence() -> None:
    (person,) = people(paper(1, "Ama Abe", abstract="github.com/ama/reefs", submitted=TODAY))
    found = score(person, today=TODAY, weights={"recency": 2.0})
    assert [one.signal for one in found.contributions] == ["recency"]
    assert found.score == 2.0
    assert "code" in [each.signal for each in found.evidence]


def test_a_person_of_whom_nothing_weighed_is_known_has_no_points_and_is_listed() -> None:
    (found,) = ranked(people(paper(1, "Ama Abe")), today=TODAY, weights={"leading": 3.0})
    assert (found.score, found.contributions) == (0, ())


def test_many_papers_do_not_outweigh_good_ones() -> None:
    many = [paper(number, "Zo Zed", submitted=TODAY) for number in range(1, 40)]
    both = {"leading": 3.0, "record": 0.5}
    assert order(*many, at_icml(90, "Bo Bee"), by=both) == ["Bo Bee", "Zo Zed"]


def test_the_fortieth_paper_adds_nothing() -> None:
    assert points(40, 1) == points(15, 1) == 4.0


def test_a_paper_at_a_leading_venue_comes_before_a_newer_one_elsewhere() -> None:
    old = paper(1, "Ama Abe", comment="ICML 2025", submitted=TODAY - timedelta(days=400))
    assert order(paper(2, "Bo Bee", submitted=TODAY), old) == ["Ama Abe", "Bo Bee"]


def test_relevance_decides_between_equals_only() -> None:
    three = (at_icml(1, "Ama Abe"), at_icml(2, "Bo Bee"), paper(3, "Cy Cee", submitted=TODAY))
    assert order(*three) == ["Ama Abe", "Bo Bee", "Cy Cee"]
    assert order(*three, relevance={three[1].id: 1.0, three[2].id: 99.0}) == ["Bo Bee", "Ama Abe", "Cy Cee"]


def test_the_best_matching_paper_speaks_for_the_person() -> None:
    papers = [paper(number, name, submitted=TODAY) for number, name in enumerate(("Bo Bee", "Bo Bee", "Ama Abe"))]
    relevance = {papers[0].id: 1.0, papers[1].id: 9.0, papers[2].id: 5.0}
    assert order(*papers, by={"recency": 1.0}, relevance=relevance) == ["Bo Bee", "Ama Abe"]


def test_the_evidence_of_a_score_is_what_the_signals_say_in_their_order() -> None:
    for person in people(at_icml(1, "Ama Abe"), paper(2, "Bo Bee", "Cy Cee", comment="github.com/b/b")):
        found = score(person, today=TODAY, weights=weights.get("balanced").weights)
        assert list(found.evidence) == signals.evidence(person, today=TODAY)


def test_without_weights_people_come_by_recent_credit_alone() -> None:
    found = people(paper(1, "Ama Abe"), paper(2, "Bo Bee", submitted=TODAY))
    assert [person.name for person in ranked(found, today=TODAY)] == ["Bo Bee", "Ama Abe"]


def test_the_table_of_a_score_names_each_part() -> None:
    (found,) = ranked(people(at_icml(1, "Ama Abe")), today=TODAY, weights=LEADING)
    assert found.rows() == [
        {"signal": "leading", "value": 1.0, "unit": "papers of today", "weight": 3.0, "points": 3.0},
        {"signal": "recency", "value": 1.0, "unit": "papers of today", "weight": 1.0, "points": 1.0},
    ]


@pytest.mark.parametrize("name", weights.names())
def test_whoever_began_long_ago_is_ranked_as_whoever_began_lately(name: str) -> None:
    """Two people with the same recent papers: an old paper at a middle place of the byline moves neither."""
    young, old = people(at_icml(1, "Ama Abe"), at_icml(2, "Bo Bee"))
    first = paper(9, "Zo Zed", "Bo Bee", "Cy Cee", submitted=date(1996, 1, 1))
    old = replace(old, record=(*old.papers, first))
    young = replace(young, record=young.papers)
    scores = [score(person, today=TODAY, weights=weights.get(name).weights).score for person in (young, old)]
    assert scores[0] == scores[1]


Row = tuple[str, int, str | None]
bylines = st.lists(
    st.tuples(st.sampled_from("ABCDE"), st.integers(0, 900), st.sampled_from([None, "ICML 2025", "github.com/a/b"])),
    max_size=12,
)


@given(bylines, st.sampled_from(weights.names()))
def test_the_order_can_be_recomputed_by_hand(rows: list[Row], name: str) -> None:
    found = people(*_papers(rows))
    used = weights.get(name).weights
    scored = ranked(found, today=TODAY, weights=used)
    for one in scored:
        by_hand = {each.signal: each.value for each in one.evidence if used.get(each.signal)}
        parts = [round(used[signal] * log2(1 + min(value, 15)), 2) for signal, value in by_hand.items()]
        assert one.score == pytest.approx(sum(parts), abs=1e-9)
    assert [one.score for one in scored] == sorted((one.score for one in scored), reverse=True)


@given(bylines, st.randoms(use_true_random=False))
def test_the_order_given_is_irrelevant_and_nobody_is_lost(rows: list[Row], chance: Random) -> None:
    found = people(*_papers(rows))
    shuffled = list(found)
    chance.shuffle(shuffled)
    first, second = (names(ranked(each, today=TODAY, weights=LEADING)) for each in (found, shuffled))
    assert first == second
    assert sorted(first) == sorted(person.name for person in found)


@given(st.floats(0, 1e6), st.floats(0, 1e6), st.floats(0, 10))
def test_more_of_a_good_thing_never_counts_less(less: float, more: float, weight: float) -> None:
    less, more = sorted((less, more))
    assert 0 <= points(less, weight) <= points(more, weight) <= 4 * weight + 0.005


@given(st.sampled_from(weights.names()), st.integers(2000, 2026))
def test_no_further_evidence_ever_moves_a_person_down(name: str, year: int) -> None:
    (person,) = people(paper(1, "Ama Abe", "Zo Zed", "Bo Bee"))
    line = Acceptance("NeurIPS", year, "Another title", ("Ama Abe",), "oral", "list.csv")
    used = weights.get(name).weights
    without, with_it = (
        score(one, today=TODAY, weights=used).score for one in (person, replace(person, accepted=(line,)))
    )
    assert with_it >= without


def _papers(rows: list[Row]) -> list[Paper]:
    return [
        paper(number, f"{first} {first}son", comment=comment, submitted=TODAY - timedelta(days=days))
        for number, (first, days, comment) in enumerate(rows, 1)
    ]
